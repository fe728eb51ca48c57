import { Ruling } from '@/app/_parts/external/ruling'
import { Folded } from '@/app/_ui/folded'
import { decideMatchAction } from '@/app/(desk)/desk/external/actions'
import type { OthersRuled } from '@/lib/verdicts/queries/external/matching'
import { MoveForm } from './move-forms'
import { Nothing } from './section'

type Props = { claimId: string; others: OthersRuled; mayDecide: boolean; isPublished: boolean }
type Choice = { move: 'same' | 'not_same' | 'undo'; label: string }

const SAME: Choice = { move: 'same', label: 'It is the same claim' }
const NOT_SAME: Choice = { move: 'not_same', label: 'Not the same' }
const UNDO: Choice = { move: 'undo', label: 'Take that back' }

/** What other desks ruled: confirmed ones that readers see, proposals to decide on, and those about another claim. */
export function OthersPart({ claimId, others, mayDecide, isPublished }: Props) {
  const { confirmed, proposed, refused } = others
  const choices = (ruling: { id: string; publisherName: string }, ...offered: Choice[]) =>
    mayDecide ? (
      <div className="mt-1 flex flex-wrap gap-2">
        {offered.map(({ move, label }) => (
          <MoveForm
            key={move}
            action={decideMatchAction}
            hidden={{ externalVerdictId: ruling.id, claimId, move }}
            label={label}
            size="small"
            about={ruling.publisherName}
          />
        ))}
      </div>
    ) : null
  if (confirmed.length + proposed.length + refused.length === 0)
    return <Nothing>No other desk’s fact-check that was brought in says nearly the same.</Nothing>
  return (
    <div className="flex flex-col gap-5">
      {confirmed.length > 0 ? (
        <ul className="flex flex-col gap-4" aria-label="The same claim">
          {confirmed.map((ruling) => (
            <li key={ruling.id} className="border-accent border-l-2 pl-3">
              <Ruling ruling={ruling}>
                <p className="text-13 text-ink-soft">
                  The same claim{ruling.decidedBy ? `, says ${ruling.decidedBy}` : ''}.{' '}
                  {isPublished ? 'Readers see it.' : 'Readers see it once the claim is published.'}
                </p>
                {choices(ruling, UNDO)}
              </Ruling>
            </li>
          ))}
        </ul>
      ) : null}
      {proposed.length > 0 ? (
        <ul className="flex flex-col gap-4" aria-label="Perhaps the same claim">
          {proposed.map((ruling) => (
            <li key={ruling.id} className="border-rule border-l-2 pl-3">
              <Ruling ruling={ruling}>
                {ruling.match ? (
                  <p className="text-13 text-ink-soft">
                    Proposed for:{' '}
                    {[...ruling.match.reasons, ...ruling.match.differences.map((words) => `but ${words}`)].join('; ')}.
                  </p>
                ) : null}
                {choices(ruling, SAME, NOT_SAME)}
              </Ruling>
            </li>
          ))}
        </ul>
      ) : null}
      {refused.length > 0 ? (
        <Folded label={`Said to be about another claim (${refused.length})`}>
          <ul className="flex flex-col gap-4">
            {refused.map((ruling) => (
              <li key={ruling.id}>
                <Ruling ruling={ruling}>{choices(ruling, UNDO)}</Ruling>
              </li>
            ))}
          </ul>
        </Folded>
      ) : null}
    </div>
  )
}
