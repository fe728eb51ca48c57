import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { canEditPublishers } from '@/lib/articles/policy'
import { listPublishers, type PublisherListItem } from '@/lib/articles/queries'
import { textField } from '@/lib/core/text-field'
import { requireContext } from '@/lib/web/session'
import { AddPublisher } from './_components/publisher-form'

export const metadata: Metadata = { title: 'Publishers' }

const Query = z.object({
  after: textField(400).optional().catch(undefined),
  id: z.uuid().optional().catch(undefined),
})

export default async function PublishersPage({ searchParams }: PageProps<'/desk/publishers'>) {
  const ctx = await requireContext()
  const { after, id } = Query.parse(await searchParams)
  const { publishers, next } = await listPublishers(ctx, { after: after && id ? { nameKey: after, id } : undefined })
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title="Publishers" lead="Who published the articles. Importing adds what it does not know yet." />
      {publishers.length > 0 ? (
        <PublisherTable publishers={publishers} />
      ) : (
        <EmptyState>No publisher yet. The first import adds one.</EmptyState>
      )}
      <Pagination
        label="More publishers"
        newer={after ? '/desk/publishers' : undefined}
        older={next ? `/desk/publishers?${new URLSearchParams({ after: next.nameKey, id: next.id })}` : undefined}
      />
      {canEditPublishers(ctx.actor) ? (
        <section aria-labelledby="add-title" className="flex max-w-measure flex-col gap-4 border-rule border-t pt-6">
          <h2 id="add-title" className="statement font-semibold text-21">
            Add a publisher
          </h2>
          <AddPublisher />
        </section>
      ) : null}
    </div>
  )
}

function PublisherTable({ publishers }: { publishers: PublisherListItem[] }) {
  return (
    <Table caption="All publishers" captionHidden>
      <TableHead>
        <HeadCell>Name</HeadCell>
        <HeadCell>Domain</HeadCell>
        <HeadCell>Country</HeadCell>
        <HeadCell>Zone</HeadCell>
        <HeadCell numeric>Articles</HeadCell>
      </TableHead>
      <TableBody>
        {publishers.map((publisher) => (
          <Row key={publisher.id}>
            <Cell className="min-w-48">
              <Link href={`/desk/publishers/${publisher.id}`} className="link-quiet font-medium">
                {publisher.name}
              </Link>
              {publisher.mergedInto ? <Tag className="ml-2">merged into {publisher.mergedInto.name}</Tag> : null}
            </Cell>
            <Cell>{publisher.domain ?? <None />}</Cell>
            <Cell>{publisher.country ?? <None />}</Cell>
            <Cell>{publisher.zone ?? <None />}</Cell>
            <Cell numeric>{publisher._count.articles}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

const None = () => (
  <span className="relative text-ink-faint">
    <span aria-hidden="true">–</span>
    <span className="sr-only">not known</span>
  </span>
)
