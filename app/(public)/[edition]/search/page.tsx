import type { Metadata } from 'next'
import { LedgerItem } from '@/app/_parts/public/ledger-list'
import { SearchForm } from '@/app/_parts/public/search-form'
import { VerdictItem } from '@/app/_parts/public/verdict-list'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import type { Day } from '@/lib/core/days'
import { type FoundClaim, findClaims } from '@/lib/publishing/queries/found'
import { readSearch } from '@/lib/search/queries'
import { requireEdition } from '@/lib/web/edition'

export const metadata: Metadata = { title: 'Search', robots: { index: false }, alternates: { canonical: '/search' } }
export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ edition: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const HINT =
  'Words of a claim, a name or a rating. “Quotes” keep words together, -word leaves one out, or takes either.'

export default async function SearchPage({ params, searchParams }: Props) {
  const { today } = await requireEdition(params)
  const typed = (await searchParams).q
  const { text, problem } = readSearch(typed)
  const found = problem === null ? await findClaims(text, today) : []
  return (
    <div className="flex max-w-measure flex-col gap-8">
      <PageHeader title="Search" />
      <SearchForm text={text} hint={HINT} error={problem ?? undefined} />
      {text === '' || problem !== null ? null : <Results text={text} found={found} today={today} />}
    </div>
  )
}

function Results({ text, found, today }: { text: string; found: FoundClaim[]; today: Day }) {
  if (found.length === 0)
    return (
      <EmptyState drawing="seal" action={{ href: '/claims', label: 'All verdicts' }}>
        Nothing published speaks of “{text}”. Try fewer words, or another word for the same thing.
      </EmptyState>
    )
  return (
    <section aria-labelledby="results" className="flex flex-col gap-3">
      <h2 id="results" className="text-15 text-ink-soft">
        {found.length === 1 ? '1 claim' : `${found.length} claims`} for “{text}”
        {found.length === 20 ? ', the best matches' : ''}
      </h2>
      <ol className="divide-y divide-rule border-rule border-y">
        {found.map(({ card, prediction }) =>
          prediction && card.rating === null ? (
            <LedgerItem key={card.claimId} row={prediction} today={today} />
          ) : (
            <VerdictItem key={card.claimId} card={card} />
          ),
        )}
      </ol>
    </section>
  )
}
