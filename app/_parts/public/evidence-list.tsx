import { formatDay } from '@/lib/core/windows'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { StanceTag } from '../claim/tags'
import { Excerpt } from '../record/excerpt'

type Evidence = FrozenVerdict['evidence'][number]

/** All the evidence of a verdict: which way it points, its words, where they stand, and why it counts. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  return (
    <ol className="flex flex-col gap-8">
      {evidence.map((item) => (
        <li key={item.id} className="flex flex-col gap-2" data-evidence>
          <Excerpt
            quote={item.excerpt}
            over={<StanceTag stance={item.stance} />}
            source={item.source.title}
            href={item.source.url ?? undefined}
            meta={<SourceFacts source={item.source} />}
          />
          {item.note ? <p className="pl-4.5">{item.note}</p> : null}
          {item.comparison ? (
            <p className="ml-4.5 border-rule border-y py-2 text-ink-soft tabular-nums" data-comparison>
              <span className="font-medium text-ink">The figures: </span>
              {item.comparison.sentence}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function SourceFacts({ source }: { source: Evidence['source'] }) {
  const facts = [
    source.publisherName,
    source.kind === 'primary' ? 'primary source' : 'secondary source',
    source.publishedOn && `published ${formatDay(source.publishedOn)}`,
    `retrieved ${formatDay(source.retrievedOn)}`,
  ].filter(Boolean)
  return (
    <>
      {facts.join(' · ')}
      {source.archiveUrl ? (
        <>
          {' · '}
          <a href={source.archiveUrl} rel="external noopener">
            archived copy
          </a>
        </>
      ) : null}
    </>
  )
}
