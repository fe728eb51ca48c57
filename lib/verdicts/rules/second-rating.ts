import { z } from 'zod'

const Saved = z.object({ rating: z.string().nullable().optional() })

/**
 * Who put down the rating as it stands: the one who saved it last over another. `saves` the oldest first. Null where none of
 * them has this rating.
 */
export function firstRaterOf(
  rating: string | null,
  saves: readonly { savedById: string; content: unknown }[],
): string | null {
  let rater: string | null = null
  for (const { savedById, content } of saves) {
    const isSame = rating !== null && Saved.safeParse(content).data?.rating === rating
    rater = isSame ? (rater ?? savedById) : null
  }
  return rater
}
