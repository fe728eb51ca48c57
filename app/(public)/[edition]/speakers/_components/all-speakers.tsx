import { BY_NAME, EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { counted } from '@/lib/core/counts'
import { listPublicSpeakers } from '@/lib/publishing/queries/people'
import { requireEdition } from '@/lib/web/edition'

/** A page of the index, from the speaker after `after`. */
export async function AllSpeakers({ params, after }: { params: Promise<{ edition: string }>; after?: string }) {
  const { today } = await requireEdition(params)
  const { speakers, next } = await listPublicSpeakers(today, after)
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title="Speakers"
        lead={
          <>
            Whose claims were checked, and how their predictions held up. Unnamed sources count under{' '}
            <a href="/publishers">the publisher</a> that quotes them.
          </>
        }
      />
      {speakers.length === 0 ? (
        <EmptyState drawing="seal">
          {after ? 'No speaker follows.' : 'No claim of a named speaker is published yet.'}
        </EmptyState>
      ) : (
        <ul className="grid gap-x-16 border-rule border-t lg:grid-cols-2">
          {speakers.map((speaker) => (
            <li key={speaker.slug} className="border-rule border-b py-3">
              <a href={`/speakers/${speaker.slug}`} className="statement link-quiet text-17">
                {speaker.name}
              </a>
              {speaker.description ? <p className="text-15 text-ink-soft">{speaker.description}</p> : null}
              <p className="text-13 text-ink-soft tabular-nums">
                {[
                  speaker.verdicts > 0 ? counted(speaker.verdicts, 'verdict') : null,
                  speaker.predictions > 0 ? counted(speaker.predictions, 'prediction') : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label="Pages of speakers"
        words={BY_NAME}
        newer={after ? '/speakers' : undefined}
        older={next ? `/speakers?after=${next}` : undefined}
      />
    </div>
  )
}
