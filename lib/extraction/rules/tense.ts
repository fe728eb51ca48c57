import { at, type Token } from './tokens'
import { baseVerb, verbForm } from './verbs'
import { BE, DETERMINERS, HAVE, isAdverb, MODALS, POSSESSIVES, wordSet } from './words'

export type Direction = 'past' | 'future'

/** Words that put what follows into the future, whatever the tense: "is expected to", "scheduled for", "upcoming". */
const FUTURE_PARTICIPLES = wordSet(`
  expected scheduled planned set slated due poised bound likely projected forecast anticipated proposed
`)
const FUTURE_VERBS = wordSet(`
  plan intend aim hope expect prepare arrange consider seek propose pledge promise vow schedule head want
  agree begin start take leave host hold open meet visit
`)
const FUTURE_WORDS = wordSet(`
  upcoming forthcoming planned scheduled coming proposed eventual ahead until deadline
`)
const NEUTRAL = new Set(['starting', 'beginning', 'including', 'following', 'according'])

/**
 * Which way a bare weekday, month or day points: the nearest verb to its left in the sentence decides, then the
 * nearest to its right. Null when the sentence gives no sign.
 */
export function directionAt(tokens: readonly Token[], first: number, last: number, i: number): Direction | null {
  for (let k = i - 1; k >= first; k--) {
    const found = cueAt(tokens, first, k)
    if (found) return found
  }
  for (let k = i + 1; k < last; k++) {
    const found = cueAt(tokens, first, k)
    if (found) return found
  }
  return null
}

/** The direction that the word at token `k` gives, if it gives one. */
function cueAt(tokens: readonly Token[], first: number, k: number): Direction | null {
  const { lower } = at(tokens, k)
  if (at(tokens, k).kind !== 'word' && !lower.startsWith("'")) return null
  if (NEUTRAL.has(lower)) return null
  if (lower === 'since') return 'past'
  if (MODALS.has(lower))
    return lower === 'would' || lower === "wouldn't"
      ? 'future'
      : followedByHave(tokens, k)
        ? 'past'
        : isMonthMay(tokens, k)
          ? null
          : 'future'
  if (FUTURE_WORDS.has(lower)) return 'future'
  if (lower === 'to' && verbForm(at(tokens, k + 1).lower)?.form === 'base') return infinitive(tokens, first, k)
  if (FUTURE_PARTICIPLES.has(lower)) return isAfterPastBe(tokens, k) ? 'past' : 'future'
  if (
    lower === 'was' ||
    lower === 'were' ||
    lower === 'had' ||
    lower === 'did' ||
    lower === "didn't" ||
    lower === "wasn't"
  )
    return 'past'
  const form = verbForm(lower)
  if (!form) return null
  if (form.form === 'past' || form.form === 'pastOrParticiple' || form.form === 'participle') return pastForm(tokens, k)
  if (form.form === 'third' && isVerbHere(tokens, k)) return FUTURE_VERBS.has(form.base) ? 'future' : null
  if (form.form === 'ing' && isBeBefore(tokens, k)) return FUTURE_VERBS.has(form.base) ? 'future' : null
  return null
}

const followedByHave = (tokens: readonly Token[], k: number): boolean => at(tokens, k + 1).lower === 'have'
const isMonthMay = (tokens: readonly Token[], k: number): boolean => at(tokens, k).text === 'May'

/** "plans to meet" looks forward, "voted to approve" and "met to discuss" look back: the verb before "to" decides. */
function infinitive(tokens: readonly Token[], first: number, k: number): Direction | null {
  for (let j = k - 1; j >= first && j > k - 5; j--) {
    const { lower } = at(tokens, j)
    if (FUTURE_PARTICIPLES.has(lower)) return 'future'
    const form = verbForm(lower)
    if (!form || (form.isNounish && form.form === 'base')) continue
    if (form.form === 'past' || form.form === 'pastOrParticiple')
      return FUTURE_VERBS.has(form.base) && form.base !== 'meet' ? 'future' : 'past'
    return 'future'
  }
  return at(tokens, k + 1).lower === 'be' ? 'future' : null
}

const isAfterPastBe = (tokens: readonly Token[], k: number): boolean => {
  for (let j = k - 1; j > k - 3; j--)
    if (['was', 'were', 'had'].includes(at(tokens, j).lower))
      return !['expected', 'scheduled', 'due', 'set', 'likely', 'slated'].includes(at(tokens, k).lower)
  return false
}

/** A past form says "past" unless it is an adjective ("the proposed visit") or the participle of a future passive. */
function pastForm(tokens: readonly Token[], k: number): Direction | null {
  const before = at(tokens, k - 1).lower
  if (before === 'be' || (before === 'been' && at(tokens, k - 2).lower === 'have')) return null
  if (before === 'is' || before === 'are') return null
  if (
    (DETERMINERS.has(before) && before !== 'who' && before !== 'which' && before !== 'that') ||
    POSSESSIVES.has(before)
  )
    return at(tokens, k + 1).kind === 'word' ? null : 'past'
  return 'past'
}

/** Take "to" and a verb, so that "the government plans to cut" is no plural noun. */
const TAKES_TO = wordSet(`
  plan aim hope offer attempt promise pledge vow need want struggle claim head start begin move
`)
const SUBJECT_PRONOUNS = wordSet(`
  he she it who which they that this what
`)

/** Whether a third-person form is a verb here and not a plural noun: something to its left can be its subject. */
export function isVerbHere(tokens: readonly Token[], k: number): boolean {
  const token = at(tokens, k)
  const form = verbForm(token.lower)
  if (!form || (isCapital(token) && form.form !== 'past')) return false
  if (!form.isNounish) return true
  let j = k - 1
  while (isAdverb(at(tokens, j).lower)) j--
  const before = at(tokens, j)
  if (before.kind === 'mark' && before.text !== ',' && before.text !== '"' && before.text !== '”') return false
  if (SUBJECT_PRONOUNS.has(before.lower)) return true
  if (DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower)) return false
  return hasObject(tokens, k, form.base, isCapital(before))
}

export const takesTo = (base: string): boolean => TAKES_TO.has(base)

/** What stands behind a verb: a determiner, "that", a name; "to" only for verbs that take it; a preposition after a name. */
function hasObject(tokens: readonly Token[], k: number, base: string, isNameBefore: boolean): boolean {
  const next = at(tokens, k + 1)
  const isPlainObject =
    DETERMINERS.has(next.lower) || ['it', 'him', 'her', 'them', 'about', 'how', 'what', 'that'].includes(next.lower)
  if (isPlainObject) return true
  if (next.lower === 'to') return TAKES_TO.has(base) || (isNameBefore && FUTURE_VERBS.has(base))
  if (!isNameBefore) return false
  return (
    isCapital(next) ||
    isAdverb(next.lower) ||
    next.kind === 'number' ||
    next.text === '$' ||
    ['for', 'with', 'as', 'on', 'against', 'from', 'into'].includes(next.lower)
  )
}

const isCapital = (token: Token): boolean => token.kind === 'word' && token.text.charAt(0) !== token.lower.charAt(0)

const isBeBefore = (tokens: readonly Token[], k: number): boolean => {
  let j = k - 1
  while (j > k - 4 && (isAdverb(at(tokens, j).lower) || at(tokens, j).lower === 'be')) j--
  return BE.has(at(tokens, j).lower) || MODALS.has(at(tokens, j).lower)
}

export const isHave = (lower: string): boolean => HAVE.has(lower)
export const baseOf = (token: Token): string | null => baseVerb(token.lower)
