import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { canWritePredictions } from '@/lib/predictions/policy'
import { OUTCOME_STATE_WORDS, outcomeDaysWords } from '@/lib/predictions/present'
import { countOutcomes, listOutcomes, type OutcomeListItem } from '@/lib/predictions/queries/outcomes'
import { OUTCOME_STATES } from '@/lib/predictions/schema'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { FilterTabs } from '../predictions/_components/filter-tabs'
import { OutcomeStateTag } from './_components/state-tag'

export const metadata: Metadata = { title: 'Outcomes' }

const Query = z.object({
  view: z.enum(['all', ...OUTCOME_STATES]).catch('all'),
  before: z.uuid().optional().catch(undefined),
})

export default async function OutcomesPage({ searchParams }: PageProps<'/desk/outcomes'>) {
  const ctx = await requireContext()
  const { view, before } = Query.parse(await searchParams)
  const [counts, page, { zone }] = await Promise.all([
    countOutcomes(ctx),
    listOutcomes(ctx, { state: view === 'all' ? undefined : view, before }),
    requireSettings(),
  ])
  const here = `/desk/outcomes?view=${view}`
  const all = OUTCOME_STATES.reduce((sum, state) => sum + counts[state], 0) - counts.dropped
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Outcomes"
        lead="What really happened, recorded once; each resolves all the predictions that it is linked to."
        actions={
          canWritePredictions(ctx.actor) ? (
            <LinkButton href="/desk/outcomes/new" variant="primary">
              Record an outcome
            </LinkButton>
          ) : null
        }
      />
      <FilterTabs
        label="Which outcomes"
        current={view}
        views={[
          { view: 'all', label: 'All', count: all, href: '/desk/outcomes' },
          ...OUTCOME_STATES.map((state) => ({
            view: state,
            label: OUTCOME_STATE_WORDS[state],
            count: counts[state],
            href: `/desk/outcomes?view=${state}`,
          })),
        ]}
      />
      {page.items.length > 0 ? (
        <ul className="flex flex-col" aria-label="Outcomes">
          {page.items.map((item) => (
            <OutcomeRow key={item.id} item={item} zone={zone} />
          ))}
        </ul>
      ) : (
        <EmptyState drawing="bar">
          {before
            ? 'There is nothing further.'
            : 'No outcome here. When the window of a prediction closes, record what happened.'}
        </EmptyState>
      )}
      <Pagination
        label="More outcomes"
        newer={before ? here : undefined}
        older={page.nextCursor ? `${here}&before=${page.nextCursor}` : undefined}
      />
    </div>
  )
}

function OutcomeRow({ item, zone }: { item: OutcomeListItem; zone: string }) {
  const links = item.links === 1 ? '1 prediction' : `${item.links} predictions`
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-rule border-b py-3 hover:bg-sunk md:grid-cols-[minmax(0,1fr)_12rem_10rem]">
      <div className="min-w-0">
        <Link href={`/desk/outcomes/${item.id}`} className="link-quiet font-serif text-17">
          {item.statement}
        </Link>
        <p className="text-13 text-ink-soft">
          {links} · recorded by {item.authorName}, <Timestamp at={item.createdAt.toISOString()} zone={zone} />
        </p>
      </div>
      <p className="text-15">{item.days ? outcomeDaysWords(item.days) : 'did not happen'}</p>
      <div>
        <OutcomeStateTag state={item.state} />
      </div>
    </li>
  )
}
