import { counted } from '@/lib/core/counts'
import { inQuotes } from '@/lib/core/quotes'
import { type CalibrationMark, isOutsideBand, isShown } from './calibration-layout'
import { percent } from './places'

/**
 * What the picture shows, said: how many phrases held up as often as their words promise, and which did not. The same words
 * stand under the picture and are its text for who does not see it.
 */
export function calibrationFinding(marks: readonly CalibrationMark[], minimumN: number): string {
  const shown = marks.filter(isShown)
  const few = marks.filter((mark) => mark.n > 0 && !isShown(mark)).length
  const rest =
    few > 0
      ? ` ${counted(few, 'phrase')} with fewer than ${minimumN} outcomes ${few === 1 ? 'is' : 'are'} left open.`
      : ''
  if (shown.length === 0) return `No phrase has ${counted(minimumN, 'outcome')} yet, so nothing can be said.${rest}`
  const outside = shown.filter(isOutsideBand)
  const within = shown.length - outside.length
  const many = `Of ${counted(shown.length, 'phrase')} with at least ${minimumN} outcomes, ${within === shown.length ? 'all' : within === 0 ? 'none' : within} held up as often as ${shown.length === 1 ? 'its' : 'their'} words promise, give or take luck`
  const [only] = shown
  const start =
    shown.length === 1 && only
      ? outside.length === 0
        ? `${said(only)}: as often as the words promise, give or take luck`
        : `${said(only)}: ${direction(only)} than luck explains`
      : many
  const named =
    shown.length > 1 && outside.length > 0
      ? `; ${outside.map((one) => `${said(one)}, ${direction(one)} than luck explains`).join('; ')}`
      : ''
  return `${start}${named}.${rest}`
}

const said = ({ words, share, n, probability }: CalibrationMark & { share: number }): string =>
  `${inQuotes(words)} held up in ${percent(share)} of n = ${n} where the words stand for ${percent(probability)}`

const direction = ({ share, probability }: { share: number; probability: number }): string =>
  share < probability ? 'less often' : 'more often'
