import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { dayInZone } from '@/lib/core/days'
import { countUnread, listNotices } from '@/lib/notices/queries'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { AllReadForm } from './_components/all-read-form'
import { byDay } from './_components/by-day'
import { NoticeRow } from './_components/notice-row'

export const metadata: Metadata = { title: 'Notices' }

const Query = z.object({
  view: z.enum(['all', 'unread']).catch('all'),
  before: z.uuid().optional().catch(undefined),
})
const VIEWS = [
  ['all', 'All'],
  ['unread', 'Unread'],
] as const

export default async function NoticesPage({ searchParams }: PageProps<'/desk/notices'>) {
  const ctx = await requireContext()
  const { view, before } = Query.parse(await searchParams)
  const [{ notices, next }, unread, { zone }] = await Promise.all([
    listNotices(ctx, { before, isUnread: view === 'unread' }),
    countUnread(ctx),
    requireSettings(),
  ])
  const here = view === 'all' ? '/desk/notices' : `/desk/notices?view=${view}`
  const newest = notices[0]
  return (
    <div className="flex max-w-page flex-col gap-6">
      <PageHeader
        title="Notices"
        lead={
          <>
            What concerns you at the desk. What waits comes by e-mail too, once a day:{' '}
            <a href="/desk/account#digest">choose when</a>.
          </>
        }
        actions={newest && before === undefined && unread.n > 0 ? <AllReadForm upTo={newest.id} /> : undefined}
      />
      <nav aria-label="Which notices" className="border-rule border-b">
        <ul className="flex gap-x-6">
          {VIEWS.map(([name, label]) => (
            <li key={name}>
              <Link
                href={name === 'all' ? '/desk/notices' : `/desk/notices?view=${name}`}
                aria-current={name === view ? 'page' : undefined}
                className="-mb-px flex h-10 items-center border-transparent border-b-2 text-ink-soft no-underline aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {notices.length === 0 ? (
        <EmptyState action={view === 'unread' ? { href: '/desk/notices', label: 'All notices' } : undefined}>
          {emptyWords(view, before)}
        </EmptyState>
      ) : (
        byDay(notices, { zone, today: dayInZone(ctx.now, zone) }).map(({ day, words, items }) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`} className="border-rule border-b pb-2 font-semibold text-15">
              {words}
            </h2>
            <ul className="divide-y divide-rule">
              {items.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} zone={zone} />
              ))}
            </ul>
          </section>
        ))
      )}
      <Pagination
        label="Older and newer notices"
        newer={before ? here : undefined}
        older={next ? `${here}${view === 'all' ? '?' : '&'}before=${next}` : undefined}
      />
    </div>
  )
}

function emptyWords(view: 'all' | 'unread', before: string | undefined): string {
  if (before) return 'There are no older ones.'
  return view === 'unread'
    ? 'You have read all your notices.'
    : 'Nothing yet. You hear here when a claim is given to you, somebody mentions you, or your work is decided on.'
}
