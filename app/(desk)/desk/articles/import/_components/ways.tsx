'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/app/_ui/classes'

const WAYS = [
  { href: '/desk/articles/import', label: 'Paste a text' },
  { href: '/desk/articles/import/address', label: 'Fetch an address' },
  { href: '/desk/articles/import/files', label: 'Upload files' },
  { href: '/desk/articles/import/batch', label: 'Bring in a table' },
]

/** The ways in, as tabs. */
export function Ways() {
  const pathname = usePathname()
  return (
    <nav aria-label="Ways to import" className="border-rule border-b print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {WAYS.map(({ href, label }) => {
          const isCurrent = pathname === href
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent ? 'page' : undefined}
                className={cx(
                  '-mb-px flex h-10 items-center whitespace-nowrap border-b-2 no-underline',
                  isCurrent ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-soft hover:text-ink',
                )}
              >
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
