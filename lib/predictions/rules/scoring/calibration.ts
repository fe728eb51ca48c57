import { type Interval, wilsonInterval } from '@/lib/core/intervals'
import { binomialBand } from './binomial'
import { hasProbability } from './brier'
import {
  clustersOf,
  heldUpBy,
  meanOf,
  type Resolved,
  type ScoredPrediction,
  type ScoringRules,
  sumOf,
  type WithheldReason,
  withheldReason,
} from './clusters'

/** What came of the predictions that were opened while a phrase of the certainty table stood for one probability. */
export type CalibrationBin = {
  words: string
  /** What the phrase stood for in the table under which these predictions were opened, 0..1. */
  probability: number
  /** Whether the table in force says the same. */
  isInForce: boolean
  /** Whether these are all counted predictions with its words: none was opened while it stood for something else, or unlisted. */
  isWhole: boolean
  /** Clusters, and the predictions in them. */
  n: number
  predictions: number
  /** The sum of what held up in each cluster, 0..n. */
  held: number
  /** Closed but unresolved predictions. */
  unresolved: number
  /** held / n with its Wilson interval; both null where the rules of a rate withhold it. */
  share: number | null
  interval: Interval | null
  withheld: WithheldReason | null
  /** Where the share of n would lie in 95 % of all cases if the probability were right; 0..1 for n = 0. */
  band: Interval
}

/**
 * The points of a reliability diagram, with the consistency band of Bröcker and Smith (see `binomialBand`) around the probability
 * and the Wilson interval around what was seen. In the order of the certainty table a bin for each phrase; where its probability
 * was changed, one more for each that it stood for before, because a prediction is measured by what its words promised when it was
 * opened, and the band is that of one probability. What was opened while its words were unlisted promised none and is in no bin.
 * Clusters are made within the bin: one outcome counts once. A cluster that held up in part makes the band wider than needed,
 * never narrower.
 */
export const calibrationOf = (
  counted: readonly Resolved[],
  unresolved: readonly ScoredPrediction[],
  rules: ScoringRules,
): CalibrationBin[] => {
  const countedBy = new Map<string, number>()
  for (const { phrase } of counted) if (phrase !== null) countedBy.set(phrase, (countedBy.get(phrase) ?? 0) + 1)
  const resolvedBy = byPhrase(counted)
  const unresolvedBy = byPhrase(unresolved)
  return rules.certaintyTable.flatMap(({ words, probability: inForce }) => {
    const settled = resolvedBy.get(words) ?? []
    const waiting = unresolvedBy.get(words) ?? []
    const before = [...settled, ...waiting]
      .filter(({ probability }) => !isSame(probability, inForce))
      .map(({ probability }) => thousandths(probability) / 1000)
    return [inForce, ...[...new Set(before)].sort((a, b) => b - a)].map((probability, index) => {
      const isOfBin = (one: Probable) => isSame(one.probability, probability)
      const inBin = settled.filter(isOfBin)
      return {
        ...{ words, isInForce: index === 0, isWhole: inBin.length === (countedBy.get(words) ?? 0) },
        ...binOf(probability, inBin, waiting.filter(isOfBin).length, rules),
      }
    })
  })
}

function binOf(
  probability: number,
  settled: readonly Resolved[],
  unresolved: number,
  rules: ScoringRules,
): Omit<CalibrationBin, 'words' | 'isInForce' | 'isWhole'> {
  const clusters = clustersOf(settled)
  const n = clusters.length
  const held = sumOf(clusters, (members) => meanOf(members, heldUpBy(rules)))
  const withheld = withheldReason({ n, resolved: settled.length, unresolved }, rules)
  return {
    ...{ probability, n, predictions: settled.length, held, unresolved },
    share: withheld ? null : held / n,
    interval: withheld ? null : wilsonInterval(held, n),
    withheld,
    band: binomialBand(n, probability),
  }
}

type Probable = { probability: number }

/** Frozen with a prediction are three decimals; a table may have more. */
const thousandths = (probability: number): number => Math.round(probability * 1000)
const isSame = (one: number, other: number): boolean => thousandths(one) === thousandths(other)

/** Those that promised something, by the phrase that their words fall under. */
function byPhrase<T extends ScoredPrediction>(list: readonly T[]): Map<string, (T & Probable)[]> {
  const groups = new Map<string, (T & Probable)[]>()
  for (const one of list.filter(hasProbability)) {
    if (one.phrase === null) continue
    const group = groups.get(one.phrase)
    if (group) group.push(one)
    else groups.set(one.phrase, [one])
  }
  return groups
}
