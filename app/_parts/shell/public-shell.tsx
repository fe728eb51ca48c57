import type { ReactNode } from 'react'
import { SkipLink } from '../../_ui/page-parts'
import { DemoBanner } from './demo-banner'
import { Wordmark } from './wordmark'

/** On a phone they keep to one line; what gives way stands in the foot, too. */
const SECTIONS: { href: string; label: string; isWideOnly?: boolean }[] = [
  { href: '/claims', label: 'Verdicts' },
  { href: '/predictions', label: 'Predictions' },
  { href: '/speakers', label: 'Speakers' },
  { href: '/phrases', label: 'Phrases', isWideOnly: true },
  { href: '/methodology', label: 'Methodology' },
]

const FOOT = [
  { href: '/suggest', label: 'Suggest a claim' },
  { href: '/corrections', label: 'Corrections' },
  { href: '/publishers', label: 'Publishers' },
  { href: '/topics', label: 'Topics' },
  { href: '/phrases', label: 'Phrases' },
  { href: '/about', label: 'About' },
]

/** The frame of everything readers see: masthead, sections, foot. No script of ours; every link is a plain one. */
export function PublicShell({
  newsroomName,
  isDemo = false,
  footLinks = FOOT,
  children,
}: {
  newsroomName: string
  isDemo?: boolean
  footLinks?: { href: string; label: string }[]
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {isDemo ? <DemoBanner /> : null}
      <header className="mx-auto w-full max-w-page px-4 pt-6 sm:px-6">
        <div className="flex items-center justify-between gap-x-6 pb-3">
          <div className="flex min-w-0 flex-col gap-x-4 sm:flex-row sm:items-baseline">
            <Wordmark href="/" />
            <p className="text-13 text-ink-soft">{newsroomName}</p>
          </div>
          <a href="/search" className="link-quiet inline-flex h-9 items-center gap-2 font-medium print:hidden">
            <svg viewBox="0 0 16 16" className="size-4" fill="none" stroke="currentColor" aria-hidden="true">
              <circle cx="6.75" cy="6.75" r="4.75" strokeWidth="1.6" />
              <path d="m10.4 10.4 4 4" strokeWidth="1.8" strokeLinecap="round" />
            </svg>
            Search
          </a>
        </div>
        <nav aria-label="Sections" className="border-ink border-t-2 border-b border-b-rule print:hidden">
          <ul className="flex flex-wrap gap-x-4 sm:gap-x-7">
            {SECTIONS.map((section) => (
              <li key={section.href} className={section.isWideOnly ? 'max-sm:hidden' : undefined}>
                <a href={section.href} className="link-quiet inline-flex h-10 items-center font-medium">
                  {section.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-page flex-1 px-4 py-8 focus:outline-none sm:px-6 sm:py-12"
      >
        {children}
      </main>
      <footer className="mx-auto w-full max-w-page px-4 pb-8 sm:px-6">
        <div className="flex flex-wrap justify-between gap-x-8 gap-y-3 border-rule border-t pt-4 text-13 text-ink-soft">
          <p>{newsroomName}. Every verdict names its author, its approver and its sources.</p>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
            {footLinks.map((link) => (
              <li key={link.href}>
                <a href={link.href} className="link-quiet">
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </div>
  )
}

/** A page of readers: one column of text, and a margin for evidence and dates that follows it on a phone. */
export function Columns({ children, margin }: { children: ReactNode; margin?: ReactNode }) {
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
      <div className="min-w-0">{children}</div>
      {margin ? <aside className="flex min-w-0 flex-col gap-8 text-15">{margin}</aside> : null}
    </div>
  )
}
