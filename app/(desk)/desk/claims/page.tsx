import type { Metadata } from 'next'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { QueueTabs } from '@/app/(desk)/_components/queues/queue-tabs'
import { SavedViews } from '@/app/(desk)/_components/queues/saved-views'
import { listColleagues } from '@/lib/accounts/queries'
import { canEditClaim } from '@/lib/claims/policy'
import { listPublisherNames, listTopics } from '@/lib/desk/queries/choices'
import { countQueues, listClaimQueue } from '@/lib/desk/queries/claim-queue'
import { countInbox } from '@/lib/desk/queries/inbox'
import { listPresent } from '@/lib/desk/queries/presence'
import { listViews } from '@/lib/desk/queries/views'
import { ClaimQueueQuery, type ClaimView, queryText } from '@/lib/desk/schema/queues'
import { countSourceAlerts } from '@/lib/evidence/queries/sources'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { AlsoWaiting } from './_components/also-waiting'
import { ClaimDesk } from './_components/claim-desk'
import { ClaimFilters } from './_components/claim-filters'

export const metadata: Metadata = { title: 'Claims' }

const EMPTY: Record<ClaimView, { words: string; action?: { href: string; label: string } }> = {
  all: {
    words: 'No claim yet. Accept a candidate in the inbox, and it appears here.',
    action: { href: '/desk/inbox', label: 'To the inbox' },
  },
  mine: {
    words: 'No claim is assigned to you, and you write on none. Take one that nobody has.',
    action: { href: '/desk/claims?assigned=nobody', label: 'Claims that nobody has' },
  },
  waiting: { words: 'No verdict waits for a second person whom you could be.' },
  'sent-back': { words: 'No verdict was sent back. One that is comes here with the reason.' },
  recheck: { words: 'No published verdict is due to be looked at again. The day is set with the verdict.' },
  due: {
    words: 'No open prediction falls due within thirty days.',
    action: { href: '/desk/predictions', label: 'All predictions' },
  },
}

const addressOf = (query: string): string => (query ? `/desk/claims?${query}` : '/desk/claims')

export default async function ClaimsPage({ searchParams }: PageProps<'/desk/claims'>) {
  const ctx = await requireContext()
  const { view, after, ...filter } = ClaimQueueQuery.parse(await searchParams)
  const ofView = view === 'all' ? {} : { view }
  const query = queryText({ ...filter, ...ofView })
  const isFiltered = queryText(filter) !== ''
  const [page, counts, inbox, views, people, topics, publishers, changed, { zone }] = await Promise.all([
    listClaimQueue(ctx, { view, after, ...filter }),
    countQueues(ctx),
    countInbox(ctx),
    listViews(ctx, 'claims'),
    listColleagues(ctx),
    listTopics(ctx),
    listPublisherNames(ctx),
    countSourceAlerts(ctx),
    requireSettings(),
  ])
  const { claims, next, today } = page
  const present = await listPresent(
    ctx,
    claims.map(({ id }) => id),
  )
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title="Claims"
        actions={
          <>
            <LinkButton href="/desk/sources" variant="secondary">
              {changed > 0 ? `Sources (${changed} to look at)` : 'Sources'}
            </LinkButton>
            <LinkButton href="/desk/external" variant="secondary">
              Others’ fact-checks
            </LinkButton>
          </>
        }
      />
      <QueueTabs current={view} inbox={inbox} counts={counts} />
      <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4">
        <ClaimFilters view={view} filter={filter} people={people} topics={topics} publishers={publishers} />
        <SavedViews page="claims" path="/desk/claims" query={query} views={views} />
      </div>
      {claims.length > 0 ? (
        <ClaimDesk
          key={`${query} ${after?.id ?? ''}`}
          claims={claims}
          zone={zone}
          today={today}
          view={view}
          people={people.map(({ id, name }) => ({ id, name }))}
          topics={topics.map(({ name }) => name)}
          present={present}
          mayChange={canEditClaim(ctx.actor)}
          me={ctx.actor.id}
        />
      ) : (
        <Empty view={view} isFiltered={isFiltered} isPaged={after !== undefined} />
      )}
      {view === 'waiting' && !isFiltered ? <AlsoWaiting ctx={ctx} /> : null}
      <Pagination
        label="Further claims"
        newer={after ? addressOf(query) : undefined}
        older={next ? addressOf(queryText({ ...filter, ...ofView, after: next })) : undefined}
      />
    </div>
  )
}

function Empty({ view, isFiltered, isPaged }: { view: ClaimView; isFiltered: boolean; isPaged: boolean }) {
  const whole = view === 'all' ? '/desk/claims' : `/desk/claims?view=${view}`
  if (isPaged)
    return <EmptyState action={{ href: whole, label: 'To the first page' }}>There are no further claims.</EmptyState>
  if (isFiltered)
    return <EmptyState action={{ href: whole, label: 'Show all of them' }}>No claim fits these filters.</EmptyState>
  return <EmptyState action={EMPTY[view].action}>{EMPTY[view].words}</EmptyState>
}
