import type { Day } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { cx } from '../../_ui/classes'
import { Seal, sealToneClass } from '../seal/seal'

/** A verdict as lists show it; without a rating it was withdrawn or is a prediction without a verdict. */
export type VerdictEntry = {
  claimId: string
  path: string
  shortForm: string
  speaker: { name: string; slug: string | null } | null
  rating: { key: string; label: string; value: number | null; best: number | null; worst: number | null } | null
  summary: string
  publishedOn: Day | null
}

/** A frozen rating as the seal takes it. */
export const sealOf = (rating: NonNullable<VerdictEntry['rating']>) => ({
  ...rating,
  best: rating.best ?? undefined,
  worst: rating.worst ?? undefined,
})

/** Verdicts in a column: seal, rating in a word, the statement, who made it, the summary. */
export function VerdictList({ cards, hasSpeaker = true }: { cards: VerdictEntry[]; hasSpeaker?: boolean }) {
  return (
    <ol className="divide-y divide-rule border-rule border-y">
      {cards.map((card) => (
        <VerdictItem key={card.claimId} card={card} hasSpeaker={hasSpeaker} />
      ))}
    </ol>
  )
}

/** One verdict; stands alone in lists of several kinds, as in the results of a search. */
export function VerdictItem({ card, hasSpeaker = true }: { card: VerdictEntry; hasSpeaker?: boolean }) {
  const { rating, speaker, publishedOn } = card
  const seal = rating && sealOf(rating)
  return (
    <li className="flex gap-4 py-4 sm:gap-5">
      <span className="w-12 shrink-0 pt-1">{seal ? <Seal rating={seal} size={48} /> : null}</span>
      <div className="min-w-0">
        <p className="text-13 text-ink-soft">
          <strong className={cx('font-semibold', seal ? sealToneClass(seal) : 'text-ink')}>
            {rating ? rating.label : 'No verdict in force'}
          </strong>
          {hasSpeaker && speaker ? ` · ${speaker.name}` : ''}
          {publishedOn ? ` · ${formatDay(publishedOn)}` : ''}
        </p>
        <a href={card.path} className="statement link-quiet text-17">
          {card.shortForm}
        </a>
        {card.summary ? <p className="mt-1 text-ink-soft">{card.summary}</p> : null}
      </div>
    </li>
  )
}
