import type { Metadata } from 'next'
import Link from 'next/link'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { RowKeys } from '@/app/(desk)/_components/queues/row-keys'
import { SavedViews } from '@/app/(desk)/_components/queues/saved-views'
import { listPublisherNames, listTopics } from '@/lib/desk/queries/choices'
import { countPredictionQueues, listPredictionQueue } from '@/lib/desk/queries/prediction-queue'
import { listViews } from '@/lib/desk/queries/views'
import { PREDICTION_VIEWS, PredictionQueueQuery, type PredictionView } from '@/lib/desk/schema/predictions'
import { queryText } from '@/lib/desk/schema/queues'
import { canWritePredictions } from '@/lib/predictions/policy'
import { countWaitingNews } from '@/lib/predictions/queries/news'
import { requireContext } from '@/lib/web/session'
import { FilterTabs } from './_components/filter-tabs'
import { PredictionFilters } from './_components/prediction-filters'
import { PredictionList } from './_components/prediction-list'

export const metadata: Metadata = { title: 'Predictions' }

const LABELS: Record<PredictionView, string> = {
  to_open: 'To open',
  no_criteria: 'Without criteria',
  no_window: 'Without window',
  waiting: 'Waiting for approval',
  open: 'Open',
  due_soon: 'Due soon',
  due: 'Due',
  overdue: 'Overdue',
  resolved: 'Resolved',
  too_vague: 'Too vague',
}

const EMPTY: Record<PredictionView, string> = {
  to_open: 'No prediction waits to be opened. Accept claims of that kind in an article, and they appear here.',
  no_criteria: 'Every prediction that waits to be opened says by what it will be judged.',
  no_window: 'Every prediction that waits to be opened has a window.',
  waiting: 'Nothing waits for a second person.',
  open: 'No prediction is open. Open one, and its window is watched here.',
  due_soon: 'No window ends within 30 days.',
  due: 'No window ends today, and none is in its days of grace.',
  overdue: 'Nothing is overdue: every closed window has its outcome.',
  resolved: 'No prediction is resolved yet. Record an outcome, and what it resolves appears here.',
  too_vague: 'No prediction was found too vague, and none waits to be marked so.',
}

/** Lists that go by a day, with the words for either way. */
const SORTS: Partial<Record<PredictionView, readonly [first: string, last: string]>> = {
  open: ['Due first', 'Due last'],
  due_soon: ['Due first', 'Due last'],
  due: ['Due first', 'Due last'],
  overdue: ['Overdue the longest', 'Overdue the latest'],
}

const addressOf = (query: string): string => `/desk/predictions?${query}`

export default async function PredictionsPage({ searchParams }: PageProps<'/desk/predictions'>) {
  const ctx = await requireContext()
  const { view, after, sort, ...filter } = PredictionQueueQuery.parse(await searchParams)
  const query = queryText({ ...filter, view, sort })
  const isFiltered = queryText(filter) !== ''
  const [counts, page, views, topics, publishers, news] = await Promise.all([
    countPredictionQueues(ctx, PREDICTION_VIEWS),
    listPredictionQueue(ctx, { view, after, sort, ...filter }),
    listViews(ctx, 'predictions'),
    listTopics(ctx),
    listPublisherNames(ctx),
    countWaitingNews(ctx),
  ])
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title="Predictions"
        actions={
          <>
            <LinkButton
              href={`/desk/predictions/calendars${isFiltered ? `?${queryText(filter)}` : ''}`}
              variant="secondary"
            >
              {isFiltered ? 'Calendar of these' : 'Calendars'}
            </LinkButton>
            {canWritePredictions(ctx.actor) ? (
              <LinkButton href="/desk/outcomes/new" variant="primary">
                Record an outcome
              </LinkButton>
            ) : null}
          </>
        }
      />
      <FilterTabs
        label="Which predictions"
        current={view}
        views={PREDICTION_VIEWS.map((one) => ({
          view: one,
          label: LABELS[one],
          count: counts[one],
          href: addressOf(`view=${one}`),
        }))}
      />
      {news > 0 ? (
        <p>
          <Link href="/desk/predictions/news">
            News of open predictions in later articles <span className="tabular-nums">({news})</span>
          </Link>
        </p>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4">
        <PredictionFilters view={view} sort={sort} filter={filter} topics={topics} publishers={publishers} />
        <SavedViews page="predictions" path="/desk/predictions" query={isFiltered ? query : ''} views={views} />
      </div>
      <Sorting view={view} sort={sort} addressFor={(way) => addressOf(queryText({ ...filter, view, sort: way }))} />
      {page.items.length > 0 ? (
        <>
          <RowKeys />
          <PredictionList items={page.items} today={page.today} label={LABELS[view]} />
        </>
      ) : (
        <Empty view={view} isFiltered={isFiltered} isPaged={after !== undefined} />
      )}
      <Pagination
        label="More predictions"
        newer={after ? addressOf(query) : undefined}
        older={page.next ? addressOf(queryText({ ...filter, view, sort, after: page.next })) : undefined}
      />
    </div>
  )
}

function Sorting({
  view,
  sort,
  addressFor,
}: {
  view: PredictionView
  sort: 'latest' | undefined
  addressFor: (sort: 'latest' | undefined) => string
}) {
  const words = SORTS[view]
  if (words === undefined) return null
  return (
    <nav aria-label="Order" className="flex gap-x-4 text-13 text-ink-soft">
      {([undefined, 'latest'] as const).map((way, i) => (
        <Link
          key={words[i]}
          href={addressFor(way)}
          aria-current={way === sort ? 'true' : undefined}
          className="py-1 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {words[i]}
        </Link>
      ))}
    </nav>
  )
}

function Empty({ view, isFiltered, isPaged }: { view: PredictionView; isFiltered: boolean; isPaged: boolean }) {
  const whole = { href: addressOf(`view=${view}`) }
  if (isPaged)
    return <EmptyState action={{ ...whole, label: 'To the first page' }}>There are no further predictions.</EmptyState>
  if (isFiltered)
    return <EmptyState action={{ ...whole, label: 'Show all of them' }}>No prediction fits these filters.</EmptyState>
  return <EmptyState drawing="bar">{EMPTY[view]}</EmptyState>
}
