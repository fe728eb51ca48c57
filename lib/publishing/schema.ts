import { z } from 'zod'
import { DaySchema } from '@/lib/core/day-schema'
import { Id } from '@/lib/core/ids'
import { RESOLUTIONS } from '@/lib/predictions/rules/choices'
import { CERTAINTIES, LEDGER_VIEWS, OPENINGS, STANDINGS, VOICES } from './rules/choices'
import { closesOf } from './rules/closes'

export const LedgerView = z.enum(LEDGER_VIEWS)
export type LedgerView = z.infer<typeof LedgerView>

/** What slugs are made of, as they stand in addresses; anything else is not asked for. */
export const Slug = z.string().regex(/^[a-z0-9-]{1,200}$/)

/**
 * Where a page of the ledger goes on: after the last row seen, by what the view is ordered by (the window's last day, nothing
 * where there is none, or for what is settled the instant in milliseconds) and an id.
 */
export const LedgerKey = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2}|\d{1,13})?\.[0-9a-f-]{36}$/)
  .refine((key) => Id.safeParse(key.slice(-36)).success)

/**
 * The ledger's filters, as they stand in the address. A publisher without a voice is all that stands in its pages; a voice
 * without a publisher means nothing. The window asked for, `from` to `to` with either end left open, is one that a due window
 * overlaps.
 */
export const LedgerFilter = z.object({
  view: LedgerView,
  speaker: Slug.optional(),
  publisher: Slug.optional(),
  voice: z.enum(VOICES).optional(),
  topic: Slug.optional(),
  /** `phraseSlug` of the words. */
  phrase: Slug.optional(),
  certainty: z.enum(CERTAINTIES).optional(),
  resolution: z.enum(RESOLUTIONS).optional(),
  /** As the record of whom the list is about counts it today. */
  standing: z.enum(STANDINGS).optional(),
  opened: z.enum(OPENINGS).optional(),
  /** When window and grace close (`closesOf`). */
  closes: z
    .string()
    .refine((text) => closesOf(text) !== null)
    .optional(),
  from: DaySchema.optional(),
  to: DaySchema.optional(),
  after: LedgerKey.optional(),
})
export type LedgerFilter = z.infer<typeof LedgerFilter>
