import { z } from 'zod'
import { DaySchema } from '@/lib/core/day-schema'
import { DecimalText, optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { CLAIM_KINDS, REJECT_REASONS, SHORT_FORM_MAX, STATEMENT_MAX } from './rules/terms'

export { CLAIM_KINDS, REJECT_REASONS, SHORT_FORM_MAX, STATEMENT_MAX }

export const ClaimKind = z.enum(CLAIM_KINDS, { error: 'Choose what kind of claim this is.' })
export type ClaimKind = z.infer<typeof ClaimKind>

export const CLAIM_STATES = [
  'accepted',
  'in_review',
  'submitted',
  'published',
  'withdrawn',
  'merged',
  'hidden',
] as const
export const ClaimState = z.enum(CLAIM_STATES)
export type ClaimState = z.infer<typeof ClaimState>

export const CandidateState = z.enum(['new', 'accepted', 'merged', 'rejected'])
export type CandidateState = z.infer<typeof CandidateState>

export const CLAIM_LINK_KINDS = ['narrows', 'moves', 'contradicts', 'repeats', 'updates'] as const
export const ClaimLinkKind = z.enum(CLAIM_LINK_KINDS, { error: 'Choose how the two claims stand to each other.' })
export type ClaimLinkKind = z.infer<typeof ClaimLinkKind>

export const SpeakerKind = z.enum(['person', 'organisation', 'unnamed'])
export type SpeakerKind = z.infer<typeof SpeakerKind>
export const NamedSpeakerKind = z.enum(['person', 'organisation'], {
  error: 'Say whether it is a person or an organisation.',
})

export const RejectReason = z.enum(
  Object.keys(REJECT_REASONS) as [keyof typeof REJECT_REASONS, ...(keyof typeof REJECT_REASONS)[]],
  { error: 'Choose why this is not a claim to check.' },
)
export type RejectReason = z.infer<typeof RejectReason>

const statement = textField(STATEMENT_MAX, { label: 'The statement' })
const shortForm = textField(SHORT_FORM_MAX, { label: 'The short form' })
const note = textField(500, { min: 0, label: 'The note' })
const revision = z.coerce.number<number>().pipe(z.int().min(1))
/** Forms send text, callers numbers. */
const offset = z.coerce.number<number>().pipe(z.int().min(0))
const speakerName = textField(160, { label: 'The name' })

/** Who makes the claim: the publisher itself, a known speaker, somebody new, or an unnamed group of the publisher. */
export const SpeakerChoice = z.discriminatedUnion('is', [
  z.object({ is: z.literal('nobody') }),
  z.object({ is: z.literal('known'), speakerId: Id }),
  z.object({ is: z.literal('new'), name: speakerName, kind: NamedSpeakerKind }),
  z.object({ is: z.literal('unnamed') }),
])
export type SpeakerChoice = z.infer<typeof SpeakerChoice>

export const AcceptInput = z.object({
  candidateId: Id,
  statement,
  shortForm,
  kind: ClaimKind,
  speaker: SpeakerChoice,
})
export type AcceptInput = z.input<typeof AcceptInput>

/** `speaker` left out keeps what the extractor's words resolve to: the claim's speaker when they say the same. */
export const MergeCandidateInput = z.object({ candidateId: Id, claimId: Id, speaker: SpeakerChoice.optional() })
export type MergeCandidateInput = z.input<typeof MergeCandidateInput>

export const RejectInput = z
  .object({ candidateId: Id, reason: RejectReason, note: note.default('') })
  .refine((input) => input.reason !== 'other' || input.note !== '', {
    path: ['note'],
    error: 'Write the reason in a few words.',
  })
export type RejectInput = z.input<typeof RejectInput>

export const ReopenInput = z.object({ candidateId: Id })
export type ReopenInput = z.input<typeof ReopenInput>

export const SELECTION_MAX = 1500

const MarkedWords = z.object({ snapshotId: Id, start: offset, end: offset, quote: z.string() })

/** At least one word and at most a long sentence. */
const bounded = <S extends z.ZodType<{ start: number; end: number }>>(schema: S) =>
  schema
    .refine((input) => input.start < input.end, { path: ['quote'], error: 'Select at least one word.' })
    .refine((input) => input.end - input.start <= SELECTION_MAX, {
      path: ['quote'],
      error: `Select at most ${SELECTION_MAX} characters: the smallest clause or sentence that states the claim.`,
    })

/** `quote` is what the person saw: it must equal the snapshot there. */
export const SelectionInput = bounded(MarkedWords.extend({ kind: ClaimKind }))
export type SelectionInput = z.input<typeof SelectionInput>

/** Other first and last words for a candidate; the same rule for `quote`. */
export const AdjustInput = bounded(MarkedWords.extend({ candidateId: Id }))
export type AdjustInput = z.input<typeof AdjustInput>

export const UpdateClaimInput = z.object({
  id: Id,
  revision,
  statement,
  shortForm,
  kind: ClaimKind,
  speakerId: Id.nullable(),
})
export type UpdateClaimInput = z.input<typeof UpdateClaimInput>

export const QuantityModifier = z.enum(['exact', 'about', 'at_least', 'at_most', 'more_than', 'less_than', 'up_to'])
export type QuantityModifier = z.infer<typeof QuantityModifier>
const decimal = z.union([z.number(), z.string()]).transform(String).pipe(DecimalText)

/** A number of a claim as reviewed. `id` names the row it changes; without one it is added. */
export const QuantityInput = z
  .object({
    id: Id.optional(),
    text: textField(200, { label: 'The words' }),
    value: decimal.nullable(),
    low: decimal.nullable().default(null),
    high: decimal.nullable().default(null),
    unit: textField(60, { min: 0, label: 'The unit' }),
    modifier: QuantityModifier.default('exact'),
    change: z.enum(['up', 'down']).nullable().default(null),
    countOf: textField(160, { min: 0, label: 'What it counts' }).nullable().default(null),
    asOfOn: DaySchema.nullable().default(null),
  })
  .refine((q) => q.value !== null || q.low !== null || q.high !== null, {
    path: ['value'],
    error: 'Give a value or a range.',
  })
  .refine((q) => q.low === null || q.high === null || Number(q.low) <= Number(q.high), {
    path: ['high'],
    error: 'The range ends below its beginning.',
  })
export const SetQuantitiesInput = z.object({ claimId: Id, revision, quantities: z.array(QuantityInput).max(30) })
export type SetQuantitiesInput = z.input<typeof SetQuantitiesInput>

export const MergeClaimsInput = z
  .object({ fromClaimId: Id, intoClaimId: Id })
  .refine((input) => input.fromClaimId !== input.intoClaimId, {
    path: ['intoClaimId'],
    error: 'Choose another claim than this one.',
  })
export type MergeClaimsInput = z.input<typeof MergeClaimsInput>
export const UnmergeClaimsInput = z.object({ claimId: Id })
export type UnmergeClaimsInput = z.input<typeof UnmergeClaimsInput>

const person = optional(Id)
/** Whom a claim is given to, and whom the caller saw there; null is nobody. */
export const AssignClaimInput = z.object({ claimId: Id, assigneeId: person, before: person })
export type AssignClaimInput = z.input<typeof AssignClaimInput>

/** Which of a claim's places go into a claim of their own, and what that one says. */
export const SplitClaimInput = z.object({
  claimId: Id,
  occurrenceIds: z.array(Id, { error: 'Choose at least one place.' }).min(1).max(100),
  statement,
  shortForm,
  kind: ClaimKind,
})
export type SplitClaimInput = z.input<typeof SplitClaimInput>

const hideReason = textField(500, { label: 'The reason' })
export const HideClaimInput = z.object({ claimId: Id, reason: hideReason })
export type HideClaimInput = z.input<typeof HideClaimInput>
export const UnhideClaimInput = z.object({ claimId: Id })
export type UnhideClaimInput = z.input<typeof UnhideClaimInput>

export const LinkClaimsInput = z
  .object({ fromClaimId: Id, toClaimId: Id, kind: ClaimLinkKind })
  .refine((input) => input.fromClaimId !== input.toClaimId, {
    path: ['toClaimId'],
    error: 'Choose another claim than this one.',
  })
export type LinkClaimsInput = z.input<typeof LinkClaimsInput>
export const UnlinkClaimsInput = z.object({ linkId: Id })
export type UnlinkClaimsInput = z.input<typeof UnlinkClaimsInput>

export const MakeSpeakerInput = z.object({
  name: speakerName,
  kind: NamedSpeakerKind,
  description: textField(200, { min: 0, label: 'The role' }).nullable().default(null),
})
export type MakeSpeakerInput = z.input<typeof MakeSpeakerInput>
export const EditSpeakerInput = MakeSpeakerInput.extend({
  id: Id,
  revision,
  sameAs: z
    .array(z.url({ protocol: /^https?$/, error: 'Give addresses that begin with https:// or http://.' }))
    .max(10)
    .default([]),
})
export type EditSpeakerInput = z.input<typeof EditSpeakerInput>
export const AliasInput = z.object({ aliasId: Id })
export type AliasInput = z.input<typeof AliasInput>
export const SplitAliasInput = z.object({ aliasId: Id, name: speakerName, kind: NamedSpeakerKind })
export type SplitAliasInput = z.input<typeof SplitAliasInput>
export const MergeSpeakersInput = z
  .object({ fromSpeakerId: Id, intoSpeakerId: Id })
  .refine((input) => input.fromSpeakerId !== input.intoSpeakerId, {
    path: ['intoSpeakerId'],
    error: 'Choose another speaker than this one.',
  })
export type MergeSpeakersInput = z.input<typeof MergeSpeakersInput>
export const UndoSpeakerMergeInput = z.object({ speakerId: Id })
export type UndoSpeakerMergeInput = z.input<typeof UndoSpeakerMergeInput>

/** Why a language model gave no proposals. */
export const ModelFailure = z.enum([
  'stopped',
  'timeout',
  'unreachable',
  'rate-limited',
  'refused',
  'failed',
  'unreadable',
])
export type ModelFailure = z.infer<typeof ModelFailure>

export const AskModelInput = z.object({ articleId: Id })
export type AskModelInput = z.input<typeof AskModelInput>

/** What of a candidate newer rules may read otherwise, in the order in which it is told. */
export const DIFFERENCE_FIELDS = ['span', 'kind', 'speaker', 'window', 'certainty', 'figures'] as const
export type DifferenceField = (typeof DIFFERENCE_FIELDS)[number]

const Sign = z.object({ rule: z.string(), start: z.int(), end: z.int() })
export const Signs = z.array(Sign)
const ReadFigure = z.object({
  text: z.string(),
  start: z.int(),
  end: z.int(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  modifier: QuantityModifier,
  change: z.enum(['up', 'down']).nullable(),
  position: z.int(),
})
const ReadWindow = z.object({ from: DaySchema, to: DaySchema })

/** A newer reading as it is kept with its difference: what a candidate would be stored of it. */
export const StoredReading = z.object({
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  kind: z.enum(CLAIM_KINDS),
  checkWorthiness: z.number(),
  reasons: z.array(z.string()),
  speakerText: z.string().nullable(),
  relayText: z.string().nullable(),
  certaintyWords: z.string().nullable(),
  isNegated: z.boolean(),
  conditionWords: z.string().nullable(),
  dueFrom: DaySchema.nullable(),
  dueTo: DaySchema.nullable(),
  dueWords: z.string().nullable(),
  dueAlternatives: z.array(ReadWindow),
  flags: z.array(z.string()),
  rules: z.array(z.string()),
  signs: Signs,
  signature: z.array(z.int()),
  quantities: z.array(ReadFigure),
})
export type StoredReading = z.infer<typeof StoredReading>

/** `revision` is the claim's as the person saw it; absent for a rejected candidate, which has none. */
export const TakeOverInput = z.object({
  differenceId: Id,
  revision: revision.optional(),
  predictionRevision: revision.optional(),
})
export type TakeOverInput = z.input<typeof TakeOverInput>
export const KeepDecidedInput = z.object({ differenceId: Id })
export type KeepDecidedInput = z.input<typeof KeepDecidedInput>
