import Link from 'next/link'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import type { ClaimLinkView, LinkSuggestion } from '@/lib/claims/queries'
import type { Day } from '@/lib/core/days'
import { LinkForm } from './decision-forms'

const WORDS = {
  narrows: ['narrows', 'is narrowed by'],
  moves: ['moves', 'is moved by'],
  contradicts: ['contradicts', 'is contradicted by'],
  repeats: ['repeats', 'is repeated by'],
  updates: ['updates', 'is updated by'],
} as const

/** For an accepted prediction: how it stands to others about the same event, and what a person may confirm. */
export function LinkSuggestions({
  claimId,
  links,
  suggestions,
  today,
}: {
  claimId: string
  links: ClaimLinkView[]
  suggestions: LinkSuggestion[]
  today: Day
}) {
  if (links.length === 0 && suggestions.length === 0) return null
  return (
    <section aria-labelledby="links-heading" className="flex flex-col gap-3 text-15">
      <h3 id="links-heading" className="font-semibold">
        Other predictions of this event
      </h3>
      {links.map((link) => (
        <p key={link.linkId}>
          It {WORDS[link.kind][link.isFrom ? 0 : 1]}{' '}
          <Link href={`/desk/claims/${link.other.id}`}>{link.other.shortForm}</Link>.
        </p>
      ))}
      <ul className="flex flex-col divide-y divide-rule border-rule border-y">
        {suggestions.map(({ other, proposal, fromClaimId, toClaimId }) => (
          <li key={other.id} className="flex flex-col gap-2 py-3">
            <p>
              {WORDS[proposal.kind][fromClaimId === claimId ? 0 : 1]}{' '}
              <Link href={`/desk/claims/${other.id}`}>{other.shortForm}</Link>?
            </p>
            {other.saidOn ? (
              <WindowBar
                predictions={[{ id: other.id, saidOn: other.saidOn, window: other.due }]}
                today={today}
                size="row"
              />
            ) : null}
            <p className="text-13 text-ink-soft">{proposal.reasons.join('; ')}.</p>
            <LinkForm fromClaimId={fromClaimId} toClaimId={toClaimId} kind={proposal.kind} />
          </li>
        ))}
      </ul>
    </section>
  )
}
