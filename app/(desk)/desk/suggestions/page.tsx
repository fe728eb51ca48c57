import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { listSuggestions, SUGGESTION_VIEWS, type SuggestionView } from '@/lib/desk/queries/suggestions'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { SuggestionTag } from './_components/suggestion-tag'

export const metadata: Metadata = { title: 'Suggested by readers' }

const NAMES = Object.keys(SUGGESTION_VIEWS) as [SuggestionView, ...SuggestionView[]]
const Query = z.object({
  view: z.enum(NAMES).catch('waiting'),
  before: z.uuid().optional().catch(undefined),
})
const VIEWS: Record<SuggestionView, { label: string; empty: string }> = {
  waiting: { label: 'Waiting', empty: 'No suggestion waits.' },
  taken_up: { label: 'Taken up', empty: 'No suggestion was taken up yet.' },
  declined: { label: 'Not taken up', empty: 'No suggestion was declined.' },
  spam: { label: 'Spam', empty: 'No spam.' },
}

export default async function SuggestionsPage({ searchParams }: PageProps<'/desk/suggestions'>) {
  const ctx = await requireContext()
  const { view, before } = Query.parse(await searchParams)
  const { suggestions, next } = await listSuggestions(ctx, { view, before })
  const { zone } = await requireSettings()
  const here = `/desk/suggestions?view=${view}`
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Suggested by readers"
        crumbs={[{ href: '/desk', label: 'Desk' }]}
        lead="Whoever suggested a claim sees what you decide, by a link of their own."
      />
      <nav aria-label="Which suggestions" className="overflow-x-auto border-rule border-b">
        <ul className="flex gap-x-6">
          {NAMES.map((name) => (
            <li key={name}>
              <Link
                href={`/desk/suggestions?view=${name}`}
                aria-current={name === view ? 'page' : undefined}
                className="-mb-px flex h-10 items-center whitespace-nowrap border-transparent border-b-2 text-ink-soft no-underline aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
              >
                {VIEWS[name].label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {suggestions.length === 0 ? (
        <EmptyState action={view === 'waiting' ? { href: '/suggest', label: 'See the form' } : undefined}>
          {before ? 'There are no older ones.' : VIEWS[view].empty}
        </EmptyState>
      ) : (
        <ul className="flex max-w-page flex-col divide-y divide-rule border-rule border-y">
          {suggestions.map(({ id, claimText, state, saidBy, url, receivedAt, decidedBy }) => (
            <li key={id} className="flex flex-col gap-1 py-3">
              <Link
                href={`/desk/suggestions/${id}`}
                className="statement line-clamp-3 break-words text-17 text-ink no-underline hover:underline"
              >
                {claimText}
              </Link>
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-13 text-ink-soft">
                <SuggestionTag state={state} />
                {saidBy ? <span className="break-words">{saidBy}</span> : null}
                {url ? <span>{new URL(url).hostname}</span> : null}
                <Timestamp at={receivedAt.toISOString()} zone={zone} />
                {decidedBy ? <span>{decidedBy.name}</span> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label="Older and newer suggestions"
        newer={before ? here : undefined}
        older={next ? `${here}&before=${next}` : undefined}
      />
    </div>
  )
}
