import { type Day, daysInMonth, makeDay, partsOf } from '@/lib/core/days'
import { type Clue, cluesIn } from './cleaning-clues'
import type { WrittenDate } from './cleaning-dates'
import { type Bounds, dayNumber, dayOf, fitOf, type Moment, momentOf, weekdayOfNumber } from './cleaning-fits'

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
  const fits = clues.map((clue) => ({ clue, fit: fitOf(clue, bounds) }))
  const scored = dated ? momentsOf(dated, bounds) : momentsBack(bounds, clues)
  const newest = dayNumber(bounds.to)
  const ranked = scored
    .map((moment) => ({ moment, score: fits.reduce((sum, { fit }) => sum + fit(moment).score, dated ? 3 : 0) }))
    .filter(({ score }) => score > 0)
    .map(({ moment, score }) => ({ moment, score: score + recency(newest - moment.number) }))
    .sort((a, b) => b.score - a.score || b.moment.number - a.moment.number)
  const least = (ranked[0]?.score ?? 0) * 0.75
  return ranked
    .filter(({ score }) => score >= least)
    .slice(0, MOST)
    .map(({ moment }) => ({ day: dayOf(moment), reason: reasonFor(moment, fits, dated) }))
}

/** Most articles are imported soon after they appear; less than any clue says. */
const recency = (daysAgo: number): number => (daysAgo <= 31 ? 0.4 : daysAgo <= 366 ? 0.2 : 0)

/** Bare years alone do not point to a day. */
const isTelling = (clue: Clue): boolean => clue.kind !== 'year'

/** A year that the text looks forward to is an upper bound, one that it looks back on a lower one. */
function boundsOf(clues: readonly Clue[], latestOn: Day | null): Bounds | null {
  let from: Day | null = null
  let to: Day | null = null
  for (const clue of clues) {
    if (clue.kind !== 'year') continue
    const first = makeDay(clue.year, clue.fromMonth, 1)
    const last = makeDay(clue.year, clue.toMonth, daysInMonth(clue.year, clue.toMonth))
    if (clue.tense === 'past' && first && (from === null || first > from) && (latestOn === null || first <= latestOn))
      from = first
    if (clue.tense === 'future' && last && (to === null || last < to)) to = last
  }
  // A year to come before one that is past was no year to come: "the goal for 2020 was missed in 2024".
  if (from && to && to < from) to = null
  if (to === null || (latestOn && latestOn < to)) to = latestOn ?? (from && makeDay(partsOf(from).year, 12, 31))
  if (to === null) return null
  const { year, month, dayOfMonth } = partsOf(to)
  const earliest = makeDay(year - YEARS_BACK, month, Math.min(dayOfMonth, 28)) ?? to
  return { from: from && from > earliest ? from : earliest, to }
}

/** The days between the bounds, newest first; only those that a reported weekday allows, where there is one. */
function momentsBack({ from, to }: Bounds, clues: readonly Clue[]): Moment[] {
  const reported = new Set(
    clues.flatMap((clue) => (clue.kind === 'reported weekday' ? [clue.weekday, (clue.weekday % 7) + 1] : [])),
  )
  const moments: Moment[] = []
  const oldest = dayNumber(from)
  let { year, month, dayOfMonth } = partsOf(to)
  for (let number = dayNumber(to); number >= oldest; number--) {
    const weekday = weekdayOfNumber(number)
    if (reported.size === 0 || reported.has(weekday)) moments.push({ number, weekday, year, month, dayOfMonth })
    dayOfMonth--
    if (dayOfMonth >= 1) continue
    month = month === 1 ? 12 : month - 1
    if (month === 12) year--
    dayOfMonth = daysInMonth(year, month)
  }
  return moments
}

function momentsOf(date: WrittenDate, { from, to }: Bounds): Moment[] {
  const newest = partsOf(to).year
  const days = Array.from({ length: YEARS_BACK + 2 }, (_, i) => makeDay(newest - i, date.month, date.dayOfMonth))
  return days.flatMap((day) => (day !== null && from <= day && day <= to ? [momentOf(day)] : []))
}

type Scorer = { clue: Clue; fit: (moment: Moment) => { score: number; reason: string | null } }

/** "'said Thursday' fits a Thursday; 'Oct. 31' and 'mid-October' lie ahead." */
function reasonFor(moment: Moment, fits: readonly Scorer[], dated: WrittenDate | null): string {
  const reasons = new Map<string, string[]>()
  if (dated) reasons.set('is the day of the dateline, which states no year', [dated.text])
  for (const { clue, fit } of fits) {
    const { score, reason } = fit(moment)
    if (score <= 0 || !reason) continue
    const words = reasons.get(reason) ?? []
    if (!words.includes(clue.words)) reasons.set(reason, [...words, clue.words])
  }
  return [...reasons].map(([reason, words]) => `${quoted(words)} ${plural(reason, words.length)}`).join('; ')
}

const quoted = (words: readonly string[]): string =>
  words
    .slice(0, 4)
    .map((word) => `"${word}"`)
    .join(' and ')

const plural = (reason: string, count: number): string =>
  count < 2
    ? reason
    : reason.replace(/^fits/, 'fit').replace(/^lies/, 'lie').replace(/^was/, 'were').replace(/^is/, 'are')
