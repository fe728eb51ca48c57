import { at, type Token } from './tokens'
import { wordSet } from './words'

/** "until" and "till", where what they stand behind comes only then. */

const PUT_OFF = wordSet(`
  postpone postponed postpones delay delayed defer deferred moved pushed reschedule rescheduled adjourned adjourn wait waiting
  waits not never n't
`)
/** How far the word that puts off can stand before its limit, in tokens. */
const REACH = 10

/** "postponed until Tuesday", "will not open until May": the limit at token `lead` is when it comes, not the last day for it. */
export function isPutOff(tokens: readonly Token[], first: number, lead: number): boolean {
  const word = at(tokens, lead).lower
  if (word !== 'until' && word !== 'till') return false
  for (let k = lead - 1; k >= first && k > lead - REACH; k--) {
    const { lower } = at(tokens, k)
    if (PUT_OFF.holds(at(tokens, k)) || lower.endsWith("n't") || (lower === 'off' && at(tokens, k - 1).lower === 'put'))
      return true
  }
  return false
}
