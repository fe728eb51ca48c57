import type { Day } from '@/lib/core/days'
import type { FieldErrors } from '@/lib/core/errors'
import { UNVERIFIABLE } from '@/lib/settings/rules/scale'
import type { RatingScale } from '@/lib/settings/schema'
import type { VerdictContent } from './schema'

/**
 * What a submission still lacks, by field; empty when it is whole. `today` in the newsroom's zone; `scale` the one that the
 * verdict was made on.
 */
export function missingForSubmission(
  content: VerdictContent,
  { evidenceCount, scale, today }: { evidenceCount: number; scale: RatingScale; today: Day },
): FieldErrors {
  return {
    ...missingWords(content, scale),
    ...missingGround(content, evidenceCount),
    ...missingComment(content, today),
    ...wrongDays(content, today),
  }
}

function missingWords(content: VerdictContent, scale: RatingScale): FieldErrors {
  const missing: FieldErrors = {}
  if (!scale.some((rating) => rating.key === content.rating)) missing.rating = 'Choose a rating.'
  if (content.summary === '')
    missing.summary = 'Write the summary: what a reader takes away, in at most 280 characters.'
  if (content.rationale === '') missing.rationale = 'Write the rationale: how the evidence leads to the rating.'
  return missing
}

function missingGround(content: VerdictContent, evidenceCount: number): FieldErrors {
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
  const missing: FieldErrors = {}
  if (content.commentAskedOn === null) missing.commentAskedOn = 'Give the day on which the speaker was asked.'
  else if (content.commentAskedOn > today) missing.commentAskedOn = 'This day is still to come.'
  if (content.commentAnswer === null) missing.commentAnswer = 'Write what came, or that no answer came until when.'
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
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => {
      const [isMineChanged, isTheirsChanged] = [mine[field] !== base[field], theirs[field] !== base[field]]
      const kind = isMineChanged && isTheirsChanged ? 'choose' : isMineChanged ? 'mine' : 'theirs'
      return { field, base: base[field], mine: mine[field], theirs: theirs[field], kind }
    })
}

/** Whether two contents are the same in every field. */
export const isSameContent = (a: VerdictContent, b: VerdictContent): boolean =>
  (Object.keys(a) as ContentField[]).every((field) => a[field] === b[field])

/** The names of the fields that differ. */
export const changedContentFields = (before: VerdictContent, after: VerdictContent): ContentField[] =>
  (Object.keys(after) as ContentField[]).filter((field) => before[field] !== after[field])
