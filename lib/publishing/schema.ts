import { z } from 'zod'
import { RESOLUTIONS } from '@/lib/predictions/rules/choices'

/** The ledger's filters, as they stand in the address. */
export const LEDGER_VIEWS = ['all', 'open', 'due_soon', 'overdue', 'resolved'] as const
export const LedgerView = z.enum(LEDGER_VIEWS).catch('all')
export type LedgerView = z.infer<typeof LedgerView>

/** What slugs are made of, as they stand in addresses; anything else is not asked for. */
export const Slug = z.string().regex(/^[a-z0-9-]{1,200}$/)

export const LedgerFilter = z.object({
  view: LedgerView,
  speaker: Slug.optional().catch(undefined),
  publisher: Slug.optional().catch(undefined),
  resolution: z.enum(RESOLUTIONS).optional().catch(undefined),
  /** "dueTo.predictionId" of the last row seen; nothing before the dot where there is no window. */
  after: z.string().max(60).optional().catch(undefined),
})
export type LedgerFilter = z.infer<typeof LedgerFilter>
