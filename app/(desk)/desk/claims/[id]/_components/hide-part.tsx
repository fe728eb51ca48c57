import { Folded } from '@/app/_ui/folded'
import { hideClaimAction } from '../actions'
import { MoveForm } from './move-forms'
import { Part } from './section'

/** How the desk deletes: with a reason, out of every list, and back at any time. */
export function HidePart({ claimId, refusal }: { claimId: string; refusal: string | null }) {
  return (
    <Part title="Hide">
      {refusal === null ? (
        <Folded label="Hide this claim">
          <MoveForm
            id="hide-claim"
            action={hideClaimAction}
            hidden={{ claimId }}
            label="Hide the claim"
            variant="danger"
            text={{
              name: 'reason',
              label: 'Why it is hidden',
              hint: 'It goes from all lists, and nothing of it is lost: an editor can bring it back. Only the desk reads the reason.',
              max: 500,
            }}
          />
        </Folded>
      ) : (
        <p className="text-13 text-ink-soft">{refusal}</p>
      )}
    </Part>
  )
}
