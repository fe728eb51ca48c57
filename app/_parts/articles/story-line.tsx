import Link from 'next/link'
import { DayText } from '@/app/_ui/days'
import type { StorySummary } from '@/lib/articles/queries/stories'
import { counted } from '@/lib/core/counts'

/** "Also in 3 publications · first in PUBLISHER, DAY" of an article that others carry nearly word for word. */
export function StoryLine({ articleId, story }: { articleId: string; story: StorySummary }) {
  const { publications, others, firstArticleId, firstPublisher, firstOn } = story
  const day = firstOn ? (
    <>
      , <DayText day={firstOn} className="whitespace-nowrap" />
    </>
  ) : null
  return (
    <span>
      <Link href={`/desk/articles/${articleId}/details#story-title`}>
        {publications > 0
          ? `Also in ${counted(publications, 'other publication')}`
          : `Also here as ${counted(others, 'other article')}`}
      </Link>
      {' · '}
      {firstArticleId === articleId ? (
        'first here'
      ) : (
        <>
          first in <Link href={`/desk/articles/${firstArticleId}`}>{firstPublisher}</Link>
          {day}
        </>
      )}
    </span>
  )
}
