import { counted } from '@/lib/core/counts'
import type { Interval } from '@/lib/core/intervals'
import { inQuotes } from '@/lib/core/quotes'
import { type CalibrationMark, isOutsideBand, isShown } from './calibration-layout'
import { percent, percentRange } from './places'

type Shown = CalibrationMark & { share: number; interval: Interval }

/**
 * What the picture shows, said: how many phrases held up as often as their words promise, and which did not. The same words
 * stand over the picture and are its text for who does not see it.
 */
export function calibrationFinding(marks: readonly CalibrationMark[], minimumN: number): string {
  const shown = marks.filter(isShown)
  const rest = leftOpen(marks, minimumN)
  const [only] = shown
  if (only === undefined) return `Nothing can be said yet.${rest}`
  if (shown.length === 1)
    return isOutsideBand(only)
      ? `${said(only)}: ${direction(only)} than luck explains.${rest}`
      : `${said(only)}: as often as the words promise, give or take luck.${rest}`
  const outside = shown.filter(isOutsideBand).sort((a, b) => gapOf(b) - gapOf(a))
  const within = shown.length - outside.length
  const many = within === shown.length ? 'all' : within === 0 ? 'none' : within
  const parted = marks.some(({ isInForce }) => !isInForce)
    ? ' (counted once for each probability that they stood for)'
    : ''
  const start = `Of ${counted(shown.length, 'phrase')}${parted} with at least ${minimumN} outcomes, ${many} held up as often as their words promise, give or take luck`
  return `${[start, ...named(outside)].join('; ')}.${rest}`
}

/** What has no share: too few outcomes, or too many windows that closed unresolved. */
function leftOpen(marks: readonly CalibrationMark[], minimumN: number): string {
  const few = marks.filter(({ withheld }) => withheld === 'below_minimum').length
  const waiting = marks.filter(({ withheld }) => withheld === 'too_many_unresolved').length
  return [
    few > 0 ? ` ${counted(few, 'phrase')} with fewer than ${minimumN} outcomes ${areLeft(few)} open.` : '',
    waiting > 0 ? ` ${counted(waiting, 'phrase')} with too many unresolved windows ${areLeft(waiting)} open.` : '',
  ].join('')
}

const areLeft = (count: number): string => (count === 1 ? 'is left' : 'are left')

/** Those furthest off are named; of more than these, how many there are. */
const MOST_NAMED = 3

function named(outside: readonly Shown[]): string[] {
  const others = outside.length - MOST_NAMED
  const words = outside.slice(0, MOST_NAMED).map((one) => `${said(one)}, ${direction(one)} than luck explains`)
  return others > 0 ? [...words, `${others} more lie outside of luck, too`] : words
}

const gapOf = ({ share, probability }: Shown): number => Math.abs(share - probability)

/** A share never stands without its interval and n. */
const said = ({ words, share, interval, n, probability, isInForce }: Shown): string =>
  `${inQuotes(words)} held up in ${percent(share)} (${percentRange(interval)}) of n = ${n.toLocaleString('en')} where the words ${isInForce ? 'stand' : 'stood'} for ${percent(probability)}`

const direction = ({ share, probability }: Shown): string => (share < probability ? 'less often' : 'more often')
