import { LedgerList } from '@/app/_parts/public/ledger-list'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import type { Day } from '@/lib/core/days'
import type { FilterNames } from '@/lib/publishing/queries/filter-names'
import type { LedgerRow } from '@/lib/publishing/queries/ledger'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { LedgerFilters } from './ledger-filters'

/** A page of the ledger, with its filters. */
export function Ledger({
  filter,
  names,
  rows,
  next,
  today,
}: {
  filter: LedgerFilter
  names?: FilterNames
  rows: LedgerRow[]
  next: string | null
  today: Day
}) {
  const { after, ...first } = filter
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Predictions"
        lead="What was said to come, with the window in which it must come about. The fuller the bar, the surer the words; the line marks today."
      />
      <LedgerFilters filter={first} names={names} />
      {rows.length > 0 ? (
        <LedgerList rows={rows} today={today} layout="wide" />
      ) : (
        <EmptyState
          drawing="bar"
          action={
            ledgerPath(filter) === '/predictions' ? undefined : { href: '/predictions', label: 'All predictions' }
          }
        >
          {ledgerPath(filter) === '/predictions'
            ? 'No prediction is opened yet. The first one will stand here.'
            : 'No prediction fits this filter.'}
        </EmptyState>
      )}
      <Pagination
        label="Pages of predictions"
        newer={after ? ledgerPath(first) : undefined}
        older={next ? ledgerPath({ ...first, after: next }) : undefined}
      />
    </div>
  )
}
