import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { CLAIM_VIEWS, type ClaimView, listDeskClaims } from '@/lib/verdicts/queries/claim-list'
import { requireContext } from '@/lib/web/session'
import { ClaimFilters } from './_components/claim-filters'
import { ClaimRows } from './_components/claim-rows'

export const metadata: Metadata = { title: 'Claims' }

const Query = z.object({
  view: z.enum(CLAIM_VIEWS).catch('all'),
  state: z
    .enum(['accepted', 'in_review', 'submitted', 'published', 'withdrawn', 'merged', 'hidden'])
    .optional()
    .catch(undefined),
  kind: z.enum(['statistic', 'prediction', 'event', 'statement']).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})
type Query = z.infer<typeof Query>

const VIEWS: Record<ClaimView, { label: string; empty: string }> = {
  all: { label: 'All', empty: 'No claim yet. Accept a candidate in an article, and it appears here.' },
  mine: { label: 'Mine', empty: 'No claim that you took up or wrote on.' },
  waiting: { label: 'Waiting for my approval', empty: 'No verdict waits for your approval.' },
  'sent-back': { label: 'Sent back', empty: 'No verdict was sent back.' },
}

/** The address of this list with other filters; paging starts anew. */
function addressOf({ view, state, kind, before }: Partial<Query>): string {
  const given = Object.entries({ view, state, kind, before }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/desk/claims?${new URLSearchParams(given)}`
}

export default async function ClaimsPage({ searchParams }: PageProps<'/desk/claims'>) {
  const ctx = await requireContext()
  const query = Query.parse(await searchParams)
  const { claims, next, zone } = await listDeskClaims(ctx, query)
  const { view, state, kind, before } = query
  const isFiltered = state !== undefined || kind !== undefined
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Claims"
        actions={
          <LinkButton href="/desk/external" variant="secondary">
            Others’ fact-checks
          </LinkButton>
        }
      />
      <nav aria-label="Which claims" className="flex flex-wrap gap-x-6 border-rule border-b">
        {CLAIM_VIEWS.map((entry) => (
          <Link
            key={entry}
            href={addressOf({ view: entry, state, kind })}
            aria-current={entry === view ? 'page' : undefined}
            className="-mb-px flex h-10 items-center border-transparent border-b-2 text-ink-soft no-underline aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
          >
            {VIEWS[entry].label}
          </Link>
        ))}
      </nav>
      <ClaimFilters view={view} state={state} kind={kind} />
      {claims.length > 0 ? (
        <ClaimRows claims={claims} zone={zone} />
      ) : (
        <EmptyState
          action={
            isFiltered
              ? { href: addressOf({ view }), label: 'Show all of them' }
              : view === 'all' && !before
                ? { href: '/desk/articles', label: 'To the articles' }
                : undefined
          }
        >
          {before ? 'There are no older claims.' : isFiltered ? 'No claim fits these filters.' : VIEWS[view].empty}
        </EmptyState>
      )}
      <Pagination
        label="Older and newer claims"
        newer={before ? addressOf({ view, state, kind }) : undefined}
        older={next ? addressOf({ view, state, kind, before: next }) : undefined}
      />
    </div>
  )
}
