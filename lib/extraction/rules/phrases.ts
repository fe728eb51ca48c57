import { isVerbHere, takesTo } from './tense'
import { at, isCapitalized, isDash, isGlued, NOTHING, type Token } from './tokens'
import { verbOf } from './verbs'
import {
  BE,
  DETERMINERS,
  DO,
  HAVE,
  isAdverb,
  MODALS,
  PERSONAL_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS,
  wordSet,
} from './words'

/** Small readings of word classes in context; each looks at a bounded neighbourhood. */

const FINITE_BE = wordSet(`
  is are was were isn't aren't wasn't weren't am 're 'm
`)
const FINITE_HAVE = new Set(['has', 'have', 'had', "hasn't", "haven't", "hadn't", "'ve"])
const NOUN_PRECEDED = wordSet(`
  the a an his her its their our my your 's this these those no any some each every
`)

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
  if (MODALS.has(lower))
    return token.text !== 'May' && !(lower === 'will' && NOUN_PRECEDED.has(at(tokens, k - 1).lower))
  if (FINITE_BE.has(lower)) return true
  if (FINITE_HAVE.has(lower) || DO.has(lower))
    return at(tokens, k - 1).lower !== 'to' && !MODALS.has(at(tokens, k - 1).lower)
  if (lower === "'s")
    return (
      PERSONAL_PRONOUNS.has(at(tokens, k - 1).lower) ||
      ['that', 'there', 'what', 'who', 'here'].includes(at(tokens, k - 1).lower)
    )
  const form = verbOf(token)
  if (!form) return false
  if (form.form === 'ing' || form.form === 'participle') return false
  if (form.form === 'past' || form.form === 'pastOrParticiple') return isPastVerb(tokens, k)
  if (form.form === 'third') return isVerbHere(tokens, k)
  return isPresentPlural(tokens, k)
}

/** "took" is a verb; "proposed" after a determiner or before "by" is not; after be and have the auxiliary is the verb. */
function isPastVerb(tokens: readonly Token[], k: number): boolean {
  const [before, token, next] = [at(tokens, k - 1), at(tokens, k), at(tokens, k + 1)]
  const form = verbOf(token)
  if (
    NOUN_PRECEDED.has(before.lower) ||
    (PREPOSITIONS.has(before.lower) && !['as', 'than', 'like', 'before', 'after', 'since'].includes(before.lower))
  )
    return false
  if (isDash(before) && isGlued(before, token)) return false
  if (isCapitalized(token) && !isCapitalized(before) && before.kind === 'word') return false
  if (form?.form === 'past') return !form.isNounish || before.kind === 'word'
  if (next.lower === 'by' && !isSubjectLike(before)) return false
  let j = k - 1
  while (j > k - 4 && isAdverb(at(tokens, j).lower)) j--
  const lead = at(tokens, j).lower
  if (BE.has(lead) || HAVE.has(lead) || lead === 'be' || lead === 'been' || lead === 'being') return false
  if (lead === 'to' || lead === 'newly') return false
  if (isAdjectiveSpot(tokens, k)) return false
  return (
    before.kind === 'word' ||
    before.text === ',' ||
    before.text === '”' ||
    before.text === '"' ||
    before.text === ')' ||
    before.kind === 'number' ||
    isDash(before)
  )
}

/** Between an adjective or number and a noun ("newly elected leader", "two combined forces"). */
const isAdjectiveSpot = (tokens: readonly Token[], k: number): boolean => {
  const [before, next] = [at(tokens, k - 1), at(tokens, k + 1)]
  if (before.text.endsWith('ly') && isCapitalized(next)) return true
  return (
    NOUN_PRECEDED.has(before.lower) ||
    (before.kind === 'mark' &&
      before.text !== ',' &&
      before.text !== '"' &&
      before.text !== '”' &&
      before.text !== ')' &&
      !isDash(before))
  )
}

const isSubjectLike = (token: Token): boolean => PERSONAL_PRONOUNS.has(token.lower)

/** A base form as a plural's verb: after a plural noun, a pronoun or joined names, before a complement. */
function isPresentPlural(tokens: readonly Token[], k: number): boolean {
  let j = k - 1
  while (isAdverb(at(tokens, j).lower)) j--
  const before = at(tokens, j)
  const next = at(tokens, k + 1)
  if (before.kind !== 'word') return false
  if (at(tokens, k).lower === 'say') return !['to', 'will', 'would', 'can', 'could'].includes(before.lower)
  if (PLURAL_SUBJECTS.has(before.lower)) return true
  const isPlural = before.lower.endsWith('s') && before.lower.length > 3 && !POSSESSIVES.has(before.lower)
  const isJoined = isCapitalized(before) && [2, 3, 4].some((back) => at(tokens, j - back + 1).lower === 'and')
  if ((!isPlural && !isJoined) || DETERMINERS.has(before.lower) || at(tokens, j - 1).lower === 'to') return false
  const isNounish = verbOf(at(tokens, k))?.isNounish === true
  return (
    isComplement(next) ||
    (!isNounish && (isAdverb(next.lower) || PREPOSITIONS.has(next.lower))) ||
    (next.lower === 'to' && takesTo(at(tokens, k).lower))
  )
}

const PLURAL_SUBJECTS = new Set([
  'they',
  'we',
  'you',
  'who',
  'which',
  'people',
  'officials',
  'i',
  'police',
  'women',
  'men',
  'children',
  'some',
  'many',
  'others',
  'most',
])
const isComplement = (next: Token): boolean =>
  DETERMINERS.has(next.lower) ||
  POSSESSIVES.has(next.lower) ||
  ['that', 'how', 'what', 'whether', 'it', 'them', 'him'].includes(next.lower)

/** The first finite verb in [from, to), or −1. */
export function finiteIn(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to; k++) if (isFiniteVerb(tokens, k)) return k
  return -1
}

export const isClosingMark = (token: Token): boolean => ['”', '"', "''", '’', "'", ')'].includes(token.text)
export const isOpeningMark = (token: Token): boolean => ['“', '"', '``', "''", '‘', '('].includes(token.text)
export const isStop = (token: Token): boolean =>
  (token.kind === 'mark' &&
    [',', ';', ':', '.', '!', '?', '”', '“', '"', '``', "''", '(', ')', '…'].includes(token.text)) ||
  (token.kind === 'mark' && (token.text.startsWith('--') || token.text === '—' || token.text === '–'))
