import Link from 'next/link'
import { type Count, countText } from '@/lib/desk/rules/counting'
import { CurrentInView } from './current-in-view'

/** Views of a list as links with counts: the view stands in the address, so reload and share give the same. */
export function FilterTabs({
  label,
  views,
  current,
}: {
  label: string
  views: { view: string; label: string; count: number | Count; href: string }[]
  current: string
}) {
  return (
    <nav aria-label={label} className="scroll-px-6 flex gap-x-6 overflow-x-auto border-rule border-b">
      {views.map((entry) => (
        <Link
          key={entry.view}
          href={entry.href}
          aria-current={entry.view === current ? 'page' : undefined}
          className="-mb-px flex h-10 shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-ink-soft no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
        >
          {entry.label}
          <span className="text-13 text-ink-faint tabular-nums">
            {typeof entry.count === 'number' ? entry.count.toLocaleString('en') : countText(entry.count)}
          </span>
        </Link>
      ))}
      <CurrentInView key={current} />
    </nav>
  )
}
