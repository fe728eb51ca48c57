import { formatDay } from '@/lib/core/windows'
import type { FilterNames } from '@/lib/publishing/queries/filter-names'
import { LEDGER_VIEWS } from '@/lib/publishing/rules/choices'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { FILTER_KEYS, FILTER_LABELS, type FilterKey, VIEW_WORDS, wordsOfChoice } from './filter-words'

/** The views as plain links, so that each is an address; the other filters are kept. */
export function LedgerViews({ filter }: { filter: LedgerFilter }) {
  const { after: _, resolution, standing, ...kept } = filter
  return (
    <nav aria-label="Which predictions">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {LEDGER_VIEWS.map((view) => {
          const ended = view === 'all' || view === 'resolved' ? { resolution, standing } : {}
          return (
            <li key={view}>
              <a
                href={ledgerPath({ ...kept, ...ended, view })}
                aria-current={view === filter.view ? 'true' : undefined}
                className="link-quiet inline-flex min-h-8 items-center border-transparent border-b-2 aria-[current]:border-accent aria-[current]:font-semibold"
              >
                {VIEW_WORDS[view]}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** What the list is narrowed to, each with its own way back. */
export function ChosenFilters({ filter, names }: { filter: LedgerFilter; names: FilterNames }) {
  const { after: _, ...first } = filter
  const chosen = FILTER_KEYS.filter((key) => filter[key] !== undefined)
  if (chosen.length === 0) return null
  return (
    <ul aria-label="Narrowed to" className="flex flex-wrap gap-2 text-15">
      {chosen.map((key) => {
        const words = wordsOf(filter, key, names)
        return (
          <li
            key={key}
            className="inline-flex max-w-full items-center gap-x-2 rounded-m border border-line bg-raised pl-3"
          >
            <span className="min-w-0 py-1">
              <span className="text-ink-soft">{FILTER_LABELS[key]}:</span> {words}
            </span>
            <a
              href={ledgerPath(without(first, key))}
              className="self-stretch border-line border-l px-2 py-1 text-13 leading-6 print:hidden"
            >
              Remove<span className="sr-only"> the filter {`${FILTER_LABELS[key]}: ${words}`}</span>
            </a>
          </li>
        )
      })}
      {chosen.length > 1 ? (
        <li className="inline-flex items-center px-1 print:hidden">
          <a href={ledgerPath({ view: filter.view })}>Remove all</a>
        </li>
      ) : null}
    </ul>
  )
}

/** A voice is that of a publisher: it goes with it. */
function without(filter: LedgerFilter, key: FilterKey): LedgerFilter {
  return { ...filter, [key]: undefined, ...(key === 'publisher' ? { voice: undefined } : {}) }
}

function wordsOf(filter: LedgerFilter, key: FilterKey, names: FilterNames): string {
  if (key === 'speaker') return names.speaker ?? 'somebody who is not known here'
  if (key === 'publisher') return names.publisher ?? 'one that is not known here'
  if (key === 'topic') return names.topic ?? 'one that is not known here'
  if (key === 'phrase') return names.phrase ? `“${names.phrase}”` : 'one that is not in our table'
  if (key === 'from' || key === 'to') return formatDay(filter[key] ?? '')
  return wordsOfChoice(filter, key) ?? ''
}
