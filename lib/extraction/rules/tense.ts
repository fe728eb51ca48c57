import { at, type Token } from './tokens'
import { baseVerb, verbForm } from './verbs'
import { BE, DETERMINERS, HAVE, isAdverb, MODALS, POSSESSIVES } from './words'

export type Direction = 'past' | 'future'

/** Words that put what follows into the future, whatever the tense: "is expected to", "scheduled for", "upcoming". */
const FUTURE_PARTICIPLES = new Set([
  'expected',
  'scheduled',
  'planned',
  'set',
  'slated',
  'due',
  'poised',
  'bound',
  'likely',
  'projected',
  'forecast',
  'anticipated',
  'proposed',
])
const FUTURE_VERBS = new Set([
  'plan',
  'intend',
  'aim',
  'hope',
  'expect',
  'prepare',
  'arrange',
  'consider',
  'seek',
  'propose',
  'pledge',
  'promise',
  'vow',
  'schedule',
  'head',
  'want',
  'agree',
  'begin',
  'start',
  'take',
  'leave',
  'host',
  'hold',
  'open',
  'meet',
  'visit',
])
const FUTURE_WORDS = new Set([
  'upcoming',
  'forthcoming',
  'planned',
  'scheduled',
  'coming',
  'proposed',
  'eventual',
  'ahead',
  'until',
  'deadline',
])
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

/** Whether a third-person form is a verb here and not a plural noun: something to its left can be its subject. */
export function isVerbHere(tokens: readonly Token[], k: number): boolean {
  const form = verbForm(at(tokens, k).lower)
  if (!form) return false
  if (!form.isNounish) return true
  let j = k - 1
  while (isAdverb(at(tokens, j).lower)) j--
  const before = at(tokens, j)
  if (before.kind === 'mark' && before.text !== ',' && before.text !== '"' && before.text !== '”') return false
  if (DETERMINERS.has(before.lower) && !['who', 'which', 'that', 'this'].includes(before.lower)) return false
  if (POSSESSIVES.has(before.lower)) return false
  const isNameBefore = before.text.charAt(0) !== before.lower.charAt(0)
  const next = at(tokens, k + 1).lower
  const hasComplement =
    DETERMINERS.has(next) ||
    ['to', 'that', 'for', 'with', 'it', 'him', 'her', 'them', 'about', 'how', 'what', 'as'].includes(next) ||
    at(tokens, k + 1).text.charAt(0) !== next.charAt(0)
  return isNameBefore || ['he', 'she', 'it', 'who', 'which', 'they', 'that'].includes(before.lower)
    ? hasComplement || isAdverb(next) || !['and', 'of', 'in', ','].includes(next)
    : hasComplement && !['of'].includes(next) && !verbForm(before.lower)
}

const isBeBefore = (tokens: readonly Token[], k: number): boolean => {
  let j = k - 1
  while (j > k - 4 && (isAdverb(at(tokens, j).lower) || at(tokens, j).lower === 'be')) j--
  return BE.has(at(tokens, j).lower) || MODALS.has(at(tokens, j).lower)
}

export const isHave = (lower: string): boolean => HAVE.has(lower)
export const baseOf = (token: Token): string | null => baseVerb(token.lower)
