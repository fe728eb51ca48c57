import { z } from 'zod'
import { Id } from '@/lib/core/ids'

/** Where a carried claim stands in a later text: one of the places shown, or (empty) nowhere any more. */
export const ChoosePlaceInput = z.object({
  candidateId: Id,
  snapshotId: Id,
  start: z.preprocess(
    (value) => (value === 'none' ? null : value),
    z.union([z.null(), z.coerce.number<number>().pipe(z.int().min(0))], {
      error: 'Choose one of the places, or that it is not said any more.',
    }),
  ),
})
export type ChoosePlaceInput = { candidateId: string; snapshotId: string; start: number | null }

/** How many candidates of a copy are taken over at once. */
export const MAX_TAKEN_OVER = 200
/** Forms send "CANDIDATE:CLAIM"; read, it is the two ids. */
const Pair = z.preprocess(
  (given) => {
    const [candidateId, claimId] = typeof given === 'string' ? given.split(':') : []
    return typeof given === 'string' ? { candidateId, claimId } : given
  },
  z.object({ candidateId: Id, claimId: Id }),
)
/** What is taken over for which article, as the person saw it proposed. */
export const TakeOverCopiesInput = z.object({
  articleId: Id,
  pairs: z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z
      .array(Pair, { error: 'Nothing is left to take over.' })
      .min(1, { error: 'Nothing is left to take over.' })
      .max(MAX_TAKEN_OVER),
  ),
})
export type TakeOverCopiesInput = { articleId: string; pairs: { candidateId: string; claimId: string }[] }
