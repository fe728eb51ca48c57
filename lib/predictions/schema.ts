import { z } from 'zod'
import { SpeakerChoice } from '@/lib/claims/schema'
import { DaySchema } from '@/lib/core/day-schema'
import { DecimalText } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import type { Window } from '@/lib/core/windows'
import { CiteSource, checkSourceDays, PLACED_EXCERPT, WebAddress } from '@/lib/evidence/schema'
import { BEGINS_BEFORE, COMPARATORS, MAX_GRACE_DAYS, RESOLUTIONS, WINDOW_BASES } from './rules/choices'
import { toExact } from './rules/decimals'

export type ResolutionKind = (typeof RESOLUTIONS)[number]
export const Resolution = z.enum(RESOLUTIONS)

export const PREDICTION_STATES = ['draft', 'proposed', 'opened', 'too_vague'] as const
export type PredictionState = (typeof PREDICTION_STATES)[number]

export const OUTCOME_STATES = ['draft', 'submitted', 'approved', 'undone', 'dropped'] as const
export type OutcomeState = (typeof OUTCOME_STATES)[number]

export type WindowBasis = (typeof WINDOW_BASES)[number]
export type Comparator = (typeof COMPARATORS)[number]

export const NEWS_RELATIONS = ['narrows', 'moves', 'confirms', 'contradicts'] as const
export type NewsRelation = (typeof NEWS_RELATIONS)[number]

export const NEWS_STATES = ['open', 'taken_as_evidence', 'taken_as_source', 'taken_as_prediction', 'dismissed'] as const
export type NewsState = (typeof NEWS_STATES)[number]

export const PRECISIONS = ['day', 'week', 'month', 'year'] as const
export type DayPrecision = (typeof PRECISIONS)[number]

/** Days of an outcome and how exactly they are known: with `day`, it lasted from `from` to `to`; with the coarser ones it began on some day between them. */
export type OutcomeDays = Window & { precision: DayPrecision }

const nullable = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** A due window; what is wrong with it is said at `window`. */
export const DueWindow = z.object({ from: DaySchema, to: DaySchema }).superRefine((window, context) => {
  if (window.from > window.to)
    context.addIssue({
      code: 'custom',
      path: [],
      message: 'The window ends before it begins. Put the earlier day first.',
    })
})

/** What a person writes before a prediction is opened. All of it is frozen by opening. */
export const PredictionContent = z
  .object({
    saidOn: nullable(DaySchema),
    window: nullable(DueWindow),
    windowWords: nullable(textField(300, { label: 'Where the window comes from' })),
    windowBasis: nullable(z.enum(WINDOW_BASES)),
    graceDays: z
      .int()
      .min(0, { error: 'At least 0 days.' })
      .max(MAX_GRACE_DAYS, { error: `At most ${MAX_GRACE_DAYS} days.` }),
    criteria: textField(2000, { min: 0, label: 'The criteria' }).default(''),
    certaintyWords: nullable(textField(120, { label: 'The certainty words' })),
    isNegated: z.boolean().default(false),
    conditionWords: nullable(textField(300, { label: 'The condition' })),
    comparator: nullable(z.enum(COMPARATORS)),
    targetValue: nullable(DecimalText),
    targetUnit: nullable(textField(60, { label: 'The unit' })),
    tolerance: nullable(DecimalText),
    vagueReason: nullable(textField(600, { label: 'The reason' })),
  })
  .superRefine((content, context) => {
    const at = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (content.window && content.saidOn && content.window.from < content.saidOn) at('window', BEGINS_BEFORE)
    if (content.comparator && content.targetValue === null)
      at('targetValue', 'Give the value that it is compared with, or choose no comparison.')
    if (content.targetValue !== null && content.comparator === null)
      at('comparator', 'Say how the value is compared, or remove the value.')
    if (content.tolerance?.startsWith('-')) at('tolerance', 'A tolerance is 0 or more.')
  })
export type PredictionContent = z.infer<typeof PredictionContent>

/** `revision` is null at the first save, when no row exists yet. */
export const SavePredictionInput = z.object({
  claimId: Id,
  revision: z.int().min(1).nullable(),
  content: PredictionContent,
})
export type SavePredictionInput = z.input<typeof SavePredictionInput>

/** Where another window of a prediction was said: at a place of its claim, in news of it, or as a claim that is there already. */
export const LaterSaid = z.object({ is: z.enum(['place', 'news', 'claim']), id: Id })
export type LaterSaid = z.infer<typeof LaterSaid>

/** Another window of an opened prediction. The wording is that of a new claim; what is a claim already has its own. */
export const AnotherWindowInput = z.object({
  predictionId: Id,
  said: LaterSaid,
  /** Of the draft that the claim had when it was looked at; null where it had none. */
  revision: z.int().min(1).nullable().default(null),
  saidOn: DaySchema,
  window: DueWindow,
  windowWords: nullable(textField(300, { label: 'Where the window comes from' })),
  windowBasis: nullable(z.enum(WINDOW_BASES)),
  statement: z.string().default(''),
  shortForm: z.string().default(''),
  speaker: SpeakerChoice.optional(),
})
export type AnotherWindowInput = z.input<typeof AnotherWindowInput>

const NewsGround = z.enum(['prediction', 'article'])
/** Payloads of the jobs that look for news again; the clock gives none. `after` is the last id that was seen. */
export const RenewNewsKeys = z.object({
  of: NewsGround.default('prediction'),
  after: z.uuid().nullable().default(null),
})
export type RenewNewsKeys = z.output<typeof RenewNewsKeys>
export const LookForNews = z.object({ of: NewsGround, id: z.uuid() })
export type LookForNews = z.output<typeof LookForNews>

export const NewsInput = z.object({ id: Id })
export type NewsInput = z.infer<typeof NewsInput>

export const RevisionInput = z.object({ id: Id, revision: z.int().min(1) })
export type RevisionInput = z.infer<typeof RevisionInput>

const Reason = textField(600, { label: 'The reason' })

export const SendBackInput = RevisionInput.extend({ reason: Reason })
export type SendBackInput = z.infer<typeof SendBackInput>

export const ClarificationInput = z.object({ predictionId: Id, text: textField(2000, { label: 'The clarification' }) })
export type ClarificationInput = z.infer<typeof ClarificationInput>

/** A document that an outcome or a judgement rests on. Without an address its title says what it is. */
export const OutcomeSourceInput = z.object({
  url: nullable(WebAddress),
  title: textField(300, { label: 'The title' }),
  publisherName: nullable(textField(200, { label: 'The publisher' })),
  publishedOn: nullable(DaySchema),
  excerpt: textField(2000, { label: 'The excerpt' }),
})
export type OutcomeSourceInput = z.infer<typeof OutcomeSourceInput>

/** void and too vague are judgements of people, without an outcome. */
export const ProposeJudgementInput = z.object({
  predictionId: Id,
  kind: z.enum(['void', 'too_vague'], { error: 'Choose void or too vague.' }),
  reason: Reason,
  /** Where it is read that the condition failed. */
  sources: z.array(OutcomeSourceInput).max(5, { error: 'At most 5 sources.' }).default([]),
})
export type ProposeJudgementInput = z.input<typeof ProposeJudgementInput>

export const ApproveJudgementInput = z.object({ judgementId: Id })
export type ApproveJudgementInput = z.infer<typeof ApproveJudgementInput>
export const RefuseJudgementInput = z.object({ judgementId: Id, reason: Reason })
export type RefuseJudgementInput = z.infer<typeof RefuseJudgementInput>
export const UndoResolutionInput = z.object({ predictionId: Id, reason: Reason })
export type UndoResolutionInput = z.infer<typeof UndoResolutionInput>

/** A source that is gathered for an outcome, with the place of its excerpt in a copy; the fields are those of evidence. */
export const AddOutcomeSourceInput = CiteSource.extend({
  id: Id,
  revision: z.coerce.number<number | string>().int().min(1),
}).check(checkSourceDays)
export type AddOutcomeSourceInput = z.input<typeof AddOutcomeSourceInput>

const Cited = { id: Id, revision: z.coerce.number<number | string>().int().min(1), citedId: Id }
/** Other words of a source that an outcome cites. */
export const ChangeOutcomeSourceInput = z.object({ ...Cited, ...PLACED_EXCERPT })
export type ChangeOutcomeSourceInput = z.input<typeof ChangeOutcomeSourceInput>
export const RemoveOutcomeSourceInput = z.object(Cited)
export type RemoveOutcomeSourceInput = z.input<typeof RemoveOutcomeSourceInput>

export const MOST_SOURCES = 20

/** What a person writes about what happened. All of it is immutable once approved. */
export const OutcomeContent = z
  .object({
    statement: textField(600, { label: 'What happened' }),
    hasHappened: z.boolean(),
    days: nullable(
      z.object({ from: DaySchema, to: DaySchema, precision: z.enum(PRECISIONS) }).superRefine((days, context) => {
        if (days.from > days.to)
          context.addIssue({
            code: 'custom',
            path: [],
            message: 'The last day is before the first. Put the earlier day first.',
          })
      }),
    ),
    value: nullable(DecimalText),
    /** The upper end, where it is known only to lie between two values. */
    valueTo: nullable(DecimalText),
    unit: nullable(textField(60, { label: 'The unit' })),
    note: nullable(textField(4000, { label: 'The note' })),
    sources: z.array(OutcomeSourceInput).max(MOST_SOURCES, { error: 'At most 20 sources.' }).default([]),
  })
  .superRefine((content, context) => {
    const at = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (content.hasHappened && content.days === null) at('days', 'Say on which day or days it happened.')
    if (content.valueTo !== null && (content.value === null || toExact(content.valueTo) <= toExact(content.value)))
      at('figure', 'The range ends below where it begins. Put the lower end first.')
    if (!content.hasHappened && content.days !== null)
      at('days', 'What did not happen has no day. Remove the days, or choose that it happened.')
  })
export type OutcomeContent = z.infer<typeof OutcomeContent>

/**
 * `isSourcesKept`: what is cited stays as it is, whatever `content.sources` says: it is gathered piece by piece. `revision` is
 * null at the first save. Its `id` may be made by whoever asks, so that the same request sent twice makes one
 * outcome; `predictionIds` are linked by it.
 */
export const SaveOutcomeInput = z
  .object({
    id: Id.nullable(),
    revision: z.int().min(1).nullable(),
    content: OutcomeContent,
    isSourcesKept: z.boolean().default(false),
    /** At the first save: another outcome (an undone one) whose sources are taken over as they are. */
    fromId: nullable(Id),
    /** At the first save: what a later article says, from which it was begun; taken as its source with it. */
    newsId: nullable(Id),
    predictionIds: z.array(Id).max(200, { error: 'At most 200 predictions.' }).default([]),
  })
  .refine((input) => input.id !== null || input.revision === null, { error: 'The outcome is missing.' })
export type SaveOutcomeInput = z.input<typeof SaveOutcomeInput>

/** Which predictions an outcome resolves. `resolution` null takes the rule's; another one needs a reason. */
export const LinkPredictionsInput = RevisionInput.extend({
  links: z
    .array(
      z.object({
        predictionId: Id,
        resolution: Resolution.exclude(['open']).nullable().default(null),
        overrideReason: nullable(Reason),
      }),
    )
    .max(200, { error: 'At most 200 predictions.' }),
})
export type LinkPredictionsInput = z.input<typeof LinkPredictionsInput>

export const DropOutcomeInput = RevisionInput.extend({ reason: Reason })
export type DropOutcomeInput = z.infer<typeof DropOutcomeInput>

export const UndoOutcomeInput = z.object({ id: Id, reason: Reason })
export type UndoOutcomeInput = z.infer<typeof UndoOutcomeInput>
