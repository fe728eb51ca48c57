import { addDays, type Day, daysBetween, makeDay, partsOf, weekdayOf } from '@/lib/core/days'
import { type Clue, cluesIn, type RecurringEvent, type Relation } from './cleaning-clues'
import type { WrittenDate } from './cleaning-dates'

/** A day on which the text may have been published, and the words that speak for it. */
export type DayCandidate = { day: Day; reason: string }

export type CandidateOptions = {
  /** The import day: nothing later is proposed. Without it and without a year in the text nothing is proposed. */
  latestOn: Day | null
  /** A day and month of the dateline whose year is not stated. */
  dated: WrittenDate | null
  /** A numeric date with two readings. */
  twoWays: WrittenDate | null
}

/** How many days are proposed at most, and how many years back they are looked for. */
const MOST = 12
const YEARS_BACK = 3

/**
 * Days on which the text may have been published, best first. Every day between the bounds that the text itself and
 * the import day set is scored by the weekdays, days and months that the text mentions, in the past or to come.
 */
export function dayCandidates(body: string, { latestOn, dated, twoWays }: CandidateOptions): DayCandidate[] {
  const readings = (twoWays?.readings ?? []).filter((day) => latestOn === null || day <= latestOn)
  if (twoWays && readings.length > 0)
    return readings.map((day) => ({
      day,
      reason: `"${twoWays.text}" can be read so: the order of day and month is not known`,
    }))
  const clues = cluesIn(body)
  const bounds = boundsOf(clues, latestOn)
  if (!bounds || !(dated || clues.some(isTelling))) return []
  const days = dated ? daysOf(dated, bounds) : daysBack(bounds, clues)
  const scored = days
    .map((day) => judge(day, clues, dated))
    .filter((candidate) => candidate.score > 0)
    .map((candidate) => ({ ...candidate, score: candidate.score + recency(daysBetween(candidate.day, bounds.to)) }))
  scored.sort((a, b) => b.score - a.score || (a.day < b.day ? 1 : -1))
  const best = scored[0]?.score ?? 0
  return scored
    .filter((candidate) => candidate.score >= best * 0.75)
    .slice(0, MOST)
    .map(({ day, reasons }) => ({ day, reason: sentenceOf(day, reasons) }))
}

/** Most articles are imported soon after they appear; less than any clue says. */
const recency = (daysAgo: number): number => (daysAgo <= 31 ? 0.4 : daysAgo <= 366 ? 0.2 : 0)

/** Bare years alone do not point to a day. */
const isTelling = (clue: Clue): boolean => clue.kind !== 'year'

type Bounds = { from: Day; to: Day }

/** A year that the text looks forward to is an upper bound, one that it looks back on a lower one. */
function boundsOf(clues: readonly Clue[], latestOn: Day | null): Bounds | null {
  let to = latestOn
  let from: Day | null = null
  for (const clue of clues) {
    if (clue.kind !== 'year') continue
    const [first, last] = [makeDay(clue.year, clue.fromMonth, 1), makeDay(clue.year, clue.toMonth, 28)]
    if (clue.tense === 'future' && last && (to === null || last < to)) to = last
    if (clue.tense === 'past' && first && (from === null || first > from)) from = first
  }
  if (to === null) to = from && makeDay(partsOf(from).year, 12, 31)
  if (to === null) return null
  const { year, month, dayOfMonth } = partsOf(to)
  const earliest = makeDay(year - YEARS_BACK, month, Math.min(dayOfMonth, 28)) ?? to
  return { from: from && from > earliest && from <= to ? from : earliest, to }
}

/** The days between the bounds, newest first; only those that a reported weekday allows, where there is one. */
function daysBack({ from, to }: Bounds, clues: readonly Clue[]): Day[] {
  const reported = new Set(
    clues.flatMap((clue) => (clue.kind === 'reported weekday' ? [clue.weekday, (clue.weekday % 7) + 1] : [])),
  )
  const days: Day[] = []
  for (let day = to; day >= from; day = addDays(day, -1))
    if (reported.size === 0 || reported.has(weekdayOf(day))) days.push(day)
  return days
}

function daysOf(date: WrittenDate, { from, to }: Bounds): Day[] {
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, i) => partsOf(to).year - i)
  return years
    .map((year) => makeDay(year, date.month, date.dayOfMonth))
    .filter((day): day is Day => day !== null && from <= day && day <= to)
}

type Judged = { day: Day; score: number; reasons: Map<string, string[]> }

function judge(day: Day, clues: readonly Clue[], dated: WrittenDate | null): Judged {
  const judged: Judged = { day, score: dated ? 3 : 0, reasons: new Map() }
  if (dated) judged.reasons.set('is the day of the dateline, which states no year', [dated.text])
  for (const clue of clues) {
    const { score, reason } = fit(day, clue)
    judged.score += score
    if (score <= 0 || !reason) continue
    const words = judged.reasons.get(reason) ?? []
    if (!words.includes(clue.words)) judged.reasons.set(reason, [...words, clue.words])
  }
  return judged
}

type Fit = { score: number; reason: string | null }
const NO_FIT: Fit = { score: 0, reason: null }
const WEEKDAY_NAMES = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** How well a clue fits a day of publication. Weights: a reported weekday 3, a nearby day 2, the rest up to 1. */
function fit(day: Day, clue: Clue): Fit {
  switch (clue.kind) {
    case 'reported weekday': {
      const ago = (weekdayOf(day) - clue.weekday + 7) % 7
      if (ago === 0) return { score: 3, reason: `fits a ${WEEKDAY_NAMES[clue.weekday]}` }
      return ago === 1 ? { score: 1, reason: 'was the day before' } : { score: -0.5, reason: null }
    }
    case 'weekday':
      return fitWeekday(day, clue.weekday, clue.tense === 'future')
    case 'stretch':
      return fitStretch(day, clue)
    case 'year':
      return fitYear(day, clue)
    case 'event':
      return fitEvent(day, clue.relation, clue.event)
  }
}

function fitWeekday(day: Day, weekday: number, isFuture: boolean): Fit {
  const ago = (weekdayOf(day) - weekday + 7) % 7
  if (!isFuture)
    return { score: 1 - ago * 0.3, reason: ago === 0 ? `fits a ${WEEKDAY_NAMES[weekday]}` : 'was earlier in the week' }
  const ahead = (7 - ago) % 7
  if (ahead === 0) return NO_FIT
  return { score: weekday > weekdayOf(day) ? 1 - ahead * 0.05 : 0.4, reason: 'was still to come' }
}

function fitStretch(day: Day, clue: Extract<Clue, { kind: 'stretch' }>): Fit {
  const { year } = partsOf(day)
  const isFuture = clue.tense === 'future'
  const gaps = [year - 1, year, year + 1].flatMap((y) => {
    const from = makeDay(y, clue.month, clue.fromDay)
    const to = makeDay(y, clue.month, clue.toDay) ?? makeDay(y, clue.month, 28)
    if (!from || !to || (isFuture ? to < day : from > day)) return []
    const gap = isFuture ? daysBetween(day, from) : daysBetween(to, day)
    return [gap < 0 ? UNDER_WAY : gap]
  })
  const gap = Math.min(...gaps)
  const near = GAPS.find(([most]) => gap <= most)?.[1] ?? (isFuture || !Number.isFinite(gap) ? 0 : 0.3)
  return { score: (clue.exact ? 2 : 1) * near, reason: near === 0 ? null : isFuture ? 'lies ahead' : 'lies behind' }
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

function fitYear(day: Day, clue: Extract<Clue, { kind: 'year' }>): Fit {
  const { year, month } = partsOf(day)
  if (clue.tense === 'past') return NO_FIT
  if (year === clue.year)
    return { score: month < clue.fromMonth || clue.fromMonth === 1 ? 1 : 0.5, reason: 'is the year spoken of' }
  return { score: clue.year - year === 1 ? 0.4 : 0.1, reason: 'lies ahead' }
}

function fitEvent(day: Day, relation: Relation, event: RecurringEvent): Fit {
  const { from, to } = periodOf(day, relation)
  const { year } = partsOf(from)
  const isHit = [year - 1, year].some((y) => {
    const first = makeDay(y, ...event.from)
    const last = makeDay(event.to[0] < event.from[0] ? y + 1 : y, ...event.to)
    return first !== null && last !== null && (event.isYear?.(y) ?? true) && first <= to && from <= last
  })
  return isHit ? { score: 2, reason: `fits the time of ${event.name}` } : { score: -0.5, reason: null }
}

function periodOf(day: Day, relation: Relation): Bounds {
  const shift = relation.startsWith('last') ? -1 : relation.startsWith('next') ? 1 : 0
  if (relation.endsWith('week')) {
    const from = addDays(day, 1 - weekdayOf(day) + shift * 7)
    return { from, to: addDays(from, 6) }
  }
  const { year, month } = partsOf(day)
  const index = year * 12 + month - 1 + shift
  const from = makeDay(Math.floor(index / 12), (index % 12) + 1, 1) ?? day
  return { from, to: addDays(from, 30) }
}

/** "'said Thursday' fits a Thursday; 'Oct. 31' and 'mid-October' lie ahead." */
function sentenceOf(day: Day, reasons: Map<string, string[]>): string {
  const parts = [...reasons].map(
    ([reason, words]) =>
      `${words
        .slice(0, 4)
        .map((w) => `"${w}"`)
        .join(' and ')} ${plural(reason, words.length)}`,
  )
  return parts.length > 0 ? parts.join('; ') : `${WEEKDAY_NAMES[weekdayOf(day)]} within the bounds of the text`
}

const plural = (reason: string, count: number): string =>
  count < 2
    ? reason
    : reason.replace(/^fits/, 'fit').replace(/^lies/, 'lie').replace(/^was/, 'were').replace(/^is/, 'are')
