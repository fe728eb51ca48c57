import Link from 'next/link'
import { Folded } from '@/app/_ui/folded'
import type { ClaimLinkView, ClaimSummary, LinkSuggestion } from '@/lib/claims/queries'
import { ClaimFinder } from './claim-finder'
import { LinkForm, UnlinkForm } from './link-forms'
import { Nothing, Part } from './section'

const FORWARD = {
  narrows: 'narrows',
  moves: 'moves',
  contradicts: 'contradicts',
  repeats: 'repeats',
  updates: 'updates',
} as const
const BACKWARD = {
  narrows: 'is narrowed by',
  moves: 'is moved by',
  contradicts: 'is contradicted by',
  repeats: 'is repeated by',
  updates: 'is updated by',
} as const

type Props = {
  claim: { id: string; kind: string }
  mayEdit: boolean
  links: ClaimLinkView[]
  suggestions: LinkSuggestion[]
  find: string
  found: ClaimSummary[]
}

/** How this claim stands to others, what the windows suggest, and a search for linking by hand. */
export function LinksPart({ claim, mayEdit, links, suggestions, find, found }: Props) {
  return (
    <Part id="links" title="Linked claims">
      {links.length === 0 ? <Nothing>Not linked to another claim.</Nothing> : null}
      <ul className="flex flex-col gap-3">
        {links.map(({ linkId, kind, isFrom, other }) => (
          <li key={linkId} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="min-w-0">
              <span className="text-ink-soft">{(isFrom ? FORWARD : BACKWARD)[kind]} </span>
              <Link href={`/desk/claims/${other.id}`}>{other.shortForm}</Link>
            </p>
            {mayEdit ? <UnlinkForm linkId={linkId} label={other.shortForm} /> : null}
          </li>
        ))}
      </ul>
      {mayEdit && suggestions.length > 0 ? <Suggestions claimId={claim.id} suggestions={suggestions} /> : null}
      {mayEdit ? (
        <Folded label="Link it to another claim" open={find !== ''}>
          <ClaimFinder
            claimId={claim.id}
            name="find"
            part="links"
            label="Find a claim to link"
            words={find}
            found={found}
          >
            {(other) => (
              <LinkForm
                fromClaimId={claim.id}
                toClaimId={other.id}
                isPrediction={claim.kind === 'prediction' && other.kind === 'prediction'}
                label={other.shortForm}
              />
            )}
          </ClaimFinder>
        </Folded>
      ) : null}
    </Part>
  )
}

function Suggestions({ claimId, suggestions }: { claimId: string; suggestions: LinkSuggestion[] }) {
  return (
    <div className="flex flex-col gap-3 border-accent border-l-2 pl-3">
      <h4 className="font-medium text-13 text-ink-soft">Suggested by their words and windows</h4>
      {suggestions.map(({ other, fromClaimId, toClaimId, proposal }) => (
        <div key={other.id} className="flex flex-col gap-1">
          <p>
            <span className="text-ink-soft">
              {fromClaimId === claimId ? FORWARD[proposal.kind] : BACKWARD[proposal.kind]}{' '}
            </span>
            <Link href={`/desk/claims/${other.id}`}>{other.shortForm}</Link>
          </p>
          <LinkForm fromClaimId={fromClaimId} toClaimId={toClaimId} kind={proposal.kind} label={other.shortForm} />
        </div>
      ))}
    </div>
  )
}
