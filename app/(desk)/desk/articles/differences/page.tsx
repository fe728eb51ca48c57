import type { Metadata } from 'next'
import { z } from 'zod'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { Tag } from '@/app/_ui/tag'
import { fieldNames } from '@/app/(desk)/_components/difference-rows'
import { listOpenDifferences, type OpenDifference } from '@/lib/claims/queries/open-differences'
import { requireContext } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Read differently now' }

const CRUMBS = [{ href: '/desk/articles', label: 'Articles' }]
const Query = z.object({ after: z.uuid().optional().catch(undefined) })

export default async function DifferencesPage({ searchParams }: PageProps<'/desk/articles/differences'>) {
  const ctx = await requireContext()
  const { after } = Query.parse(await searchParams)
  const { differences, next } = await listOpenDifferences(ctx, { after })
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Read differently now"
        crumbs={CRUMBS}
        lead="Claims that people decided on, and that newer rules read otherwise. The decisions stand until somebody looks."
      />
      {differences.length > 0 ? (
        <ul className="flex max-w-measure flex-col divide-y divide-rule border-rule border-y">
          {differences.map((difference) => (
            <DifferenceItem key={difference.id} difference={difference} />
          ))}
        </ul>
      ) : (
        <EmptyState action={{ href: '/desk/articles', label: 'Back to the articles' }}>
          {after ? 'There are no more.' : 'Nothing that people decided is read otherwise by the present rules.'}
        </EmptyState>
      )}
      <Pagination
        label="More that is read differently"
        newer={after ? '/desk/articles/differences' : undefined}
        older={next ? `/desk/articles/differences?after=${next}` : undefined}
      />
    </div>
  )
}

const STATES = { accepted: 'Accepted', merged: 'Merged', rejected: 'Rejected' } as const

function DifferenceItem({
  difference: { candidateId, candidateState, quote, fields, article },
}: {
  difference: OpenDifference
}) {
  return (
    <li className="py-4">
      <a
        href={`/desk/articles/${article.id}?c=${candidateId}#claim-${candidateId}`}
        className="link-quiet line-clamp-3 font-serif text-17"
      >
        “{quote}”
      </a>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-soft">
        <Tag>{STATES[candidateState]}</Tag>
        <span>Another {fieldNames(fields)}</span>
        <span>
          {article.title} · {article.publisherName}
        </span>
      </p>
    </li>
  )
}
