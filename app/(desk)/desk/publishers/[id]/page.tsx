import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { LinkButton } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { DefinitionList, PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { canEditPublishers, canMergePublishers, canSplitPublishers } from '@/lib/articles/policy'
import { getPublisher, listArticles, listPublishers, type PublisherListItem } from '@/lib/articles/queries'
import { listStandingSplits, type StandingSplit } from '@/lib/articles/queries/splits'
import { isUnknownPublisher } from '@/lib/articles/rules/importing'
import { countCandidatesOf } from '@/lib/claims/queries/reader'
import { counted } from '@/lib/core/counts'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { DoneNotice } from '../../_components/done-notice'
import { ArticleTable, textsOf } from '../../articles/_components/article-table'
import { MergeForm, UndoMergeForm } from '../_components/merge-form'
import { EditPublisher } from '../_components/publisher-form'
import { UndoSplitForm } from '../_components/split-forms'

export const metadata: Metadata = { title: 'Publisher' }

const CRUMBS = [{ href: '/desk/publishers', label: 'Publishers' }]

const Query = z.object({
  done: z.enum(['merged', 'merge-undone', 'split', 'split-undone']).optional().catch(undefined),
  moved: z.coerce.number().int().min(0).max(1_000_000).catch(0),
})
type Query = z.infer<typeof Query>

export default async function PublisherPage({ params, searchParams }: PageProps<'/desk/publishers/[id]'>) {
  const ctx = await requireContext()
  const id = z.uuid().safeParse((await params).id)
  const publisher = id.success ? await getPublisher(ctx, id.data) : null
  if (publisher === null) notFound()
  const query = Query.parse(await searchParams)
  const mayEdit = canEditPublishers(ctx.actor)
  const mayMerge = canMergePublishers(ctx.actor)
  const { articles } = await listArticles(ctx, { publisherId: publisher.id, limit: 10 })
  const counts = await countCandidatesOf(ctx, textsOf(articles))
  const { zone } = await requireSettings()
  const splits = await listStandingSplits(ctx, publisher.id)
  return (
    <div className="flex flex-col gap-10">
      {query.done ? (
        <DoneNotice key={ctx.requestId} without={`/desk/publishers/${publisher.id}`}>
          {doneWords(query, splits[0])}
        </DoneNotice>
      ) : null}
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
      <Splitting publisher={publisher} splits={splits} zone={zone} maySplit={canSplitPublishers(ctx.actor)} />
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

const articleWords = ({ _count }: PublisherListItem): string => counted(_count.articles, 'article')

function doneWords({ done, moved }: Query, latest: StandingSplit | undefined): string {
  switch (done) {
    case 'merged':
      return `Merged; ${counted(moved, 'article')} moved. This can be undone here.`
    case 'merge-undone':
      return `The merge is undone; ${counted(moved, 'article')} moved back.`
    case 'split':
      return `Split off: ${counted(moved, 'article')} moved to ${latest?.into.name ?? 'the other publisher'}. This can be undone here.`
    default:
      return `The split is undone; ${counted(moved, 'article')} moved back.`
  }
}

function Facts({ publisher: { domain, country, zone } }: { publisher: PublisherListItem }) {
  const items = [
    { term: 'Domain', value: domain ?? 'not known' },
    { term: 'Country', value: country ?? 'not known' },
    { term: 'Time zone', value: zone ?? 'not known' },
  ]
  return <DefinitionList beside items={items} />
}

/** What was split off, each with its undo, and the way to the next. */
function Splitting(props: { publisher: PublisherListItem; splits: StandingSplit[]; zone: string; maySplit: boolean }) {
  const { publisher, splits, zone, maySplit } = props
  const offers = maySplit && !publisher.mergedInto && publisher._count.articles > 0
  if (splits.length === 0 && !offers) return null
  return (
    <section aria-labelledby="split-title" className="flex max-w-measure flex-col gap-4 border-rule border-t pt-6">
      <h2 id="split-title" className="statement font-semibold text-21">
        Split articles off
      </h2>
      {splits.length > 0 ? (
        <ul className="flex flex-col divide-y divide-rule border-rule border-y">
          {splits.map(({ splitId, at, by, articles, into }) => (
            <li key={splitId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <p className="min-w-0">
                {counted(articles, 'article')} to <Link href={`/desk/publishers/${into.id}`}>{into.name}</Link>
                <span className="block text-13 text-ink-soft">
                  <Timestamp at={at.toISOString()} zone={zone} /> by {by}
                </span>
              </p>
              {maySplit ? (
                <UndoSplitForm
                  publisherId={publisher.id}
                  splitId={splitId}
                  label={`Undo this split: ${counted(articles, 'article')} to ${into.name}`}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {offers ? (
        <>
          <p className="text-ink-soft">
            For articles under this name that another publisher made. You choose them and see what moves before it does.
          </p>
          <div>
            <LinkButton href={`/desk/publishers/${publisher.id}/split`}>Choose articles to split off</LinkButton>
          </div>
        </>
      ) : null}
    </section>
  )
}

function Merging({ publisher, others }: { publisher: PublisherListItem; others: { id: string; name: string }[] }) {
  if (others.length === 0 || isUnknownPublisher(publisher.name)) return null
  return (
    <section aria-labelledby="merge-title" className="flex max-w-measure flex-col gap-4 border-rule border-t pt-6">
      <h2 id="merge-title" className="statement font-semibold text-21">
        Merge it into another one
      </h2>
      <p className="text-ink-soft">
        For two entries that are one publisher. Its articles move with the unnamed sources in them, later imports under
        the name {publisher.name} follow, and the merge can be undone.
      </p>
      <MergeForm publisherId={publisher.id} others={others} />
    </section>
  )
}
