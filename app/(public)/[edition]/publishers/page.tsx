import type { Metadata } from 'next'
import { AllPublishers } from './_components/all-publishers'

export const metadata: Metadata = { title: 'Publishers', alternates: { canonical: '/publishers' } }
export const generateStaticParams = () => []

export default function PublishersPage({ params }: { params: Promise<{ edition: string }> }) {
  return <AllPublishers params={params} />
}
