import type { Metadata } from 'next'
import { listLedger } from '@/lib/publishing/queries/ledger'
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
  const { rows, next } = await listLedger({ view: 'all' }, today)
  return <Ledger filter={{ view: 'all' }} rows={rows} next={next} today={today} />
}
