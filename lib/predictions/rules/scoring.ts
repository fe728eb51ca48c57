import type { Day } from '@/lib/core/days'
import { type Interval, wilsonInterval } from '@/lib/core/intervals'
import type { ResolutionKind } from '../schema'

/** One opened prediction of a record's subject, as it stood on the as-of day. */
export type ScoredPrediction = {
  predictionId: string
  /** The last day of window and grace; null for one that was marked too vague without a window. */
  closesOn: Day | null
  /** The resolution in force on the as-of day; null while there is none. */
  resolution: Exclude<ResolutionKind, 'open'> | null
  /** The outcome that resolved it: several predictions of one outcome are one cluster. */
  outcomeId: string | null
}

export type RecordCounts = Record<Exclude<ResolutionKind, 'open'>, number>

export type WithheldReason = 'nothing_closed' | 'below_minimum' | 'too_many_unresolved'

/** How a subject's predictions held up, as of a day. Everything a page needs to print it honestly. */
export type TrackRecord = {
  asOfOn: Day
  /** Predictions whose window with grace closed before the as-of day and that were resolved true or otherwise. */
  predictions: number
  /** The separate outcomes among them: the n of the rate and its interval. */
  n: number
  /** Of `predictions`, how many came true. */
  cameTrue: number
  /** Closed but unresolved; printed beside n. */
  unresolved: number
  /** Window or grace not over yet, whatever happened already. */
  stillOpen: number
  /** By resolution, of those closed (too vague and void: of all). Void and too vague are in no rate. */
  counts: RecordCounts
  /** Share that held up, 0..1, with its 95 % interval; null when withheld. */
  rate: ({ value: number } & Interval) | null
  withheld: WithheldReason | null
  minimumN: number
  maxUnresolved: number
}

export type ScoringRules = { minimumN: number; maxUnresolved: number }

type Resolved = ScoredPrediction & { resolution: NonNullable<ScoredPrediction['resolution']> }

const ZERO: RecordCounts = { came_true: 0, early: 0, late: 0, partly: 0, did_not_happen: 0, too_vague: 0, void: 0 }

/**
 * The track record of one subject (speaker, publisher or phrase).
 *
 * Counts a prediction only when its window with grace closed before `asOfOn`: an early "yes" would bias the record. o = 1 for
 * came true; early, late, partly and did not happen are 0 and are shown apart. Void and too vague never count. Several
 * predictions of one outcome are one cluster, which holds up by the mean of its predictions; the rate is the mean over
 * clusters and n counts clusters. With clusters of unequal truth the Wilson interval is wider than needed, never narrower,
 * because a mean within 0..1 varies at most as much as a yes or no of the same probability. No rate below `minimumN`, or when
 * the unresolved are more than `maxUnresolved` of the closed predictions. A prediction listed twice counts once.
 */
export function trackRecordOf(listed: readonly ScoredPrediction[], asOfOn: Day, rules: ScoringRules): TrackRecord {
  const all = [...new Map(listed.map((p) => [p.predictionId, p])).values()]
  const isOut = (p: ScoredPrediction) => p.resolution === 'void' || p.resolution === 'too_vague'
  const isResolved = (p: ScoredPrediction): p is Resolved => p.resolution !== null
  const isClosed = (p: ScoredPrediction) => p.closesOn !== null && p.closesOn < asOfOn
  const live = all.filter((p) => !isOut(p))
  const closed = live.filter(isClosed)
  const counted = closed.filter(isResolved)
  const counts = { ...ZERO }
  for (const { resolution } of [...counted, ...all.filter(isOut).filter(isResolved)]) counts[resolution]++
  const clusters = clusterMeans(counted)
  const heldUp = clusters.reduce((sum, mean) => sum + mean, 0)
  const unresolved = closed.length - counted.length
  const withheld = withheldReason({ n: clusters.length, resolved: counted.length, unresolved }, rules)
  return {
    asOfOn,
    predictions: counted.length,
    n: clusters.length,
    cameTrue: counts.came_true,
    unresolved,
    stillOpen: live.length - closed.length,
    counts,
    rate: withheld ? null : { value: heldUp / clusters.length, ...wilsonInterval(heldUp, clusters.length) },
    withheld,
    ...rules,
  }
}

/** The share that came true in each cluster; a prediction without an outcome is a cluster of its own. */
function clusterMeans(counted: readonly ScoredPrediction[]): number[] {
  const clusters = new Map<string, { size: number; cameTrue: number }>()
  for (const p of counted) {
    const key = p.outcomeId ?? p.predictionId
    const cluster = clusters.get(key) ?? { size: 0, cameTrue: 0 }
    cluster.size++
    if (p.resolution === 'came_true') cluster.cameTrue++
    clusters.set(key, cluster)
  }
  return [...clusters.values()].map((cluster) => cluster.cameTrue / cluster.size)
}

type Closed = { n: number; resolved: number; unresolved: number }

/** The unresolved are predictions, so their share is one of predictions too, not of clusters. */
function withheldReason({ n, resolved, unresolved }: Closed, rules: ScoringRules): WithheldReason | null {
  if (n === 0) return 'nothing_closed'
  if (n < rules.minimumN) return 'below_minimum'
  return unresolved / (resolved + unresolved) > rules.maxUnresolved ? 'too_many_unresolved' : null
}
