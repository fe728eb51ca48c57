import { makeDay, partsOf, weekdayOf } from '@/lib/core/days'
import type { Part } from './calendar'
import { WordMap } from './lexicon'
import { at, isDash, isGlued, type Token } from './tokens'
import { wordSet } from './words'

/** The small pieces of calendar dates on tokens: month names, days of the month, years, clock times. */

const MONTHS = new WordMap(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

/** Also verbs, nouns or first names: a month only where a month can stand. */
const DOUBTFUL = wordSet('may march jan april june august')
const FIRST_NAMES = wordSet('jan april june may august')
const WRITTEN_OUT = wordSet('may june july march april')

/** Before a doubtful month name. */
const MONTH_BEFORE = wordSet(`
  in of by until since last next this early late mid - from to through on before after between and till for
  during each every coming
`)
const BEFORE_A_NAME = wordSet(`
  in of by until since last next this early late mid from through during every coming
`)

export type Month = { month: number; end: number }

/** The month name at token `i`; "May", "March", "Jan" and the like only in capitals and where a month can stand. */
export function monthAt(tokens: readonly Token[], i: number): Month | null {
  const token = at(tokens, i)
  if (token.kind !== 'word') return null
  const month = MONTHS.of(token)
  if (!month || token.text.charAt(0) === token.lower.charAt(0)) return null
  const isAbbreviated = token.lower.length <= 4 && !WRITTEN_OUT.holds(token)
  const hasStop = isAbbreviated && at(tokens, i + 1).text === '.' && isGlued(token, at(tokens, i + 1))
  const end = i + (hasStop ? 2 : 1)
  const isDoubtful = DOUBTFUL.holds(token) || (isAbbreviated && !hasStop)
  if (isDoubtful && !hasStop && !isMonthHere(tokens, i, end)) return null
  return { month, end }
}

function isMonthHere(tokens: readonly Token[], i: number, end: number): boolean {
  const [before, token, next] = [at(tokens, i - 1), at(tokens, i), at(tokens, end)]
  const isDigits = next.kind === 'number' && (next.text.length <= 2 || isYearToken(next))
  if (isDigits || (before.kind === 'number' && before.text.length <= 2) || before.lower === 'th') return true
  if (token.text !== properCase(token)) return false
  const isNameNext = next.kind === 'word' && isCapital(next)
  if (FIRST_NAMES.holds(token) && isNameNext && !BEFORE_A_NAME.holds(before)) return false
  if (MONTH_BEFORE.holds(before)) return true
  if (token.lower !== 'may' && token.lower !== 'march' && token.lower.length > 3) return !isNameNext
  return isAttribute(tokens, i, end)
}
const properCase = (token: Token): string => token.lower.charAt(0).toUpperCase() + token.lower.slice(1)
const isCapital = (token: Token): boolean => token.text.charAt(0) !== token.lower.charAt(0)

/** "the March accession", "his May trip": between a determiner and a noun in lower case. */
const isAttribute = (tokens: readonly Token[], i: number, end: number): boolean =>
  LEADS_NOUN.holds(at(tokens, i - 1)) && isPlainNoun(at(tokens, end))
const LEADS_NOUN = wordSet(`the a his her its their our 's ' that`)
const NO_NOUN = wordSet(`
  of on in at to for from with by and or but as is was are were will would has had said that which who when while after before
  against through into until about over toward towards
`)
export const isPlainNoun = (token: Token): boolean =>
  token.kind === 'word' && !isCapital(token) && !NO_NOUN.holds(token) && !token.lower.startsWith("'")

/** A date before a noun, as its attribute: "the Aug. 7 blasts", "Lee's January visit". */
export const isBeforeNoun = (tokens: readonly Token[], i: number, end: number): boolean =>
  LEADS_NOUN.holds(at(tokens, i - 1)) && isPlainNoun(at(tokens, end))

/** A year from 1600 to 2099, in four digits. */
export const isYearToken = (token: Token): boolean => {
  if (token.kind !== 'number' || token.text.length !== 4) return false
  const value = Number(token.text)
  return value >= 1600 && value < 2100
}

const ORDINAL_ENDINGS = wordSet('st nd rd th')

/** A day of the month at token `i`: "27", "27th"; not a clock time, a share or an amount. */
export function dayOfMonthAt(
  tokens: readonly Token[],
  i: number,
): { value: number; end: number; isOrdinal: boolean } | null {
  const token = at(tokens, i)
  if (token.kind !== 'number' || token.text.length > 2) return null
  const value = Number(token.text)
  if (value < 1 || value > 31) return null
  const ending = at(tokens, i + 1)
  const isOrdinal = isGlued(token, ending) && ORDINAL_ENDINGS.holds(ending)
  const end = i + (isOrdinal ? 2 : 1)
  const after = at(tokens, end)
  const isClock = after.text === ':' && isGlued(after, at(tokens, end + 1)) && at(tokens, end + 1).kind === 'number'
  if (isClock || after.text === '%' || (isGlued(token, after) && after.kind === 'word' && !isOrdinal)) return null
  return { value, end, isOrdinal }
}

/** A year behind a date: ", 2025", "2025", "of 2025". */
export function yearBehind(tokens: readonly Token[], i: number): { year: number; end: number } | null {
  const { text, lower } = at(tokens, i)
  const skip = text === ',' || lower === 'of' ? 1 : 0
  const token = at(tokens, i + skip)
  return isYearToken(token) ? { year: Number(token.text), end: i + skip + 1 } : null
}

const PARTS = new WordMap<Part>([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
  ['end', 'late'],
  ['beginning', 'early'],
  ['start', 'early'],
])
const EDGES = wordSet('end beginning start middle')

/** "early", "mid-", "late", "the end of", "end-", "the beginning of", "the middle of". */
export function partAt(tokens: readonly Token[], i: number): { part: Part; end: number; word: string } | null {
  const token = at(tokens, i)
  const { lower } = token
  const part = token.kind === 'word' ? PARTS.of(token) : undefined
  if (!part) return null
  const next = at(tokens, i + 1)
  if (EDGES.holds(token)) {
    if (isDash(next) && isGlued(at(tokens, i), next) && lower === 'end') return { part, end: i + 2, word: lower }
    return next.lower === 'of' ? { part, end: i + 2 + (at(tokens, i + 2).lower === 'the' ? 1 : 0), word: lower } : null
  }
  const skip = isDash(next) ? 2 : next.lower === 'in' ? 2 : 1
  return { part, end: i + skip + (next.lower === 'in' && at(tokens, i + 2).lower === 'the' ? 1 : 0), word: lower }
}

const CLOCK = wordSet(`
  a.m. p.m. am pm noon midnight est edt et cst cdt ct pst pdt pt gmt utc bst cet jst ist local time on at about around dawn
`)
/** Over a clock time to its left: from "Tuesday" in "until 9:30 a.m. EST on Tuesday" to "until". */
export function beforeClock(tokens: readonly Token[], i: number): number {
  let k = i - 1
  let seen = false
  while (k > i - 9) {
    const token = at(tokens, k)
    const isPart = CLOCK.holds(token) || (seen && (token.kind === 'number' || token.text === ':'))
    if (!isPart) break
    seen ||= token.lower !== 'on' && token.lower !== 'at'
    k--
  }
  return seen ? k : i - 1
}

export const WEEKDAYS = new WordMap<number>([
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7],
  ['mon', 1],
  ['tues', 2],
  ['tue', 2],
  ['wed', 3],
  ['thurs', 4],
  ['thur', 4],
  ['thu', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
])

/** The weekday named at token `i` (Monday 1), in capitals; short forms only with their stop. */
export function weekdayAt(tokens: readonly Token[], i: number): { weekday: number; end: number } | null {
  const token = at(tokens, i)
  const weekday = WEEKDAYS.of(token)
  if (!weekday || !isCapital(token) || at(tokens, i + 1).lower === 's') return null
  const isShort = token.lower.length < 6
  if (!isShort) return { weekday, end: i + 1 }
  const hasStop = at(tokens, i + 1).text === '.'
  return hasStop ? { weekday, end: i + 2 } : null
}

/** The year nearest to that of the day it was said in which this month and day fall on the weekday. */
export function dayOnWeekday(said: string, month: number, value: number, weekday: number): string | null {
  const { year } = partsOf(said)
  for (const candidate of [year, year - 1, year + 1]) {
    const date = makeDay(candidate, month, value)
    if (date !== null && weekdayOf(date) === weekday) return date
  }
  return null
}
