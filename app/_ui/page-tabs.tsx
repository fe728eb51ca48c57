'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from './classes'

/** Pages side by side as tabs. `holds`: whether a page is also the current one while a page below it is open. */
export function PageTabs({
  label,
  pages,
  holds = false,
  className,
}: {
  label: string
  pages: readonly { href: string; label: string }[]
  holds?: boolean
  className?: string
}) {
  const pathname = usePathname()
  return (
    <nav aria-label={label} className={cx('border-rule border-b print:hidden', className)}>
      <ul className="flex gap-x-6 overflow-x-auto">
        {pages.map((page) => {
          const isCurrent = pathname === page.href || (holds && pathname.startsWith(`${page.href}/`))
          return (
            <li key={page.href}>
              <Link
                href={page.href}
                aria-current={isCurrent ? 'page' : undefined}
                className={cx(
                  '-mb-px flex h-10 items-center whitespace-nowrap border-b-2 no-underline',
                  isCurrent ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-soft hover:text-ink',
                )}
              >
                {page.label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
