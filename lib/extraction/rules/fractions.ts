import { WordMap } from './lexicon'
import { spelledUnit } from './measures'
import { at, isDash, isGlued, type Token } from './tokens'
import { wordSet } from './words'

// biome-ignore format: a table
const PARTS = new WordMap(Object.entries({
  half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourth: 4, fourths: 4, fifth: 5, fifths: 5, sixth: 6, sixths: 6,
  seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninth: 9, ninths: 9, tenth: 10, tenths: 10, twelfth: 12, twelfths: 12, twentieth: 20, twentieths: 20, hundredth: 100, hundredths: 100,
}))
// biome-ignore format: a table
const SIGNS = new WordMap(Object.entries({
  '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 0.2, '⅖': 0.4, '⅗': 0.6, '⅘': 0.8, '⅙': 1 / 6, '⅚': 5 / 6, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8,
}))

export const PART_WORDS = [...PARTS.keys()]

/** The share that a sign or the name of a part stands for ("½", "thirds" -> 3 parts), or undefined. */
export const FRACTION_SIGNS = [...SIGNS.keys()]
export const fractionSign = (token: Token): number | undefined => SIGNS.of(token)
export const partsOf = (token: Token): number | undefined => PARTS.of(token)

/** A share and the token behind its words. */
export type Fraction = { end: number; value: number }

/** What fractions in digits are written of; of 11 there is only a day in September. */
const BOTTOMS = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 24, 25, 32, 40, 50, 60, 64, 100])

/** "1/4": two small whole numbers glued to a slash, the first one smaller. */
export function slashFraction(tokens: readonly Token[], i: number): number | null {
  const slash = at(tokens, i + 1)
  if (slash.text !== '/' && slash.text !== '⁄') return null
  const top = at(tokens, i)
  const bottom = at(tokens, i + 2)
  if (top.kind !== 'number' || bottom.kind !== 'number' || !isGlued(top, slash) || !isGlued(slash, bottom)) return null
  if (top.text.length > 2 || bottom.text.length > 3 || at(tokens, i + 3).text === '/') return null
  const [a, b] = [Number(top.text), Number(bottom.text)]
  return a < b && a > 0 && BOTTOMS.has(b) ? a / b : null
}

/** "and a half", "and three quarters" behind a number or a unit. */
export function andPart(tokens: readonly Token[], i: number): Fraction | null {
  if (at(tokens, i).lower !== 'and') return null
  const count = at(tokens, i + 1).lower
  const gap = isDash(at(tokens, i + 2)) ? 1 : 0
  const part = at(tokens, i + 2 + gap).lower
  if (count === 'a' || count === 'one')
    return part === 'half' || part === 'quarter' || part === 'third'
      ? { end: i + 3 + gap, value: 1 / (PARTS.get(part) ?? 1) }
      : null
  if (count === 'three' && (part === 'quarters' || part === 'fourths')) return { end: i + 3 + gap, value: 3 / 4 }
  return count === 'two' && part === 'thirds' ? { end: i + 3 + gap, value: 2 / 3 } : null
}

/** Words before "half" that make it a period or a piece of a game, no share. */
const NO_SHARE_BEFORE = wordSet('first second latter last other better top bottom this that opening closing each every')
const SHARED = wordSet('of the its their his her our all that those these what')
const BOUNDING = wordSet('by nearly almost about over than roughly around least some only just approximately under to')

/** "half of", "half the", "half a mile", "half-hour", "a third of", "rose by a quarter" at token `i`, or null. */
export function shareInWords(tokens: readonly Token[], i: number): Fraction | null {
  const first = at(tokens, i).lower
  const before = at(tokens, i - 1)
  if (first === 'half' && !NO_SHARE_BEFORE.holds(before)) return halfAt(tokens, i)
  if (first !== 'a' && first !== 'an') return null
  const part = at(tokens, i + 1)
  const parts = PARTS.of(part)
  if (parts === undefined || part.lower.endsWith('s')) return null
  const next = at(tokens, i + 2)
  if (next.lower === 'of') return { end: i + 2, value: 1 / parts }
  const isBare = next.kind === 'mark' || SHARED.holds(next) || BOUNDING.holds(next) || next.lower === 'from'
  return BOUNDING.holds(before) && isBare && !isDash(next) ? { end: i + 2, value: 1 / parts } : null
}

function halfAt(tokens: readonly Token[], i: number): Fraction | null {
  const next = at(tokens, i + 1)
  if (next.lower === 'a' || next.lower === 'an') {
    return isMeasured(at(tokens, i + 2)) ? { end: i + 2, value: 1 / 2 } : null
  }
  if (next.lower === 'of' && at(tokens, i + 2).kind === 'number') return null
  if (SHARED.holds(next) || isAsMuch(tokens, i + 1)) return { end: i + 1, value: 1 / 2 }
  const gap = isDash(next) ? 1 : 0
  const unit = spelledUnit(at(tokens, i + 1 + gap))
  return unit && HALVED.has(unit) ? { end: i + 1, value: 1 / 2 } : null
}
/** "half as many boats as last year". */
const isAsMuch = (tokens: readonly Token[], i: number): boolean =>
  at(tokens, i).lower === 'as' && ['much', 'many', 'often', 'likely', 'large', 'big'].includes(at(tokens, i + 1).lower)
const HALVED = wordSet('hour minute mile inch percent pound-mass acre gallon pint ounce kilometre metre litre ton')

const isMeasured = (token: Token): boolean =>
  spelledUnit(token) !== undefined || token.lower === 'percentage' || token.lower === 'turn'
