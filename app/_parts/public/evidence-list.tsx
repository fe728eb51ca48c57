import { formatDay } from '@/lib/core/windows'
import { anchorOfEvidence } from '@/lib/verdicts/present'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { StanceTag } from '../claim/tags'
import { Excerpt } from '../record/excerpt'

type Evidence = FrozenVerdict['evidence'][number]

/** All the evidence of a verdict: which way it points, its words, where they stand, and why it counts. */
export function EvidenceList({ evidence, anchorPrefix }: { evidence: Evidence[]; anchorPrefix?: string }) {
  return (
    <ol className="flex flex-col gap-8">
      {evidence.map((item, index) => (
        <li
          key={item.id}
          id={anchorOfEvidence(item.id, anchorPrefix)}
          className="flex scroll-mt-20 flex-col gap-2 target:bg-accent-wash"
          data-evidence
        >
          <Excerpt
            quote={item.excerpt}
            over={
              <span className="flex items-baseline gap-2">
                <span className="text-13 text-ink-soft tabular-nums">[{index + 1}]</span>
                <StanceTag stance={item.stance} />
              </span>
            }
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
