import { finiteIn, isFiniteVerb } from './phrases'
import { at, type Token } from './tokens'
import { wordSet } from './words'

/** Polls: what shares of people say to one is told by the poll, not by the shares. */

const POLLED = wordSet('voters respondents adults surveyed polled americans britons participants')
const POLLS = wordSet('poll polls polling survey surveys pollster pollsters')
const SHARES = wordSet('percent % pc')

/** "46 percent would choose Lind", "among registered voters the two are tied". */
export function isShareOfPeople(tokens: readonly Token[], first: number, last: number): boolean {
  const verb = finiteIn(tokens, first, last)
  if (verb < 0) return false
  for (let k = first; k < verb; k++)
    if (POLLED.holds(at(tokens, k)) || (SHARES.holds(at(tokens, k)) && isFiniteVerb(tokens, k + 1))) return true
  return false
}

/** A clause about the poll itself: how many it asked, and when. */
export function namesPoll(tokens: readonly Token[], first: number, last: number): boolean {
  for (let k = first; k < last; k++) if (POLLS.holds(at(tokens, k))) return true
  return false
}

/** "63 percent", "eight in ten voters", "a majority of respondents": no speaker, a result. */
export function isShare(tokens: readonly Token[], first: number, last: number): boolean {
  let hasFigure = false
  for (let k = first; k < last; k++) {
    const token = at(tokens, k)
    if (token.kind === 'number' || FIGURES.holds(token)) hasFigure = true
    if (hasFigure && (SHARES.holds(token) || POLLED.holds(token))) return true
  }
  return false
}
const FIGURES = wordSet('majority half third thirds quarter quarters plurality most')
