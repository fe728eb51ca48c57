import type { Metadata } from 'next'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import {
  AGE_OPTIONS,
  FilterChoice,
  FilterForm,
  FilterWords,
  KIND_OPTIONS,
} from '@/app/(desk)/_components/queues/filter-form'
import { QueueTabs } from '@/app/(desk)/_components/queues/queue-tabs'
import { SavedViews } from '@/app/(desk)/_components/queues/saved-views'
import { getArticle } from '@/lib/articles/queries'
import { canTriage } from '@/lib/claims/policy'
import { searchClaims } from '@/lib/claims/queries'
import { dayInZone } from '@/lib/core/days'
import { listPublisherNames } from '@/lib/desk/queries/choices'
import { countQueues } from '@/lib/desk/queries/claim-queue'
import { countInbox, getWaiting, listInbox, listOwnDecisions } from '@/lib/desk/queries/inbox'
import { listPresent } from '@/lib/desk/queries/presence'
import { listViews } from '@/lib/desk/queries/views'
import { type InboxFilter, InboxQuery, queryText } from '@/lib/desk/schema/queues'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext, type UserContext } from '@/lib/web/session'
import { InboxDesk } from './_components/inbox-desk'
import { loadDetails, toRows } from './rows'

export const metadata: Metadata = { title: 'Inbox' }

export default async function InboxPage({ searchParams }: PageProps<'/desk/inbox'>) {
  const ctx = await requireContext()
  const { after, c, do: doing, q, ...filter } = InboxQuery.parse(await searchParams)
  const filters = queryText(filter)
  const [page, counts, all, left, views, publishers, own, { zone }] = await Promise.all([
    listInbox(ctx, { ...filter, after }),
    countQueues(ctx),
    countInbox(ctx),
    countInbox(ctx, filter),
    listViews(ctx, 'inbox'),
    listPublisherNames(ctx),
    listOwnDecisions(ctx),
    requireSettings(),
  ])
  const { rows, open, details } = await withOpen(ctx, page.candidates, c)
  const present = await listPresent(
    ctx,
    rows.map(({ id }) => id),
  )
  const isFiltered = filters !== ''
  return (
    <div className="flex flex-col gap-5">
      <PageHeader title="Inbox" />
      <QueueTabs current="inbox" inbox={all} counts={counts} />
      <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4">
        <Filters ctx={ctx} filter={filter} publishers={publishers} isFiltered={isFiltered} />
        <SavedViews page="inbox" path="/desk/inbox" query={filters} views={views} />
      </div>
      <InboxDesk
        key={`${filters} ${after?.id ?? ''}`}
        rows={rows}
        next={page.next}
        left={left}
        filters={filters}
        open={open}
        doing={doing ?? null}
        details={details}
        found={q ? await searchClaims(ctx, q) : null}
        present={present}
        own={own}
        today={dayInZone(ctx.now, zone)}
        mayTriage={canTriage(ctx.actor)}
        empty={<Empty isFiltered={isFiltered} isPaged={after !== undefined} />}
      />
      <noscript>
        <Pagination
          label="Further candidates"
          newer={after ? `/desk/inbox?${filters}` : undefined}
          older={page.next ? `/desk/inbox?${[filters, `after=${page.next}`].filter(Boolean).join('&')}` : undefined}
        />
      </noscript>
    </div>
  )
}

/** The one in the address, also when it stands on another page of the inbox, and what is known of the one that is looked at. */
async function withOpen(
  ctx: UserContext,
  candidates: Awaited<ReturnType<typeof listInbox>>['candidates'],
  wanted: string | undefined,
) {
  const isHere = candidates.some(({ id }) => id === wanted)
  const elsewhere = wanted && !isHere ? await getWaiting(ctx, wanted) : null
  const rows = await toRows(ctx, elsewhere ? [elsewhere, ...candidates] : candidates)
  const open = rows.find(({ id }) => id === wanted)?.id ?? null
  const looked = open ?? rows[0]?.id
  const details = looked ? await loadDetails(ctx, looked) : null
  return { rows, open, details: looked && details ? { [looked]: details } : {} }
}

async function Filters({
  ctx,
  filter,
  publishers,
  isFiltered,
}: {
  ctx: UserContext
  filter: InboxFilter
  publishers: { id: string; name: string }[]
  isFiltered: boolean
}) {
  const { kind, publisher, article, speaker, words, least, age } = filter
  const only = article ? await getArticle(ctx, article) : null
  return (
    <div className="flex flex-col gap-2">
      <FilterForm
        action="/desk/inbox"
        kept={{ article }}
        isFiltered={isFiltered}
        isMoreUsed={[kind, publisher, speaker, least, age].some((given) => given !== undefined)}
        clear="/desk/inbox"
        words={words}
        more={
          <>
            <FilterChoice name="kind" label="Kind" any="Every kind" options={KIND_OPTIONS} value={kind} />
            <FilterChoice
              name="publisher"
              label="Publisher"
              any="Every publisher"
              options={publishers.map(({ id, name }) => [id, name] as const)}
              value={publisher}
            />
            <FilterWords name="speaker" label="Speaker" value={speaker} />
            <FilterWords name="least" label="Worth checking, at least" value={least} type="number" className="w-28" />
            <FilterChoice name="age" label="Came in" any="At any time" options={AGE_OPTIONS} value={age} />
          </>
        }
      />
      {only ? (
        <p className="text-13 text-ink-soft">
          Only from <span className="statement text-ink">{only.title}</span>
        </p>
      ) : null}
    </div>
  )
}

const Empty = ({ isFiltered, isPaged }: { isFiltered: boolean; isPaged: boolean }) =>
  isFiltered ? (
    <EmptyState action={{ href: '/desk/inbox', label: 'Show the whole inbox' }}>
      No candidate that waits fits these filters.
    </EmptyState>
  ) : isPaged ? (
    <EmptyState action={{ href: '/desk/inbox', label: 'To the top of the inbox' }}>That was the last page.</EmptyState>
  ) : (
    <EmptyState action={{ href: '/desk/articles', label: 'To the articles' }}>
      Every claim that was found is decided. Import an article to find more, or mark words in one.
    </EmptyState>
  )
