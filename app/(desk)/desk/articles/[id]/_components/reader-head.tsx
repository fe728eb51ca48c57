import Link from 'next/link'
import { ConfirmDay } from '@/app/_parts/articles/confirm-day'
import { StoryLine } from '@/app/_parts/articles/story-line'
import { DayText } from '@/app/_ui/days'
import { PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import type { ArticleDetail } from '@/lib/articles/queries'
import type { StorySummary } from '@/lib/articles/queries/stories'
import { confirmDayAction } from '../../actions'
import { readerAddress } from './address'

type Version = { id: string; ordinal: number; createdAt: Date; createdBy: { name: string } | null }

/** Who published it when, how the day is known, and the versions of its text. */
export function ReaderHead({
  article,
  versions,
  shownId,
  zone,
  mayConfirm,
  story,
}: {
  article: ArticleDetail
  versions: Version[]
  shownId: string
  zone: string
  mayConfirm: boolean
  story: StorySummary | null
}) {
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={article.title}
        crumbs={[{ href: '/desk/articles', label: 'Articles' }]}
        lead={
          <span className="flex flex-wrap gap-x-4 gap-y-1 text-15">
            <span className="font-medium text-ink">{article.publisher.name}</span>
            {article.byline ? <span>{article.byline}</span> : null}
            {article.publishedOn ? (
              <span>
                <DayText day={article.publishedOn} />
                {article.publishedOnBasis ? (
                  <span className="text-ink-faint"> · {article.publishedOnBasis}</span>
                ) : null}
              </span>
            ) : (
              <span className="font-medium text-rating-half">Day needed</span>
            )}
            {article.url ? (
              <a href={article.url} rel="noreferrer">
                The article at its publisher
              </a>
            ) : null}
            {story ? <StoryLine articleId={article.id} story={story} /> : null}
          </span>
        }
      />
      {article.publishedOn === null && mayConfirm ? (
        <section aria-labelledby="day-heading" className="border-rating-half border-l-4 bg-sunk p-4">
          <h2 id="day-heading" className="mb-2 font-semibold text-17">
            On which day was it published?
          </h2>
          <p className="mb-4 max-w-measure text-ink-soft">
            Words like “this fall” or “on Friday” have no window until this is known. The claims are read again once you
            confirm; what you decided stays.
          </p>
          <ConfirmDay
            articleId={article.id}
            revision={article.revision}
            known={null}
            proposed={article.dayCandidates}
            action={confirmDayAction}
          />
        </section>
      ) : null}
      {versions.length > 1 ? (
        <nav aria-label="Versions of the text" className="flex flex-wrap gap-x-4 gap-y-1 text-13 text-ink-soft">
          <span>Versions:</span>
          {versions.map((version) => (
            <Link
              key={version.id}
              href={readerAddress({ articleId: article.id, version: version.ordinal })}
              aria-current={version.id === shownId ? 'true' : undefined}
              className="aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {version.ordinal}, <Timestamp at={version.createdAt.toISOString()} zone={zone} />
              {version.id === article.snapshot.id ? ' (current)' : ''}
            </Link>
          ))}
          <Link href={`/desk/articles/${article.id}/versions`}>What changed</Link>
        </nav>
      ) : null}
    </div>
  )
}
