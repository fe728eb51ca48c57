import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import type { FeedView } from '@/lib/articles/queries/feeds'
import { counted } from '@/lib/core/counts'

type State = Pick<FeedView, 'nextFetchAt' | 'lastFetchedAt' | 'lastResult' | 'lastNew' | 'lastProblem' | 'failures'>

/** How a feed is doing, in a word. */
export function FeedTag({ feed }: { feed: State }) {
  if (feed.nextFetchAt === null) return <Tag>paused</Tag>
  if (feed.lastResult === null) return <Tag tone="accent">not fetched yet</Tag>
  return feed.lastResult === 'failed' ? <Tag tone="bad">fails</Tag> : <Tag tone="good">works</Tag>
}

/** What the last fetch brought, and when. */
export function LastResult({ feed, zone }: { feed: State; zone: string }) {
  if (feed.lastFetchedAt === null) return <span className="text-ink-soft">Nothing yet</span>
  return (
    <>
      {resultWords(feed)}{' '}
      <span className="whitespace-nowrap text-13 text-ink-soft">
        <Timestamp at={feed.lastFetchedAt.toISOString()} zone={zone} />
      </span>
    </>
  )
}

function resultWords({ lastResult, lastNew, lastProblem, failures }: State): string {
  if (lastResult === 'failed') return `${lastProblem}${failures > 1 ? ` ${failures} times in a row.` : ''}`
  return lastNew === 0 ? 'Nothing new' : counted(lastNew, 'new item')
}
