import { pointersIn } from '@/lib/claims/rules/wording'
import type { AcceptDefaults } from '../../articles/[id]/_components/accept-form'

/** Mostly about words of the statement itself ("the flats that stand empty", "the board raised its forecast"). */
const MOSTLY_WITHIN = new Set(['that', 'its', 'their', 'his', 'her', 'both', 'there'])

/** Whether only a person can finish it: whom "they" means, who a nameless speaker is. Then the key opens the form. */
export const needsWords = ({ statement, speaker, newName }: AcceptDefaults): boolean =>
  pointersIn(statement).some((word) => !MOSTLY_WITHIN.has(word)) || (speaker === 'new' && newName === '')

/** The fields of the acceptance as it is proposed, named as the form names them. */
export function proposedFields(accept: AcceptDefaults): [string, string][] {
  const { candidateId, statement, shortForm, kind, speaker, newName, newKind } = accept
  return [
    ['candidateId', candidateId],
    ['statement', statement],
    ['shortForm', shortForm],
    ['kind', kind],
    ['speaker.is', speaker],
    ['speaker.name', newName],
    ['speaker.kind', newKind],
  ]
}
