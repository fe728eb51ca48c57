/** What the extractor reads in an excerpt, proposed as the figure found. People decide. */
import type { Day } from '@/lib/core/days'
import { extract } from '@/lib/extraction/rules'
import type { Modifier, Quantity } from '@/lib/extraction/schema'
import { type Figure, type FigureModifier, factorBetween } from '../rules'

const MODIFIERS: Readonly<Record<Modifier, FigureModifier>> = {
  exact: 'exact',
  about: 'about',
  atLeast: 'at_least',
  atMost: 'at_most',
  moreThan: 'more_than',
  lessThan: 'less_than',
  upTo: 'up_to',
}
/** numeric(38,12), and what a form takes. */
const LARGEST = 1e24
const NO_FIGURE = new Set(['ordinal', 'year (age)'])

/** All figures in a short text, in the order in which they stand. */
export const quantitiesIn = (text: string): Figure[] =>
  extract({ text, publishedOn: null })
    .quantities.filter(canBeStored)
    .map((quantity) => toFigure(quantity, null))

/** The figures that a text states, without those that it only compares with ("2.9 percent, down from 3.1"). */
export function statedFigures(quantities: readonly Quantity[]): Figure[] {
  const earlier = new Set(quantities.flatMap(({ comparedWith }) => comparedWith ?? []))
  return quantities
    .filter((quantity, index) => !earlier.has(index) && canBeStored(quantity))
    .map((quantity) => toFigure(quantity, null))
}

/**
 * The figure in an excerpt that is most like the claimed one: the first that can be compared with it, else the first of a
 * bare number, else the first. Null where there is none.
 */
export function proposedFigure(excerpt: string, claimed: Figure | null, saidOn: Day | null): Figure | null {
  const { quantities, times } = extract({ text: excerpt, publishedOn: saidOn })
  const days = times.filter(({ grain }) => grain === 'day')
  const asOfOn = days.length === 1 ? (days[0]?.from ?? null) : null
  const figures = quantities.filter(canBeStored).map((quantity) => toFigure(quantity, asOfOn))
  const like = claimed && figures.find((figure) => figure.unit !== '' && factorBetween(claimed, figure) !== null)
  return like ?? figures.find(({ unit }) => unit === '' && claimed !== null) ?? figures[0] ?? null
}

const toFigure = ({ text, value, low, high, unit, modifier }: Quantity, asOfOn: Day | null): Figure => ({
  text,
  value: low === null && high === null ? value : null,
  low,
  high,
  unit,
  modifier: MODIFIERS[modifier],
  asOfOn,
})

const canBeStored = ({ value, low, high, unit }: Quantity): boolean =>
  !NO_FIGURE.has(unit) &&
  [value, low ?? 0, high ?? 0].every((number) => Number.isFinite(number) && Math.abs(number) <= LARGEST)
