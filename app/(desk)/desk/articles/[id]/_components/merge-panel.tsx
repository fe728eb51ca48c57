import Link from 'next/link'
import { KindTag } from '@/app/_parts/claim/tags'
import { Button } from '@/app/_ui/button'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import { DayText } from '@/app/_ui/days'
import type { ClaimSummary } from '@/lib/claims/queries'
import type { Proposals } from '@/lib/claims/queries/matching'
import type { Match } from '@/lib/claims/rules/matching'
import { SameClaimForm } from './decision-forms'

/** Known claims that say the same, with what speaks for and against it; then a search over all claims. */
export function MergePanel({
  articleId,
  candidateId,
  proposals,
  query,
  found,
  next,
}: {
  articleId: string
  candidateId: string
  proposals: Proposals
  query: string
  found: ClaimSummary[] | null
  next: string
}) {
  return (
    <div className="flex flex-col gap-4" data-panel-form="merge">
      {proposals.claims.length > 0 ? (
        <ul className="flex flex-col divide-y divide-rule border-rule border-y">
          {proposals.claims.map((claim) => (
            <li key={claim.claimId} className="flex flex-col gap-2 py-3">
              <ClaimLine id={claim.claimId} kind={claim.kind} statement={claim.statement} speaker={claim.speakerName} />
              <Reasons match={claim.match} />
              <SameClaimForm
                candidateId={candidateId}
                claimId={claim.claimId}
                shortForm={claim.shortForm}
                next={next}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">No known claim says nearly the same.</p>
      )}
      <Twins proposals={proposals} />
      <form action={`/desk/articles/${articleId}`} className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="c" value={candidateId} />
        <input type="hidden" name="do" value="merge" />
        <div className="min-w-0 flex-1 basis-56">
          <label htmlFor="claim-search" className={labelClasses}>
            Look for another claim
          </label>
          <input
            id="claim-search"
            name="q"
            type="search"
            defaultValue={query}
            className={inputClasses}
            autoComplete="off"
          />
        </div>
        <Button type="submit">Search</Button>
      </form>
      {found ? <Found found={found} candidateId={candidateId} next={next} /> : null}
    </div>
  )
}

function Found({ found, candidateId, next }: { found: ClaimSummary[]; candidateId: string; next: string }) {
  if (found.length === 0)
    return <p className="text-ink-soft">No claim has these words. Try fewer, or accept the candidate as a new claim.</p>
  return (
    <ul className="flex flex-col divide-y divide-rule border-rule border-y">
      {found.map((claim) => (
        <li key={claim.id} className="flex flex-col gap-2 py-3">
          <ClaimLine
            id={claim.id}
            kind={claim.kind}
            statement={claim.statement}
            speaker={claim.speaker?.name ?? null}
          />
          <SameClaimForm candidateId={candidateId} claimId={claim.id} shortForm={claim.shortForm} next={next} />
        </li>
      ))}
    </ul>
  )
}

/** A known claim in one line: kind, speaker, statement. */
export function ClaimLine({
  id,
  kind,
  statement,
  speaker,
}: {
  id: string
  kind: ClaimSummary['kind']
  statement: string
  speaker: string | null
}) {
  return (
    <div>
      <div className="flex flex-wrap gap-x-3 text-13 text-ink-soft">
        <KindTag kind={kind} />
        <span>{speaker ?? 'no speaker'}</span>
      </div>
      <Link href={`/desk/claims/${id}`} className="statement text-15 text-ink no-underline hover:underline">
        {statement}
      </Link>
    </div>
  )
}

/** What speaks for and against two being one claim. */
export function Reasons({ match }: { match: Match }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-13">
      {match.reasons.map((reason) => (
        <li key={reason} className="text-rating-true">
          <span aria-hidden="true">+ </span>
          <span className="sr-only">for: </span>
          {reason}
        </li>
      ))}
      {match.differences.map((difference) => (
        <li key={difference} className="text-rating-false">
          <span aria-hidden="true">− </span>
          <span className="sr-only">against: </span>
          {difference}
        </li>
      ))}
    </ul>
  )
}

/** Candidates of other articles, nobody has decided on: accept here, and they are proposed as the same claim there. */
function Twins({ proposals }: { proposals: Proposals }) {
  if (proposals.twins.length === 0) return null
  return (
    <div className="text-13">
      <p className="text-ink-soft">Also said elsewhere, not decided yet:</p>
      <ul className="mt-1 flex flex-col gap-2">
        {proposals.twins.map((twin) => (
          <li key={twin.candidateId}>
            <Link href={`/desk/articles/${twin.articleId}?c=${twin.candidateId}#claim-${twin.candidateId}`}>
              {twin.articleTitle}
            </Link>
            <span className="text-ink-soft">
              {', '}
              {twin.publisher}
              {twin.publishedOn ? (
                <>
                  {', '}
                  <DayText day={twin.publishedOn} />
                </>
              ) : null}
            </span>
            <Reasons match={twin.match} />
          </li>
        ))}
      </ul>
    </div>
  )
}
