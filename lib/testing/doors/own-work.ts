import { addOutcomeSource } from '@/lib/predictions/commands/outcome-sources'
import { submitOutcome } from '@/lib/predictions/commands/outcomes'
import { AddOutcomeSourceInput } from '@/lib/predictions/schema'
import { makeClaim } from '@/lib/testing/claims'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { proposeWithdrawal } from '@/lib/verdicts/commands/corrections'
import type { Fields } from './door'
import type { DoorPerson } from './people'
import { desk, judged, proposed, recorded, sentence, submitted } from './things'

/** An approval that an editor asks for of what they had a hand in themselves: its folder, its action, what was made. */
type OwnWork = [what: string, folder: string, action: string, made: (by: DoorPerson) => Promise<Fields>]

/** Every approval there is, by whoever made what is approved. */
export const OWN_WORK: readonly OwnWork[] = [
  ['a prediction', '(desk)/desk/predictions', 'approveOpeningAction', (by) => proposed(by)],
  ['a judgement', '(desk)/desk/predictions', 'approveJudgementAction', (by) => judged(by)],
  ['an outcome', '(desk)/desk/outcomes', 'approveOutcomeAction', (by) => submitted(by)],
  [
    'an outcome to which they gathered a source',
    '(desk)/desk/outcomes',
    'approveOutcomeAction',
    async (by) => {
      const { id, revision } = await recorded()
      const source = {
        title: 'A second letter',
        kind: 'primary' as const,
        retrievedOn: '2025-11-12',
        excerpt: 'It ran.',
      }
      const saved = await addOutcomeSource(by, AddOutcomeSourceInput.parse({ id, revision, ...source }))
      const given = { id, revision: saved.revision }
      await submitOutcome(desk().ada, given)
      return given
    },
  ],
  [
    'a verdict',
    '(desk)/desk/claims/[id]',
    'approveVerdictAction',
    async (by) => submitVerdictOn(by, (await makeClaim(desk().ada, sentence('The lock'))).claimId),
  ],
  [
    'a withdrawal',
    '(desk)/desk/claims/[id]',
    'approveWithdrawalAction',
    async (by) =>
      proposeWithdrawal(by, { claimId: (await desk().published()).claimId, note: 'The register was forged.' }),
  ],
]
