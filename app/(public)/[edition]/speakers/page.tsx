import type { Metadata } from 'next'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import { counted } from '@/lib/core/counts'
import { listPublicSpeakers } from '@/lib/publishing/queries/people'
import { requireEdition } from '@/lib/web/edition'

export const metadata: Metadata = { title: 'Speakers', alternates: { canonical: '/speakers' } }
export const generateStaticParams = () => []

export default async function SpeakersPage({ params }: { params: Promise<{ edition: string }> }) {
  const { today } = await requireEdition(params)
  const { speakers } = await listPublicSpeakers(today)
  return (
    <>
      <PageHeader
        title="Speakers"
        lead="Whose claims were checked, and how their predictions held up. Unnamed sources count under the publisher that quotes them."
      />
      {speakers.length === 0 ? (
        <EmptyState drawing="seal">No claim of a named speaker is published yet.</EmptyState>
      ) : (
        <ul className="mt-8 grid gap-x-16 border-rule border-t lg:grid-cols-2">
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
    </>
  )
}
