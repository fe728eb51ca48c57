import { ratingOf } from '@/lib/settings/rules'
import type { RatingScale } from '@/lib/settings/schema'
import type { Subject } from '../queries/subject'
import type { FrozenVerdict, VerdictContent } from '../schema'

type About = Omit<FrozenVerdict, keyof Subject | keyof VerdictContent | 'format' | 'comment' | 'rating'> & {
  /** The one that the verdict was made on. */
  scale: RatingScale
}

/** What a reader's page shows, where the writer may still have left something open. */
export type Frozen = Omit<FrozenVerdict, 'rating' | 'asOfOn' | 'comment'> & {
  rating: FrozenVerdict['rating'] | null
  asOfOn: string | null
  comment: Omit<FrozenVerdict['comment'], 'wasAsked'> & { wasAsked: boolean | null }
}

/**
 * What the public page of a version shows: its words and what they rest on. Approval stores this, the editor previews it.
 * It is a FrozenVerdict where nothing is open.
 */
export function frozenOf(subject: Subject, content: VerdictContent, { scale, ...about }: About): Frozen {
  return {
    format: 1,
    ...about,
    ...subject,
    rating: frozenRating(scale, content.rating),
    summary: content.summary,
    rationale: content.rationale,
    searchDescription: content.searchDescription,
    comment: {
      wasAsked: content.wasCommentAsked,
      askedOn: null,
      answer: null,
      requests: content.wasCommentAsked ? content.commentRequests : [],
      reasonNotAsked: content.wasCommentAsked ? null : content.noCommentReason,
    },
    asOfOn: content.asOfOn,
    recheckOn: content.recheckOn,
  }
}

/** A rating with the ends of its scale; null where the scale has it not. */
function frozenRating(scale: RatingScale, key: string | null): FrozenVerdict['rating'] | null {
  const rating = ratingOf(scale, key)
  if (rating === null) return null
  const values = scale.flatMap(({ value }) => (value === null ? [] : [value]))
  const isNumeric = rating.value !== null
  return {
    key: rating.key,
    label: rating.label,
    meaning: rating.meaning,
    value: rating.value,
    best: isNumeric ? Math.max(...values) : null,
    worst: isNumeric ? Math.min(...values) : null,
  }
}
