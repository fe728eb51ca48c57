import Link from 'next/link'
import { StepButton } from '@/app/_parts/predictions/step-forms'
import { DayText } from '@/app/_ui/days'
import type { LinkSuggestion } from '@/lib/claims/queries'
import { formatWindow } from '@/lib/core/windows'
import type { SaidAt } from '@/lib/predictions/queries/workspace'
import { linkPredictionAction } from '../actions'

/** What is kept around a place is so many characters, so its outer words may be cut. */
const CUT_AT_START = /^\S*\s+(?=\S)/
const CUT_AT_END = /(?<=\S)\s+\S*$/

/** Where it was made, in the words of the article. */
export function SaidAtList({ places }: { places: SaidAt[] }) {
  return (
    <section aria-labelledby="said-title" className="flex flex-col gap-3">
      <h2 id="said-title" className="label-caps">
        Where it was said
      </h2>
      {places.map((place) => (
        <figure key={place.articleId + place.quote} className="border-rule border-l-2 pl-3">
          <blockquote className="font-serif text-17">
            {place.prefix ? <span className="text-ink-faint">…{place.prefix.replace(CUT_AT_START, '')}</span> : null}
            {place.quote}
            {place.suffix ? <span className="text-ink-faint">{place.suffix.replace(CUT_AT_END, '')}…</span> : null}
          </blockquote>
          <figcaption className="mt-1 text-13 text-ink-soft">
            {place.speakerText ? `${place.speakerText}${place.relayText ? `, via ${place.relayText}` : ''} · ` : ''}
            <Link href={`/desk/articles/${place.articleId}`}>{place.title}</Link>, {place.publisherName}
            {place.publishedOn ? (
              <>
                , <DayText day={place.publishedOn} />
              </>
            ) : null}
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

/** Predictions of the same event with another window; one press links them. */
export function LinkSuggestions({ claimId, suggestions }: { claimId: string; suggestions: LinkSuggestion[] }) {
  if (suggestions.length === 0) return null
  return (
    <section aria-labelledby="suggested-title" className="flex flex-col gap-3">
      <h2 id="suggested-title" className="label-caps">
        About the same event?
      </h2>
      <ul className="flex flex-col gap-4">
        {suggestions.map(({ other, proposal, fromClaimId, toClaimId }) => (
          <li key={other.id} className="flex flex-col gap-1 text-15">
            <Link href={`/desk/predictions/${other.id}`} className="link-quiet font-serif">
              {other.shortForm}
            </Link>
            <p className="text-13 text-ink-soft">
              {other.due ? formatWindow(other.due) : 'no window'} · {proposal.reasons.join('; ')}
            </p>
            <StepButton
              id={`link-${other.id}`}
              action={linkPredictionAction}
              hidden={{ fromClaimId, toClaimId, kind: proposal.kind }}
              button={buttonWords(proposal.kind, fromClaimId === claimId)}
              variant="secondary"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const buttonWords = (kind: LinkSuggestion['proposal']['kind'], isThisLater: boolean): string =>
  isThisLater ? `Link: this one ${kind} it` : `Link: it ${kind} this one`
