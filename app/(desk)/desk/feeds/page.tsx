import type { Metadata } from 'next'
import Link from 'next/link'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { canWatchFeeds } from '@/lib/articles/policy'
import { type FeedView, listFeeds } from '@/lib/articles/queries/feeds'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { FeedTag, LastResult } from './_components/feed-state'
import { FeedsFrame } from './_components/feeds-frame'
import { intervalWords } from './_components/intervals'
import { OpmlForm } from './_components/opml-form'

export const metadata: Metadata = { title: 'Feeds' }

const LEAD = 'Feeds are looked at again and again; their new items are imported, or wait in the inbox.'

export default async function FeedsPage() {
  const ctx = await requireContext()
  const feeds = canWatchFeeds(ctx.actor) ? await listFeeds(ctx) : []
  const { zone } = await requireSettings()
  return (
    <FeedsFrame
      title="Feeds"
      lead={LEAD}
      tab="feeds"
      actions={
        <LinkButton href="/desk/feeds/add" variant="primary">
          Watch a feed
        </LinkButton>
      }
    >
      {feeds.length > 0 ? (
        <FeedTable feeds={feeds} zone={zone} />
      ) : (
        <EmptyState action={{ href: '/desk/feeds/add', label: 'Watch a feed' }}>No feed is watched yet.</EmptyState>
      )}
      <section aria-labelledby="opml-title" className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2 id="opml-title" className="statement font-semibold text-21">
          Take over a list of feeds
        </h2>
        <OpmlForm />
      </section>
    </FeedsFrame>
  )
}

function FeedTable({ feeds, zone }: { feeds: FeedView[]; zone: string }) {
  return (
    <Table caption="All feeds" captionHidden>
      <TableHead>
        <HeadCell>Feed</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell>Last fetch</HeadCell>
        <HeadCell>How often</HeadCell>
        <HeadCell>Matching items</HeadCell>
        <HeadCell numeric>In the inbox</HeadCell>
      </TableHead>
      <TableBody>
        {feeds.map((feed) => (
          <Row key={feed.id}>
            <Cell className="min-w-48">
              <Link href={`/desk/feeds/${feed.id}`} className="link-quiet font-medium">
                {feed.title}
              </Link>
            </Cell>
            <Cell>
              <FeedTag feed={feed} />
            </Cell>
            <Cell className="min-w-56">
              <LastResult feed={feed} zone={zone} />
            </Cell>
            <Cell className="whitespace-nowrap">{intervalWords(feed.intervalMinutes)}</Cell>
            <Cell className="whitespace-nowrap">{feed.matching === 'import' ? 'imported' : 'to the inbox'}</Cell>
            <Cell numeric>
              {feed.waiting > 0 ? <Link href={`/desk/feeds/inbox?feed=${feed.id}`}>{feed.waiting}</Link> : 0}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
