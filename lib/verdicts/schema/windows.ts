import { z } from 'zod'
import { optional } from '@/lib/core/fields'

const TURN_MAX = 2_000_000_000

/** Which opened page of the editor writes. */
export const WriterId = z.string().regex(/^[\w-]{8,64}$/)
/** Grows with each request of a window; one that arrives after a later one is known by it. */
export const Turn = z.int().min(0).max(TURN_MAX)
/** When the copy that a page was opened with had been kept. */
export const SeenAt = z.iso.datetime()

/** The window that a save came from, as its form says it; without scripts it has no name and knows only what it opened with. */
export const OpenedWindow = z.object({
  writerId: optional(WriterId),
  turn: z.coerce.number<number | string>().pipe(Turn).default(0),
  seenAt: optional(SeenAt),
})
export type OpenedWindow = z.infer<typeof OpenedWindow>
