import { WordClass } from './lexicon'
import { isVerbHere } from './tense'
import {
  FINITE_BE,
  FINITE_HAVE,
  isOpeningVerb,
  isPastVerb,
  isPresentPlural,
  isUnknownVerb,
  NOUN_PRECEDED,
  PRONOUNS_TOO,
} from './tensed'
import { at, NOTHING, type Token } from './tokens'
import { verbOf } from './verbs'
import { DO, MODALS, PERSONAL_PRONOUNS } from './words'

/** Small readings of word classes in context; each looks at a bounded neighbourhood. */

/** A verb with tense at token `k`: modal, be, have, do, past, or a present form that can be a verb here. */
export function isFiniteVerb(tokens: readonly Token[], k: number): boolean {
  const token = at(tokens, k)
  if (token.kind === 'number' || token === NOTHING) return false
  token.isFinite ??= readsAsFinite(tokens, k)
  return token.isFinite
}

function readsAsFinite(tokens: readonly Token[], k: number): boolean {
  const token = at(tokens, k)
  const { lower } = token
  if (MODALS.holds(token))
    return token.text !== 'May' && !(lower === 'will' && (isOwned(at(tokens, k - 1)) || isWillOf(tokens, k)))
  if (FINITE_BE.holds(token)) return lower !== 'am' || at(tokens, k - 1).kind !== 'number'
  if (FINITE_HAVE.holds(token) || DO.holds(token))
    return at(tokens, k - 1).lower !== 'to' && !MODALS.holds(at(tokens, k - 1))
  if (lower === "'d") return PERSONAL_PRONOUNS.holds(at(tokens, k - 1))
  if (lower === "'s")
    return (
      PERSONAL_PRONOUNS.holds(at(tokens, k - 1)) ||
      ['that', 'there', 'what', 'who', 'here'].includes(at(tokens, k - 1).lower)
    )
  const form = verbOf(token)
  if (!form) return isUnknownVerb(tokens, k)
  if (form.form === 'ing' || form.form === 'participle') return false
  if (form.form === 'past' || form.form === 'pastOrParticiple') return isPastVerb(tokens, k)
  if (form.form === 'third') return isVerbHere(tokens, k) || isOpeningVerb(tokens, k)
  return isPresentPlural(tokens, k)
}

/** "the borders and will of a people"; "will of course" is the verb. */
export const isWillOf = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k + 1).lower === 'of' && at(tokens, k + 2).lower !== 'course'

/** "his will", but "those will". */
const isOwned = (before: Token): boolean => NOUN_PRECEDED.holds(before) && !PRONOUNS_TOO.holds(before)

/** The first finite verb in [from, to), or −1. What was found from a token on is remembered with it. */
export function finiteIn(tokens: readonly Token[], from: number, to: number): number {
  const start = at(tokens, from)
  let k = Math.max(from, start.finiteFrom)
  while (k < to && !isFiniteVerb(tokens, k)) k++
  if (start !== NOTHING && k > start.finiteFrom) start.finiteFrom = Math.min(k, Math.max(to, from))
  return k < to ? k : -1
}

const CLOSING = new WordClass(['”', '"', "''", '’’', '’', "'", ')'])
export const isClosingMark = (token: Token): boolean => CLOSING.holds(token)
const OPENING = new WordClass(['“', '"', '``', "''", '‘', '('])
export const isOpeningMark = (token: Token): boolean => OPENING.holds(token)
const STOPS = new WordClass([',', ';', ':', '.', '!', '?', '”', '“', '"', '``', "''", '’’', '(', ')', '…', '—', '–'])
export const isStop = (token: Token): boolean =>
  token.kind === 'mark' && (STOPS.holds(token) || token.text.startsWith('--'))
