import { GLUED, PERIODS, SHORT, spelledUnit } from './measures'
import { readRate } from './rates'
import { at, isDash, isGlued, type Token } from './tokens'
import { wordSet } from './words'

/**
 * The measured unit that begins at token `i` (behind the number and an optional dash): "percentage points", "square
 * miles", "km/h", "miles per hour", "degrees Celsius", "barrels of oil", "years old".
 */
export function unitAfter(
  tokens: readonly Token[],
  i: number,
  isDigits: boolean,
): { end: number; unit: string } | null {
  const first = at(tokens, i)
  const next = at(tokens, i + 1)
  const percent = percentAt(tokens, i) ?? shortAge(tokens, i, isDigits)
  if (percent) return percent
  if (first.text === '"' || first.text === '″' || first.text === "''")
    return isDigits && isInchSign(tokens, i) ? { end: i + 1, unit: 'inch' } : null
  if (first.lower === 'basis' && next.lower.startsWith('point')) return { end: i + 2, unit: 'basis point' }
  if (SQUARES.holds(first)) return squareAt(tokens, i)
  const name = spelledUnit(first)
  if (!name) return null
  if ((SHORT.holds(first) && !isDigits) || name === 'share') return null
  if (GLUED.holds(first) && !isGlued(at(tokens, i - 1), first)) return null
  if (name === 'degree') return degreeAt(tokens, i)
  const age = ageAt(tokens, i, name)
  if (age) return age
  const power = poweredUnit(tokens, i + 1)
  return power ? rateAt(tokens, i + 2, `${power} ${name}`) : rateAt(tokens, i + 1, name)
}

const SQUARES = wordSet('square cubic sq nautical metric light')

function percentAt(tokens: readonly Token[], i: number): { end: number; unit: string } | null {
  const first = at(tokens, i)
  const second = at(tokens, i + 1)
  let end = -1
  if (spelledUnit(first) === 'percent') end = i + 1
  else if (first.lower === 'per' && second.lower === 'cent') end = i + 2
  else if (first.lower === 'percentage' && second.lower.startsWith('point'))
    return { end: i + 2, unit: 'percentage point' }
  if (end < 0) return null
  const gap = isDash(at(tokens, end)) ? 1 : 0
  if (POINTS.holds(at(tokens, end + gap)) && first.text !== '%') return { end: end + gap + 1, unit: 'percentage point' }
  const rate = readRate(tokens, end)
  if (rate && PERIODS.has(rate.unit)) return { end: rate.end, unit: `percent per ${rate.unit}` }
  const base = at(tokens, end)
  const noun = at(tokens, end + 1)
  if (base.lower === 'of' && /^[A-Z]{3}$/.test(noun.text)) return { end, unit: `percent of ${noun.text}` }
  return { end, unit: 'percent' }
}

const POINTS = wordSet('point points')

/** A quote sign is inches only where no quotation is open before it in the same stretch. */
const isInchSign = (tokens: readonly Token[], i: number): boolean => {
  for (let k = i - 1; k >= Math.max(0, i - 40); k--) if (/["“]/.test(at(tokens, k).text)) return false
  return true
}

function squareAt(tokens: readonly Token[], i: number): { end: number; unit: string } | null {
  const kind = at(tokens, i).lower === 'sq' ? 'square' : at(tokens, i).lower
  const skip = at(tokens, i + 1).text === '.' || isDash(at(tokens, i + 1)) ? 2 : 1
  const name = spelledUnit(at(tokens, i + skip))
  if (!name) return null
  if (kind === 'metric')
    return name === 'ton' || name === 'metric ton' ? rateAt(tokens, i + skip + 1, 'metric ton') : null
  return { end: i + skip + 1, unit: `${kind} ${name}` }
}

/** The sign glued behind "m2", "km²", "m³". */
function poweredUnit(tokens: readonly Token[], i: number): 'square' | 'cubic' | null {
  const sign = at(tokens, i)
  if (!isGlued(at(tokens, i - 1), sign) || at(tokens, i - 1).lower.length > 2) return null
  if (sign.text === '²' || sign.text === '2') return 'square'
  return sign.text === '³' || sign.text === '3' ? 'cubic' : null
}

function degreeAt(tokens: readonly Token[], i: number): { end: number; unit: string } {
  const next = at(tokens, i + 1)
  const scale = spelledUnit(next)
  if (scale === 'celsius' || scale === 'fahrenheit') return { end: i + 2, unit: scale }
  if (next.lower === 'c' || next.lower === 'f')
    return { end: i + 2, unit: next.lower === 'c' ? 'celsius' : 'fahrenheit' }
  return { end: i + 1, unit: 'degree' }
}

const AGED = wordSet('day week month year')

/** "60 years old", "78-year-old", "95 years of age", "three months old". */
function ageAt(tokens: readonly Token[], i: number, name: string): { end: number; unit: string } | null {
  if (!AGED.has(name)) return null
  let k = i + 1
  if (isDash(at(tokens, k))) k += 1
  if (at(tokens, k).lower === 'old' || at(tokens, k).lower === 'olds') return { end: k + 1, unit: `${name} (age)` }
  if (at(tokens, k).lower === 'of' && at(tokens, k + 1).lower === 'age') return { end: k + 2, unit: `${name} (age)` }
  return null
}

/** "87 yo", "87 y/o", "87-y.o.". */
function shortAge(tokens: readonly Token[], i: number, isDigits: boolean): { end: number; unit: string } | null {
  const { lower } = at(tokens, i)
  if (!isDigits || lower.charAt(0) !== 'y') return null
  if (lower === 'yo' || lower === 'y.o' || lower === 'y.o.') return { end: i + 1, unit: 'year (age)' }
  return lower === 'y' && at(tokens, i + 1).text === '/' && at(tokens, i + 2).lower === 'o'
    ? { end: i + 3, unit: 'year (age)' }
    : null
}

/** A measured unit with the rate behind it: "miles per hour", "barrels of crude oil a day". */
function rateAt(tokens: readonly Token[], start: number, name: string): { end: number; unit: string } {
  const rate = readRate(tokens, start)
  if (rate) return { end: rate.end, unit: `${name} per ${rate.unit}` }
  const far = at(tokens, start).lower === 'of' ? periodBehind(tokens, start + 1) : null
  return { end: start, unit: far ? `${name} per ${far}` : name }
}

/** "of jet fuel a year": up to four words of what is measured, then a period. */
function periodBehind(tokens: readonly Token[], from: number): string | null {
  for (let k = from + 1; k <= from + 4; k++) {
    if (at(tokens, k).kind === 'mark' && !isDash(at(tokens, k))) return null
    const rate = readRate(tokens, k)
    if (rate) return PERIODS.has(rate.unit) ? rate.unit : null
  }
  return null
}
