import { type Day, daysBetween, daysInMonth, makeDay, partsOf } from '@/lib/core/days'
import type { Clue, RecurringEvent, Relation } from './cleaning-clues'

/** A day taken apart once, because each is asked many questions. `number`: days since 1970-01-01. */
export type Moment = { number: number; weekday: number; year: number; month: number; dayOfMonth: number }

/** The first and the last day that come into question. */
export type Bounds = { from: Day; to: Day }

/** How well a clue fits a day of publication, and what may be said of it then. */
export type Fit = { score: number; reason: string | null }

export const dayNumber = (day: Day): number => daysBetween('1970-01-01', day)
/** ISO weekday; 1970-01-01 was a Thursday. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

export function momentOf(day: Day): Moment {
  const number = dayNumber(day)
  return { number, weekday: weekdayOfNumber(number), ...partsOf(day) }
}

export const dayOf = ({ year, month, dayOfMonth }: Moment): Day => makeDay(year, month, dayOfMonth) ?? ''

const NO_FIT: Fit = { score: 0, reason: null }
const WEEKDAY_NAMES = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * A clue as a question to a day between the bounds. Weights: a reported weekday 3, a nearby day or a recurring event 2,
 * the rest up to 1.
 */
export function fitOf(clue: Clue, bounds: Bounds): (moment: Moment) => Fit {
  switch (clue.kind) {
    case 'reported weekday':
      return (moment) => fitReported(moment, clue.weekday)
    case 'weekday':
      return (moment) => fitWeekday(moment, clue.weekday, clue.tense === 'future')
    case 'stretch':
      return fitStretch(clue, bounds)
    case 'year':
      return (moment) => fitYear(moment, clue)
    case 'event':
      return fitEvent(clue.relation, clue.event, bounds)
  }
}

function fitReported(moment: Moment, weekday: number): Fit {
  const ago = (moment.weekday - weekday + 7) % 7
  if (ago === 0) return { score: 3, reason: `fits a ${WEEKDAY_NAMES[weekday]}` }
  return ago === 1 ? { score: 1, reason: 'was the day before' } : { score: -0.5, reason: null }
}

function fitWeekday(moment: Moment, weekday: number, isFuture: boolean): Fit {
  const ago = (moment.weekday - weekday + 7) % 7
  if (!isFuture)
    return { score: 1 - ago * 0.3, reason: ago === 0 ? `fits a ${WEEKDAY_NAMES[weekday]}` : 'was earlier in the week' }
  if (ago === 0) return NO_FIT
  return { score: weekday > moment.weekday ? 1 - (7 - ago) * 0.05 : 0.4, reason: 'was still to come' }
}

type Stretch = { from: number; to: number }

/** The stretches of these days of the year, from the year before the bounds to the one after them. */
function stretchesOf(bounds: Bounds, make: (year: number) => [Day | null, Day | null] | null): Stretch[] {
  const stretches: Stretch[] = []
  for (let year = partsOf(bounds.from).year - 1; year <= partsOf(bounds.to).year + 1; year++) {
    const [from, to] = make(year) ?? [null, null]
    if (from && to) stretches.push({ from: dayNumber(from), to: dayNumber(to) })
  }
  return stretches
}

/** How near a day in the news usually is to its publication, in days, and what that is worth. */
const GAPS: readonly (readonly [most: number, worth: number])[] = [
  [7, 1],
  [14, 0.95],
  [31, 0.85],
  [62, 0.6],
  [150, 0.4],
]
/** A stretch that has begun and not ended is spoken of as present, seldom as past or to come. */
const UNDER_WAY = 40

function fitStretch(clue: Extract<Clue, { kind: 'stretch' }>, bounds: Bounds): (moment: Moment) => Fit {
  const isFuture = clue.tense === 'future'
  const weight = clue.exact ? 2 : 1
  const stretches = stretchesOf(bounds, (year) => {
    const last = Math.min(clue.toDay, daysInMonth(year, clue.month))
    return [makeDay(year, clue.month, clue.fromDay), makeDay(year, clue.month, last)]
  })
  return ({ number }) => {
    let gap = Number.POSITIVE_INFINITY
    for (const { from, to } of stretches) {
      if (isFuture ? to < number : from > number) continue
      const away = isFuture ? from - number : number - to
      gap = Math.min(gap, away < 0 ? UNDER_WAY : away)
    }
    const near = GAPS.find(([most]) => gap <= most)?.[1] ?? (isFuture || gap > 400 ? 0 : 0.3)
    return { score: weight * near, reason: near === 0 ? null : isFuture ? 'lies ahead' : 'lies behind' }
  }
}

function fitYear({ year, month }: Moment, clue: Extract<Clue, { kind: 'year' }>): Fit {
  if (clue.tense === 'past') return NO_FIT
  if (year === clue.year)
    return { score: month < clue.fromMonth || clue.fromMonth === 1 ? 1 : 0.5, reason: 'is the year spoken of' }
  return { score: clue.year - year === 1 ? 0.4 : 0.1, reason: 'lies ahead' }
}

function fitEvent(relation: Relation, event: RecurringEvent, bounds: Bounds): (moment: Moment) => Fit {
  const hit: Fit = { score: 2, reason: `fits the time of ${event.name}` }
  const miss: Fit = { score: -0.5, reason: null }
  const stretches = stretchesOf(bounds, (year) => {
    if (event.isYear && !event.isYear(year)) return null
    return [makeDay(year, ...event.from), makeDay(event.to[0] < event.from[0] ? year + 1 : year, ...event.to)]
  })
  return (moment) => {
    const period = periodOf(moment, relation)
    return stretches.some(({ from, to }) => from <= period.to && period.from <= to) ? hit : miss
  }
}

/** The week (Monday to Sunday) or about the month that the relation names, seen from a day. */
function periodOf({ number, weekday, year, month, dayOfMonth }: Moment, relation: Relation): Stretch {
  const shift = relation.startsWith('last') ? -1 : relation.startsWith('next') ? 1 : 0
  if (relation.endsWith('week')) {
    const from = number + 1 - weekday + shift * 7
    return { from, to: from + 6 }
  }
  const first = number + 1 - dayOfMonth
  const length = daysInMonth(year, month)
  if (shift === 0) return { from: first, to: first + length - 1 }
  if (shift > 0) return { from: first + length, to: first + length + daysInMonth(year, month + 1) - 1 }
  return { from: first - daysInMonth(year, month - 1), to: first - 1 }
}
