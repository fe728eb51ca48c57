'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '../../_ui/classes'
import { Kbd } from '../../_ui/page-parts'
import { Tooltip } from '../../_ui/tooltip'

/** `also`: addresses of pages that belong to the section though they lie elsewhere. */
export type DeskLink = { href: string; label: string; also?: readonly string[]; count?: string; shortcut?: string }

/** The section whose address begins the present one; the longest wins, so /desk does not light everywhere. */
export function currentSection(links: DeskLink[], pathname: string): string | undefined {
  const isBelow = (href: string): boolean => pathname === href || pathname.startsWith(`${href}/`)
  const elsewhere = links.find((link) => link.also?.some(isBelow))
  if (elsewhere) return elsewhere.href
  return links.filter((link) => isBelow(link.href)).sort((a, b) => b.href.length - a.href.length)[0]?.href
}

/** The desk's sections: a row in the header from `xl`, a list in the menu below it. */
export function DeskNav({ links, layout }: { links: DeskLink[]; layout: 'row' | 'list' }) {
  const current = currentSection(links, usePathname())
  return (
    <nav aria-label="Desk">
      <ul className={layout === 'row' ? 'flex items-stretch gap-x-1' : 'flex flex-col'}>
        {links.map((link) => (
          <li key={link.href} className={layout === 'row' ? 'flex' : undefined}>
            {link.shortcut && layout === 'row' ? (
              <Tooltip text={link.label} shortcut={link.shortcut}>
                <SectionLink link={link} layout={layout} isCurrent={link.href === current} />
              </Tooltip>
            ) : (
              <SectionLink link={link} layout={layout} isCurrent={link.href === current} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SectionLink({
  link,
  layout,
  isCurrent,
  ...rest
}: {
  link: DeskLink
  layout: 'row' | 'list'
  isCurrent: boolean
}) {
  return (
    <Link
      {...rest}
      href={link.href}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'flex items-center gap-1.5 border-transparent text-15 no-underline',
        layout === 'row' ? 'h-12 border-b-2 px-1.5' : 'h-11 justify-between border-l-2 px-3',
        isCurrent ? 'border-accent font-medium text-ink' : 'text-ink-soft hover:text-ink',
      )}
    >
      {link.label}
      {link.count ? (
        <span className="rounded-full bg-sunk px-1.5 text-13 text-ink-soft tabular-nums">
          {link.count}
          <span className="sr-only"> waiting</span>
        </span>
      ) : null}
      {link.shortcut && layout === 'list' ? <Kbd>{link.shortcut}</Kbd> : null}
    </Link>
  )
}
