import type { Day } from '@/lib/core/days'
import { type Interval, wilsonInterval } from '@/lib/core/intervals'
import type { ResolutionKind } from '../../schema'
import { type BrierScore, brierOf, hasProbability } from './brier'
import { type CalibrationBin, calibrationOf } from './calibration'
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
import { latenessOf, leadOf, type Spread } from './timing'

/** Counted up with every change of what a record says or how: records that were computed before are computed anew. */
export const SCORING_VERSION = 3

export type RecordCounts = Record<Exclude<ResolutionKind, 'open'>, number>

/** How a subject's predictions held up, as of a day. Everything a page needs to print it honestly. */
export type TrackRecord = {
  asOfOn: Day
  /** Predictions whose window with grace closed before the as-of day and that were resolved true or otherwise. */
  predictions: number
  /** The separate outcomes among them: the n of the rate and its interval. */
  n: number
  /** Of `predictions`, how many came true, and how many held up by the settings: the same unless `heldUp` says more. */
  cameTrue: number
  held: number
  /** Of `predictions`, how many were opened after their window with grace had closed, when what came of them could be known. */
  openedLate: number
  /** Closed but unresolved; printed beside n. */
  unresolved: number
  /** Window or grace not over yet, whatever happened already. */
  stillOpen: number
  /** By resolution, of those closed (too vague and void: of all). Void and too vague are in no rate. */
  counts: RecordCounts
  /** Share that held up, 0..1, with its 95 % interval; null when withheld. */
  rate: ({ value: number } & Interval) | null
  withheld: WithheldReason | null
  /** Null where the rate is withheld, or would be of those with a probability alone, or there is no second cluster. */
  brier: BrierScore | null
  /** One for each phrase of the certainty table, in its order, and for each probability that it stood for before. */
  calibration: CalibrationBin[]
  /** Days from saying to the end of the window, of `predictions`. */
  lead: Spread | null
  /** Days from the end of the window to what happened, of those that came late. */
  lateness: Spread | null
  /** Of all `opened` predictions, how many proved too vague and how many void. */
  shares: { tooVague: number; void: number; opened: number }
  minimumN: number
  maxUnresolved: number
  /** The resolutions that count as held up. */
  heldUp: readonly ResolutionKind[]
}

const ZERO: RecordCounts = { came_true: 0, early: 0, late: 0, partly: 0, did_not_happen: 0, too_vague: 0, void: 0 }

/**
 * The track record of one subject.
 *
 * Counts a prediction only when its window with grace closed before `asOfOn`: an early "yes" would bias the record. o = 1 for
 * the resolutions of `rules.heldUp` (came true, unless the newsroom adds others); the rest are 0 and are shown apart. Void and
 * too vague never count. Several predictions of one outcome are one cluster, which holds up by the mean of its predictions; the
 * rate is the mean over clusters and n counts clusters. With clusters of unequal truth the Wilson interval is wider than needed,
 * never narrower, because a mean within 0..1 varies at most as much as a yes or no of the same probability. No rate below
 * `minimumN`, or when the unresolved are more than `maxUnresolved` of the closed predictions. A prediction listed twice counts
 * once, and the order of the list changes nothing, not even the last digit.
 */
export function trackRecordOf(listed: readonly ScoredPrediction[], asOfOn: Day, rules: ScoringRules): TrackRecord {
  const all = [...new Map(listed.map((p) => [p.predictionId, p])).values()].sort(byId)
  const live = all.filter((p) => !isOut(p))
  const closed = live.filter(({ closesOn }) => closesOn !== null && closesOn < asOfOn)
  const counted = closed.filter(isResolved)
  const unresolved = closed.filter((p) => !isResolved(p))
  const counts = { ...ZERO }
  for (const { resolution } of [...counted, ...all.filter(isOut)]) counts[resolution]++
  const heldUp = heldUpBy(rules)
  const clusters = clustersOf(counted)
  const n = clusters.length
  const sum = sumOf(clusters, (members) => meanOf(members, heldUp))
  const withheld = withheldReason({ n, resolved: counted.length, unresolved: unresolved.length }, rules)
  const { minimumN, maxUnresolved } = rules
  return {
    asOfOn,
    predictions: counted.length,
    n,
    cameTrue: counts.came_true,
    held: sumOf(counted, heldUp),
    openedLate: counted.filter(isOpenedLate).length,
    unresolved: unresolved.length,
    stillOpen: live.length - closed.length,
    counts,
    rate: withheld ? null : { value: sum / n, ...wilsonInterval(sum, n) },
    withheld,
    brier: withheld ? null : shownBrier(counted, unresolved, rules),
    calibration: calibrationOf(counted, unresolved, rules),
    lead: leadOf(counted),
    lateness: latenessOf(counted),
    shares: { tooVague: counts.too_vague, void: counts.void, opened: all.length },
    ...{ minimumN, maxUnresolved, heldUp: rules.heldUp },
  }
}

const byId = (a: ScoredPrediction, b: ScoredPrediction): number => (a.predictionId < b.predictionId ? -1 : 1)
const isOpenedLate = ({ openedOn, closesOn }: ScoredPrediction): boolean => closesOn !== null && openedOn > closesOn
const isResolved = (p: ScoredPrediction): p is Resolved => p.resolution !== null
const isOut = (p: ScoredPrediction): p is Resolved => p.resolution === 'void' || p.resolution === 'too_vague'

/** The rules of the rate hold for those with a probability by themselves, too. */
function shownBrier(
  counted: readonly Resolved[],
  unresolved: readonly ScoredPrediction[],
  rules: ScoringRules,
): BrierScore | null {
  const brier = brierOf(counted, rules)
  if (brier === null) return null
  const { n, predictions } = brier
  const waiting = unresolved.filter(hasProbability).length
  return withheldReason({ n, resolved: predictions, unresolved: waiting }, rules) ? null : brier
}
