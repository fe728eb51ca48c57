import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadPredictions } from '../policy'
import { dueWords, type WatchState, watchStateOf } from '../rules/watch'
import type { PredictionState, ResolutionKind } from '../schema'

/** A prediction in a list of the desk. One that was never saved shows what the extractor found. */
export type PredictionListItem = {
  claimId: string
  predictionId: string | null
  shortForm: string
  speakerName: string | null
  state: PredictionState | 'unsaved'
  saidOn: Day | null
  window: Window | null
  windowWords: string | null
  graceDays: number
  certainty: number | null
  certaintyWords: string | null
  isNegated: boolean
  /** Whether it is one to open that has no criteria yet. */
  lacksCriteria: boolean
  /** Marked too vague, or to be marked so. */
  isVague: boolean
  resolution: ResolutionKind
  outcome: Window | null
  /** Only for opened ones without a resolution. */
  watch: WatchState | null
  dueText: string | null
  /** A judgement without an outcome that waits for a second person. */
  waitingJudgement: ResolutionKind | null
}

/** These predictions as lists show them, by their claims' ids and in their order. Throws NOT_FOUND for readers who may not see the desk. */
export async function loadListedPredictions(
  ctx: Context,
  claimIds: readonly string[],
  today: Day,
): Promise<PredictionListItem[]> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().claim.findMany({ where: { id: { in: [...claimIds] } }, select: LIST_SELECT })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return claimIds.flatMap((id) => byId.get(id) ?? []).map((row) => toItem(row, today))
}

const FIRST_SAID = [
  { article: { publishedOn: { sort: 'asc', nulls: 'last' } } },
  { id: 'asc' },
] as const satisfies Prisma.OccurrenceOrderByWithRelationInput[]

const LIST_SELECT = {
  id: true,
  shortForm: true,
  speaker: { select: { name: true } },
  occurrences: {
    orderBy: [...FIRST_SAID],
    take: 1,
    select: {
      certaintyWords: true,
      isNegated: true,
      article: { select: { publishedOn: true } },
      candidate: { select: { dueFrom: true, dueTo: true, dueWords: true } },
    },
  },
  prediction: {
    select: {
      id: true,
      state: true,
      saidOn: true,
      dueFrom: true,
      dueTo: true,
      dueWords: true,
      graceDays: true,
      criteria: true,
      vagueReason: true,
      certainty: true,
      certaintyWords: true,
      isNegated: true,
      speaker: { select: { name: true } },
      currentResolution: { select: { kind: true, outcome: { select: { firstOn: true, lastOn: true } } } },
      judgements: { where: { resolutionId: null, refusedAt: null }, select: { kind: true }, take: 1 },
    },
  },
} as const satisfies Prisma.ClaimSelect

type ListRow = Prisma.ClaimGetPayload<{ select: typeof LIST_SELECT }>

export const windowOf = (from: Day | null | undefined, to: Day | null | undefined): Window | null =>
  from && to ? { from, to } : null

function toItem(row: ListRow, today: Day): PredictionListItem {
  const first = row.occurrences[0]
  const p = row.prediction
  const words = p ?? { ...first?.candidate, certaintyWords: first?.certaintyWords, isNegated: first?.isNegated }
  const resolution = p?.currentResolution ?? null
  const watched =
    p?.state === 'opened' && p.dueTo !== null && resolution === null ? { dueTo: p.dueTo, graceDays: p.graceDays } : null
  return {
    claimId: row.id,
    predictionId: p?.id ?? null,
    shortForm: row.shortForm,
    speakerName: (p?.state === 'opened' || p?.state === 'too_vague' ? p.speaker : row.speaker)?.name ?? null,
    state: p?.state ?? 'unsaved',
    saidOn: p ? p.saidOn : (first?.article.publishedOn ?? null),
    window: windowOf(words.dueFrom, words.dueTo),
    windowWords: words.dueWords ?? null,
    graceDays: p?.graceDays ?? 0,
    certainty: p?.certainty?.toNumber() ?? null,
    certaintyWords: words.certaintyWords ?? null,
    isNegated: words.isNegated ?? false,
    lacksCriteria: p === null || (p.state === 'draft' && p.criteria === '' && p.vagueReason === null),
    isVague: p !== null && p.vagueReason !== null,
    resolution: resolution?.kind ?? 'open',
    outcome: windowOf(resolution?.outcome?.firstOn, resolution?.outcome?.lastOn),
    watch: watched && watchStateOf(watched, today),
    dueText: watched && dueWords(watched, today),
    waitingJudgement: p?.judgements[0]?.kind ?? null,
  }
}
