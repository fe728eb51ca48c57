import { Rationale } from '@/app/_parts/rationale/rationale'
import { Seal } from '@/app/_parts/seal/seal'
import { DayText } from '@/app/_ui/days'
import { Folded } from '@/app/_ui/folded'
import { anchorOfEvidence } from '@/lib/verdicts/present'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { LEVEL_WORDS } from './level-words'

/** A published version as it was frozen, in short; its rationale and evidence folded. */
export function VerdictView({ frozen, title }: { frozen: FrozenVerdict; title: string }) {
  const { rating, correction, evidence } = frozen
  const size = { best: rating.best ?? undefined, worst: rating.worst ?? undefined }
  return (
    <article aria-label={title} className="flex flex-col gap-3 border-rule border-y py-4" data-version={frozen.ordinal}>
      <p className="text-13 text-ink-soft">
        {title}: version {frozen.ordinal}, as of <DayText day={frozen.asOfOn} />, by {frozen.authorName}, approved by{' '}
        {frozen.approverName}
        {frozen.isSolo ? ' (a one-person desk)' : ''}
      </p>
      {correction ? (
        <p className="border-rating-half border-l-4 pl-3">
          <span className="font-semibold">{LEVEL_WORDS[correction.level]}.</span> {correction.note}
        </p>
      ) : null}
      <p className="flex items-center gap-3 font-semibold text-21">
        <Seal rating={{ ...rating, ...size }} size={48} />
        {rating.label}
      </p>
      <p className="font-serif text-17">{frozen.summary}</p>
      <Folded label="Rationale and evidence">
        <div className="flex flex-col gap-4">
          <Rationale markdown={frozen.rationale} evidenceIds={evidence.map(({ id }) => id)} anchorPrefix="in-force-" />
          <ol className="flex list-inside list-decimal flex-col gap-2 text-15">
            {evidence.map(({ id, stance, source }) => (
              <li key={id} id={anchorOfEvidence(id, 'in-force-')}>
                <span className="text-ink-soft first-letter:uppercase">{stance}: </span>
                {source.url ? (
                  <a href={source.url} rel="external noopener">
                    {source.title}
                  </a>
                ) : (
                  source.title
                )}
              </li>
            ))}
          </ol>
        </div>
      </Folded>
    </article>
  )
}
