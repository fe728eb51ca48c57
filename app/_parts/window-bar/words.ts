import { counted } from '@/lib/core/counts'
import { type Day, daysBetween } from '@/lib/core/days'
import { formatDay, formatWindow } from '@/lib/core/windows'
import type { BarPrediction } from './geometry'

/** What the drawing shows, in words: for screen readers, and as the table beside the chart. */
export function describeRow(row: BarPrediction, today: Day): string {
  const due = row.window
    ? `due ${formatWindow(row.window)}${exact(row)}${row.graceDays ? ` with ${counted(row.graceDays, 'day')} of grace` : ''}`
    : 'no window stated'
  const sure = typeof row.certainty === 'number' ? `, certainty ${row.certainty.toFixed(2)}` : ''
  return `Said ${formatDay(row.saidOn)}; ${due}${sure}; ${fateOf(row, today)}.`
}

const exact = ({ window }: BarPrediction): string =>
  window && window.from !== window.to ? ` (${formatDay(window.from)} to ${formatDay(window.to)})` : ''

function fateOf(row: BarPrediction, today: Day): string {
  const when = row.outcome ? `, ${formatWindow(row.outcome)}` : ''
  switch (row.resolution ?? 'open') {
    case 'came_true':
      return `came true${when}`
    case 'early':
      return `came early${when}`
    case 'late':
      return `came late${when}`
    case 'partly':
      return `came true in part${when}`
    case 'did_not_happen':
      return 'did not happen'
    case 'too_vague':
      return 'too vague to be scored'
    case 'void':
      return 'void'
    case 'open':
      return openWords(row, today)
  }
}

function openWords({ window, graceDays = 0 }: BarPrediction, today: Day): string {
  if (!window) return 'open'
  if (today < window.from) return `open, the window begins in ${counted(daysBetween(today, window.from), 'day')}`
  const left = daysBetween(today, window.to)
  if (left >= 0) return `open, ${left === 0 ? 'last day today' : `${counted(left, 'day')} left`}`
  if (left + graceDays >= 0) return `open, in its days of grace`
  return `open, the window closed ${counted(-left, 'day')} ago`
}
