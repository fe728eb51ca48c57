import { type Interval, wilsonInterval } from '@/lib/core/intervals'
import { binomialBand } from './binomial'
import {
  clustersOf,
  heldUpBy,
  meanOf,
  type Resolved,
  type ScoredPrediction,
  type ScoringRules,
  sumOf,
  withheldReason,
} from './clusters'

/** What came of the predictions of one phrase of the certainty table. */
export type CalibrationBin = {
  words: string
  /** What the table in force says that the phrase stands for, 0..1. */
  probability: number
  /** Clusters, and the predictions in them. */
  n: number
  predictions: number
  /** The sum of what held up in each cluster, 0..n. */
  cameTrue: number
  /** Closed but unresolved predictions of the phrase. */
  unresolved: number
  /** cameTrue / n with its Wilson interval; both null below the minimum n and with too many unresolved, as for a rate. */
  share: number | null
  interval: Interval | null
  /** Where the share of n would lie in 95 % of all cases if the probability were right; 0..1 for n = 0. */
  band: Interval
}

/**
 * The points of a reliability diagram, one for each phrase of the certainty table in its order, with the consistency band of
 * Bröcker and Smith (see `binomialBand`) around the probability and the Wilson interval around what was seen. Clusters are made
 * within the phrase: one outcome counts once. A cluster that held up in part makes the band wider than needed, never narrower.
 */
export const calibrationOf = (
  counted: readonly Resolved[],
  unresolved: readonly ScoredPrediction[],
  rules: ScoringRules,
): CalibrationBin[] => {
  const resolvedBy = byPhrase(counted)
  const unresolvedBy = byPhrase(unresolved)
  return rules.certaintyTable.map(({ words, probability }) => {
    const predictions = resolvedBy.get(words) ?? []
    const waiting = unresolvedBy.get(words)?.length ?? 0
    const clusters = clustersOf(predictions)
    const n = clusters.length
    const cameTrue = sumOf(clusters, (members) => meanOf(members, heldUpBy(rules)))
    const isShown = withheldReason({ n, resolved: predictions.length, unresolved: waiting }, rules) === null
    return {
      ...{ words, probability, n, predictions: predictions.length, cameTrue, unresolved: waiting },
      share: isShown ? cameTrue / n : null,
      interval: isShown ? wilsonInterval(cameTrue, n) : null,
      band: binomialBand(n, probability),
    }
  })
}

function byPhrase<T extends ScoredPrediction>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    if (one.phrase === null) continue
    const group = groups.get(one.phrase)
    if (group) group.push(one)
    else groups.set(one.phrase, [one])
  }
  return groups
}
