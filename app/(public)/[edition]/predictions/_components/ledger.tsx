import { DataLinks } from '@/app/_parts/public/data-links'
import { LedgerList } from '@/app/_parts/public/ledger-list'
import { Notice } from '@/app/_ui/notice'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import { counted } from '@/lib/core/counts'
import type { Day } from '@/lib/core/days'
import type { FilterNames } from '@/lib/publishing/queries/filter-names'
import type { LedgerChoices } from '@/lib/publishing/queries/ledger-choices'
import type { LedgerRow } from '@/lib/publishing/queries/ledger-rows'
import { MOST_COUNTED } from '@/lib/publishing/rules/choices'
import { type AskedLedger, ledgerPath, ledgerQuery } from '@/lib/publishing/rules/ledger-filter'
import { FilterForm } from './filter-form'
import { FILTER_KEYS, FILTER_LABELS, VIEW_WORDS } from './filter-words'
import { ChosenFilters, LedgerViews } from './ledger-filters'

export type LedgerProps = {
  asked: AskedLedger & { typed?: Partial<Record<'from' | 'to' | 'closes', string>> }
  names: FilterNames
  choices: LedgerChoices
  rows: LedgerRow[]
  next: string | null
  count: number
  today: Day
}

/** A page of the ledger, with its filters. */
export function Ledger({ asked, names, choices, rows, next, count, today }: LedgerProps) {
  const { filter } = asked
  const { after, ...first } = filter
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Predictions"
        lead="What was said to come, with the window in which it must come about. The fuller the bar, the surer the words; the line marks today."
      />
      <LedgerViews filter={filter} />
      <div className="flex flex-col gap-3">
        <Problems problems={asked.problems} />
        <ChosenFilters filter={filter} names={names} />
        <FilterForm asked={asked} names={names} choices={choices} />
      </div>
      {rows.length > 0 ? (
        <section aria-label={VIEW_WORDS[filter.view]} className="flex flex-col gap-4">
          <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <span data-count={count}>{countWords(count)}</span>
            <span className="text-13 text-ink-soft">{ORDER_WORDS[filter.view]}</span>
          </p>
          <LedgerList rows={rows} today={today} layout="wide" />
        </section>
      ) : (
        <NothingListed filter={first} />
      )}
      <div className="flex flex-col gap-4">
        <FollowingPages
          first={after ? ledgerPath(first) : undefined}
          next={next ? ledgerPath({ ...first, after: next }) : undefined}
        />
        {rows.length > 0 ? <DataLinks path="/data/predictions" query={ledgerQuery(first)} /> : null}
      </div>
    </div>
  )
}

const countWords = (count: number): string =>
  count > MOST_COUNTED ? `More than ${counted(MOST_COUNTED, 'prediction')}` : counted(count, 'prediction')

const ORDER_WORDS: Record<AskedLedger['filter']['view'], string> = {
  all: 'Latest window first',
  open: 'Soonest window first',
  due_soon: 'Soonest window first',
  overdue: 'Earliest window first',
  resolved: 'Latest settled first',
}

/** What the address asks for and could not be followed; a day is told at its own field too. */
function Problems({ problems }: { problems: AskedLedger['problems'] }) {
  const told = Object.entries(problems)
  if (told.length === 0) return null
  return (
    <Notice kind="warn" title="Not all of this filter could be followed" live>
      <p>The list below leaves it out:</p>
      <ul className="list-disc pl-5">
        {told.map(([name, why]) => (
          <li key={name}>
            {nameOf(name)}: {why}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const nameOf = (name: string): string => {
  const key = FILTER_KEYS.find((one) => one === name)
  return key ? FILTER_LABELS[key] : name === 'view' ? 'Which predictions' : 'Page'
}

function NothingListed({ filter }: { filter: AskedLedger['filter'] }) {
  const isNarrowed = FILTER_KEYS.some((key) => filter[key] !== undefined)
  if (isNarrowed)
    return (
      <EmptyState drawing="bar" action={{ href: ledgerPath({ view: filter.view }), label: 'Remove all filters' }}>
        No prediction fits all of this. Remove one of the filters above, or all of them.
      </EmptyState>
    )
  if (filter.view === 'all')
    return <EmptyState drawing="bar">No prediction is opened yet. The first one will stand here.</EmptyState>
  return (
    <EmptyState drawing="bar" action={{ href: '/predictions', label: 'All predictions' }}>
      {EMPTY_WORDS[filter.view]}
    </EmptyState>
  )
}

const EMPTY_WORDS = {
  open: 'No prediction is open now: each that was opened is settled.',
  due_soon: 'No open prediction falls due in the next 30 days.',
  overdue: 'Nothing is overdue: whatever closed is settled.',
  resolved: 'No prediction is settled yet. See those that are open.',
} as const

function FollowingPages({ first, next }: { first: string | undefined; next: string | undefined }) {
  if (!first && !next) return null
  return (
    <nav
      aria-label="Pages of predictions"
      className="print:hidden flex items-center justify-between border-rule border-t pt-4"
    >
      {first ? (
        <a href={first} className="font-medium">
          <span aria-hidden="true">← </span>To the first page
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a href={next} rel="next" className="font-medium">
          More<span aria-hidden="true"> →</span>
        </a>
      ) : null}
    </nav>
  )
}
