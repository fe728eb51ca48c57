import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react'
import { cx } from './classes'

/**
 * A ledger: rows of 40 px on hairlines, no zebra, the head stays in view, numbers right-aligned. On a phone the table
 * scrolls inside its own region, which can be reached by keyboard.
 */
export function Table({
  caption,
  captionHidden = false,
  className,
  children,
}: {
  caption: ReactNode
  captionHidden?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section tabIndex={0} aria-label={typeof caption === 'string' ? caption : undefined} className="overflow-x-auto">
      <table className={cx('w-full border-collapse text-15', className)}>
        <caption className={captionHidden ? 'sr-only' : 'label-caps pb-2 text-left'}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-10 bg-paper">
      <tr className="border-ink border-b">{children}</tr>
    </thead>
  )
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody>{children}</tbody>
}

export function Row({
  className,
  children,
  selected,
}: {
  className?: string
  children: ReactNode
  selected?: boolean
}) {
  return (
    <tr
      aria-current={selected || undefined}
      className={cx('h-10 border-rule border-b hover:bg-sunk', selected && 'bg-accent-wash', className)}
    >
      {children}
    </tr>
  )
}

type CellProps = { numeric?: boolean }

export function HeadCell({ numeric, className, ...rest }: ThHTMLAttributes<HTMLTableCellElement> & CellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        'h-10 px-3 align-bottom font-semibold text-13 text-ink-soft first:pl-0 last:pr-0',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
    />
  )
}

export function Cell({ numeric, className, ...rest }: TdHTMLAttributes<HTMLTableCellElement> & CellProps) {
  return (
    <td
      {...rest}
      className={cx('px-3 py-2 align-middle first:pl-0 last:pr-0', numeric && 'text-right tabular-nums', className)}
    />
  )
}
