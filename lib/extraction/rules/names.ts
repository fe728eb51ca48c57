import { countedNoun, looksPlural } from './counts'
import { currencyAfter } from './money'
import { type NumberReading, readOrdinal } from './numbers'
import { readRate } from './rates'
import { at, isCapitalized, isDash, isGlued, type Token } from './tokens'
import { unitAfter } from './units'
import { wordSet } from './words'

/** Words that a number belongs to as a label: "Article 5", "Group of 20", "page 12", "Flight 370". Lower case. */
const LABELS =
  wordSet(`article section chapter part page line paragraph clause title rule amendment resolution proposition prop measure act no number nos
  group route highway interstate channel flight room suite apartment building gate exit platform terminal phase stage tier level class grade step
  type model version volume issue season episode week day game apollo windows boeing airbus formula area precinct district ward unit squadron
  schedule form item question option figure table bill h.r lot exhibit appendix annex directive regulation protocol mark catch top`)

const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(text)

/** A bare four-digit year, not followed by what it could count. */
export function isYearLike(tokens: readonly Token[], i: number): boolean {
  const token = at(tokens, i)
  return (
    token.kind === 'number' &&
    isYear(token.text) &&
    !unitAfter(tokens, i + 1, true) &&
    !currencyAfter(tokens, i + 1, null)
  )
}

type Context = { tokens: readonly Token[] }

/** Numbers inside names and labels: F-150, G20, Covid-19, Article 5, Group of 20, Boeing 737, 9/11, 50-50, phone numbers. */
export function isPartOfName({ tokens }: Context, i: number, number: NumberReading): boolean {
  const [before, token, after] = [at(tokens, i - 1), at(tokens, i), at(tokens, number.end)]
  const two = at(tokens, i - 2)
  if (before.lower === 'per' || (before.lower === 'every' && (two.lower === 'for' || two.lower === 'in'))) return true
  if (token.kind === 'number' && isNumberOfService(tokens, i, number.end)) return true
  if (before.end === token.start && isNameGlue(before, two)) return true
  if (
    token.kind === 'number' &&
    (isCode(tokens, number.end) || isAddress(tokens, i, number.end) || isDialled(tokens, i, number.end))
  )
    return true
  if (
    isGlued(at(tokens, number.end - 1), after) &&
    after.kind === 'word' &&
    token.kind === 'number' &&
    !isKnownSuffix(tokens, number)
  )
    return true
  if (after.text === '/' && isGlued(token, after) && at(tokens, number.end + 1).kind === 'number') return true
  if (LABELS.holds(before) && !unitAfter(tokens, number.end, true) && isLabelled(tokens, i, number)) return true
  if (before.text === '.' && two.lower === 'no') return true
  if (before.lower === 'of' && two.lower === 'group') return true
  if (before.text === '#' || before.text === '§') return true
  if (isClockOrDate(tokens, i, number) || isWholly(tokens, i, number.end)) return true
  return isSize(tokens, i, number) || isNamedSeries(tokens, i, number)
}

/** "a 1080p camera", "in 4K", "a 10K run": sizes of pictures and races by name. */
function isSize(tokens: readonly Token[], i: number, number: NumberReading): boolean {
  const [token, suffix] = [at(tokens, i), at(tokens, i + 1)]
  if (!isGlued(token, suffix)) return false
  if (suffix.lower === 'p') return number.value >= SMALLEST_PICTURE
  return (
    suffix.text === 'K' && SIZES.has(token.text) && at(tokens, i - 1).kind === 'word' && !isNounCounted(tokens, i + 2)
  )
}
const SMALLEST_PICTURE = 240
const SIZES = new Set(['2', '4', '5', '8', '10'])

/** "911 calls", "a 999 operator"; a number too long to be an amount; "7-6 (5)". */
function isNumberOfService(tokens: readonly Token[], i: number, end: number): boolean {
  const { text } = at(tokens, i)
  if (text.length > 15 && !text.includes(',')) return true
  if (at(tokens, i - 1).text === '(' && at(tokens, end).text === ')' && at(tokens, i - 2).kind === 'number') return true
  return (text === '911' || text === '999' || text === '112') && at(tokens, end).lower.match(CALLS) !== null
}
const CALLS =
  /^(?:calls?|callers?|called|dispatch|dispatchers?|operators?|emergency|centers?|centres?|tapes?|recordings?)$/

/** "24703m212", "24703 L-202": letters with digits glued behind. */
const isCode = (tokens: readonly Token[], end: number): boolean => {
  const [letters, next] = [at(tokens, end), at(tokens, end + 1)]
  if (letters.kind !== 'word' || letters.text.length > 2) return false
  const behind = isDash(next) && isGlued(letters, next) ? at(tokens, end + 2) : next
  return (
    behind.kind === 'number' &&
    behind.text.length > 1 &&
    behind.start - letters.end <= 1 &&
    (behind !== next || isGlued(letters, next))
  )
}

const STREETS = wordSet(
  'street st avenue ave road rd lane ln drive boulevard blvd court terrace parkway highway crescent close plaza alley',
)
/** "12 Old Mill Lane", "1600 Harbour Ave.": up to three capitalized words and what streets are called. */
function isAddress(tokens: readonly Token[], i: number, end: number): boolean {
  if (end !== i + 1 || at(tokens, i).text.includes('.')) return false
  if (at(tokens, end).lower === 'block' && at(tokens, end + 1).lower === 'of') return true
  for (let k = end; k < end + 5 && (isCapitalized(at(tokens, k)) || isStreetNumber(tokens, k, end)); k++)
    if (k > end && STREETS.holds(at(tokens, k))) return true
  return false
}
/** "23rd" inside "131 West 23rd Street". */
const isStreetNumber = (tokens: readonly Token[], k: number, end: number): boolean =>
  k > end && (readOrdinal(tokens, k) !== null || (k > end + 1 && readOrdinal(tokens, k - 1) !== null))

const CALLING = wordSet(
  'call calls called calling phone phoning ring ringing dial dialling dialing text texting contact',
)
const QUOTING = wordSet('quote quoting quoted reference ref log incident crime')
const BETWEEN_CALLS = wordSet('us police them officers the on at force them number case :')
/** "call police on 101", "quoting reference 4471", "0800 555 111": what is dialled or quoted, no amount. */
function isDialled(tokens: readonly Token[], i: number, end: number): boolean {
  const { text } = at(tokens, i)
  if (end !== i + 1 || text.length < 3 || text.includes(',') || text.includes('.')) return false
  for (let k = i - 1; k > i - 5 && at(tokens, k).kind === 'number'; k--)
    if (at(tokens, k).text.startsWith('0')) return true
  const isOn = at(tokens, i - 1).lower === 'on'
  for (let k = i - 1; k > i - (isOn ? 9 : 6); k--) {
    const token = at(tokens, k)
    if (CALLING.holds(token)) return isOn || k === i - 1
    if (QUOTING.holds(token)) return true
    if (isOn ? token.kind === 'mark' : !BETWEEN_CALLS.holds(token)) return false
  }
  return false
}

/** "100 percent wrong": quite, and of nothing. */
function isWholly(tokens: readonly Token[], i: number, end: number): boolean {
  if (at(tokens, i).text !== '100') return false
  const unit = unitAfter(tokens, end, true)
  return unit?.unit === 'percent' && WHOLLY.holds(at(tokens, unit.end))
}
const WHOLLY = wordSet(`
  wrong right sure certain correct true false behind committed confident convinced clear honest ready agree agreed focused responsible
  accurate innocent guilty safe serious supportive against
`)

const MONTHS =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** "5 p.m.", "6:30", "sept. 30", "3 May", "2)": a clock, a date or an item of a list. */
function isClockOrDate(tokens: readonly Token[], i: number, number: NumberReading): boolean {
  const [before, token, after] = [at(tokens, i - 1), at(tokens, i), at(tokens, number.end)]
  if (token.kind !== 'number') return false
  if (/^(?:a\.m\.|p\.m\.|am|pm|o'clock)$/.test(after.lower)) return true
  if (after.text === ':' && isGlued(token, after) && at(tokens, number.end + 1).kind === 'number') return true
  if (after.text === ')' && number.value < 20 && !isBracketed(tokens, i)) return true
  if (!/^\d{1,2}$/.test(token.text) || number.value > 31 || number.hasScale) return false
  const month = before.text === '.' ? at(tokens, i - 2) : before
  if (MONTHS.test(month.lower)) return true
  return MONTHS.test(after.lower) && (isCapitalized(after) || ON_DAYS.holds(before))
}

/** A bracket opened shortly before: then ")" closes it and the number marks no item of a list. */
function isBracketed(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 30); k--) if (at(tokens, k).text === '(') return true
  return false
}

const ON_DAYS = wordSet('on since until from by before after')

/** "F-150", "Covid-19", "A380": a letter or a word glued before the digits, itself or by a hyphen. */
const isNameGlue = (before: Token, two: Token): boolean =>
  before.kind === 'word' ||
  before.text === '+' ||
  (isDash(before) &&
    before.text !== '−' &&
    two.end === before.start &&
    (two.kind === 'word' || two.kind === 'number')) ||
  before.text === '/' ||
  (before.text === ':' && two.kind === 'number') ||
  (before.text === '.' && two.end === before.start)

const isKnownSuffix = (tokens: readonly Token[], number: NumberReading): boolean =>
  !!unitAfter(tokens, number.end, true) || !!currencyAfter(tokens, number.end, null)

/** A label takes its number when it is capitalized, or in lower case when nothing is counted behind ("page 12"). */
const isLabelled = (tokens: readonly Token[], i: number, number: NumberReading): boolean =>
  !number.hasScale &&
  (isCapitalized(at(tokens, i - 1)) ||
    at(tokens, number.end).kind === 'mark' ||
    /^(?:of|in|and|or|to|is|was|at|on)$/.test(at(tokens, number.end).lower) ||
    !isNounCounted(tokens, number.end)) &&
  !(at(tokens, i).kind === 'word' && !isCapitalized(at(tokens, i)) && !isCapitalized(at(tokens, i - 1)))

/** "Boeing 737 jets", "Ford Mustang 5": digits right after a capitalized name inside a sentence. */
function isNamedSeries(tokens: readonly Token[], i: number, number: NumberReading): boolean {
  const before = at(tokens, i - 1)
  if (number.isWords || number.hasScale || !isCapitalized(before) || before.end === at(tokens, i).start) return false
  if (isSentenceStart(tokens, i - 1) || !Number.isInteger(number.value) || at(tokens, i).text.includes(','))
    return false
  const next = at(tokens, number.end)
  const isPlace = PLACED.holds(at(tokens, i - 2)) && !isCapitalized(next) && looksPlural(next.lower)
  return (
    !isPlace &&
    !unitAfter(tokens, number.end, true) &&
    !currencyAfter(tokens, number.end, null) &&
    !/^[A-Z]{2,4}$/.test(at(tokens, number.end).text)
  )
}

const PLACED = wordSet('in across outside near at')

const isSentenceStart = (tokens: readonly Token[], i: number): boolean => {
  const before = at(tokens, i - 1)
  return before.start < 0 || ['.', '!', '?', '"', '“', ':', '•'].includes(before.text)
}

/** Words behind "the two" that make it a definite group; "one of the", "one example", "no one", "a one": not counts. */
export function isIdiom(tokens: readonly Token[], i: number, number: NumberReading, end: number): boolean {
  const token = at(tokens, i)
  const before = at(tokens, i - 1).lower
  if (token.kind === 'number' || number.hasScale || number.isFraction) return false
  if (token.lower === 'one') return isWeakOne(tokens, i, before, end > number.end)
  if (
    number.value <= (isNounCounted(tokens, number.end) ? 2 : 4) &&
    (before === 'the' ||
      before === 'these' ||
      before === 'those' ||
      before === 'between' ||
      before === 'their' ||
      before === 'other') &&
    end === number.end &&
    !isDash(at(tokens, number.end))
  )
    return true
  return false
}

/** "the three harbours" tells how many; "the three" and "the two harbours" only mean the ones named before. */
const isNounCounted = (tokens: readonly Token[], end: number): boolean => {
  const noun = countedNoun(tokens, end)
  return noun !== null && looksPlural(at(tokens, noun.end - 1).lower)
}

const isWeakOne = (tokens: readonly Token[], i: number, before: string, hasUnit: boolean): boolean => {
  if (!hasUnit) return true
  if (['the', 'no', 'any', 'this', 'that', 'every', 'each', 'some', 'which', 'only'].includes(before))
    return before !== 'only'
  const unit = at(tokens, i + 1)
  if (readRate(tokens, i + 2)) return false
  return ['day', 'second', 'point', 'minute', 'times'].includes(unit.lower) && !isDash(at(tokens, i + 1))
}
