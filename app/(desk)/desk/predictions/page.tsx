import type { Metadata } from 'next'
import { z } from 'zod'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { canWritePredictions } from '@/lib/predictions/policy'
import { countPredictions, listPredictions, PREDICTION_FILTERS } from '@/lib/predictions/queries/list'
import { requireContext } from '@/lib/web/session'
import { FilterTabs } from './_components/filter-tabs'
import { PredictionList } from './_components/prediction-list'

export const metadata: Metadata = { title: 'Predictions' }

const LABELS = {
  to_open: 'To open',
  waiting: 'Waiting for approval',
  open: 'Open',
  due_soon: 'Due soon',
  due: 'Due',
  overdue: 'Overdue',
  resolved: 'Resolved',
}

const EMPTY = {
  to_open: 'No prediction waits to be opened. Accept claims of that kind in an article, and they appear here.',
  waiting: 'Nothing waits for a second person.',
  open: 'No prediction is open. Open one, and its window is watched here.',
  due_soon: 'No window ends within 30 days.',
  due: 'No window ends today, and none is in its days of grace.',
  overdue: 'Nothing is overdue: every closed window has its outcome.',
  resolved: 'No prediction is resolved yet. Record an outcome, and what it resolves appears here.',
}

const Query = z.object({
  view: z.enum(PREDICTION_FILTERS).catch('to_open'),
  after: z.string().max(100).nullable().catch(null).default(null),
})

export default async function PredictionsPage({ searchParams }: PageProps<'/desk/predictions'>) {
  const ctx = await requireContext()
  const { view, after } = Query.parse(await searchParams)
  const [counts, page] = await Promise.all([countPredictions(ctx), listPredictions(ctx, { filter: view, after })])
  const here = `/desk/predictions?view=${view}`
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Predictions"
        actions={
          canWritePredictions(ctx.actor) ? (
            <LinkButton href="/desk/outcomes/new" variant="primary">
              Record an outcome
            </LinkButton>
          ) : null
        }
      />
      <FilterTabs
        label="Which predictions"
        current={view}
        views={PREDICTION_FILTERS.map((filter) => ({
          view: filter,
          label: LABELS[filter],
          count: counts[filter],
          href: `/desk/predictions?view=${filter}`,
        }))}
      />
      {page.items.length > 0 ? (
        <PredictionList items={page.items} today={page.today} label={LABELS[view]} />
      ) : (
        <EmptyState drawing="bar">{after ? 'There is nothing further.' : EMPTY[view]}</EmptyState>
      )}
      <Pagination
        label="More predictions"
        newer={after ? here : undefined}
        older={page.nextCursor ? `${here}&after=${encodeURIComponent(page.nextCursor)}` : undefined}
      />
    </div>
  )
}
