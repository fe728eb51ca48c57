import { at, type Token } from './tokens'
import { anyOf, wordSet } from './words'

/** Words of judgement: a clause carried by them, without a figure or a day, asserts nothing that can be checked. */

const EVALUATIVE = wordSet(`
  good bad great terrible horrible awful wonderful beautiful best worst excellent brilliant stupid ridiculous disgraceful embarrassing
  startling calm cool warm genuine extremely crucial vital important importance essential necessary unfortunate sad happy proud
  disappointing impressive remarkable incredible amazing unbelievable exciting dangerous reckless irresponsible shameful
  hopefully desperately honestly frankly personally fair unfair wise foolish smart dumb ugly nasty perfect unpredictable 
  sensible absurd outrageous wonderful win-win challenging challenges strong
`)
const ATTITUDES = wordSet(
  'hope hopes think thinks believe believes feel feels wish wishes guess imagine love hate doubt suppose prefer',
)
const MUSTS = wordSet('must should ought need needs')
const VAGUE_STARTS = new Set(['that', 'this', 'so', 'it'])

/** Every word that the signs below look for. */
const SIGNS = anyOf(EVALUATIVE, ATTITUDES, MUSTS, wordSet('able enjoyed risks risk less more probably perhaps maybe'))

/** 0 (plain fact) upward: how much a clause reads as judgement. Each sign counts one. */
export function opinionSigns(tokens: readonly Token[], first: number, last: number): number {
  let signs = 0
  for (let k = first; k < last; k++) {
    const token = at(tokens, k)
    if (!SIGNS.holds(token)) continue
    const { lower } = token
    if (EVALUATIVE.has(lower)) signs += 1
    if (ATTITUDES.has(lower) && ['i', 'we', 'you'].includes(at(tokens, k - 1).lower)) signs += 2
    if (MUSTS.has(lower) && lower !== 'need') signs += 1.5
    if (lower === 'able') signs += 2
    if (lower === 'enjoyed') signs += 1
    if ((lower === 'risks' || lower === 'risk') && at(tokens, k + 1).lower.endsWith('ing')) signs += 1.5
    if (lower === 'less' || lower === 'more') signs += EVALUATIVE.has(at(tokens, k + 1).lower) ? 1 : 0
    if (lower === 'probably' || lower === 'perhaps' || lower === 'maybe') signs += 0.5
  }
  const lead = at(tokens, first).kind === 'mark' ? first + 1 : first
  const isVague =
    VAGUE_STARTS.has(at(tokens, lead).lower) && ['is', "'s", 'was', 'could'].includes(at(tokens, lead + 1).lower)
  return isVague ? signs + 1 : signs
}
