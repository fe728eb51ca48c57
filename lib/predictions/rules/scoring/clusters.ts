import type { Day } from '@/lib/core/days'
import type { CertaintyTable } from '@/lib/settings/schema'
import type { ResolutionKind } from '../../schema'

/** One opened prediction of a record's subject, as it stood on the as-of day. */
export type ScoredPrediction = {
  predictionId: string
  /** The day on which it was said, and the last day of its window; null for one that was marked too vague without them. */
  saidOn: Day | null
  dueTo: Day | null
  /** The last day of window and grace. */
  closesOn: Day | null
  /** The newsroom's day on which it was opened. */
  openedOn: Day
  /** The probability of the statement as made that was frozen with it (a negation's is that of the negated proposition); null for unlisted words. */
  probability: number | null
  /** The phrase of the as-of day's table under which its words fall; null for unlisted words. */
  phrase: string | null
  /** The resolution in force on the as-of day; null while there is none. */
  resolution: Exclude<ResolutionKind, 'open'> | null
  /** The outcome that resolved it: several predictions of one outcome are one cluster. */
  outcomeId: string | null
  /** The first day of that outcome. */
  outcomeFirstOn: Day | null
}

export type Resolved = ScoredPrediction & { resolution: NonNullable<ScoredPrediction['resolution']> }

/** The rules of the settings under which a record is made. */
export type ScoringRules = {
  /** No rate below so many clusters. */
  minimumN: number
  /** No rate when a greater share of the closed predictions is unresolved, 0..1. */
  maxUnresolved: number
  /** The resolutions that count as held up (o = 1). */
  heldUp: readonly ResolutionKind[]
  certaintyTable: CertaintyTable
}

/** 1 for a prediction that held up, 0 for one that did not. */
export const heldUpBy =
  (rules: Pick<ScoringRules, 'heldUp'>) =>
  (prediction: Resolved): 0 | 1 =>
    rules.heldUp.includes(prediction.resolution) ? 1 : 0

/** What one outcome resolved; without an outcome, one prediction by itself. */
export function clustersOf(counted: readonly Resolved[]): Resolved[][] {
  const clusters = new Map<string, Resolved[]>()
  for (const prediction of counted) {
    const key = clusterKey(prediction)
    const cluster = clusters.get(key)
    if (cluster) cluster.push(prediction)
    else clusters.set(key, [prediction])
  }
  return [...clusters.values()]
}

const clusterKey = ({ outcomeId, predictionId }: Resolved): string =>
  outcomeId === null ? `prediction ${predictionId}` : `outcome ${outcomeId}`

/** The mean of a number over a list that is not empty. */
export const meanOf = <T>(list: readonly T[], value: (item: T) => number): number => sumOf(list, value) / list.length
export const sumOf = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((sum, item) => sum + value(item), 0)

/** Closed are windows with their grace; settled is what was resolved as anything but void or too vague. */
export type WithheldReason = 'nothing_closed' | 'none_settled' | 'below_minimum' | 'too_many_unresolved'

/**
 * Why no rate is shown of so many clusters; null where one is. `resolved` and `unresolved` are predictions, because what is
 * unresolved has no outcome to be clustered by.
 */
export function withheldReason(
  { n, resolved, unresolved }: { n: number; resolved: number; unresolved: number },
  rules: ScoringRules,
): WithheldReason | null {
  if (n === 0) return unresolved > 0 ? 'none_settled' : 'nothing_closed'
  if (n < rules.minimumN) return 'below_minimum'
  return unresolved / (resolved + unresolved) > rules.maxUnresolved ? 'too_many_unresolved' : null
}
