import Link from 'next/link'
import type { ReactNode } from 'react'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { canWatchFeeds } from '@/lib/articles/policy'
import { countInbox } from '@/lib/articles/queries/feeds'
import { requireContext } from '@/lib/web/session'

const CRUMBS = [{ href: '/desk/articles', label: 'Articles' }]
const TAB =
  '-mb-px flex h-10 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-ink-soft no-underline aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink'

/** Header and tabs of the pages about feeds; for people who may not, why not. */
export async function FeedsFrame({
  title,
  lead,
  tab,
  actions,
  children,
}: {
  title: string
  lead?: ReactNode
  tab?: 'feeds' | 'inbox'
  actions?: ReactNode
  children: ReactNode
}) {
  const ctx = await requireContext()
  if (!canWatchFeeds(ctx.actor)) {
    return (
      <div className="flex flex-col gap-6">
        <PageHeader title={title} crumbs={CRUMBS} />
        <Notice kind="warn" title="Only admins watch feeds">
          Your account has other roles. Ask an admin to watch a feed; what it brings then appears at the desk.
        </Notice>
      </div>
    )
  }
  const waiting = await countInbox()
  const crumbs = tab ? CRUMBS : [...CRUMBS, { href: '/desk/feeds', label: 'Feeds' }]
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={title} crumbs={crumbs} lead={lead} actions={actions} />
      {tab ? (
        <nav aria-label="Feeds" className="border-rule border-b">
          <ul className="flex gap-6">
            <li>
              <Link href="/desk/feeds" aria-current={tab === 'feeds' ? 'page' : undefined} className={TAB}>
                Feeds
              </Link>
            </li>
            <li>
              <Link href="/desk/feeds/inbox" aria-current={tab === 'inbox' ? 'page' : undefined} className={TAB}>
                Inbox
                {waiting > 0 ? (
                  <span className="rounded-full bg-sunk px-1.5 text-13 text-ink-soft tabular-nums">
                    {waiting.toLocaleString('en')}
                  </span>
                ) : null}
              </Link>
            </li>
          </ul>
        </nav>
      ) : null}
      {children}
    </div>
  )
}
