import type { Day } from '@/lib/core/days'
import type { FieldErrors } from '@/lib/core/errors'
import { UNVERIFIABLE } from '@/lib/settings/rules/scale'
import type { Checklist, RatingScale } from '@/lib/settings/schema'
import { citedEvidence } from './rules/markdown'
import type { VerdictContent } from './schema'
import type { CommentRequest } from './schema/comments'

type Ground = {
  evidenceIds: readonly string[]
  /** The one that the verdict was made on. */
  scale: RatingScale
  /** The one in force. */
  checklist: Checklist
  /** In the newsroom's zone. */
  today: Day
}

/** What a submission still lacks, by field; empty when it is whole. */
export function missingForSubmission(
  content: VerdictContent,
  { evidenceIds, scale, checklist, today }: Ground,
): FieldErrors {
  return {
    ...missingWords(content, scale),
    ...missingGround(content, evidenceIds),
    ...missingComment(content, today),
    ...missingChecks(content, checklist),
    ...wrongDays(content, today),
  }
}

/** What of the newsroom's checklist is still open. */
export function missingChecks({ checks }: VerdictContent, checklist: Checklist): FieldErrors {
  const open = checklist.filter(({ key }) => !checks.includes(key))
  const [first] = open
  if (first === undefined) return {}
  const rest = open.length === 1 ? '' : `, and ${open.length - 1} more`
  return { checks: `Tick the whole checklist once it is done. Still open: “${first.label}”${rest}.` }
}

function missingWords(content: VerdictContent, scale: RatingScale): FieldErrors {
  const missing: FieldErrors = {}
  if (!scale.some((rating) => rating.key === content.rating)) missing.rating = 'Choose a rating.'
  if (content.summary === '')
    missing.summary = 'Write the summary: what a reader takes away, in at most 280 characters.'
  if (content.rationale === '') missing.rationale = 'Write the rationale: how the evidence leads to the rating.'
  return missing
}

function missingGround(content: VerdictContent, evidenceIds: readonly string[]): FieldErrors {
  const gone = citedEvidence(content.rationale).some((id) => !evidenceIds.includes(id))
  const cited: FieldErrors = gone
    ? { rationale: 'It cites evidence that was removed, shown as [?]. Cite another piece, or take the mark out.' }
    : {}
  return { ...cited, ...missingEvidence(content, evidenceIds.length) }
}

function missingEvidence(content: VerdictContent, evidenceCount: number): FieldErrors {
  if (content.rating === UNVERIFIABLE) {
    return content.searchDescription === null
      ? { searchDescription: 'Describe the search: what was looked for, where and when.' }
      : {}
  }
  return evidenceCount === 0 ? { evidence: 'Add at least one piece of evidence before submitting.' } : {}
}

function missingComment(content: VerdictContent, today: Day): FieldErrors {
  if (content.wasCommentAsked === null) return { wasCommentAsked: 'Say whether the speaker was asked for comment.' }
  if (!content.wasCommentAsked) {
    return content.noCommentReason === null ? { noCommentReason: 'Say why the speaker was not asked.' } : {}
  }
  if (content.commentRequests.length === 0)
    return { commentRequests: 'Log the request: when, whom, by which way, and what came.' }
  return Object.assign({}, ...content.commentRequests.map((request, index) => missingOfRequest(request, index, today)))
}

function missingOfRequest({ askedOn, whom, way, answer }: CommentRequest, index: number, today: Day): FieldErrors {
  const at = (name: keyof CommentRequest) => `commentRequests.${index}.${name}`
  const missing: FieldErrors = {}
  if (askedOn === null) missing[at('askedOn')] = 'Give the day of the request.'
  else if (askedOn > today) missing[at('askedOn')] = 'This day is still to come.'
  if (whom === '') missing[at('whom')] = 'Say who was asked.'
  if (way === null) missing[at('way')] = 'Say by which way.'
  if (answer === null) missing[at('answer')] = 'Write what came, or that no answer came until when.'
  return missing
}

function wrongDays({ asOfOn, recheckOn }: VerdictContent, today: Day): FieldErrors {
  const wrong: FieldErrors = {}
  if (asOfOn === null) wrong.asOfOn = 'Give the day up to which the evidence was looked at.'
  else if (asOfOn > today) wrong.asOfOn = 'This day is still to come.'
  if (recheckOn !== null && recheckOn <= today) wrong.recheckOn = 'The day to check again lies in the future.'
  return wrong
}

export type ContentField = keyof VerdictContent

/** One field of a conflict: what it was when the editor opened it, what each of the two made of it. */
export type FieldMerge = {
  field: ContentField
  base: VerdictContent[ContentField]
  mine: VerdictContent[ContentField]
  theirs: VerdictContent[ContentField]
  /** `choose`: both changed it, differently. The others merge by themselves. */
  kind: 'choose' | 'mine' | 'theirs'
}

/** Compares two edits of one revision, field by field; fields on which both agree are left out. */
export function mergeContents(base: VerdictContent, mine: VerdictContent, theirs: VerdictContent): FieldMerge[] {
  const fields = Object.keys(mine) as ContentField[]
  return fields
    .filter((field) => !isSame(mine[field], theirs[field]))
    .map((field) => {
      const [isMineChanged, isTheirsChanged] = [mine, theirs].map((edit) => !isSame(edit[field], base[field]))
      const kind = isMineChanged && isTheirsChanged ? 'choose' : isMineChanged ? 'mine' : 'theirs'
      return { field, base: base[field], mine: mine[field], theirs: theirs[field], kind }
    })
}

/** Lists are compared whole; schemas make them in one order of keys. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether two contents are the same in every field. */
export const isSameContent = (a: VerdictContent, b: VerdictContent): boolean =>
  (Object.keys(a) as ContentField[]).every((field) => isSame(a[field], b[field]))

/** The names of the fields that differ. */
export const changedContentFields = (before: VerdictContent, after: VerdictContent): ContentField[] =>
  (Object.keys(after) as ContentField[]).filter((field) => !isSame(before[field], after[field]))
