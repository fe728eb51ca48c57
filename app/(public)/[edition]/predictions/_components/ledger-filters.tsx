import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { FilterNames } from '@/lib/publishing/queries/filter-names'
import { LEDGER_VIEWS } from '@/lib/publishing/rules/choices'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter, LedgerView } from '@/lib/publishing/schema'

const VIEW_WORDS: Record<LedgerView, string> = {
  all: 'All',
  open: 'Open',
  due_soon: 'Due soon',
  overdue: 'Overdue',
  resolved: 'Settled',
}

const SETTLED = ['came_true', 'early', 'late', 'partly', 'did_not_happen', 'too_vague', 'void'] as const

/** Views as plain links, so that each filter is an address that can be kept. */
export function LedgerFilters({ filter, names }: { filter: LedgerFilter; names: FilterNames | undefined }) {
  const { speaker, publisher, resolution, view } = filter
  const isSettled = view === 'resolved' || resolution !== undefined
  return (
    <nav aria-label="Which predictions" className="flex flex-col gap-3">
      <Choices
        items={LEDGER_VIEWS.map((one) => ({
          href: ledgerPath({ view: one, speaker, publisher }),
          words: VIEW_WORDS[one],
          isChosen: one === (isSettled ? 'resolved' : view),
        }))}
      />
      {isSettled ? (
        <Choices
          items={[
            {
              href: ledgerPath({ view: 'resolved', speaker, publisher }),
              words: 'However it ended',
              isChosen: resolution === undefined,
            },
            ...SETTLED.map((kind) => ({
              href: ledgerPath({ view: 'resolved', speaker, publisher, resolution: kind }),
              words: RESOLUTION_WORDS[kind],
              isChosen: resolution === kind,
            })),
          ]}
        />
      ) : null}
      {speaker || publisher ? (
        <p className="text-15">
          {speaker ? `Only by ${names?.speaker ?? 'somebody who is not known here'}. ` : ''}
          {publisher ? `Only from ${names?.publisher ?? 'a publisher that is not known here'}. ` : ''}
          <a href={ledgerPath({ view, resolution })}>Show everyone’s</a>
        </p>
      ) : null}
    </nav>
  )
}

function Choices({ items }: { items: { href: string; words: string; isChosen: boolean }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {items.map(({ href, words, isChosen }) => (
        <li key={href}>
          <a
            href={href}
            aria-current={isChosen ? 'true' : undefined}
            className="link-quiet inline-flex min-h-8 items-center border-transparent border-b-2 aria-[current]:border-accent aria-[current]:font-semibold"
          >
            {words}
          </a>
        </li>
      ))}
    </ul>
  )
}
