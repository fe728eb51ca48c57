import type { Metadata } from 'next'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import { listPublicPublishers } from '@/lib/publishing/queries/people'
import { requireEdition } from '@/lib/web/edition'

export const metadata: Metadata = { title: 'Publishers', alternates: { canonical: '/publishers' } }
export const generateStaticParams = () => []

export default async function PublishersPage({ params }: { params: Promise<{ edition: string }> }) {
  await requireEdition(params)
  const publishers = await listPublicPublishers()
  return (
    <>
      <PageHeader
        title="Publishers"
        lead="Where the claims were made. A publisher answers for its own voice and for its unnamed sources, never for the named people it quotes."
      />
      {publishers.length === 0 ? (
        <EmptyState drawing="bar">Nothing that a publisher printed is published here yet.</EmptyState>
      ) : (
        <ul className="mt-8 grid gap-x-16 border-rule border-t lg:grid-cols-2">
          {publishers.map((publisher) => (
            <li key={publisher.slug} className="flex items-baseline justify-between gap-4 border-rule border-b py-3">
              <a href={`/publishers/${publisher.slug}`} className="statement link-quiet text-17">
                {publisher.name}
              </a>
              <span className="text-13 text-ink-soft">{publisher.domain}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
