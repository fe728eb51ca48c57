import { z } from 'zod'
import { RESOLUTIONS } from '@/lib/predictions/schema'

/** The ledger's filters, as they stand in the address. */
export const LEDGER_VIEWS = ['all', 'open', 'due_soon', 'overdue', 'resolved'] as const
export const LedgerView = z.enum(LEDGER_VIEWS).catch('all')
export type LedgerView = z.infer<typeof LedgerView>

const slug = z.string().regex(/^[a-z0-9-]{1,120}$/)

export const LedgerFilter = z.object({
  view: LedgerView,
  speaker: slug.optional().catch(undefined),
  publisher: slug.optional().catch(undefined),
  resolution: z.enum(RESOLUTIONS).optional().catch(undefined),
  /** "dueTo.claimId" of the last row seen. */
  after: z.string().max(60).optional().catch(undefined),
})
export type LedgerFilter = z.infer<typeof LedgerFilter>
