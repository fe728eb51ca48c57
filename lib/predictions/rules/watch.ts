import { addDays, type Day, daysBetween } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { closesOn } from './resolution'

/** How many days before its window ends an open prediction is due soon. */
export const DUE_SOON_DAYS = 30

export type WatchState = 'waiting' | 'due_soon' | 'due' | 'overdue'

export type Watched = { dueTo: Day; graceDays: number }

/**
 * Where an open prediction stands on a day: due soon in the 30 days before its window ends, due on its last day and during
 * grace, overdue after that, waiting before all that.
 */
export function watchStateOf(prediction: Watched, today: Day): WatchState {
  if (today > closesOn(prediction)) return 'overdue'
  if (today >= prediction.dueTo) return 'due'
  return daysBetween(today, prediction.dueTo) <= DUE_SOON_DAYS ? 'due_soon' : 'waiting'
}

/** The first day after window and grace. */
export const overdueSince = (prediction: Watched): Day => addDays(closesOn(prediction), 1)

/** "due in 12 days", "due today", "in grace until 5 Oct 2025", "overdue since 3 Oct 2025". */
export function dueWords(prediction: Watched, today: Day): string {
  if (watchStateOf(prediction, today) === 'overdue') return `overdue since ${formatDay(overdueSince(prediction))}`
  if (today > prediction.dueTo) return `in grace until ${formatDay(closesOn(prediction))}`
  const left = daysBetween(today, prediction.dueTo)
  if (left === 0) return 'due today'
  return left === 1 ? 'due tomorrow' : `due in ${left} days`
}
