import type { LedgerFilter } from '@/lib/publishing/schema'

/** The address of a filtered ledger; the unfiltered one has no query, so that it comes from the cache. */
export function ledgerPath({ view, speaker, publisher, resolution, after }: LedgerFilter): string {
  const query = new URLSearchParams()
  if (view !== 'all') query.set('view', view)
  for (const [name, value] of Object.entries({ speaker, publisher, resolution, after })) {
    if (value !== undefined) query.set(name, value)
  }
  return query.size === 0 ? '/predictions' : `/predictions?${query}`
}
