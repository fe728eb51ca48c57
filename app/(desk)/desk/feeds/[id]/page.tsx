import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { DefinitionList, EmptyState, Pagination } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Timestamp } from '@/app/_ui/timestamp'
import { DoneNotice } from '@/app/(desk)/desk/_components/done-notice'
import { canWatchFeeds } from '@/lib/articles/policy'
import { type FeedItemView, type FeedView, getFeed, listItems } from '@/lib/articles/queries/feeds'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { EditFeedForm, FeedMoves } from '../_components/feed-forms'
import { FeedTag, LastResult } from '../_components/feed-state'
import { FeedsFrame } from '../_components/feeds-frame'
import { intervalWords } from '../_components/intervals'
import { ItemState } from '../_components/item-state'

export const metadata: Metadata = { title: 'Feed' }

const Query = z.object({
  before: z.uuid().optional().catch(undefined),
  done: z.literal('added').optional().catch(undefined),
})

export default async function FeedPage({ params, searchParams }: PageProps<'/desk/feeds/[id]'>) {
  const ctx = await requireContext()
  if (!canWatchFeeds(ctx.actor)) return <FeedsFrame title="Feed">{null}</FeedsFrame>
  const id = z.uuid().safeParse((await params).id)
  const feed = id.success ? await getFeed(ctx, id.data) : null
  if (feed === null) notFound()
  const { before, done } = Query.parse(await searchParams)
  const { items, next } = await listItems(ctx, feed.id, before)
  const { zone } = await requireSettings()
  const here = `/desk/feeds/${feed.id}`
  return (
    <FeedsFrame title={feed.title} lead={<span className="break-all text-15">{feed.address}</span>}>
      {done ? (
        <DoneNotice key={ctx.requestId} without={here}>
          The feed is watched. What it holds is fetched in a moment.
        </DoneNotice>
      ) : null}
      <FeedFacts feed={feed} zone={zone} />
      <FeedMoves feedId={feed.id} isPaused={feed.nextFetchAt === null} />
      <section aria-labelledby="items-title" className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2 id="items-title" className="statement font-semibold text-21">
          What it brought
        </h2>
        {items.length > 0 ? (
          <ItemTable items={items} zone={zone} />
        ) : (
          <EmptyState>{before ? 'There are no older items.' : 'Nothing yet.'}</EmptyState>
        )}
        <Pagination
          label="Older and newer items"
          newer={before ? here : undefined}
          older={next ? `${here}?before=${next}` : undefined}
        />
      </section>
      <section aria-labelledby="edit-title" className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2 id="edit-title" className="statement font-semibold text-21">
          How it is watched
        </h2>
        <EditFeedForm
          key={feed.revision}
          feedId={feed.id}
          revision={feed.revision}
          title={feed.title}
          treatment={{
            ...feed,
            matching: feed.matching === 'import' ? 'import' : 'inbox',
            others: feed.others === 'inbox' ? 'inbox' : 'pass',
          }}
        />
      </section>
    </FeedsFrame>
  )
}

function FeedFacts({ feed, zone }: { feed: FeedView; zone: string }) {
  return (
    <DefinitionList
      items={[
        { term: 'State', value: <FeedTag feed={feed} /> },
        { term: 'Last fetch', value: <LastResult feed={feed} zone={zone} /> },
        {
          term: 'Next fetch',
          value: feed.nextFetchAt ? (
            <>
              <Timestamp at={feed.nextFetchAt.toISOString()} zone={zone} />, {intervalWords(feed.intervalMinutes)}
            </>
          ) : (
            'None: it is paused.'
          ),
        },
        {
          term: 'In the inbox',
          value: feed.waiting > 0 ? <Link href={`/desk/feeds/inbox?feed=${feed.id}`}>{feed.waiting}</Link> : 'nothing',
        },
      ]}
    />
  )
}

function ItemTable({ items, zone }: { items: FeedItemView[]; zone: string }) {
  return (
    <Table caption="Items of this feed" captionHidden>
      <TableHead>
        <HeadCell>Item</HeadCell>
        <HeadCell>Seen</HeadCell>
        <HeadCell>What became of it</HeadCell>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <Row key={item.id}>
            <Cell className="min-w-60">
              <a href={item.address} rel="noreferrer" className="font-serif">
                {item.title}
              </a>
            </Cell>
            <Cell className="whitespace-nowrap">
              <Timestamp at={item.seenAt.toISOString()} zone={zone} />
            </Cell>
            <Cell className="min-w-48">
              <ItemState item={item} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
