import { Fragment, type ReactNode } from 'react'
import { LinkButton } from './button'
import { cx } from './classes'

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}

/** The first stop of the keyboard on every page. */
export function SkipLink({
  href = '#main',
  children = 'Skip to the content',
}: {
  href?: string
  children?: ReactNode
}) {
  return (
    <a
      href={href}
      className="sr-only rounded-m bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 hover:text-on-accent"
    >
      {children}
    </a>
  )
}

/** One key, or several pressed together ("Shift+A" is two). */
export function Kbd({ children }: { children: string }) {
  const keys = children.length > 1 ? children.split('+') : [children]
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-block min-w-5 rounded-s border border-line border-b-2 bg-raised px-1 text-center font-sans text-13 text-ink-soft leading-4"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}

export type Crumb = { href: string; label: string }

/** Where this page lies; the page itself is the header below, so it is not repeated here. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-2 text-13 print:hidden">
      <ol className="flex flex-wrap gap-x-2 text-ink-soft">
        {items.map((item, index) => (
          <li key={item.href} className="flex gap-2">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            <a href={item.href} className="link-quiet py-0.5 leading-5">
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The page's one headline, with what stands above it, under it and beside it. */
export function PageHeader({
  title,
  over,
  lead,
  actions,
  crumbs,
  className,
}: {
  title: ReactNode
  over?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  crumbs?: Crumb[]
  className?: string
}) {
  return (
    <header className={cx('flex flex-wrap items-end justify-between gap-x-8 gap-y-4', className)}>
      <div className="min-w-0 max-w-measure">
        {crumbs ? <Breadcrumbs items={crumbs} /> : null}
        {over ? <div className="mb-1 text-13 text-ink-soft">{over}</div> : null}
        <h1 className="statement font-semibold text-28">{title}</h1>
        {lead ? <div className="mt-2 text-17 text-ink-soft">{lead}</div> : null}
      </div>
      {actions ? <div className="print:hidden flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  )
}

/** Of a list in the order of its names. */
export const BY_NAME = { newer: 'To the beginning', older: 'Further' }

/** Pages by key: there is no "page 7", only what lies before and after. */
export function Pagination({
  newer,
  older,
  label = 'More',
  words = { newer: 'Newer', older: 'Older' },
}: {
  newer?: string
  older?: string
  label?: string
  /** For lists that are not in the order of time. */
  words?: { newer: string; older: string }
}) {
  if (!newer && !older) return null
  return (
    <nav aria-label={label} className="print:hidden flex items-center justify-between border-rule border-t pt-4">
      {newer ? (
        <a href={newer} rel="prev" className="font-medium">
          <span aria-hidden="true">← </span>
          {words.newer}
        </a>
      ) : (
        <span />
      )}
      {older ? (
        <a href={older} rel="next" className="font-medium">
          {words.older}
          <span aria-hidden="true"> →</span>
        </a>
      ) : null}
    </nav>
  )
}

export type Definition = { term: ReactNode; value: ReactNode; key?: string }

/** Facts about a thing, term and value. `beside` sets them in two columns where there is room. */
export function DefinitionList({
  items,
  beside = true,
  className,
}: {
  items: Definition[]
  beside?: boolean
  className?: string
}) {
  return (
    <dl
      className={cx(
        'text-15',
        beside ? 'grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(7rem,auto)_1fr] sm:gap-y-2' : 'flex flex-col gap-3',
        className,
      )}
    >
      {items.map((item, index) => (
        <Fragment key={item.key ?? (typeof item.term === 'string' ? item.term : index)}>
          {beside ? (
            <>
              <dt className="text-ink-soft max-sm:mt-2 max-sm:text-13">{item.term}</dt>
              <dd className="min-w-0">{item.value}</dd>
            </>
          ) : (
            <div>
              <dt className="text-13 text-ink-soft">{item.term}</dt>
              <dd className="min-w-0">{item.value}</dd>
            </div>
          )}
        </Fragment>
      ))}
    </dl>
  )
}

/** One sentence, one action, one small drawing. It has no heading: the section around has one. */
export function EmptyState({
  drawing = 'seal',
  action,
  children,
}: {
  drawing?: 'seal' | 'bar'
  action?: { href: string; label: string }
  children: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-4 px-4 py-12 text-center">
      {drawing === 'seal' ? <EmptySeal /> : <EmptyBar />}
      <p className="max-w-[44ch] text-ink-soft">{children}</p>
      {action ? <LinkButton href={action.href}>{action.label}</LinkButton> : null}
    </div>
  )
}

const EmptySeal = () => (
  <svg viewBox="0 0 48 48" className="size-12 text-line" fill="none" stroke="currentColor" aria-hidden="true">
    <circle cx="24" cy="24" r="21" strokeWidth="1.5" strokeDasharray="3.3 3.3" />
    <path d="M24 11v26" strokeWidth="1.5" strokeLinecap="round" />
  </svg>
)

const EmptyBar = () => (
  <svg viewBox="0 0 120 32" className="h-8 w-30 text-line" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M2 24.5h116" />
    <path d="M14 10v14M104 20v9" strokeWidth="1.5" />
    <rect x="44.5" y="12.5" width="40" height="9" strokeDasharray="3 3" />
  </svg>
)
