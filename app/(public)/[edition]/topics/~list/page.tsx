import type { Metadata } from 'next'
import { Slug } from '@/lib/publishing/schema'
import { AllTopics } from '../_components/all-topics'

export const metadata: Metadata = { title: 'Topics', alternates: { canonical: '/topics' } }
export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ edition: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The further pages of /topics (see proxy.ts): made at each request. What is no place in the list begins at its top. */
export default async function MoreTopicsPage({ params, searchParams }: Props) {
  const { after } = await searchParams
  return <AllTopics params={params} after={Slug.safeParse(after).data} />
}
