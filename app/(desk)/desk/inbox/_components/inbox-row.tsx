'use client'

import { memo } from 'react'
import { KindTag } from '@/app/_parts/claim/tags'
import { PresentNames } from '@/app/_parts/presence/present-names'
import { cx } from '@/app/_ui/classes'
import { WindowText } from '@/app/_ui/days'
import type { InboxRow } from '../rows'

/** One candidate of the queue: what would be claimed, by whom, where, and why it stands here. */
export const Row = memo(function Row({
  row,
  href,
  isCurrent,
  isSelected,
  refused,
  present,
  mayTriage,
  onLook,
  onSelect,
}: {
  row: InboxRow
  href: string
  isCurrent: boolean
  isSelected: boolean
  refused: string | undefined
  present: readonly string[]
  mayTriage: boolean
  onLook: (id: string) => void
  onSelect: (id: string, toHere: boolean) => void
}) {
  const { id, kind, article, accept, speakerText, reasons, due, checkWorthiness } = row
  return (
    <li
      id={`row-${id}`}
      data-candidate={id}
      data-current={isCurrent || undefined}
      className={cx(
        'flex gap-3 border-l-4 py-3 pr-2 pl-2',
        isCurrent ? 'border-l-accent bg-raised' : 'border-l-transparent',
      )}
    >
      {mayTriage ? (
        <label className="-m-2 flex h-9 cursor-pointer items-start p-2">
          <input
            type="checkbox"
            name="ids[]"
            value={id}
            checked={isSelected}
            onChange={() => {}}
            onClick={(event) => onSelect(id, event.shiftKey)}
            className="tick size-5 shrink-0 rounded-s"
          />
          <span className="sr-only">Select: {accept.statement}</span>
        </label>
      ) : null}
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-3 text-13 text-ink-soft">
          <KindTag kind={kind} />
          <span>{article.publisher.name}</span>
          {due ? <WindowText window={due} className="font-medium text-ink" /> : null}
          <span className="ml-auto tabular-nums" title="How much it is worth checking, of 100">
            {Math.round(checkWorthiness * 100)}
            <span className="sr-only"> of 100 worth checking</span>
          </span>
        </p>
        <a
          href={href}
          data-open-link
          aria-current={isCurrent ? 'true' : undefined}
          className="statement line-clamp-3 text-15 text-ink no-underline hover:underline"
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onLook(id)
          }}
        >
          {accept.statement}
        </a>
        <p className="truncate text-13 text-ink-soft">
          {speakerText ?? 'The publisher itself'}
          {reasons.length > 0 ? <span className="text-ink-faint"> · {reasons.slice(0, 3).join(', ')}</span> : null}
        </p>
        <PresentNames names={present} />
        {refused ? (
          <p className="mt-1 border-rating-false border-l-4 pl-2 font-medium text-13 text-rating-false">{refused}</p>
        ) : null}
      </div>
    </li>
  )
})
