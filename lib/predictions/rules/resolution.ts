import { addDays, type Day } from '@/lib/core/days'
import { formatDay, formatWindow } from '@/lib/core/windows'
import type { Comparator, DayPrecision, ResolutionKind } from '../schema'
import { decimalText, toExact } from './decimals'
import { figureWords, targetWords } from './figures'
import { factorTo } from './units'

export type ResolvablePrediction = {
  saidOn: Day
  dueFrom: Day
  dueTo: Day
  graceDays: number
  isNegated: boolean
  comparator: Comparator | null
  /** Decimal texts. */
  targetValue: string | null
  targetUnit: string | null
  tolerance: string | null
}

export type RecordedOutcome = {
  hasHappened: boolean
  firstOn: Day | null
  lastOn: Day | null
  precision: DayPrecision
  /** With `valueTo` it lies between the two. */
  value: string | null
  valueTo: string | null
  unit: string | null
}

/** What the rules propose, and the rule in words. `open` means that they do not decide: too early, or a person has to. */
export type Proposal = { resolution: ResolutionKind; rule: string }

type Days = { saidOn: Day; dueFrom: Day; dueTo: Day; closesOn: Day }

/** The last day on which it may still come true: the window's last day and the grace days after it. */
export const closesOn = (prediction: { dueTo: Day; graceDays: number }): Day =>
  addDays(prediction.dueTo, prediction.graceDays)

/**
 * The resolution of one prediction by one outcome (product.md, "Resolution"), days in the newsroom's zone. By the outcome's
 * first day: before the window early, inside it or within grace came true, after that late; nothing by the end of window and
 * grace: did not happen. A numeric prediction counts as having happened only when the value satisfies its comparator. A
 * negated one ("will not …") came true when the window passed without it. An outcome known only to the week, month or year
 * decides when every day of it gives the same resolution.
 */
export function resolve(prediction: ResolvablePrediction, outcome: RecordedOutcome, today: Day): Proposal {
  const days: Days = { ...prediction, closesOn: closesOn(prediction) }
  if (!outcome.hasHappened) return resolveNothing(prediction.isNegated, days, today)
  if (outcome.firstOn === null || outcome.lastOn === null)
    return { resolution: 'open', rule: 'The outcome has no day yet.' }
  const comparison = compareValues(prediction, outcome)
  if (comparison.state === 'unknown') return { resolution: 'open', rule: comparison.words }
  const withWords = (proposal: Proposal): Proposal =>
    comparison.state === 'none' ? proposal : { ...proposal, rule: `${comparison.words} ${proposal.rule}` }
  if (comparison.state === 'missed') return withWords(resolveMissed(prediction.isNegated, outcome.lastOn, days, today))
  const judge = prediction.isNegated ? judgeNegatedDay : judgeDay
  const verb = comparison.state === 'met' ? 'It stood so' : 'It began'
  const last = judge(outcome.lastOn, days, verb)
  const first = countsFromLastDay(comparison, outcome, days) ? last : judge(outcome.firstOn, days, verb)
  // with day precision the last day is when it ended; with a coarser one it may have begun as late as that
  if (comparison.state === 'none' && outcome.precision === 'day') return first
  if (first.resolution === last.resolution) return withWords(first)
  return {
    resolution: 'open',
    rule: `It is known only to ${outcome.precision === 'day' ? 'these days' : `the ${outcome.precision}`} (${formatWindow({ from: outcome.firstOn, to: outcome.lastOn })}), and that decides nothing: a person has to choose.`,
  }
}

/** A figure is known as of the last day that it is of (growth in a year: its end), unless that lies behind the window's end. */
const countsFromLastDay = (comparison: Comparison, { lastOn }: RecordedOutcome, days: Days): boolean =>
  comparison.state === 'met' && lastOn !== null && lastOn <= days.closesOn

function resolveNothing(isNegated: boolean, days: Days, today: Day): Proposal {
  const lastDay = days.closesOn
  if (today <= lastDay)
    return {
      resolution: 'open',
      rule: `Too early to say: its window ${days.closesOn === days.dueTo ? '' : 'with grace '}ends on ${formatDay(lastDay)}.`,
    }
  return isNegated
    ? { resolution: 'came_true', rule: `It said that this would not happen, and it did not by ${formatDay(lastDay)}.` }
    : {
        resolution: 'did_not_happen',
        rule: `Nothing by ${formatDay(lastDay)}, the end of its window${days.closesOn === days.dueTo ? '' : ' and grace'}.`,
      }
}

/**
 * A figure that was not reached decides only as the value of the window's last day, or of a later one: before that it may
 * still be reached.
 */
function resolveMissed(isNegated: boolean, lastOn: Day, days: Days, today: Day): Proposal {
  if (lastOn >= days.dueTo || today <= days.closesOn) return resolveNothing(isNegated, days, today)
  return {
    resolution: 'open',
    rule: `That is the value of ${formatDay(lastOn)}; what counts is the value of the window’s last day, ${formatDay(days.dueTo)}: record that one, or a person has to choose.`,
  }
}

function judgeDay(day: Day, days: Days, verb: string): Proposal {
  const window = formatWindow({ from: days.dueFrom, to: days.dueTo })
  if (day < days.saidOn) return beforeSaid(day, days.saidOn)
  if (day < days.dueFrom)
    return { resolution: 'early', rule: `${verb} on ${formatDay(day)}, before its window ${window}.` }
  if (day <= days.dueTo)
    return { resolution: 'came_true', rule: `${verb} on ${formatDay(day)}, inside its window ${window}.` }
  if (day <= days.closesOn)
    return {
      resolution: 'came_true',
      rule: `${verb} on ${formatDay(day)}, after its window ${window} but within grace, which ended on ${formatDay(days.closesOn)}.`,
    }
  return { resolution: 'late', rule: `${verb} on ${formatDay(day)}, after its window ${window}.` }
}

function judgeNegatedDay(day: Day, days: Days): Proposal {
  const window = formatWindow({ from: days.dueFrom, to: days.dueTo })
  if (day < days.saidOn) return beforeSaid(day, days.saidOn)
  if (day < days.dueFrom)
    return {
      resolution: 'open',
      rule: `It happened on ${formatDay(day)}, before the window ${window} in which it was not to happen: a person has to choose.`,
    }
  if (day <= days.dueTo)
    return {
      resolution: 'did_not_happen',
      rule: `It said that this would not happen in ${window}, and it did on ${formatDay(day)}.`,
    }
  return {
    resolution: 'came_true',
    rule: `It said that this would not happen in ${window}; it did only on ${formatDay(day)}.`,
  }
}

const beforeSaid = (day: Day, saidOn: Day): Proposal => ({
  resolution: 'open',
  rule: `It happened on ${formatDay(day)}, before it was predicted on ${formatDay(saidOn)}: a person has to choose.`,
})

/** `words`: "2.9 percent against 3.3 percent (3.25 to 3.35): not reached." */
export type Comparison = { state: 'none' } | { state: 'met' | 'missed' | 'unknown'; words: string }

/** Compares what was predicted with a figure that was found: units converted, money of two currencies never. */
export function compareValues(
  prediction: Pick<ResolvablePrediction, 'comparator' | 'targetValue' | 'targetUnit' | 'tolerance'>,
  outcome: Pick<RecordedOutcome, 'value' | 'valueTo' | 'unit'>,
): Comparison {
  const { comparator, targetValue, targetUnit, tolerance } = prediction
  if (comparator === null || targetValue === null) return { state: 'none' }
  const target = targetWords({ comparator, targetValue, targetUnit, tolerance })
  const unknown = (why: string): Comparison => ({
    state: 'unknown',
    words: `It predicts ${target}, and the outcome ${why}: a person has to choose.`,
  })
  if (outcome.value === null) return unknown('gives no value')
  const { value, valueTo, unit } = outcome
  const found = figureWords({ value, valueTo, unit })
  const factor = factorTo(targetUnit, unit)
  if (factor === null) return unknown(`gives ${found}, another unit`)
  const [low, high] = [converted(value, factor), converted(valueTo ?? value, factor)]
  const meets = (end: string) => satisfies(comparator, end, targetValue, tolerance ?? '0')
  const isMet = meets(low)
  // a range around all that an exact figure takes misses it at both ends, and may still have met it
  const isAround =
    !isMet && comparator === 'equal' && toExact(low) < toExact(targetValue) && toExact(targetValue) < toExact(high)
  if (isMet !== meets(high) || isAround) return unknown(`gives ${found}, which may be either`)
  const words = `${found} against ${target}${factor === 1 ? '' : ', converted'}: ${isMet ? 'reached' : 'not reached'}.`
  return { state: isMet ? 'met' : 'missed', words }
}

const converted = (value: string, factor: number): string =>
  factor === 1 ? value : decimalText(Number(value) * factor)

/** Whether a value satisfies the comparator; the tolerance is for the speaker, and its edge belongs to it. */
export function satisfies(comparator: Comparator, value: string, target: string, tolerance: string): boolean {
  const difference = toExact(value) - toExact(target)
  const slack = toExact(tolerance)
  switch (comparator) {
    case 'equal':
      return difference <= slack && -difference <= slack
    case 'at_least':
      return -difference <= slack
    case 'at_most':
      return difference <= slack
    case 'more_than':
      return slack === 0n ? difference > 0n : -difference <= slack
    case 'less_than':
      return slack === 0n ? difference < 0n : difference <= slack
  }
}
