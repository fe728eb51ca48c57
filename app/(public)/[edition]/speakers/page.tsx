import type { Metadata } from 'next'
import { AllSpeakers } from './_components/all-speakers'

export const metadata: Metadata = { title: 'Speakers', alternates: { canonical: '/speakers' } }
export const generateStaticParams = () => []

export default function SpeakersPage({ params }: { params: Promise<{ edition: string }> }) {
  return <AllSpeakers params={params} />
}
