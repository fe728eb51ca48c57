import { Seal } from '@/app/_parts/seal/seal'
import { Folded } from '@/app/_ui/folded'
import { Timestamp } from '@/app/_ui/timestamp'
import { ratingOf } from '@/lib/settings/rules'
import type { RatingScale } from '@/lib/settings/schema'
import type { SecondRatingView } from '@/lib/verdicts/queries/second-rating'
import type { OpenVersionView, Workspace } from '@/lib/verdicts/queries/workspace'
import { lookAtVerdictAction } from '../actions'
import { MoveForm } from './move-forms'
import { SecondRatingForm } from './second-rating-form'

type Props = { version: OpenVersionView; scale: RatingScale }

/** In place of a text that is kept from this person: while it is written, and once it waits for them. */
export function BlindPanel({ version, scale }: Props) {
  const isDraft = version.state === 'draft'
  return (
    <section
      aria-labelledby="second-rating"
      className="flex flex-col gap-5 border-accent border-l-4 bg-accent-wash px-4 py-4"
    >
      <div className="flex flex-col gap-2">
        <h3 id="second-rating" className="font-semibold text-17">
          {isDraft ? 'Kept from you while it is written' : 'Your rating, before you see theirs'}
        </h3>
        <p>
          {isDraft
            ? `${version.authorName} began this verdict. Its rating, summary and rationale are hidden from you, so that you can rate the claim blind once it is submitted.`
            : 'Rating, summary and rationale are hidden from you. Rate the claim by its statement and evidence; then both ratings are shown, and you decide on the text. Yours never changes the verdict.'}
        </p>
      </div>
      {isDraft ? null : <SecondRatingForm id={version.id} revision={version.revision} scale={scale} />}
      <Folded label={isDraft ? 'Show it to me now' : 'Show it to me without rating blind'}>
        <div className="flex flex-col gap-3">
          <p>
            For writing at it together, say. It is kept that you saw it: a rating of yours is then marked “not blind”
            and not counted.
          </p>
          <MoveForm action={lookAtVerdictAction} hidden={{ id: version.id }} label="Show the text" />
        </div>
      </Folded>
    </section>
  )
}

const BECAUSE = {
  saved: 'You wrote at a verdict on this claim',
  looked: 'You saw this text, or an earlier one on this claim',
} as const

/** For who owes a rating though they know the text: it is told apart, and asked all the same before they approve. */
export function OwedRating({ version, scale, second }: Props & { second: NonNullable<Workspace['second']> }) {
  if (!second.isOwed || second.isHidden || version.state !== 'submitted') return null
  return (
    <section aria-labelledby="second-rating" className="flex flex-col gap-4 border-line border-l-4 bg-sunk px-4 py-4">
      <h3 id="second-rating" className="font-semibold text-17">
        Your rating
      </h3>
      <p>
        {second.notBlindBecause
          ? `${BECAUSE[second.notBlindBecause]}, so your rating is marked “not blind” and not counted. `
          : ''}
        It is asked before you approve.
      </p>
      <SecondRatingForm id={version.id} revision={version.revision} scale={scale} />
    </section>
  )
}

/** Second ratings beside the first, as both stood when the second was given. */
export function SecondRatings({
  ratings,
  scale,
  zone,
}: {
  ratings: readonly SecondRatingView[]
  scale: RatingScale
  zone: string
}) {
  if (ratings.length === 0) return null
  return (
    <section aria-label="Second ratings" className="flex flex-col gap-4">
      {ratings.map((rating) => (
        <div key={rating.id} className="flex flex-col gap-2 border-rule border-y py-3" data-agrees={rating.agrees}>
          <div className="grid gap-3 sm:grid-cols-2">
            <OneRating scale={scale} ratingKey={rating.firstRating} by={rating.firstBy} which="First" />
            <OneRating scale={scale} ratingKey={rating.rating} by={rating.by} which="Second" />
          </div>
          {rating.note ? <p className="whitespace-pre-wrap">{rating.note}</p> : null}
          <p className="text-13 text-ink-soft">
            <span className="font-medium text-ink">{rating.agrees ? 'They agree.' : 'They differ.'}</span>{' '}
            {rating.notBlindBecause ? 'Not blind, so not counted.' : 'Given blind.'} On revision {rating.revision},{' '}
            <Timestamp at={rating.at} zone={zone} />
          </p>
        </div>
      ))}
    </section>
  )
}

function OneRating({
  scale,
  ratingKey,
  by,
  which,
}: {
  scale: RatingScale
  ratingKey: string
  by: string
  which: string
}) {
  const rating = ratingOf(scale, ratingKey)
  return (
    <div className="flex items-center gap-3">
      {rating ? <Seal rating={rating} size={20} /> : null}
      <div className="min-w-0">
        <p className="font-medium">{rating?.label ?? ratingKey}</p>
        <p className="text-13 text-ink-soft">
          {which}: {by}
        </p>
      </div>
    </div>
  )
}
