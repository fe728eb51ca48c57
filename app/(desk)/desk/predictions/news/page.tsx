import type { Metadata } from 'next'
import { z } from 'zod'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { dayInZone } from '@/lib/core/days'
import { canWritePredictions } from '@/lib/predictions/policy'
import { listWaitingNews } from '@/lib/predictions/queries/news'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { NewsDone, NewsDoneNotice } from '../_components/news-done'
import { NewsListItem } from '../_components/news-item'
import { NewsKeys } from '../_components/news-keys'

export const metadata: Metadata = { title: 'News of predictions' }

const HERE = '/desk/predictions/news'
const CRUMBS = [{ href: '/desk/predictions', label: 'Predictions' }]
const Query = z.object({ after: z.uuid().optional().catch(undefined) }).extend(NewsDone.shape)

export default async function NewsPage({ searchParams }: PageProps<'/desk/predictions/news'>) {
  const ctx = await requireContext()
  const query = Query.parse(await searchParams)
  const { after } = query
  const [{ items, next }, { zone }] = await Promise.all([listWaitingNews(ctx, { after }), requireSettings()])
  return (
    <div className="flex max-w-page flex-col gap-6">
      <PageHeader
        title="News of predictions"
        crumbs={CRUMBS}
        lead="What later articles seem to say of open predictions. Nothing is taken until somebody looks."
      />
      <NewsDoneNotice ctx={ctx} query={query} at="list" without={HERE} />
      {items.length > 0 ? (
        <ul aria-label="News" data-news-list className="flex flex-col divide-y divide-rule border-rule border-y">
          {items.map((item) => (
            <NewsListItem
              key={item.id}
              item={item}
              at="list"
              today={dayInZone(ctx.now, zone)}
              mayDecide={canWritePredictions(ctx.actor)}
            />
          ))}
        </ul>
      ) : (
        <EmptyState drawing="bar" action={{ href: '/desk/predictions?view=open', label: 'To the open predictions' }}>
          {after
            ? 'There is nothing further.'
            : 'Nothing waits. When a newer article speaks of an open prediction, it is shown here.'}
        </EmptyState>
      )}
      <NewsKeys key={items[0]?.id} startsLit />
      <Pagination
        label="More news"
        newer={after ? HERE : undefined}
        older={next ? `${HERE}?after=${next}` : undefined}
      />
    </div>
  )
}
