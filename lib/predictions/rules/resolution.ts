import { addDays, type Day } from '@/lib/core/days'
import { formatDay, formatWindow } from '@/lib/core/windows'
import type { Comparator, DayPrecision, ResolutionKind } from '../schema'
import { toExact } from './decimals'

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
  value: string | null
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
  if (comparison.state === 'missed') return withWords(resolveNothing(prediction.isNegated, days, today))
  const judge = prediction.isNegated ? judgeNegatedDay : judgeDay
  const first = judge(outcome.firstOn, days)
  // with day precision the last day is when it ended; with a coarser one it may have begun as late as that
  const last = outcome.precision === 'day' ? first : judge(outcome.lastOn, days)
  if (first.resolution === last.resolution) return withWords(first)
  return {
    resolution: 'open',
    rule: `It is known only to the ${outcome.precision} (${formatWindow({ from: outcome.firstOn, to: outcome.lastOn })}), and that decides nothing: a person has to choose.`,
  }
}

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

function judgeDay(day: Day, days: Days): Proposal {
  const window = formatWindow({ from: days.dueFrom, to: days.dueTo })
  if (day < days.saidOn) return beforeSaid(day, days.saidOn)
  if (day < days.dueFrom)
    return { resolution: 'early', rule: `It began on ${formatDay(day)}, before its window ${window}.` }
  if (day <= days.dueTo)
    return { resolution: 'came_true', rule: `It began on ${formatDay(day)}, inside its window ${window}.` }
  if (day <= days.closesOn)
    return {
      resolution: 'came_true',
      rule: `It began on ${formatDay(day)}, after its window ${window} but within grace, which ended on ${formatDay(days.closesOn)}.`,
    }
  return { resolution: 'late', rule: `It began on ${formatDay(day)}, after its window ${window}.` }
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

type Comparison = { state: 'none' } | { state: 'met' | 'missed' | 'unknown'; words: string }

const COMPARATOR_WORDS: Record<Comparator, string> = {
  equal: '',
  at_least: 'at least ',
  at_most: 'at most ',
  more_than: 'more than ',
  less_than: 'less than ',
}

function compareValues(prediction: ResolvablePrediction, outcome: RecordedOutcome): Comparison {
  if (prediction.comparator === null || prediction.targetValue === null) return { state: 'none' }
  const target = `${COMPARATOR_WORDS[prediction.comparator]}${withUnit(prediction.targetValue, prediction.targetUnit)}`
  if (outcome.value === null)
    return { state: 'unknown', words: `It predicts ${target}, and the outcome gives no value: a person has to choose.` }
  const found = withUnit(outcome.value, outcome.unit)
  if (unitKey(prediction.targetUnit) !== unitKey(outcome.unit))
    return {
      state: 'unknown',
      words: `It predicts ${target}, and the outcome gives ${found}, another unit: a person has to choose.`,
    }
  const isMet = satisfies(prediction.comparator, outcome.value, prediction.targetValue, prediction.tolerance ?? '0')
  return { state: isMet ? 'met' : 'missed', words: `${found} against ${target}: ${isMet ? 'reached' : 'not reached'}.` }
}

const withUnit = (value: string, unit: string | null): string => (unit === null ? value : `${value} ${unit}`)
const unitKey = (unit: string | null): string => (unit ?? '').trim().toLowerCase()

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
