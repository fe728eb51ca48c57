import { BY_NAME, EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { counted } from '@/lib/core/counts'
import { listPublicTopics } from '@/lib/publishing/queries/topics'
import { requireEdition } from '@/lib/web/edition'

/** A page of the index, from the topic after `after`. */
export async function AllTopics({ params, after }: { params: Promise<{ edition: string }>; after?: string }) {
  const { today } = await requireEdition(params)
  const { topics, next } = await listPublicTopics(today, after)
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title="Topics" lead="What the verdicts and the predictions are about." />
      {topics.length === 0 ? (
        <EmptyState drawing="bar">{after ? 'No topic follows.' : 'No claim with a topic is published yet.'}</EmptyState>
      ) : (
        <ul className="grid gap-x-16 border-rule border-t sm:grid-cols-2">
          {topics.map(({ slug, name, verdicts, predictions }) => (
            <li key={slug} className="flex items-baseline justify-between gap-4 border-rule border-b py-3">
              <a href={`/topics/${slug}`} className="statement link-quiet min-w-0 text-17">
                {name}
              </a>
              <p className="shrink-0 text-13 text-ink-soft tabular-nums">
                {[
                  predictions > 0 ? counted(predictions, 'prediction') : null,
                  verdicts > 0 ? counted(verdicts, 'verdict') : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label="Pages of topics"
        words={BY_NAME}
        newer={after ? '/topics' : undefined}
        older={next ? `/topics?after=${next}` : undefined}
      />
    </div>
  )
}
