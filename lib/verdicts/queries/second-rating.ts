import type { Context } from '@/lib/core/context'
import type { SecondRating } from '@/lib/platform/generated/client'
import { type BlindStanding, notBlindBecause, owesRating } from '../rules/blinding'
import type { Hand } from '../rules/moves'

/** A second rating beside the first, both as they stood when it was given. Keys of the scale that the verdict was made on. */
export type SecondRatingView = {
  id: string
  revision: number
  by: string
  rating: string
  note: string | null
  firstBy: string
  firstRating: string
  agrees: boolean
  notBlindBecause: 'saved' | 'looked' | null
  at: string
}

export type SecondView = {
  /** The text is kept from this person until they rated, or had it shown. */
  isHidden: boolean
  /** This person rates before they approve. */
  isOwed: boolean
  /** Why their rating would not be blind. */
  notBlindBecause: 'saved' | 'looked' | null
  /** None while the text is hidden. */
  ratings: SecondRatingView[]
}

type RatedVersion = {
  secondRatings: readonly (SecondRating & { rater: { name: string }; firstRater: { name: string } })[]
}

/** What the workspace shows about second ratings of a version; null where none is asked and none was given. */
export function secondOf(
  { actor }: Context,
  version: RatedVersion,
  { blind, hands, isHidden }: { blind: BlindStanding; hands: readonly Hand[]; isHidden: boolean },
): SecondView | null {
  if (!blind.isAsked && version.secondRatings.length === 0) return null
  return {
    isHidden,
    isOwed: owesRating(actor, blind, hands),
    notBlindBecause: actor.id === null ? null : notBlindBecause(actor.id, blind),
    ratings: isHidden ? [] : version.secondRatings.map(toView),
  }
}

export const toView = (row: RatedVersion['secondRatings'][number]): SecondRatingView => ({
  ...{ id: row.id, revision: row.revision, rating: row.rating, note: row.note, firstRating: row.firstRating },
  by: row.rater.name,
  firstBy: row.firstRater.name,
  agrees: row.rating === row.firstRating,
  notBlindBecause: row.notBlindBecause === 'saved' || row.notBlindBecause === 'looked' ? row.notBlindBecause : null,
  at: row.givenAt.toISOString(),
})
