import { clustersOf, heldUpBy, meanOf, type Resolved, type ScoringRules, sumOf } from './clusters'

export type BrierScore = {
  /** Clusters in which a prediction has a probability, and those predictions. */
  n: number
  predictions: number
  /** 0 (each certain and right) .. 1 (each certain and wrong). */
  score: number
  /** The same of whoever always says the share that held up of the page's other clusters. */
  baseScore: number
  /** 1 - score / baseScore: above 0 better than the base rate; null where the base rate was never wrong. */
  skill: number | null
}

type Probable = Resolved & { probability: number }

/**
 * The Brier score of those predictions that carry a probability: the mean of (p - o)², o = 1 where it held up and else 0, first
 * within each cluster, then over clusters. It is half of the score of G. W. Brier, "Verification of forecasts expressed in terms of
 * probability", Monthly Weather Review 78 (1950), 1-3, which sums over both classes; in this form since A. H. Murphy, "A new
 * vector partition of the probability score", Journal of Applied Meteorology 12 (1973), 595-600. The skill score against a
 * reference is Murphy's, too: 1 - score / reference.
 *
 * The reference says for each cluster the share that held up of all other counted clusters (also of those without a
 * probability), the scored one left out whole: a base rate that held what it is asked for would flatter itself. A negation's
 * probability is that of the statement as made, so nothing is inverted. Null without a probability, or without another cluster.
 */
export function brierOf(counted: readonly Resolved[], rules: ScoringRules): BrierScore | null {
  const heldUp = heldUpBy(rules)
  const clusters = clustersOf(counted).map((members) => ({
    share: meanOf(members, heldUp),
    scored: members.filter(hasProbability),
  }))
  const scored = clusters.filter((cluster) => cluster.scored.length > 0)
  if (scored.length === 0 || clusters.length < 2) return null
  const all = sumOf(clusters, ({ share }) => share)
  const errorOf = (members: readonly Probable[], said: (one: Probable) => number): number =>
    meanOf(members, (one) => (said(one) - heldUp(one)) ** 2)
  const score = meanOf(scored, (cluster) => errorOf(cluster.scored, ({ probability }) => probability))
  const baseScore = meanOf(scored, (cluster) => {
    const others = (all - cluster.share) / (clusters.length - 1)
    return errorOf(cluster.scored, () => others)
  })
  return {
    n: scored.length,
    predictions: sumOf(scored, (cluster) => cluster.scored.length),
    score,
    baseScore,
    skill: baseScore === 0 ? null : 1 - score / baseScore,
  }
}

export const hasProbability = <T extends { probability: number | null }>(one: T): one is T & { probability: number } =>
  one.probability !== null
