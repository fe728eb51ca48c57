import { formatDay } from '@/lib/core/windows'
import { Seal } from '../seal/seal'

/** A verdict as lists show it; without a rating it was withdrawn or is a prediction without a verdict. */
export type VerdictEntry = {
  claimId: string
  path: string
  shortForm: string
  speaker: { name: string; slug: string | null } | null
  rating: { key: string; label: string; value: number | null; best: number | null; worst: number | null } | null
  summary: string
  publishedAt: string | null
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
        <li key={card.claimId} className="flex gap-4 py-4">
          <span className="pt-0.5">{card.rating ? <Seal rating={sealOf(card.rating)} size={48} /> : null}</span>
          <div className="min-w-0">
            <p className="text-13 text-ink-soft">
              {card.rating ? <strong className="font-semibold text-ink">{card.rating.label}</strong> : 'No verdict'}
              {hasSpeaker && card.speaker ? ` · ${card.speaker.name}` : ''}
              {card.publishedAt ? ` · ${formatDay(card.publishedAt.slice(0, 10))}` : ''}
            </p>
            <a href={card.path} className="statement link-quiet text-17">
              {card.shortForm}
            </a>
            {card.summary ? <p className="mt-1 text-15 text-ink-soft">{card.summary}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
