import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { EmptyState, Pagination } from '@/app/_ui/page-parts'
import { canWatchFeeds } from '@/lib/articles/policy'
import { getFeed, listInbox } from '@/lib/articles/queries/feeds'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { FeedsFrame } from '../_components/feeds-frame'
import { InboxForm } from '../_components/inbox-form'

export const metadata: Metadata = { title: 'Inbox of feeds' }

const Query = z.object({
  before: z.uuid().optional().catch(undefined),
  feed: z.uuid().optional().catch(undefined),
})

export default async function InboxPage({ searchParams }: PageProps<'/desk/feeds/inbox'>) {
  const ctx = await requireContext()
  if (!canWatchFeeds(ctx.actor)) return <FeedsFrame title="Inbox of feeds">{null}</FeedsFrame>
  const { before, feed: feedId } = Query.parse(await searchParams)
  const { items, next } = await listInbox(ctx, { before, feedId })
  const feed = feedId ? await getFeed(ctx, feedId) : null
  const { zone } = await requireSettings()
  const here = `/desk/feeds/inbox${feedId ? `?feed=${feedId}` : ''}`
  return (
    <FeedsFrame
      title="Inbox of feeds"
      lead="Import what holds claims worth checking, dismiss the rest. A dismissed item does not come back."
      tab="inbox"
    >
      {feed ? (
        <p>
          Only from <Link href={`/desk/feeds/${feed.id}`}>{feed.title}</Link>.{' '}
          <Link href="/desk/feeds/inbox">Show all feeds</Link>
        </p>
      ) : null}
      {items.length > 0 ? null : (
        <EmptyState action={{ href: '/desk/feeds', label: 'See the feeds' }}>
          {before ? 'There are no older items.' : 'Nothing waits here.'}
        </EmptyState>
      )}
      <InboxForm
        zone={zone}
        items={items.map(({ publishedAt, seenAt, article: _, ...item }) => ({
          ...item,
          publishedAt: publishedAt?.toISOString() ?? null,
          seenAt: seenAt.toISOString(),
        }))}
      />
      <Pagination
        label="Older and newer items"
        newer={before ? here : undefined}
        older={next ? `${here}${feedId ? '&' : '?'}before=${next}` : undefined}
      />
    </FeedsFrame>
  )
}
