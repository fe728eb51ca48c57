import type { Metadata } from 'next'
import { Slug } from '@/lib/publishing/schema'
import { AllPublishers } from '../_components/all-publishers'

export const metadata: Metadata = { title: 'Publishers', alternates: { canonical: '/publishers' } }
export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ edition: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The further pages of /publishers (see proxy.ts): made at each request. What is no place in the list begins at its top. */
export default async function MorePublishersPage({ params, searchParams }: Props) {
  const { after } = await searchParams
  return <AllPublishers params={params} after={Slug.safeParse(after).data} />
}
