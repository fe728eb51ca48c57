import { BY_NAME, EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { listPublicPublishers } from '@/lib/publishing/queries/people'
import { requireEdition } from '@/lib/web/edition'

/** A page of the index, from the publisher after `after`. */
export async function AllPublishers({ params, after }: { params: Promise<{ edition: string }>; after?: string }) {
  await requireEdition(params)
  const { publishers, next } = await listPublicPublishers(after)
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title="Publishers"
        lead="Where the claims were made. A publisher answers for its own voice and for its unnamed sources, never for the named people it quotes."
      />
      {publishers.length === 0 ? (
        <EmptyState drawing="bar">
          {after ? 'No publisher follows.' : 'Nothing that a publisher printed is published here yet.'}
        </EmptyState>
      ) : (
        <ul className="grid gap-x-16 border-rule border-t lg:grid-cols-2">
          {publishers.map((publisher) => (
            <li key={publisher.slug} className="flex items-baseline justify-between gap-4 border-rule border-b py-3">
              <a href={`/publishers/${publisher.slug}`} className="statement link-quiet min-w-0 text-17">
                {publisher.name}
              </a>
              <span className="text-13 text-ink-soft">{publisher.domain}</span>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label="Pages of publishers"
        words={BY_NAME}
        newer={after ? '/publishers' : undefined}
        older={next ? `/publishers?after=${next}` : undefined}
      />
    </div>
  )
}
