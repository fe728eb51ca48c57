import { ABOUT_SHARE, type Figure, type FigureModifier } from '@/lib/evidence/rules'
import { quantitiesIn } from '@/lib/evidence/rules/proposing'
import { decimalText, fromExact, toExact } from './decimals'
import type { TypedFigure } from './figures'

export type ReadFigure = ({ ok: true } & TypedFigure) | { ok: false; problem: string }

const HOW =
  'Write one figure with its unit, like 3.3 percent, 2.1% of GDP, $14.9 billion, 5,400 soldiers or 3 to 3.5 percent.'
const MAX_LENGTH = 120
const BOUNDS: readonly FigureModifier[] = ['at_least', 'at_most', 'up_to', 'more_than', 'less_than']
/** One or two digits behind a comma group nothing: "3,3" may be 3.3 or a list. */
const LOOSE_COMMA = /\d,\d{1,2}(?!\d)/
const PLAIN = /^-?\d[\d,]*(?:\.\d+)?$/
const PLAIN_RANGE = /^(-?\d[\d,]*(?:\.\d+)?)\s*(?:-|–|to)\s*(-?\d[\d,]*(?:\.\d+)?)$/

/**
 * Reads a figure as typed at the desk, in the extractor's units ("$3 bn" is 3000000000 USD). "about" opens it by 10 % to both
 * sides; a bound ("at least 400") is refused, because it does not say what the figure turned out to be.
 */
export function readTypedFigure(typed: string): ReadFigure {
  const text = typed.trim().replace(/\s+/g, ' ').replace('−', '-')
  const refuse = (problem: string): ReadFigure => ({ ok: false, problem: `${problem} ${HOW}` })
  if (text.length > MAX_LENGTH) return refuse('That is too long for a figure.')
  if (LOOSE_COMMA.test(text)) return refuse('Write decimals with a point: a comma parts thousands.')
  const plain = text.match(PLAIN_RANGE)
  if (plain) return between(plain[1] ?? '', plain[2] ?? '', null)
  if (PLAIN.test(text)) return between(text, text, null)
  const figures = quantitiesIn(text)
  const [figure] = figures
  if (figure === undefined) return refuse('There is no figure in it that can be read.')
  if (figures.length > 1) return refuse('There is more than one figure in it.')
  if (BOUNDS.includes(figure.modifier))
    return refuse('Say what it turned out to be, not what it was at least or at most.')
  return possible(figure)
}

/** A figure as an article states it, as the value that was found; null for a bound, which does not say what it turned out to be. */
export function foundFigure(figure: Figure): TypedFigure | null {
  if (BOUNDS.includes(figure.modifier)) return null
  const read = possible(figure)
  return read.ok ? { value: read.value, valueTo: read.valueTo, unit: read.unit } : null
}

function possible({ value, low, high, unit, modifier }: Figure): ReadFigure {
  const named = unit.trim() === '' ? null : unit.trim()
  const [from, to] = [low ?? value ?? 0, high ?? value ?? 0]
  const share = modifier === 'about' ? ABOUT_SHARE : 0
  return between(decimalText(from - Math.abs(from) * share), decimalText(to + Math.abs(to) * share), named)
}

function between(from: string, to: string, unit: string | null): ReadFigure {
  const [low, high] = [toExact(from.replaceAll(',', '')), toExact(to.replaceAll(',', ''))]
  if (low > high) return { ok: false, problem: 'The range ends below where it begins. Put the lower end first.' }
  return { ok: true, value: fromExact(low), valueTo: low === high ? null : fromExact(high), unit }
}
