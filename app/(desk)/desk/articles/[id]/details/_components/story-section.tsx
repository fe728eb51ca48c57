import Link from 'next/link'
import { DayText } from '@/app/_ui/days'
import { Tag } from '@/app/_ui/tag'
import type { StoryMember } from '@/lib/articles/queries/stories'
import { Section } from './section'
import { JoinStoryForm, LeaveStoryForm } from './story-forms'

type Story = { articles: StoryMember[] } | null

/** Who else carries the text, the first publication first; editors and admins take the article out or link another. */
export function StorySection({ articleId, story, mayKeep }: { articleId: string; story: Story; mayKeep: boolean }) {
  return (
    <Section
      id="story"
      title="Story"
      lead={
        story
          ? 'These articles carry the same text nearly word for word. Their claims are proposed as the same, and track records count them once.'
          : 'No other article here carries this text nearly word for word.'
      }
    >
      {story ? (
        <ol className="flex flex-col divide-y divide-rule border-rule border-y" data-story>
          {story.articles.map((article, index) => (
            <li key={article.articleId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
              <span className="min-w-0">
                <span className="font-medium">{article.publisher.name}</span>
                {': '}
                {article.articleId === articleId ? (
                  <span className="font-serif">{article.title}</span>
                ) : (
                  <Link href={`/desk/articles/${article.articleId}`} className="font-serif">
                    {article.title}
                  </Link>
                )}
              </span>
              {index === 0 ? <Tag tone="accent">first</Tag> : null}
              <span className="text-13 text-ink-soft">
                {article.publishedOn ? <DayText day={article.publishedOn} /> : 'day not known'}
                {article.similarity === null
                  ? ''
                  : ` · ${Math.floor(article.similarity * 100)} % the same as the nearest`}
                {article.linkedBy ? ` · linked by ${article.linkedBy.name}` : ''}
                {article.articleId === articleId ? ' · this article' : ''}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {mayKeep ? (
        <div className="flex flex-col gap-4">
          {story ? (
            <details>
              <summary className="w-fit cursor-pointer text-accent">Take this article out of the story</summary>
              <div className="pt-3">
                <LeaveStoryForm articleId={articleId} />
              </div>
            </details>
          ) : null}
          <details>
            <summary className="w-fit cursor-pointer text-accent">Link another article by hand</summary>
            <div className="pt-3">
              <JoinStoryForm articleId={articleId} />
            </div>
          </details>
        </div>
      ) : null}
    </Section>
  )
}
