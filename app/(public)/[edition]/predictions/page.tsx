import type { Metadata } from 'next'
import { readLedger } from '@/lib/publishing/queries/ledger'
import { listLedgerChoices } from '@/lib/publishing/queries/ledger-choices'
import { requireEdition } from '@/lib/web/edition'
import { Ledger } from './_components/ledger'

export const metadata: Metadata = {
  title: 'Predictions',
  description: 'Every opened prediction: when it was said, when it is due, and what came of it.',
  alternates: { canonical: '/predictions' },
}
export const generateStaticParams = () => []

export default async function PredictionsPage({ params }: { params: Promise<{ edition: string }> }) {
  const { today } = await requireEdition(params)
  const filter = { view: 'all' } as const
  const [{ rows, next, count }, choices] = await Promise.all([
    readLedger(filter, today),
    listLedgerChoices((await params).edition),
  ])
  return <Ledger asked={{ filter, problems: {} }} names={{}} {...{ rows, next, count, choices, today }} />
}
