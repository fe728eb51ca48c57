import { addDays, type Day, daysBetween } from '@/lib/core/days'
import type { Time } from '../schema'
import { readFromLast } from './anaphora'
import { mayBeAnchored, readAnchored } from './anchored'
import { Anchors } from './anchors'
import { SEASON_MONTH } from './calendar'
import { readCounted } from './counted'
import { readCalendar } from './dates'
import { Directions } from './directions'
import { FiscalCalendars } from './fiscal'
import { readHoliday } from './holidays'
import { isPutOff } from './limits'
import { monthAt, weekdayAt } from './months'
import { readNthOfMonth, readPeriod } from './periods'
import type { FoundTime, TimeContext, TimeReading } from './readings'
import { readRelative } from './relative'
import { at, isGlued, type Token } from './tokens'
import { anyOf, wordSet } from './words'

export type TimesInput = {
  text: string
  tokens: readonly Token[]
  said: Day | null
  country: string | null
  /** Token range [first, last) of each sentence, in order. */
  sentences: readonly { first: number; last: number }[]
}

/** All times of a text, in order, none inside another. */
export function readTimes({ text, tokens, said, country, sentences }: TimesInput): FoundTime[] {
  const times: FoundTime[] = []
  const calendars = new FiscalCalendars(tokens, country)
  const open: { k: number; last: number }[] = []
  let named: TimeReading | null = null
  let namedIn = 0
  for (const [index, { first, last }] of sentences.entries()) {
    const directions = new Directions(tokens, first, last)
    const context: TimeContext = {
      tokens,
      said,
      country,
      direction: (i) => directions.at(i),
      last: () => (index - namedIn <= REMEMBERED ? named : null),
      fiscal: () => calendars.in(first, last),
    }
    for (let i = first; i < last; i++) {
      if (SIDE.holds(at(tokens, i)) && mayBeAnchored(tokens, i)) open.push({ k: i, last })
      if (!mayStart(tokens, i)) continue
      const found = readAt(context, i)
      const reading = found && limited(context, first, i, found)
      if (!reading || reading.end > last || reading.from > reading.to) continue
      times.push(placed(text, tokens, i, reading))
      if (reading.isDate) {
        named = found
        namedIn = index
      }
      i = reading.end - 1
    }
  }
  const anchors = new Anchors(tokens, times)
  const exact = times.map((time) => (said !== null && time.to < said ? time : narrowed(tokens, anchors, time)))
  const all = open.length === 0 ? exact : withAnchored(text, tokens, anchors, exact, open)
  return said === null ? all : agreed(tokens, all, said)
}

/** Days to come that are near, and days gone that are too far for a bare weekday, when an article names both alike. */
const NEAR = 2
const FAR = 5
/**
 * A story written for the next day's paper tells that day as past ("headed Tuesday", on Monday). Where the same weekday
 * is meant ahead elsewhere and is near, a bare one that would lie most of a week back is that day too.
 */
function agreed(tokens: readonly Token[], times: readonly FoundTime[], said: Day): FoundTime[] {
  const ahead = new Set<Day>()
  for (const { grain, from } of times)
    if (grain === 'day' && from > said && daysBetween(said, from) <= NEAR) ahead.add(from)
  if (ahead.size === 0) return [...times]
  return times.map((time) => {
    const isBare = time.grain === 'day' && weekdayAt(tokens, time.first) !== null && time.last <= time.first + 2
    if (!isBare || time.from >= said || daysBetween(time.from, said) < FAR) return time
    const next = addDays(time.from, 7)
    return ahead.has(next) ? { ...time, from: next, to: next } : time
  })
}

const LIMIT = wordSet('by until')
/** "by 2030", "until the end of March": of a longer period the last day counts, from the day it was said. */
function limited({ tokens, said }: TimeContext, first: number, i: number, reading: TimeReading): TimeReading {
  if (said !== null && reading.from <= said && said < reading.to && isSoFar(tokens, i, reading.end))
    return { ...reading, to: said }
  const isLong = reading.grain !== 'day' && reading.grain !== 'week' && reading.isDate && reading.flag === undefined
  if (!isLong || said === null || reading.to <= said || reading.from <= said) return reading
  const lead = at(tokens, i - 1).lower === 'the' ? i - 2 : i - 1
  return LIMIT.holds(at(tokens, lead)) && !isPutOff(tokens, first, lead)
    ? { ...reading, from: said, grain: 'range' }
    : reading
}

/** "so far this year", "so far in October", "this week so far": until now. */
const isSoFar = (tokens: readonly Token[], i: number, end: number): boolean => {
  const k = SO_FAR_IN.holds(at(tokens, i - 1)) ? i - 2 : i - 1
  return (
    (at(tokens, k).lower === 'far' && at(tokens, k - 1).lower === 'so') ||
    (at(tokens, end).lower === 'so' && at(tokens, end + 1).lower === 'far')
  )
}
const SO_FAR_IN = wordSet('in for during of')

/** "next week's election", where the article names its day ("Election Day"): that day; "last month's" stays the month it names. */
function narrowed(tokens: readonly Token[], anchors: Anchors, time: FoundTime): FoundTime {
  if (!isOwned(tokens, time)) return time
  const named = anchors.namedAt(time.last + 1, time.last + 1 + REACH_OWNED)
  const window = named && anchors.windowOf(named)
  return window && window.from === window.to && window.from >= time.from && window.to <= time.to
    ? { ...time, ...window, grain: 'day' }
    : time
}
const isOwned = (tokens: readonly Token[], { grain, last }: FoundTime): boolean =>
  (grain === 'week' || grain === 'month') && at(tokens, last).lower === "'s"
/** How far behind "next week's" its happening can stand, in tokens. */
const REACH_OWNED = 4

/** Adds what is counted from days and happenings that the article dates; a day inside such a period goes into it. */
function withAnchored(
  text: string,
  tokens: readonly Token[],
  anchors: Anchors,
  times: readonly FoundTime[],
  open: readonly { k: number; last: number }[],
): FoundTime[] {
  const all: FoundTime[] = []
  let i = 0
  for (const { k, last } of open) {
    for (let time = times[i]; time !== undefined && time.first < k; time = times[++i]) all.push(time)
    const reading = readAnchored(tokens, anchors, k, last, times[i] ?? null)
    if (!reading || reading.first < (all.at(-1)?.last ?? 0)) continue
    all.push(placed(text, tokens, reading.first, reading))
    while ((times[i]?.first ?? reading.end) < reading.end) i++
  }
  return [...all, ...times.slice(i)]
}

function readAt(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  if (
    LEADS.holds(at(tokens, i)) &&
    (LEADS.holds(at(tokens, i + 1)) ||
      weekdayAt(tokens, i + 1) ||
      monthAt(tokens, i + 1) ||
      SEASON_MONTH.holds(at(tokens, i + 1)))
  ) {
    const named = readNthOfMonth(context, i) ?? readAt(context, i + 1)
    if (named) return named
  }
  return COUNTS.holds(at(tokens, i)) ? readCount(context, i) : readHere(context, i)
}
/** "last Tuesday", "this coming May": the word before belongs to the time. */
const LEADS = wordSet('last next this past coming')

/** Frequent words that open nothing but a number of periods or "that day": no other reading is tried at them. */
const COUNTS = wordSet(`
  in within a an that same two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  eighteen thirty forty fifty sixty seventy eighty ninety several few
`)
const readCount = (context: TimeContext, i: number): TimeReading | null =>
  context.said === null ? null : (readFromLast(context, context.said, i) ?? readCounted(context, context.said, i))

const readHere = (context: TimeContext, i: number): TimeReading | null =>
  readCalendar(context, i) ?? readHoliday(context, i) ?? readPeriod(context, i) ?? readRelative(context, i)

const SIDE = wordSet('before after')

/** How many sentences back "that day" can reach. */
const REMEMBERED = 3

/** The first words of every time there is: most tokens are passed over with one look. */
const STARTERS = wordSet(`
  january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec
  monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thur thu fri sat sun
  today tonight yesterday tomorrow day week weekend month year decade midyear that same
  christmas independence labor labour memorial thanksgiving halloween new valentine easter good ash palm maundy whit pentecost ascension
  boxing black cyber election inauguration veterans armistice remembrance guy juneteenth flag epiphany fourth st. international earth bastille
  canada australia anzac columbus indigenous martin presidents mother father republic
  early mid late end beginning start middle later earlier this last next previous past coming following current
  spring summer fall autumn winter first second third fourth latter final opening fiscal financial fy q h
  in within a an 1st 2nd 3rd 4th seventeenth eighteenth nineteenth twentieth twenty-first one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety half quarter several few ' ’ ‘
`)
/** Behind these only a number or a period makes a time; they are too frequent to be tried in vain. */
const FREQUENT = wordSet('in a an that')
const CONTINUING = anyOf(
  STARTERS,
  wordSet(
    'days weeks months years decades century centuries fortnight morning afternoon evening night couple dozen dozens hundred thousand',
  ),
)
function mayStart(tokens: readonly Token[], i: number): boolean {
  const token = at(tokens, i)
  const isNumber = token.kind === 'number'
  if (!isNumber && !STARTERS.holds(token)) return false
  if (!isNumber && !FREQUENT.holds(token)) return true
  const next = at(tokens, i + 1)
  if (next.kind !== 'word') return next.text !== '%'
  return (
    CONTINUING.holds(next) ||
    (isNumber && (YEAR_DIGITS === token.text.length || GOING_ON.holds(next) || isGlued(token, next)))
  )
}
const YEAR_DIGITS = 4
/** Behind a day or a count: "27 to 29", "3 or 4 days", "the 27th of next month". */
const GOING_ON = wordSet('to through thru until till and or of more & odd')

function placed(text: string, tokens: readonly Token[], i: number, reading: TimeReading): FoundTime {
  const start = at(tokens, i).start
  const end = at(tokens, reading.end - 1).end
  return {
    start,
    end,
    text: text.slice(start, end),
    from: reading.from,
    to: reading.to,
    grain: reading.grain,
    first: i,
    last: reading.end,
    isDate: reading.isDate,
    alternative: reading.alternative ?? null,
    flag: reading.flag ?? null,
    isGuess: reading.isGuess ?? false,
    split: reading.split ?? null,
  }
}

/** A time as the result names it: what is split ("April 24 and 25") is two. */
export function toTimes(text: string, tokens: readonly Token[], time: FoundTime): Time[] {
  const { start, end, from, to, grain, split } = time
  if (!split) return [{ start, end, text: time.text, from, to, grain }]
  const firstEnd = at(tokens, split.at - 2).end
  const secondStart = at(tokens, split.at).start
  return [
    { start, end: firstEnd, text: text.slice(start, firstEnd), from, to: split.firstTo, grain: split.grain },
    { start: secondStart, end, text: text.slice(secondStart, end), from: split.secondFrom, to, grain: split.grain },
  ]
}
