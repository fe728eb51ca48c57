import { Byline } from '@/app/_parts/public/byline'
import { Section } from '@/app/_parts/public/section'
import { Excerpt } from '@/app/_parts/record/excerpt'
import { dayInZone } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import type { PublicOutcome, PublicPrediction } from '@/lib/predictions/queries/public'

/** What really happened, and by which sources. */
export function Outcome({ prediction, zone }: { prediction: PublicPrediction; zone: string }) {
  const { outcome, resolution } = prediction
  const judgedBy = resolution?.sources ?? []
  if (outcome === null && judgedBy.length === 0) return null
  return (
    <Section id="outcome" title={outcome === null ? 'What that rests on' : 'What happened'}>
      {outcome ? <OutcomeFacts outcome={outcome} /> : null}
      {judgedBy.length > 0 ? <SourceList sources={judgedBy} /> : null}
      {resolution ? (
        <p className="text-13 text-ink-soft">
          <Byline verb="Settled" on={dayInZone(resolution.resolvedAt, zone)} {...resolution.settledBy} />
        </p>
      ) : null}
    </Section>
  )
}

function OutcomeFacts({ outcome }: { outcome: PublicOutcome }) {
  const { figure, note, sources } = outcome
  return (
    <>
      {figure ? <p className="max-w-[66ch] font-serif text-17">The value found: {figure}</p> : null}
      {note ? <p className="max-w-[66ch] text-ink-soft">{note}</p> : null}
      <SourceList sources={sources} />
    </>
  )
}

const SourceList = ({ sources }: { sources: PublicOutcome['sources'] }) => (
  <ul className="flex flex-col gap-6">
    {sources.map((source) => (
      <li key={`${source.url ?? source.title} ${source.excerpt}`}>
        <Excerpt
          quote={source.excerpt}
          source={source.title}
          href={source.url ?? undefined}
          meta={[source.publisherName, source.publishedOn && `published ${formatDay(source.publishedOn)}`]
            .filter(Boolean)
            .join(' · ')}
        />
      </li>
    ))}
  </ul>
)
