import type { AmountReading } from './amount'
import { andPart } from './fractions'
import { readNumber, tidy } from './numbers'
import { at, type Token } from './tokens'
import { unitAfter } from './units'

/** Of a unit, the smaller ones that may follow it in one amount, with how many make one of it. */
// biome-ignore format: a table
const SMALLER: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  year: { month: 12 }, 'year (age)': { 'month (age)': 12 }, week: { day: 7 }, day: { hour: 24 }, hour: { minute: 60 }, minute: { second: 60 },
  mile: { yard: 1760, foot: 5280 }, yard: { foot: 3, inch: 36 }, foot: { inch: 12 }, metre: { centimetre: 100 }, kilometre: { metre: 1000 },
  stone: { 'pound-mass': 14 }, 'pound-mass': { ounce: 16 }, kilogram: { gram: 1000 },
}

/**
 * Joins "six years and eight months", "5 hours 20 minutes", "12 ft 2 in" into one amount of the smaller unit (80
 * months), and "one hour and a half" into 1.5 of its own.
 */
export function joined(tokens: readonly Token[], amount: AmountReading): AmountReading {
  const smaller = Object.hasOwn(SMALLER, amount.unit) ? SMALLER[amount.unit] : undefined
  if (!smaller || amount.low !== null) return amount
  const half = andPart(tokens, amount.end)
  if (half) return { ...amount, end: half.end, value: tidy(amount.value + half.value) }
  if (!Number.isInteger(amount.value)) return amount
  const word = at(tokens, amount.end)
  const skip = word.text === ',' ? (at(tokens, amount.end + 1).lower === 'and' ? 2 : 1) : word.lower === 'and' ? 1 : 0
  const from = amount.end + skip
  const part = readNumber(tokens, from)
  if (!part || part.hasScale) return amount
  const unit = unitAfter(tokens, part.end, !part.isWords) ?? inchesAt(tokens, part.end, amount.unit)
  const factor = unit ? smaller[unit.unit] : undefined
  if (!unit || factor === undefined || part.value >= factor) return amount
  const value = tidy(amount.value * factor + part.value)
  return joined(tokens, { ...amount, end: unit.end, value, unit: unit.unit, rule: 'quantities/compound' })
}

/** "in" is inches only behind feet. */
const inchesAt = (tokens: readonly Token[], i: number, unit: string): { end: number; unit: string } | null =>
  unit === 'foot' && at(tokens, i).lower === 'in' ? { end: i + 1, unit: 'inch' } : null
