/** Figures of predictions and of outcomes: from the words to what is compared, and back into words. */
import { ABOUT_SHARE, type Figure, type FigureModifier, halfLastDigit } from '@/lib/evidence/rules'
import type { Comparator } from '../schema'
import { decimalText, fromExact, toExact } from './decimals'

/** The figure of a prediction as its form holds it; decimals as text. */
export type Target = {
  comparator: Comparator
  targetValue: string
  targetUnit: string | null
  tolerance: string | null
}

const BOUNDS: Partial<Record<FigureModifier, Comparator>> = {
  at_least: 'at_least',
  at_most: 'at_most',
  up_to: 'at_most',
  more_than: 'more_than',
  less_than: 'less_than',
}

/**
 * What has to be seen for a stated figure to have come true, by the tolerances of the methodology page: exact is half a unit
 * of the last stated digit, about is 10 %, a bound is itself, a range is its middle with half its width (10 % more at both
 * ends when it is about). Null for one without a number.
 */
export function targetOf({ text, value, low, high, unit, modifier }: Figure): Target | null {
  const targetUnit = unit.trim() === '' ? null : unit.trim()
  const bound = BOUNDS[modifier]
  if (low !== null && high !== null) {
    const share = modifier === 'about' ? ABOUT_SHARE : 0
    const [from, to] = [low - Math.abs(low) * share, high + Math.abs(high) * share]
    return equalTo((from + to) / 2, (to - from) / 2, targetUnit)
  }
  const stated = value ?? low ?? high
  if (stated === null) return null
  if (bound !== undefined || value === null) {
    const comparator = bound ?? (low === null ? 'at_most' : 'at_least')
    return { comparator, targetValue: decimalText(stated), targetUnit, tolerance: null }
  }
  const slack = modifier === 'about' ? Math.abs(stated) * ABOUT_SHARE : halfLastDigit(text, stated)
  return equalTo(stated, slack, targetUnit)
}

const equalTo = (value: number, slack: number, targetUnit: string | null): Target => ({
  comparator: 'equal',
  targetValue: decimalText(value),
  targetUnit,
  tolerance: decimalText(slack),
})

/** A figure that somebody typed: a value, or the two ends between which it lies. */
export type TypedFigure = { value: string; valueTo: string | null; unit: string | null }

/** "3.3 percent", "3 to 3.5 percent", "14,900,000,000 USD": read back by `readTypedFigure` as the same figure. */
export function figureWords({ value, valueTo, unit }: TypedFigure): string {
  const number = valueTo === null ? grouped(value) : `${grouped(value)} to ${grouped(valueTo)}`
  return unit === null ? number : `${number} ${unit}`
}

const grouped = (decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.')
  const parted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? parted : `${parted}.${fraction}`
}

const COMPARATOR_WORDS: Record<Comparator, string> = {
  equal: '',
  at_least: 'at least ',
  at_most: 'at most ',
  more_than: 'more than ',
  less_than: 'less than ',
}

/** What a prediction's figure takes, in words: "at least 2 percent of GDP", "3.3 percent (3.25 to 3.35)". */
export function targetWords({ comparator, targetValue, targetUnit, tolerance }: Target): string {
  const [value, slack] = [toExact(targetValue), toExact(tolerance ?? '0')]
  const words = `${COMPARATOR_WORDS[comparator]}${figureWords({ value: targetValue, valueTo: null, unit: targetUnit })}`
  if (slack === 0n) return words
  if (comparator !== 'equal') return `${words} (tolerance ${grouped(fromExact(slack))})`
  return `${words} (${figureWords({ value: fromExact(value - slack), valueTo: fromExact(value + slack), unit: null })})`
}

/** One of several figures of a claim, as a form offers it: `typed` goes along with the form, `words` are read. */
export type FigureReading = { typed: string; words: string; target: Target }

/** Each figure of a claim that a prediction can be measured by. */
export function readingsOf(figures: readonly Figure[]): FigureReading[] {
  return figures.flatMap((figure) => {
    const target = targetOf(figure)
    return target ? [{ typed: JSON.stringify(target), words: `${figure.text}: ${targetWords(target)}`, target }] : []
  })
}
