import type { Metadata } from 'next'
import { namesOfFilter } from '@/lib/publishing/queries/filter-names'
import { listLedger } from '@/lib/publishing/queries/ledger'
import { readLedgerFilter } from '@/lib/publishing/rules/ledger-filter'
import { requireEdition } from '@/lib/web/edition'
import { Ledger } from '../_components/ledger'

export const metadata: Metadata = { title: 'Predictions', alternates: { canonical: '/predictions' } }
export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ edition: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** /predictions with a filter, and its older pages (see proxy.ts): made at each request. */
export default async function FilteredPredictionsPage({ params, searchParams }: Props) {
  const { today } = await requireEdition(params)
  const { filter } = readLedgerFilter(await searchParams)
  const [{ rows, next }, names] = await Promise.all([listLedger(filter, today), namesOfFilter(filter, today)])
  return <Ledger filter={filter} names={names} rows={rows} next={next} today={today} />
}
