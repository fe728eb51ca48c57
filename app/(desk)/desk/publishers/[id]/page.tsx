import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Notice } from '@/app/_ui/notice'
import { DefinitionList, PageHeader } from '@/app/_ui/page-parts'
import { canEditPublishers, canMergePublishers } from '@/lib/articles/policy'
import { getPublisher, listArticles, listPublishers, type PublisherListItem } from '@/lib/articles/queries'
import { isUnknownPublisher } from '@/lib/articles/rules/importing'
import { countCandidatesOf } from '@/lib/claims/queries/reader'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { ArticleTable, textsOf } from '../../articles/_components/article-table'
import { MergeForm, UndoMergeForm } from '../_components/merge-form'
import { EditPublisher } from '../_components/publisher-form'

export const metadata: Metadata = { title: 'Publisher' }

const CRUMBS = [{ href: '/desk/publishers', label: 'Publishers' }]

export default async function PublisherPage({ params }: PageProps<'/desk/publishers/[id]'>) {
  const ctx = await requireContext()
  const id = z.uuid().safeParse((await params).id)
  const publisher = id.success ? await getPublisher(ctx, id.data) : null
  if (publisher === null) notFound()
  const mayEdit = canEditPublishers(ctx.actor)
  const mayMerge = canMergePublishers(ctx.actor)
  const { articles } = await listArticles(ctx, { publisherId: publisher.id, limit: 10 })
  const counts = await countCandidatesOf(ctx, textsOf(articles))
  const { zone } = await requireSettings()
  return (
    <div className="flex flex-col gap-10">
      <PageHeader title={publisher.name} crumbs={CRUMBS} lead={articleWords(publisher)} />
      {publisher.mergedInto ? (
        <Notice title={`Merged into ${publisher.mergedInto.name}`}>
          Its articles stand under{' '}
          <Link href={`/desk/publishers/${publisher.mergedInto.id}`}>{publisher.mergedInto.name}</Link>, and so does
          what is imported under this name.
          {mayMerge ? <UndoMergeForm publisherId={publisher.id} /> : null}
        </Notice>
      ) : null}
      <section aria-labelledby="data-title" className="flex max-w-measure flex-col gap-4">
        <h2 id="data-title" className="statement font-semibold text-21">
          About it
        </h2>
        {mayEdit ? <EditPublisher publisher={publisher} /> : <Facts publisher={publisher} />}
      </section>
      {articles.length > 0 ? (
        <section aria-labelledby="articles-title" className="flex flex-col gap-4">
          <h2 id="articles-title" className="statement font-semibold text-21">
            Its newest articles
          </h2>
          <ArticleTable articles={articles} counts={counts} zone={zone} />
        </section>
      ) : null}
      {mayMerge && !publisher.mergedInto ? (
        <Merging publisher={publisher} others={await othersThan(publisher)} />
      ) : null}
    </div>
  )

  async function othersThan({ id: own }: PublisherListItem) {
    const { publishers } = await listPublishers(ctx, { limit: 200 })
    return publishers.filter((other) => other.id !== own && !other.mergedInto).map(({ id, name }) => ({ id, name }))
  }
}

const articleWords = ({ _count }: PublisherListItem): string =>
  _count.articles === 1 ? '1 article' : `${_count.articles} articles`

function Facts({ publisher: { domain, country, zone } }: { publisher: PublisherListItem }) {
  const items = [
    { term: 'Domain', value: domain ?? 'not known' },
    { term: 'Country', value: country ?? 'not known' },
    { term: 'Time zone', value: zone ?? 'not known' },
  ]
  return <DefinitionList beside items={items} />
}

function Merging({ publisher, others }: { publisher: PublisherListItem; others: { id: string; name: string }[] }) {
  if (others.length === 0 || isUnknownPublisher(publisher.name)) return null
  return (
    <section aria-labelledby="merge-title" className="flex max-w-measure flex-col gap-4 border-rule border-t pt-6">
      <h2 id="merge-title" className="statement font-semibold text-21">
        Merge it into another one
      </h2>
      <p className="text-ink-soft">
        For two entries that are one publisher. Its articles move, later imports under the name {publisher.name} follow,
        and the merge can be undone.
      </p>
      <MergeForm publisherId={publisher.id} others={others} />
    </section>
  )
}
