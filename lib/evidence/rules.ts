/**
 * Comparing a claimed with a found figure. It suggests, never decides. The tolerances are those printed on the methodology
 * page: exact = half a unit of the last stated digit, about = 10 %, bounds one-sided, ranges by overlap.
 */
import { formatDay } from '@/lib/core/windows'
import { conversionFactor, isMeasure } from './rules/conversions'

export const MODIFIERS = ['exact', 'about', 'at_least', 'at_most', 'more_than', 'less_than', 'up_to'] as const
export type FigureModifier = (typeof MODIFIERS)[number]

/** A figure as stated: either `value`, or `low` and `high` of a range (`value` then is its middle or null). */
export type Figure = {
  /** The words ("$14.9 billion"): their last digit says how exact the figure is. */
  text: string
  value: number | null
  low: number | null
  high: number | null
  /** ISO 4217 code, "percent", a unit's name, a noun counted, or "". */
  unit: string
  modifier: FigureModifier
  asOfOn: string | null
}

export type Comparison = {
  /** `unlike`: the two cannot be compared; the sentence says why. */
  outcome: 'within' | 'outside' | 'unlike'
  /** Claimed against found, in percent of the found one: 10 = the claim is 10 % higher; 0 where the two meet. */
  differencePercent: number | null
  asOf: 'same' | 'different' | 'unknown'
  /** How far from the claimed figure a found one still fits, in words. */
  tolerance: string
  /** The whole suggestion, for people. */
  sentence: string
}

/** The share by which a figure called "about" may be off. */
export const ABOUT_SHARE = 0.1

/** Where a figure lies, or may lie: ends may be infinite, and open where "more than" or "less than" says so. */
export type Interval = { low: number; high: number; isLowOpen: boolean; isHighOpen: boolean }
const closed = (low: number, high: number): Interval => ({ low, high, isLowOpen: false, isHighOpen: false })

/** Compares a claimed with a found figure. Never throws. */
export function compareFigures(claimed: Figure, found: Figure): Comparison {
  const asOf = compareDays(claimed.asOfOn, found.asOfOn)
  const tolerance = toleranceWords(claimed)
  const converted = conversionFactor(unitKey(found.unit), unitKey(claimed.unit))
  const isNarrower = converted === null && countsTheSame(claimed.unit, found.unit)
  const factor = isNarrower ? 1 : converted
  const unlike = (why: string): Comparison => ({
    outcome: 'unlike',
    differencePercent: null,
    asOf,
    tolerance,
    sentence: why,
  })
  if (factor === null) return unlike(unlikeUnits(claimed.unit, found.unit))
  const [claimedRange, foundRange] = [acceptedInterval(claimed), scaled(possibleInterval(found), factor)]
  if (claimedRange === null || foundRange === null)
    return unlike('One of the two has no number, so nothing is compared.')
  const isWithin = meet(claimedRange, foundRange)
  const differencePercent = differenceOf(statedInterval(claimed), scaled(statedInterval(found), factor))
  const sentence = [
    `The claim says ${claimed.text}; the source has ${found.text}${factor === 1 ? '' : ', converted'}:`,
    isWithin ? `it fits (${tolerance}).` : `it does not fit (${tolerance}).`,
    differenceWords(differencePercent),
    isNarrower ? `Mind what is counted: “${claimed.unit.trim()}” against “${found.unit.trim()}”.` : '',
    asOfWords(asOf, claimed.asOfOn, found.asOfOn),
  ]
  return {
    outcome: isWithin ? 'within' : 'outside',
    differencePercent,
    asOf,
    tolerance,
    sentence: sentence.filter((part) => part !== '').join(' '),
  }
}

/** What a value in the found figure's unit is multiplied with to be in the claimed one's; null where they do not convert. */
export const factorBetween = (claimed: Figure, found: Figure): number | null => unitFactor(claimed.unit, found.unit)

/** The same of two units. */
export function unitFactor(claimed: string, found: string): number | null {
  const converted = conversionFactor(unitKey(found), unitKey(claimed))
  return converted ?? (countsTheSame(claimed, found) ? 1 : null)
}

/**
 * Where the two figures lie, in the claimed one's unit: `claimed` by its words, `accepted` with its tolerance, `found` with
 * what "about" leaves open. Null where they cannot be compared.
 */
export function intervalsOf(
  claimed: Figure,
  found: Figure,
): { claimed: Interval; accepted: Interval; found: Interval } | null {
  const factor = factorBetween(claimed, found)
  const [stated, accepted] = [statedInterval(claimed), acceptedInterval(claimed)]
  const foundRange = factor === null ? null : scaled(possibleInterval(found), factor)
  return stated && accepted && foundRange && { claimed: stated, accepted, found: foundRange }
}

const unitKey = (unit: string): string => {
  const text = unit.trim()
  // An ISO 4217 code keeps its capitals: "CUP" is money, "cup" is a measure.
  return /^[A-Z]{3}$/.test(text) ? text : text.toLowerCase()
}

/** "US military personnel" and "personnel": what one counts is told more closely by the other. Never of measures. */
function countsTheSame(a: string, b: string): boolean {
  const [short = [], long = []] = [countedWords(a), countedWords(b)].sort((x, y) => x.length - y.length)
  return short.length > 0 && short.every((word, index) => word === long[long.length - short.length + index])
}

function countedWords(unit: string): string[] {
  if (isMeasure(unitKey(unit)) || /percent|share|\bper\b|\(/i.test(unit)) return []
  return unitKey(unit)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/(?<=[^s])s$/, ''))
}

/** Half a unit of the last stated digit: of "$14.9 billion" 0.05 billion. Closing groups of zeros count like "thousand". */
export function halfLastDigit(text: string, value: number): number {
  const stated = text.match(/\d[\d,]*(?:\.\d+)?/)?.[0].replaceAll(',', '')
  const number = Number(stated)
  if (stated === undefined || number === 0 || value === 0) return halfSecondDigit(value)
  const decimals = stated.split('.')[1]?.length ?? 0
  const zeros = decimals === 0 ? Math.floor((stated.match(/0+$/)?.[0].length ?? 0) / 3) * 3 : 0
  return Math.abs(value / number) * 0.5 * 10 ** (zeros - decimals)
}

/** For words without digits ("two-thirds", "a dozen"): as if stated with two digits. */
const halfSecondDigit = (value: number): number =>
  value === 0 ? 0.5 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1)

/** Where the figure lies by its bare words, "about" not yet widened. */
function statedInterval(figure: Figure): Interval | null {
  const { value, modifier } = figure
  if (figure.low !== null || figure.high !== null) {
    return closed(figure.low ?? Number.NEGATIVE_INFINITY, figure.high ?? Number.POSITIVE_INFINITY)
  }
  if (value === null) return null
  if (modifier === 'at_least') return closed(value, Number.POSITIVE_INFINITY)
  if (modifier === 'more_than') return { ...closed(value, Number.POSITIVE_INFINITY), isLowOpen: true }
  if (modifier === 'at_most' || modifier === 'up_to') return closed(Number.NEGATIVE_INFINITY, value)
  if (modifier === 'less_than') return { ...closed(Number.NEGATIVE_INFINITY, value), isHighOpen: true }
  return closed(value, value)
}

/** Where the true value may lie: with 10 % on both sides of what is "about". */
const possibleInterval = (figure: Figure): Interval | null => {
  const stated = statedInterval(figure)
  return stated && figure.modifier === 'about' ? widened(stated) : stated
}

/** Where a found figure may lie so that the claimed one still holds: of an exact one its rounding. */
function acceptedInterval(claimed: Figure): Interval | null {
  const isPoint = claimed.low === null && claimed.high === null && claimed.modifier === 'exact'
  if (!isPoint || claimed.value === null) return possibleInterval(claimed)
  const half = halfLastDigit(claimed.text, claimed.value)
  return closed(claimed.value - half, claimed.value + half)
}

const widened = ({ low, high }: Interval): Interval =>
  closed(low - Math.abs(low) * ABOUT_SHARE, high + Math.abs(high) * ABOUT_SHARE)

const scaled = (interval: Interval | null, factor: number): Interval | null =>
  interval && { ...interval, low: interval.low * factor, high: interval.high * factor }

/** Whether two intervals have a point in common; the last binary digits of a decimal fraction do not count. */
function meet(a: Interval, b: Interval): boolean {
  return endsBefore(a, b) === false && endsBefore(b, a) === false
}

function endsBefore(a: Interval, b: Interval): boolean {
  const slack = Number.EPSILON * 8 * Math.max(finite(a.high), finite(b.low))
  if (a.isHighOpen || b.isLowOpen) return a.high <= b.low + slack
  return a.high < b.low - slack
}

const finite = (n: number): number => (Number.isFinite(n) ? Math.abs(n) : 0)

/** The gap between the two (0 where they meet) in percent of the found one's nearer end. */
function differenceOf(claimed: Interval | null, found: Interval | null): number | null {
  if (claimed === null || found === null) return null
  const [low, high] = [found.low, found.high]
  if (claimed.low > high) return high === 0 ? null : ((claimed.low - high) / Math.abs(high)) * 100
  if (claimed.high < low) return low === 0 ? null : ((claimed.high - low) / Math.abs(low)) * 100
  return 0
}

const unlikeUnits = (claimed: string, found: string): string =>
  isMoney(claimed) && isMoney(found)
    ? `The claim is in ${claimed}, the source in ${found}: convert at the rate of the day, note the rate, and enter the result.`
    : `The claim counts ${unitWords(claimed)}, the source ${unitWords(found)}: the two cannot be compared as they stand.`

const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit.trim())
const unitWords = (unit: string): string => (unit.trim() === '' ? 'without a unit' : `in “${unit.trim()}”`)

function toleranceWords(claimed: Figure): string {
  if (claimed.low !== null || claimed.high !== null) {
    return claimed.modifier === 'about' ? 'a range with 10 % at both ends' : 'the ranges have to overlap'
  }
  if (claimed.modifier === 'exact') return 'within half a unit of the last stated digit'
  if (claimed.modifier === 'about') return 'within 10 %, as it says “about”'
  const bounds = {
    at_least: 'anything from there upward',
    more_than: 'anything above it',
    at_most: 'anything up to it',
    up_to: 'anything up to it',
    less_than: 'anything below it',
  }
  return bounds[claimed.modifier]
}

function differenceWords(percent: number | null): string {
  if (percent === null || percent === 0) return ''
  const size = Math.abs(percent)
  const shown = size < 0.1 ? 'less than 0.1' : size.toLocaleString('en', { maximumFractionDigits: 1 })
  return `The claimed figure is ${shown} % ${percent > 0 ? 'higher' : 'lower'}.`
}

const compareDays = (a: string | null, b: string | null): Comparison['asOf'] =>
  a === null || b === null ? 'unknown' : a === b ? 'same' : 'different'

function asOfWords(asOf: Comparison['asOf'], claimed: string | null, found: string | null): string {
  if (asOf === 'same') return ''
  if (claimed !== null && found !== null)
    return `Mind the days: the claim is as of ${formatDay(claimed)}, the source as of ${formatDay(found)}.`
  return 'The day of one of the two figures is not stated.'
}

/** Which fields differ, with both values: what the audit log keeps of a change. */
export function changedFields<T extends Record<string, unknown>>(
  before: T,
  after: T,
): Record<string, { from: unknown; to: unknown }> {
  const changed: Record<string, { from: unknown; to: unknown }> = {}
  for (const [name, to] of Object.entries(after)) if (before[name] !== to) changed[name] = { from: before[name], to }
  return changed
}
