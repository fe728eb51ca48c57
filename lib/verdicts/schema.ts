import { z } from 'zod'
import { DaySchema } from '@/lib/core/day-schema'
import { optional, optionalYesNo } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { CORRECTION_LEVELS, NOBODY, SUMMARY_MAX } from './rules/limits'
import { rationaleProblem } from './rules/markdown'
import { COMMENT_WAYS, CommentRequests } from './schema/comments'
import { OpenedWindow } from './schema/windows'

const RATIONALE_MAX = 20_000

const revision = z.coerce.number<number | string>().int().min(1)
/** A form sends a line's end as two characters; texts are kept, and counted, with one. */
const withPlainLines = <S extends z.ZodType<unknown, string | undefined>>(schema: S) =>
  z.preprocess<string | undefined, S, string | undefined>(
    (value) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value),
    schema,
  )
/** A text that a draft may still lack: a form does not send what is empty. */
const openText = (max: number, label: string) => textField(max, { min: 0, label })

/** Markdown that the public page can show: see `rationaleProblem`. */
export const Rationale = withPlainLines(
  openText(RATIONALE_MAX, 'The rationale')
    .superRefine((text, context) => {
      const problem = rationaleProblem(text)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    })
    .default(''),
)

export const CorrectionLevel = z.enum(CORRECTION_LEVELS, { error: 'Choose what kind of correction this is.' })
export type CorrectionLevel = z.infer<typeof CorrectionLevel>
const PublicNote = textField(1000, { label: 'The public note' })

const NewSpeaker = z.union([z.literal(NOBODY), Id], { error: 'Choose a speaker of the list.' })

const sorted = (keys: string[]): string[] => [...new Set(keys)].sort()

const contentFields = {
  rating: optional(z.string().max(60)),
  summary: withPlainLines(openText(SUMMARY_MAX, 'The summary').default('')),
  rationale: Rationale,
  searchDescription: optional(textField(2000, { label: 'The description of the search' })),
  wasCommentAsked: optionalYesNo,
  commentRequests: CommentRequests,
  noCommentReason: optional(textField(500, { label: 'The reason' })),
  asOfOn: optional(DaySchema),
  recheckOn: optional(DaySchema),
  /** Keys of the checklist's items that are ticked. */
  checks: z.preprocess((value) => value ?? [], z.array(z.string().max(60)).max(50).transform(sorted)),
  /** Of a correction: its level and public note. Null for a first verdict. */
  correctionLevel: optional(CorrectionLevel),
  correctionNote: optional(PublicNote),
  /** Of a published claim: whom it names from the approval on. Null: the speaker stays. */
  newSpeaker: optional(NewSpeaker),
}

/** What people write of a verdict: what a save stores, and what a conflict compares. */
export const VerdictContent = z.object(contentFields)
export type VerdictContent = z.infer<typeof VerdictContent>

export const EMPTY_CONTENT: VerdictContent = {
  rating: null,
  summary: '',
  rationale: '',
  searchDescription: null,
  wasCommentAsked: null,
  commentRequests: [],
  noCommentReason: null,
  asOfOn: null,
  recheckOn: null,
  checks: [],
  correctionLevel: null,
  correctionNote: null,
  newSpeaker: null,
}

export const StartVerdict = z.object({ claimId: Id })
export type StartVerdict = z.infer<typeof StartVerdict>

/** `revision` is the one that the writer opened. */
export const SaveVerdict = z.object({ id: Id, revision, ...contentFields })
export type SaveVerdict = z.infer<typeof SaveVerdict>

/** The editor's form: one button saves, the other saves and submits. */
export const SaveVerdictForm = SaveVerdict.extend({
  ...OpenedWindow.shape,
  next: z.enum(['save', 'submit']).catch('save'),
})
export type SavedVerdict = { revision: number; content: VerdictContent; isSubmitted: boolean }

/** The exact revision that is submitted or approved. */
export const VerdictRevision = z.object({ id: Id, revision })
export type VerdictRevision = z.infer<typeof VerdictRevision>

export const TakeBackVerdict = z.object({ id: Id })
export type TakeBackVerdict = z.infer<typeof TakeBackVerdict>

export const SendBackVerdict = VerdictRevision.extend({ reason: textField(1000, { label: 'The reason' }) })
export type SendBackVerdict = z.infer<typeof SendBackVerdict>

/** The exact revision that is dropped: what somebody saved meanwhile is not. */
export const DropVerdict = VerdictRevision.extend({ reason: textField(1000, { label: 'The reason' }) })
export type DropVerdict = z.infer<typeof DropVerdict>

export const StartCorrection = z.object({ claimId: Id, level: CorrectionLevel, note: PublicNote })
export type StartCorrection = z.infer<typeof StartCorrection>

export const ProposeWithdrawal = z.object({ claimId: Id, note: PublicNote })
export type ProposeWithdrawal = z.infer<typeof ProposeWithdrawal>

export const DecideWithdrawal = z.object({ correctionId: Id })
export type DecideWithdrawal = z.infer<typeof DecideWithdrawal>

/** `verdictId`: the version in force, as the person saw it. */
export const PlanRecheck = z.object({ claimId: Id, verdictId: Id, dueOn: DaySchema })
export type PlanRecheck = z.infer<typeof PlanRecheck>

/** `note`: why it still stands, for the desk. `nextOn`: null where no further look is needed. */
export const MarkRechecked = z.object({
  claimId: Id,
  verdictId: Id,
  note: textField(1000, { label: 'The note' }),
  nextOn: optional(DaySchema),
})
export type MarkRechecked = z.infer<typeof MarkRechecked>

const text = z.string()
const number = z.number().nullable()
const day = DaySchema.nullable()
const address = z
  .string()
  .regex(/^https?:\/\//i)
  .nullable()

const FrozenFigure = z.object({
  text,
  value: number,
  low: number,
  high: number,
  unit: text,
  modifier: z.enum(['exact', 'about', 'at_least', 'at_most', 'more_than', 'less_than', 'up_to']),
  asOfOn: day,
})

const FrozenEvidence = z.object({
  id: Id,
  stance: z.enum(['supports', 'refutes', 'context']),
  excerpt: text,
  note: text.nullable(),
  source: z.object({
    id: Id,
    title: text,
    url: address,
    archiveUrl: address,
    publisherName: text.nullable(),
    kind: z.enum(['primary', 'secondary']),
    publishedOn: day,
    retrievedOn: DaySchema,
  }),
  found: FrozenFigure.nullable(),
  claimed: FrozenFigure.nullable(),
  /** What comparing the two suggested: see evidence/rules. */
  comparison: z
    .object({
      outcome: z.enum(['within', 'outside', 'unlike']),
      differencePercent: number,
      asOf: z.enum(['same', 'different', 'unknown']),
      tolerance: text,
      sentence: text,
    })
    .nullable(),
})

/** Where it was said: a short quote and the article's particulars, never its text. */
const FrozenOccurrence = z.object({
  id: Id,
  quote: text,
  speakerText: text.nullable(),
  relayText: text.nullable(),
  isOwnVoice: z.boolean(),
  certaintyWords: text.nullable(),
  article: z.object({
    id: Id,
    title: text,
    url: address,
    publishedOn: day,
    publisher: z.object({ id: Id, slug: text, name: text }),
  }),
})

/** What readers are shown of a published verdict, as of its publication: stored with it, never changed. */
export const FrozenVerdict = z.object({
  format: z.literal(1),
  ordinal: z.int().min(1),
  newsroomName: text,
  claim: z.object({
    id: Id,
    slug: text,
    kind: z.enum(['statistic', 'prediction', 'event', 'statement']),
    statement: text,
    shortForm: text,
    topics: z.array(z.object({ slug: text, name: text })),
  }),
  speaker: z
    .object({
      id: Id,
      slug: text,
      name: text,
      kind: z.enum(['person', 'organisation', 'unnamed']),
      description: text.nullable(),
      sameAs: z.array(text),
      /** Of an unnamed group: whose sources they are. Versions frozen before this was kept have none. */
      publisher: z.object({ id: Id, slug: text, name: text }).nullable().default(null),
    })
    .nullable(),
  /** `value`, and `best` and `worst` of its scale, are null for a rating without a number. */
  rating: z.object({ key: text, label: text, meaning: text, value: number, best: number, worst: number }),
  summary: text,
  /** Markdown: render with `renderRationale`. */
  rationale: text,
  searchDescription: text.nullable(),
  comment: z.object({
    wasAsked: z.boolean(),
    /** Of versions older than the log of requests, which have none. */
    askedOn: day,
    answer: text.nullable(),
    requests: z
      .array(z.object({ askedOn: day, whom: text, way: z.enum(COMMENT_WAYS).nullable(), answer: text.nullable() }))
      .default([]),
    reasonNotAsked: text.nullable(),
  }),
  asOfOn: DaySchema,
  recheckOn: day,
  evidence: z.array(FrozenEvidence),
  occurrences: z.array(FrozenOccurrence),
  quantities: z.array(FrozenFigure.extend({ id: Id, countOf: text.nullable() })),
  correction: z.object({ level: CorrectionLevel, note: text, previousOrdinal: z.int() }).nullable(),
  authorName: text,
  approverName: text,
  /** Whether author and approver were one person, as the one-person desk allows. */
  isSolo: z.boolean(),
  publishedAt: z.iso.datetime(),
})
export type FrozenVerdict = z.infer<typeof FrozenVerdict>
