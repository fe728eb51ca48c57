import Link from 'next/link'
import { Tag, type TagTone } from '@/app/_ui/tag'
import type { FeedItemView } from '@/lib/articles/queries/feeds'

const STATES: Record<FeedItemView['state'], { word: string; tone: TagTone }> = {
  inbox: { word: 'in the inbox', tone: 'accent' },
  queued: { word: 'being imported', tone: 'watch' },
  imported: { word: 'imported', tone: 'good' },
  dismissed: { word: 'dismissed', tone: 'plain' },
  passed: { word: 'passed over', tone: 'plain' },
  failed: { word: 'could not be imported', tone: 'bad' },
}

/** What became of an item, with its article or the reason. */
export function ItemState({ item }: { item: Pick<FeedItemView, 'state' | 'problem' | 'article'> }) {
  const { word, tone } = STATES[item.state]
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <Tag tone={tone}>{word}</Tag>
      {item.article ? <Link href={`/desk/articles/${item.article.id}`}>the article</Link> : null}
      {item.problem ? <span className="text-13">{item.problem}</span> : null}
    </span>
  )
}
