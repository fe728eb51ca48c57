import type { Metadata } from 'next'
import { AllTopics } from './_components/all-topics'

export const metadata: Metadata = { title: 'Topics', alternates: { canonical: '/topics' } }
export const generateStaticParams = () => []

export default function TopicsPage({ params }: { params: Promise<{ edition: string }> }) {
  return <AllTopics params={params} />
}
