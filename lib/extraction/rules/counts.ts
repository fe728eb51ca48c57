import { at, isCapitalized, isDash, isGlued, type Token } from './tokens'
import { verbOf } from './verbs'
import { ENDS_NOUN_PHRASE, isAdverbial, wordSet } from './words'

// biome-ignore format: a table
const COLLECTIVES = wordSet(`
  people men women children personnel staff police aircraft troops cattle fish sheep deer media criteria data
  feet teeth mice jobs
`)
const NOT_COUNTED = wordSet(`
  or percent years other according including etc least most fewer total plus million billion
`)
const LONGEST = 5

/** Behind its s: not "ss", "us", "is"; no verb in -s either. */
const isPluralEnding = (lower: string): boolean => {
  const before = lower.charAt(lower.length - 2)
  return before !== 's' && before !== 'u' && before !== 'i' && lower !== 'does'
}

export const looksPlural = (lower: string): boolean =>
  COLLECTIVES.has(lower) || (lower.length > 3 && lower.endsWith('s') && isPluralEnding(lower))

/**
 * The noun phrase that the number before token `i` counts: "US military personnel", "fighter jets". Goes on over
 * adjectives and nouns up to the first plural, and over a year inside ("three key 2022 documents").
 */
export function countedNoun(tokens: readonly Token[], i: number): { end: number; noun: string } | null {
  let end = i
  let lastWord = ''
  const parts: string[] = []
  for (let k = i; k < tokens.length && parts.length < LONGEST; k++) {
    const token = at(tokens, k)
    if (token.kind === 'number' && parts.length > 0 && isInsideNoun(tokens, k)) continue
    if (isDash(token) && parts.length > 0 && isGlued(at(tokens, k - 1), token) && isGlued(token, at(tokens, k + 1)))
      continue
    if (token.lower === '&' && parts.length > 0) continue
    if (token.kind !== 'word' || !isPartOfNoun(tokens, k, parts.length) || (k === i && isDoing(tokens, k))) break
    parts.push(token.text)
    lastWord = token.lower
    end = k + 1
    if (looksPlural(token.lower) && !isDash(at(tokens, k + 1)) && !startsPlural(at(tokens, k + 1))) break
  }
  if (parts.length === 0 || lastWord === '') return null
  return { end, noun: nounText(tokens, i, end) }
}

/** "three key 2022 documents", "90 Covid-19 cases". */
const isInsideNoun = (tokens: readonly Token[], k: number): boolean => {
  const { text, start } = at(tokens, k)
  return /^(?:19|20)\d\d$/.test(text) || (isDash(at(tokens, k - 1)) && at(tokens, k - 1).end === start)
}

/** After a plural the phrase goes on only into another plural noun ("goods purchases"), not into a verb. */
const startsPlural = (next: Token): boolean => next.kind === 'word' && COLLECTIVES.holds(next)

function isPartOfNoun(tokens: readonly Token[], k: number, already: number): boolean {
  const token = at(tokens, k)
  const lower = token.lower
  if (lower.length < 2 || ENDS_NOUN_PHRASE.holds(token) || NOT_COUNTED.holds(token) || lower.startsWith("'"))
    return false
  if (isAdverbial(token) && !looksPlural(at(tokens, k + 1).lower)) return false
  const form = verbOf(token)
  if (!form || form.isNounish) return !(form?.form === 'third' && already > 0 && looksPlural(at(tokens, k - 1).lower))
  if (already > 0 && (form.form === 'third' || form.form === 'past')) return false
  if (already > 0 && form.form === 'pastOrParticiple') return false
  return !(isCapitalized(token) === false && form.form === 'base' && already > 0)
}

/** "The mother of three replied that", "who turned 6 left.": what the counted one did, no noun. */
function isDoing(tokens: readonly Token[], k: number): boolean {
  const form = verbOf(at(tokens, k))?.form
  if (form !== 'past' && form !== 'pastOrParticiple') return false
  const next = at(tokens, k + 1)
  return next.kind === 'mark' ? !isDash(next) : ENDS_NOUN_PHRASE.holds(next)
}

function nounText(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let k = from; k < to; k++) {
    const token = at(tokens, k)
    if (token.kind === 'number') continue
    const gap =
      text === '' || isDash(token) || (isDash(at(tokens, k - 1)) && isGlued(at(tokens, k - 1), token)) ? '' : ' '
    text += gap + token.text
  }
  return text
}
