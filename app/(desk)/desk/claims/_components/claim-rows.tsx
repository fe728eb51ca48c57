import Link from 'next/link'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import { Seal } from '@/app/_parts/seal/seal'
import { Timestamp } from '@/app/_ui/timestamp'
import { counted } from '@/lib/core/counts'
import type { ListedClaim } from '@/lib/verdicts/queries/claim-list'

/** Claims as a ledger: statement, who said it, where its verdict stands. */
export function ClaimRows({ claims, zone }: { claims: ListedClaim[]; zone: string }) {
  return (
    <ul className="flex flex-col border-rule border-t">
      {claims.map((claim) => (
        <li
          key={claim.id}
          className="grid gap-x-8 gap-y-2 border-rule border-b py-4 md:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)]"
        >
          <div className="flex min-w-0 flex-col gap-1">
            <Link href={`/desk/claims/${claim.id}`} className="link-quiet w-fit font-serif text-17">
              {claim.statement}
            </Link>
            <p className="flex flex-wrap gap-x-3 text-13 text-ink-soft">
              <KindTag kind={claim.kind} />
              <span>{claim.speakerName ?? 'the publisher itself'}</span>
              <span>{counted(claim.occurrences, 'place', 'places')}</span>
              <span>{counted(claim.evidence, 'piece of evidence', 'pieces of evidence')}</span>
            </p>
          </div>
          <Standing claim={claim} zone={zone} />
        </li>
      ))}
    </ul>
  )
}

function Standing({ claim: { state, rating, version, assigneeName }, zone }: { claim: ListedClaim; zone: string }) {
  const shown = rating ?? version?.rating ?? null
  return (
    <div className="flex flex-col gap-1 text-13">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateTag state={state} />
        {shown ? (
          <span className="inline-flex items-center gap-1.5 font-medium">
            <Seal rating={{ ...shown, best: rating?.best ?? undefined, worst: rating?.worst ?? undefined }} size={20} />
            {shown.label}
            {rating ? null : <span className="font-normal text-ink-soft">(draft)</span>}
          </span>
        ) : null}
      </p>
      {version?.submitted ? (
        <p>
          {rating ? 'Correction submitted' : 'Submitted'} by {version.submitted.by}{' '}
          <Timestamp at={version.submitted.at} zone={zone} className="text-ink-soft" />
        </p>
      ) : version?.sentBack ? (
        <p>
          Sent back by {version.sentBack.by}: <span className="text-ink-soft">{version.sentBack.reason}</span>
        </p>
      ) : version ? (
        <p className="text-ink-soft">
          {rating ? 'Correction' : 'Draft'} of {version.authorName}
        </p>
      ) : null}
      {assigneeName ? <p>Assigned to {assigneeName}</p> : null}
    </div>
  )
}
