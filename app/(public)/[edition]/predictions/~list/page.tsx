import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { namesOfFilter } from '@/lib/publishing/queries/filter-names'
import { readLedger } from '@/lib/publishing/queries/ledger'
import { listLedgerChoices } from '@/lib/publishing/queries/ledger-choices'
import { ledgerPath, readLedgerFilter } from '@/lib/publishing/rules/ledger-filter'
import { requireEdition } from '@/lib/web/edition'
import { Ledger } from '../_components/ledger'

export const metadata: Metadata = { title: 'Predictions', alternates: { canonical: '/predictions' } }
export const dynamic = 'force-dynamic'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ edition: string }>; searchParams: Promise<Query> }

/** /predictions with a filter, and its older pages (see proxy.ts): made at each request. */
export default async function FilteredPredictionsPage({ params, searchParams }: Props) {
  const { today } = await requireEdition(params)
  const query = await searchParams
  const asked = readLedgerFilter(query)
  // Forms send the fields that were left empty too: the list has one address, without them.
  if (Object.values(query).includes('') && Object.keys(asked.problems).length === 0) redirect(ledgerPath(asked.filter))
  const [{ rows, next, count }, names, choices] = await Promise.all([
    readLedger(asked.filter, today),
    namesOfFilter(asked.filter, today),
    listLedgerChoices((await params).edition),
  ])
  return <Ledger asked={{ ...asked, typed: typedTexts(query) }} {...{ names, choices, rows, next, count, today }} />
}

/** What was typed stays in its field, whatever it was. */
const typedTexts = ({ from, to, closes }: Query) => ({
  ...(typeof from === 'string' ? { from } : {}),
  ...(typeof to === 'string' ? { to } : {}),
  ...(typeof closes === 'string' ? { closes } : {}),
})
