import type { Day } from '@/lib/core/days'
import type { Grain, Time } from '../schema'
import type { Direction } from './tense'
import type { Token } from './tokens'

/** A time found on tokens [start, end). `isDate`: its numbers are no quantities; durations ("next two years") are both. */
export type TimeReading = {
  end: number
  from: Day
  to: Day
  grain: Grain
  isDate: boolean
  /** Ambiguous day-month order, fiscal year, anchored: names the flag, with the other reading where there is one. */
  alternative?: { from: Day; to: Day }
  flag?: 'ambiguous-day' | 'fiscal-year'
  /** The window is only a guess: a fiscal year whose calendar nobody states. */
  isGuess?: boolean
  split?: Split
}

/**
 * Two days of one list ("April 24 and 25") or two years set against each other ("between 2019 and 2024"): one window when
 * due, two times in the result. The second begins at token `at`.
 */
export type Split = { at: number; firstTo: Day; secondFrom: Day; grain: 'day' | 'year' }

/** First month of a fiscal year, and whether it is named by the calendar year it ends in. */
export type FiscalCalendar = { month: number; namedByEnd: boolean }

export type TimeContext = {
  tokens: readonly Token[]
  /** The day it was said: null leaves everything relative unread. */
  said: Day | null
  country: string | null
  /** Lazily: which way the sentence points at token `i`. */
  direction: (i: number) => Direction | null
  /** The time named last, in this sentence or shortly before: what "that day" and "a year earlier" are told from. */
  last: () => TimeReading | null
  /** How fiscal years run here: stated in the text, of the organisation in the sentence, or of the publisher's country. */
  fiscal: (i: number) => FiscalCalendar | null
}

/** A time with its place in the token list, for the families above. */
export type FoundTime = Time & {
  first: number
  last: number
  isDate: boolean
  alternative: { from: Day; to: Day } | null
  flag: TimeReading['flag'] | null
  isGuess: boolean
  split: Split | null
}
