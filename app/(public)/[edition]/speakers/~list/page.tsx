import type { Metadata } from 'next'
import { Slug } from '@/lib/publishing/schema'
import { AllSpeakers } from '../_components/all-speakers'

export const metadata: Metadata = { title: 'Speakers', alternates: { canonical: '/speakers' } }
export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ edition: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The further pages of /speakers (see proxy.ts): made at each request. What is no place in the list begins at its top. */
export default async function MoreSpeakersPage({ params, searchParams }: Props) {
  const { after } = await searchParams
  return <AllSpeakers params={params} after={Slug.safeParse(after).data} />
}
