import Link from 'next/link'
import { KindTag, StateTag } from '@/app/_parts/claim/tags'
import { Folded } from '@/app/_ui/folded'
import type { ClaimSummary } from '@/lib/claims/queries'
import type { ClaimStanding, MergeSide } from '@/lib/claims/queries/standing'
import { counted } from '@/lib/core/counts'
import { mergeClaimsAction, unmergeClaimsAction } from '../actions'
import { ClaimFinder } from './claim-finder'
import { MoveForm } from './move-forms'
import { Part } from './section'

export type MergePreview = { claim: MergeSide; other: MergeSide }

type Props = {
  claim: { id: string; shortForm: string }
  absorbed: ClaimStanding['absorbed']
  mayMerge: boolean
  /** Words looked for, and the claims found. */
  words: string
  found: ClaimSummary[]
  preview: MergePreview | null
}

/** Another claim says the same: find it, see what would move, merge; and what was merged into this one, with its undo. */
export function SamePart({ claim, absorbed, mayMerge, words, found, preview }: Props) {
  if (!mayMerge && absorbed.length === 0) return null
  return (
    <Part title="The same claim">
      {absorbed.length > 0 ? <Absorbed absorbed={absorbed} /> : null}
      {mayMerge ? (
        <div id="same" className="scroll-mt-20">
          <Folded label="It is the same as another claim" open={words !== '' || preview !== null}>
            <div className="flex flex-col gap-5">
              {preview ? <Preview preview={preview} /> : null}
              <ClaimFinder
                claimId={claim.id}
                name="same"
                part="same"
                label="Find the other claim"
                words={words}
                proposed={claim.shortForm}
                found={found}
              >
                {(other) => (
                  <Link
                    href={`/desk/claims/${claim.id}?into=${other.id}#same`}
                    className="w-fit text-13"
                    aria-label={`See what merging would do: ${other.shortForm}`}
                  >
                    See what merging would do
                  </Link>
                )}
              </ClaimFinder>
            </div>
          </Folded>
        </div>
      ) : null}
    </Part>
  )
}

function Absorbed({ absorbed }: Pick<Props, 'absorbed'>) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-soft">Merged into this one:</p>
      <ul className="flex flex-col gap-3">
        {absorbed.map(({ id, statement, unmerge }) => (
          <li key={id} className="flex flex-col gap-1">
            <Link href={`/desk/claims/${id}`}>{statement}</Link>
            {unmerge === null ? (
              <MoveForm
                action={unmergeClaimsAction}
                hidden={{ claimId: id }}
                label="Undo this merge"
                size="small"
                about={statement}
              />
            ) : (
              <p className="text-13 text-ink-soft">To undo: {unmerge}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Both ways round, because either of the two may be the one to keep. */
function Preview({ preview: { claim, other } }: { preview: MergePreview }) {
  return (
    <section
      aria-labelledby="merge-preview"
      className="flex flex-col gap-5 border-rule border-l-4 bg-sunk p-4"
      data-merge-preview
    >
      <h4 id="merge-preview" className="font-semibold text-15">
        Which of the two stays?
      </h4>
      <Way from={claim} into={other} stays="The other one stays" label="Merge this claim into the other one" />
      <Way from={other} into={claim} stays="This one stays" label="Merge the other claim into this one" />
      <p className="text-13 text-ink-soft">
        A merge can be undone: the places go back to where they were. Quotes and articles stay as they are.
      </p>
    </section>
  )
}

function Way({ from, into, stays, label }: { from: MergeSide; into: MergeSide; stays: string; label: string }) {
  return (
    <div className="flex flex-col gap-2 border-rule border-t pt-4 first-of-type:border-t-0 first-of-type:pt-0">
      <h5 className="font-medium text-15">{stays}</h5>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link href={`/desk/claims/${into.id}`} className="font-serif">
          {into.statement}
        </Link>
        <KindTag kind={into.kind} />
        <StateTag state={into.state} />
        <span className="text-13 text-ink-soft">{into.speakerName ?? 'the publisher itself'}</span>
      </p>
      {from.refusal === null ? (
        <>
          <ul className="list-disc pl-5">
            {consequences(from, into).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <MoveForm
            action={mergeClaimsAction}
            hidden={{ fromClaimId: from.id, intoClaimId: into.id }}
            label={label}
            variant="secondary"
          />
        </>
      ) : (
        <p data-refusal>Not possible: {from.refusal}</p>
      )}
    </div>
  )
}

/** What a merge does, thing by thing, in words. */
function consequences(from: MergeSide, into: MergeSide): string[] {
  const rest = [
    from.evidence > 0 ? counted(from.evidence, 'piece of evidence', 'pieces of evidence') : null,
    from.hasVerdict ? 'its verdict with all that was saved of it' : null,
    from.hasPrediction ? 'its prediction, which cannot be opened any more' : null,
  ].filter((part) => part !== null)
  return [
    `${counted(from.places, 'place', 'places')} where it was said ${from.places === 1 ? 'moves' : 'move'}: then ${counted(from.places + into.places, 'place', 'places')} in all.`,
    rest.length > 0
      ? `Stays readable with the claim that goes, and does not move: ${rest.join(', ')}.`
      : 'Nothing else hangs on the claim that goes.',
    into.evidence > 0
      ? `The claim that stays keeps its own ${counted(into.evidence, 'piece of evidence', 'pieces of evidence')}.`
      : 'The claim that stays has no evidence yet.',
    'The page of the claim that goes leads to the one that stays.',
  ]
}
