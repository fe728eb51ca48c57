import { addDays, type Day, makeDay } from '@/lib/core/days'
import { monthWindow } from '@/lib/core/windows'
import { nearestYear, nthWeekday, singleDay, weekOf } from './calendar'
import { yearBehind } from './months'
import type { TimeContext, TimeReading } from './readings'
import { at, type Token } from './tokens'
import { wordSet } from './words'

/** Holidays and named days: fixed, floating and counted from Easter; some differ by the publisher's country. */

type Rule = (year: number) => Day

const on =
  (month: number, dayOfMonth: number): Rule =>
  (year) =>
    addDays(monthWindow(year, month).from, dayOfMonth - 1)
const nth =
  (month: number, weekday: number, n: number): Rule =>
  (year) =>
    nthWeekday(year, month, weekday, n)
const easter =
  (shift: number): Rule =>
  (year) =>
    addDays(easterSunday(year), shift)

/** Gregorian Easter Sunday, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const leap = Math.floor(century / 4)
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leap - moon + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return makeDay(year, Math.floor(sum / 31), (sum % 31) + 1) ?? monthWindow(year, 4).from
}

/** The first Tuesday after the first Monday of November. */
const electionDay: Rule = (year) => addDays(nthWeekday(year, 11, 1, 1), 1)

// biome-ignore format: a table
const HOLIDAYS: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["new year's day", on(1, 1)], ["new year's eve", on(12, 31)], ["new year's", on(1, 1)], ["new year", on(1, 1)],
  ["valentine's day", on(2, 14)], ["st. patrick's day", on(3, 17)], ['halloween', on(10, 31)],
  ['christmas eve', on(12, 24)], ['christmas day', on(12, 25)], ['christmas', on(12, 25)], ['boxing day', on(12, 26)],
  ['may day', on(5, 1)], ["international women's day", on(3, 8)], ['earth day', on(4, 22)], ['bastille day', on(7, 14)],
  ['canada day', on(7, 1)], ['australia day', on(1, 26)], ['anzac day', on(4, 25)], ['armistice day', on(11, 11)],
  ['veterans day', on(11, 11)], ["veterans' day", on(11, 11)], ['remembrance day', on(11, 11)], ['guy fawkes night', on(11, 5)],
  ['juneteenth', on(6, 19)], ['flag day', on(6, 14)], ['inauguration day', on(1, 20)], ['epiphany', on(1, 6)],
  ['july fourth', on(7, 4)], ['fourth of july', on(7, 4)], ['independence day', on(7, 4)],
  ['martin luther king day', nth(1, 1, 3)], ['martin luther king jr. day', nth(1, 1, 3)], ["presidents' day", nth(2, 1, 3)], ['presidents day', nth(2, 1, 3)],
  ["mother's day", nth(5, 7, 2)], ["father's day", nth(6, 7, 3)], ['memorial day', nth(5, 1, -1)],
  ['labor day', nth(9, 1, 1)], ['labour day', on(5, 1)], ['columbus day', nth(10, 1, 2)], ["indigenous peoples' day", nth(10, 1, 2)],
  ['thanksgiving', nth(11, 4, 4)], ['thanksgiving day', nth(11, 4, 4)], ['black friday', (year) => addDays(nthWeekday(year, 11, 4, 4), 1)], ['cyber monday', (year) => addDays(nthWeekday(year, 11, 4, 4), 4)],
  ['election day', electionDay], ['ash wednesday', easter(-46)], ['palm sunday', easter(-7)], ['maundy thursday', easter(-3)],
  ['good friday', easter(-2)], ['easter', easter(0)], ['easter sunday', easter(0)], ['easter monday', easter(1)],
  ['ascension day', easter(39)], ['pentecost', easter(49)], ['whit monday', easter(50)],
])
/** What differs by country. */
const LOCAL: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['CA thanksgiving', nth(10, 1, 2)],
  ['CA labour day', nth(9, 1, 1)],
  ['CA labor day', nth(9, 1, 1)],
  ['GB may day', nth(5, 1, 1)],
  ['GB remembrance day', on(11, 11)],
  ['IN independence day', on(8, 15)],
  ['IN republic day', on(1, 26)],
  ['PK independence day', on(8, 14)],
  ['PH independence day', on(6, 12)],
  ['UA independence day', on(8, 24)],
  ['PL independence day', on(11, 11)],
  ['ID independence day', on(8, 17)],
])
const LONGEST = 6
const FIRST_WORDS = wordSet([...HOLIDAYS.keys()].map((name) => name.split(/[ ']/)[0] ?? name).join(' '))
const NOT_BEFORE = wordSet('father merry happy')

/** "Christmas", "before Thanksgiving", "Easter week", "Labor Day 2026", "last Halloween". Names begin with a capital. */
export function readHoliday({ tokens, said, country, direction }: TimeContext, i: number): TimeReading | null {
  const token = at(tokens, i)
  if (!FIRST_WORDS.holds(token) || token.text.charAt(0) === token.lower.charAt(0)) return null
  const named = ruleAt(tokens, i, country)
  const before = at(tokens, i - 1).lower
  if (!named || NOT_BEFORE.has(before) || (named.isOpen && !isOpenDay(tokens, i, named.end))) return null
  if (isGoods(tokens, named.end)) return null
  const stated = yearBehind(tokens, named.end)
  if (said === null && !stated) return null
  const lead = before === 'last' ? 'past' : before === 'next' || before === 'coming' ? 'future' : direction(i)
  const day = stated ? named.rule(stated.year) : nearestYear(said ?? '', named.rule, lead)
  if (day === null) return null
  const end = stated?.end ?? named.end
  if (at(tokens, end).lower === 'week') return { end: end + 1, ...weekOf(day), grain: 'week', isDate: true }
  if (at(tokens, end).lower === 'weekend')
    return { end: end + 1, from: addDays(weekOf(day).from, 5), to: weekOf(day).to, grain: 'range', isDate: true }
  return { end, ...singleDay(day), grain: 'day', isDate: true }
}

/** "a Christmas market", "Easter eggs": of the kind that goes with the day, on no day. */
const isGoods = (tokens: readonly Token[], end: number): boolean => GOODS.holds(at(tokens, end))
const GOODS = wordSet(`
  market markets gift gifts decoration decorations tree trees card cards carol carols lights cake cakes pudding song songs jumper jumpers
  present presents shopping shoppers spirit season egg eggs bunny costume costumes candy turkey menu film movie special sales sale
  stocking wreath ornament ornaments bonus bonuses party parties lunch pantomime hamper hampers toys
`)

/** "New Year" is a day only behind "before", "by", "since" …: "a new year", "the New Year holiday" are not. */
const OPEN = new Set(['new year'])
const isOpenDay = (tokens: readonly Token[], i: number, end: number): boolean =>
  at(tokens, end).kind === 'mark' &&
  ['by', 'before', 'until', 'since', 'after', 'the'].includes(at(tokens, i - 1).lower)

function ruleAt(tokens: readonly Token[], i: number, country: string | null) {
  let words = ''
  let found: { rule: Rule; end: number; isOpen: boolean } | null = null
  for (let k = i; k < i + LONGEST; k++) {
    const { lower } = at(tokens, k)
    if (lower === '') break
    words += words === '' || lower.startsWith("'") || lower === '.' ? lower : ` ${lower}`
    const rule = (country === null ? undefined : LOCAL.get(`${country} ${words}`)) ?? HOLIDAYS.get(words)
    if (rule) found = { rule, end: k + 1, isOpen: OPEN.has(words) }
  }
  return found
}
