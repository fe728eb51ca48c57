'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/app/_ui/classes'

const PAGES = [
  { href: '/desk/admin/people', label: 'People' },
  { href: '/desk/admin/settings', label: 'Settings' },
  { href: '/desk/admin/jobs', label: 'Jobs' },
  { href: '/desk/admin/audit', label: 'Audit log' },
]

export function AdminNav() {
  const pathname = usePathname()
  return (
    <nav aria-label="Admin" className="mb-8 border-rule border-b print:hidden">
      <ul className="flex gap-6 overflow-x-auto">
        {PAGES.map(({ href, label }) => {
          const isCurrent = pathname === href || pathname.startsWith(`${href}/`)
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
