import Link from 'next/link'
import { CheckBadge } from '@/app/_parts/evidence/check-badge'
import { Excerpt } from '@/app/_parts/record/excerpt'
import { DayText } from '@/app/_ui/days'
import { Folded } from '@/app/_ui/folded'
import { dayInZone } from '@/lib/core/days'
import type { EvidenceBadge } from '@/lib/evidence/queries/badges'
import type { OutcomeView } from '@/lib/predictions/queries/outcomes'
import { ChangeSource, GatherSource, RemoveSource } from './source-forms'

type Props = { outcome: OutcomeView; badges: Map<string, EvidenceBadge> }

/** What the outcome rests on, each with its excerpt as it was chosen in a copy; gathered as evidence is. */
export function Sources({ outcome, badges }: Props) {
  const { id, revision, sources, may, today, zone } = outcome
  return (
    <section aria-labelledby="submit-sources" className="flex flex-col gap-5">
      <h2 id="submit-sources" tabIndex={-1} className="statement font-semibold text-21">
        Sources
      </h2>
      {sources.length === 0 ? <p className="text-ink-soft">None yet.</p> : null}
      <ol className="flex flex-col gap-6">
        {sources.map((source) => (
          <li key={source.id} className="flex flex-col gap-2" data-source={source.id}>
            <SourceView source={source} badge={badges.get(source.id)} zone={zone} />
            {may.write ? (
              <div className="pl-4.5">
                <Folded label={<Labelled words="Edit" title={source.title} />}>
                  <div className="flex flex-col gap-6">
                    <ChangeSource
                      outcome={{ id, revision }}
                      source={source}
                      copyId={badges.get(source.id)?.copyId ?? null}
                    />
                    <RemoveSource outcome={{ id, revision }} source={source} />
                  </div>
                </Folded>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {may.write ? (
        <Folded key={sources.length} label="Add a source" open={sources.length === 0}>
          <GatherSource outcome={{ id, revision }} today={today} isSubmitted={!may.submit} />
        </Folded>
      ) : null}
    </section>
  )
}

const Labelled = ({ words, title }: { words: string; title: string }) => (
  <span>
    {words}
    <span className="sr-only">: {title}</span>
  </span>
)

type Source = OutcomeView['sources'][number]

function SourceView({ source, badge, zone }: { source: Source; badge: EvidenceBadge | undefined; zone: string }) {
  return (
    <>
      <Excerpt
        quote={source.excerpt}
        source={source.title}
        href={source.url ?? undefined}
        over={
          badge ? (
            <span className="flex justify-end">
              <CheckBadge state={badge.state} day={badge.at && dayInZone(badge.at, zone)} why={badge.why} />
            </span>
          ) : null
        }
        meta={
          <span className="flex flex-wrap gap-x-3">
            {source.publisherName ? <span>{source.publisherName}</span> : null}
            {source.publishedOn ? <DayText day={source.publishedOn} /> : null}
            <Link
              href={`/desk/sources/${source.sourceId}`}
              aria-label={`The desk’s ${badge?.hasCopy ? 'copy' : 'record'} of ${source.title}`}
              className="inline-flex min-h-6 items-center"
            >
              the desk’s {badge?.hasCopy ? 'copy' : 'record'}
            </Link>
          </span>
        }
      />
      {badge?.alert && badge.state !== 'unreachable' ? (
        <p className="pl-4.5 text-13">
          The source changed after it was cited.{' '}
          <Link href={`/desk/sources/${source.sourceId}`}>See what changed, word by word</Link>
        </p>
      ) : null}
    </>
  )
}
