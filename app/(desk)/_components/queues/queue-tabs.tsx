import Link from 'next/link'
import type { QueueCounts } from '@/lib/desk/queries/claim-queue'
import { type Count, countText } from '@/lib/desk/rules/counting'
import type { ClaimView } from '@/lib/desk/schema/queues'

/** The queues in the order in which a day at the desk goes. */
export const CLAIM_VIEW_WORDS: Record<ClaimView, string> = {
  mine: 'Mine',
  waiting: 'Waiting for my approval',
  'sent-back': 'Sent back',
  recheck: 'Re-check due',
  due: 'Predictions due',
  all: 'All claims',
}
const ORDER: ClaimView[] = ['mine', 'waiting', 'sent-back', 'recheck', 'due', 'all']

/** Every queue of the desk with how much waits in it. */
export function QueueTabs({
  current,
  inbox,
  counts,
}: {
  /** Null on the page that shows a little of each. */
  current: ClaimView | 'inbox' | null
  inbox: Count
  counts: QueueCounts
}) {
  const entries = [
    { view: 'inbox', label: 'Inbox', href: '/desk/inbox', count: inbox },
    ...ORDER.map((view) => ({
      view,
      label: CLAIM_VIEW_WORDS[view],
      href: view === 'all' ? '/desk/claims' : `/desk/claims?view=${view}`,
      count: view === 'all' ? null : counts[view],
    })),
  ]
  return (
    <nav aria-label="Queues" className="flex gap-x-6 overflow-x-auto border-rule border-b">
      {entries.map(({ view, label, href, count }) => (
        <Link
          key={view}
          href={href}
          aria-current={view === current ? 'page' : undefined}
          className="-mb-px flex h-10 shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-ink-soft no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
        >
          {label}
          {count && count.n > 0 ? (
            <span className="text-13 text-ink-faint tabular-nums">{countText(count)}</span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}
