import { z } from 'zod'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import {
  DropOutcomeInput,
  LaterSaid,
  OutcomeContent,
  PredictionContent,
  ProposeJudgementInput,
  Resolution,
  SendBackInput,
} from '../schema'
import { COMPARATORS, WINDOW_BASES } from './choices'
import { readTypedFigure } from './figure-reading'
import { missingForOpening } from './moves'
import { readTypedWindow } from './windows'

/** What the desk's forms send, made into what the commands take: days as typed, a choice instead of a null. */

const text = optional(z.string())
const revision = optional(z.coerce.number().int().min(1))
const wholeNumber = z.preprocess((typed) => typed ?? '0', z.coerce.number({ error: 'Write a whole number of days.' }))

const PredictionFields = z.object({
  claimId: Id,
  revision,
  intent: z.enum(['save', 'propose']).default('save'),
  decision: z.enum(['open', 'too_vague']).default('open'),
  saidOn: text,
  window: text,
  /** Of words that can be read in more than one way the reading that was picked, and what the field showed before. */
  windowReading: text,
  windowShown: text,
  windowWords: text,
  windowBasis: optional(z.enum(WINDOW_BASES)),
  graceDays: wholeNumber,
  criteria: text,
  certaintyWords: text,
  isNegated: optional(z.literal('yes')),
  conditionWords: text,
  /** Without JavaScript: the figure that was picked, for fields that were left empty. */
  figureReading: text,
  comparator: optional(z.enum(COMPARATORS)),
  targetValue: text,
  targetUnit: text,
  tolerance: text,
  vagueReason: text,
})

const { comparator, targetValue, targetUnit, tolerance } = PredictionContent.shape
const Picked = z
  .string()
  .max(400)
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json)
    } catch {
      context.addIssue({ code: 'custom', message: 'not a figure' })
      return z.NEVER
    }
  })
  .pipe(z.object({ comparator, targetValue, targetUnit, tolerance }))

type Context = z.core.$RefinementCtx
const refuse = (context: Context, field: string, message: string): void => {
  context.issues.push({ code: 'custom', path: [field], message, input: field })
}

/** The form of a prediction -> what `savePrediction` takes, and whether it is to be proposed at once. */
export const PredictionForm = PredictionFields.transform((typed, context) => {
  const {
    claimId,
    revision: seen,
    intent,
    decision,
    isNegated,
    windowReading,
    windowShown,
    figureReading,
    ...fields
  } = typed
  const isTooVague = decision === 'too_vague'
  if (isTooVague && typed.vagueReason === null) refuse(context, 'vagueReason', 'Say why it is too vague to be checked.')
  // without JavaScript a reading that was picked does not reach the field: it stands where the field was left alone
  const words = windowReading !== null && typed.window === windowShown ? windowReading : typed.window
  const window = words === null ? null : readTypedWindow(words, typed.saidOn)
  if (window && !window.ok) refuse(context, 'window', window.problem)
  const content = PredictionContent.safeParse({
    ...fields,
    ...pickedFigure(typed),
    window: window?.ok ? window.window : null,
    criteria: typed.criteria ?? '',
    isNegated: isNegated === 'yes',
    vagueReason: isTooVague ? typed.vagueReason : null,
  })
  passOn(context, content.error)
  // beside what is wrong all that is missing, so that it is told once
  if (intent === 'propose' && context.issues.length > 0)
    for (const [field, message] of Object.entries(missingFor(typed, words))) refuse(context, field, message)
  if (!content.success || context.issues.length > 0) return z.NEVER
  const data: PredictionContent = content.data
  return { input: { claimId, revision: seen, content: data }, intent }
})

/** "news:ID", "place:ID" or "claim:ID", as addresses and forms name what was said later; null where it says none of them. */
export function readSaid(text: string | undefined): LaterSaid | null {
  const [is, id] = text?.split(':') ?? []
  return LaterSaid.safeParse({ is, id }).data ?? null
}

/** The form of another window -> what `draftAnotherWindow` takes, without who says it. */
export const AnotherWindowForm = z
  .object({
    predictionId: Id,
    said: z.string(),
    revision,
    saidOn: text,
    window: text,
    windowWords: text,
    windowBasis: optional(z.enum(WINDOW_BASES)),
    statement: text,
    shortForm: text,
  })
  .transform(({ said, window: typed, saidOn, statement, shortForm, ...fields }, context) => {
    const where = readSaid(said)
    if (where === null) refuse(context, 'said', 'Choose where it was said.')
    if (saidOn === null) refuse(context, 'saidOn', 'Give the day on which it was said.')
    const read = readTypedWindow(typed ?? '', saidOn)
    if (!read.ok) refuse(context, 'window', read.problem)
    if (where === null || saidOn === null || !read.ok) return z.NEVER
    return {
      ...fields,
      said: where,
      saidOn,
      window: read.window,
      statement: statement ?? '',
      shortForm: shortForm ?? '',
    }
  })

/** What a proposal needs and was left empty, whatever is wrong with the rest. */
const missingFor = (typed: z.output<typeof PredictionFields>, window: string | null): Record<string, string> =>
  missingForOpening({
    ...typed,
    ...{ dueFrom: window, dueTo: window, dueWords: typed.windowWords, criteria: typed.criteria ?? '' },
    isNegated: typed.isNegated === 'yes',
    vagueReason: typed.decision === 'too_vague' ? (typed.vagueReason ?? '') : null,
  })

/** A figure as `readingsOf` offers it; nothing where something was typed, or for what nobody offered. */
function pickedFigure({ figureReading, comparator, targetValue }: z.output<typeof PredictionFields>): object {
  if (figureReading === null || comparator !== null || targetValue !== null) return {}
  return Picked.safeParse(figureReading).data ?? {}
}

/** Issues of a content at the form's fields: the first part of a path names the field, lists keep their index. */
function passOn(context: Context, error: z.ZodError | undefined): void {
  for (const { path, message } of error?.issues ?? []) {
    const isDays = path[0] === 'window' || path[0] === 'days'
    context.issues.push({ code: 'custom', path: isDays ? path.slice(0, 1) : [...path], message, input: message })
  }
}

const SourceFields = z.object({ url: text, title: text, publisherName: text, publishedOn: text, excerpt: text })

const OutcomeFields = z.object({
  id: optional(Id),
  revision,
  statement: text,
  happened: optional(z.enum(['yes', 'no'])),
  days: text,
  figure: text,
  note: text,
  /** Only at the first save, of what it was begun from; later ones are gathered one by one. */
  sources: z.array(SourceFields).max(20).default([]),
  /** An outcome that is recorded again: its sources are taken over. */
  fromId: optional(Id),
  /** The news from which it was begun. */
  newsId: optional(Id),
  /** Predictions to link at the first save. */
  predictionIds: z.array(Id).max(200).default([]),
})

/** The form of an outcome -> what `saveOutcome` takes. */
export const OutcomeForm = OutcomeFields.transform((typed, context) => {
  if (typed.happened === null) refuse(context, 'happened', 'Say whether it happened.')
  const days = typed.days === null || typed.happened === 'no' ? null : readTypedWindow(typed.days, null)
  if (days && !days.ok) refuse(context, 'days', days.problem)
  const figure = typed.figure === null ? null : readTypedFigure(typed.figure)
  if (figure && !figure.ok) refuse(context, 'figure', figure.problem)
  const content = OutcomeContent.safeParse({
    ...typed,
    ...(figure?.ok ? { value: figure.value, valueTo: figure.valueTo, unit: figure.unit } : {}),
    statement: typed.statement ?? '',
    hasHappened: typed.happened === 'yes',
    days: days?.ok ? { ...days.window, precision: days.precision } : null,
    sources: typed.sources.map((source) => ({ ...source, title: source.title ?? '', excerpt: source.excerpt ?? '' })),
  })
  passOn(context, (days && !days.ok) || typed.happened === null ? withoutDays(content.error) : content.error)
  if (!content.success || context.issues.length > 0) return z.NEVER
  return {
    id: typed.id,
    revision: typed.revision,
    isSourcesKept: typed.sources.length === 0,
    fromId: typed.fromId,
    newsId: typed.newsId,
    content: content.data,
    predictionIds: typed.predictionIds,
  }
})

/** Days that could not be read are refused once, not once more for being missing. */
const withoutDays = (error: z.ZodError | undefined): z.ZodError | undefined =>
  error && new z.ZodError(error.issues.filter((issue) => issue.path[0] !== 'days'))

/** The form of a judgement -> what `proposeJudgement` takes; a source that was left empty is none. */
export const JudgementForm = ProposeJudgementInput.extend({
  sources: z
    .array(SourceFields)
    .max(5)
    .default([])
    .transform((sources): ProposeJudgementInput['sources'] =>
      sources
        .filter((source) => Object.values(source).some((value) => value !== null))
        .map((source) => ({ ...source, title: source.title ?? '', excerpt: source.excerpt ?? '' })),
    )
    .pipe(ProposeJudgementInput.shape.sources),
})

const LinkFields = z.object({
  predictionId: Id,
  resolution: optional(Resolution.exclude(['open'])),
  overrideReason: text,
})

/** The list of an outcome's predictions; `add` and `remove` are the buttons pressed on it. */
export const LinksForm = z
  .object({
    id: Id,
    revision: z.coerce.number().int().min(1),
    links: z.array(LinkFields).max(200).default([]),
    /** One, or several with spaces between. */
    add: optional(
      z
        .string()
        .max(2000)
        .transform((ids) => ids.split(' '))
        .pipe(z.array(Id).max(50)),
    ),
    remove: optional(Id),
  })
  .transform(({ add, remove, links, ...outcome }) => {
    const kept = links.filter((link) => link.predictionId !== remove)
    const added = (add ?? []).filter((id) => kept.every((link) => link.predictionId !== id))
    const fresh = added.map((predictionId) => ({ predictionId, resolution: null, overrideReason: null }))
    return { ...outcome, links: [...kept, ...fresh] }
  })

/** A step on an exact revision. */
export const RevisionForm = z.object({ id: Id, revision: z.coerce.number().int().min(1) })
export const DropOutcomeForm = DropOutcomeInput.extend({ revision: z.coerce.number().int().min(1) })
export const SendBackForm = SendBackInput.extend({ revision: z.coerce.number().int().min(1) })
