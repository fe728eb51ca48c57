import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { COORDINATORS, DETERMINERS, isAdverbial, PREPOSITIONS, SUBORDINATORS, wordSet } from './words'

/** What the words inside a noun phrase may be, and what ends one. */

const STOPS = wordSet(", ; : . ! ? ” “ \" `` '' ’’ ( ) … • — – ― _")

export const isPhraseStop = (token: Token): boolean =>
  token.kind === 'mark' && (STOPS.holds(token) || token.text.startsWith('--'))

export const isBareNoun = (token: Token): boolean =>
  token.kind === 'word' &&
  token.lower.length > 2 &&
  !PREPOSITIONS.holds(token) &&
  !COORDINATORS.holds(token) &&
  !DETERMINERS.holds(token) &&
  !SUBORDINATORS.holds(token) &&
  !QUANTIFIERS.holds(token) &&
  !isAdverbial(token) &&
  verbOf(token)?.isNounish !== false
const QUANTIFIERS = wordSet('all both half such many twice double quite rather what')

/** `…," retired general Ann Lee said`: an adjective that opens the phrase behind a quote or comma. */
export const isTitleAdjective = (tokens: readonly Token[], k: number, last: number): boolean =>
  k < last &&
  at(tokens, k).lower.endsWith('ed') &&
  isPhraseStop(at(tokens, k - 1)) &&
  at(tokens, k + 1).kind === 'word' &&
  !PREPOSITIONS.holds(at(tokens, k + 1))

export const isClauseWord = (tokens: readonly Token[], k: number): boolean => {
  const { lower } = at(tokens, k)
  return (
    (SUBORDINATORS.has(lower) && !['like', 'than', 'as', 'since', 'so', 'that'].includes(lower)) ||
    lower === 'which' ||
    lower === 'where'
  )
}

export const hasNoun = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let k = first; k <= last; k++) {
    const token = at(tokens, k)
    if (token.kind === 'word' && !isAdverbial(token) && !token.lower.startsWith("'")) return true
  }
  return false
}
