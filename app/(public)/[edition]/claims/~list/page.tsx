import type { Metadata } from 'next'
import { z } from 'zod'
import { listVerdictCards } from '@/lib/publishing/queries/claims'
import { requireEdition } from '@/lib/web/edition'
import { AllVerdicts } from '../_components/all-verdicts'

export const metadata: Metadata = { title: 'Verdicts', alternates: { canonical: '/claims' } }
export const dynamic = 'force-dynamic'

const Query = z.object({ before: z.string().max(60).optional().catch(undefined) })

type Props = {
  params: Promise<{ edition: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The older pages of /claims (see proxy.ts): made at each request. */
export default async function OlderClaimsPage({ params, searchParams }: Props) {
  await requireEdition(params)
  const { before } = Query.parse(await searchParams)
  return <AllVerdicts {...(await listVerdictCards({ before }))} newer={before ? '/claims' : undefined} />
}
