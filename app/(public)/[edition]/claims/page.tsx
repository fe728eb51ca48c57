import type { Metadata } from 'next'
import { listVerdictCards } from '@/lib/publishing/queries/claims'
import { requireEdition } from '@/lib/web/edition'
import { AllVerdicts } from './_components/all-verdicts'

export const metadata: Metadata = {
  title: 'Verdicts',
  description: 'Every verdict in force, the latest first, with its evidence.',
  alternates: { canonical: '/claims' },
}
export const generateStaticParams = () => []

export default async function ClaimsPage({ params }: { params: Promise<{ edition: string }> }) {
  await requireEdition(params)
  return <AllVerdicts {...(await listVerdictCards())} />
}
