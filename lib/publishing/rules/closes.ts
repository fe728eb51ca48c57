import { type Day, partsOf } from '@/lib/core/days'
import { formatWindow, monthWindow, type Window } from '@/lib/core/windows'

/**
 * When window and grace close, as it stands in an address: in a month ("2026-03"), in months from one to another
 * ("2026-01..2026-03"), from a month on ("2026-01.."), or never ("never": no window).
 */
const CLOSES = /^(\d{4}-\d{2})(?:(\.\.)(\d{4}-\d{2})?)?$/

export type Closes = { from: Day; to: Day | null } | 'never'

/** Null for what says no month of the calendar, or ends before it begins. */
export function closesOf(text: string): Closes | null {
  if (text === 'never') return 'never'
  const [, first, dots, last] = CLOSES.exec(text) ?? []
  if (first === undefined) return null
  const begins = monthOf(first)
  const ends = last === undefined ? begins : monthOf(last)
  if (begins === null || ends === null || begins.from > ends.from) return null
  return { from: begins.from, to: dots !== undefined && last === undefined ? null : ends.to }
}

function monthOf(text: string): Window | null {
  const [year, month] = text.split('-').map(Number)
  return year && month && month <= 12 ? monthWindow(year, month) : null
}

const monthText = (day: Day): string => day.slice(0, 7)

/** The text of an address for whole months; `to` null: from the first on. */
export function closesText({ from, to }: { from: Day; to: Day | null }): string {
  if (to === null) return `${monthText(from)}..`
  return monthText(from) === monthText(to) ? monthText(from) : `${monthText(from)}..${monthText(to)}`
}

/** "Jul–Sep 2026", "in 2028 or later", "never" */
export function closesWords(text: string): string {
  const closes = closesOf(text)
  if (closes === null || closes === 'never') return 'never, it has none'
  if (closes.to !== null) return formatWindow({ from: closes.from, to: closes.to })
  const { year, month } = partsOf(closes.from)
  return month === 1 ? `${year} or later` : `${formatWindow(monthWindow(year, month))} or later`
}
