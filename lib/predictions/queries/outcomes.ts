import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canApprovePredictions, canReadPredictions, canUndoResolutions, canWritePredictions } from '../policy'
import { afterMove, OUTCOME_MOVES } from '../rules/moves'
import type { DayPrecision, OutcomeContent, OutcomeState, ResolutionKind } from '../schema'
import { contentOfOutcome } from './content'
import { windowOf } from './list'
import { approvalPermission, type Permission } from './permissions'

export type OutcomeListItem = {
  id: string
  state: OutcomeState
  statement: string
  hasHappened: boolean
  days: (Window & { precision: DayPrecision }) | null
  links: number
  authorName: string
  createdAt: Date
}

const PAGE = 25
const NAME = { select: { name: true } } as const

/** Outcomes, newest first, of one state, or of all but the dropped; paged by id. */
export async function listOutcomes(
  ctx: Context,
  { state, before }: { state?: OutcomeState; before?: string },
): Promise<{ items: OutcomeListItem[]; nextCursor: string | null }> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().outcome.findMany({
    where: { state: state ?? { not: 'dropped' }, id: before ? { lt: before } : undefined },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      state: true,
      statement: true,
      hasHappened: true,
      firstOn: true,
      lastOn: true,
      precision: true,
      createdAt: true,
      author: NAME,
      _count: { select: { links: true } },
    },
  })
  const page = rows.slice(0, PAGE)
  const items = page.map(({ firstOn, lastOn, precision, author, _count, ...row }) => {
    const days = windowOf(firstOn, lastOn)
    return { ...row, days: days && { ...days, precision }, authorName: author.name, links: _count.links }
  })
  return { items, nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

/** How many outcomes are in each state. */
export async function countOutcomes(ctx: Context): Promise<Record<OutcomeState, number>> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const groups = await db().outcome.groupBy({ by: ['state'], _count: true })
  const counts = { draft: 0, submitted: 0, approved: 0, undone: 0, dropped: 0 }
  for (const group of groups) counts[group.state] = group._count
  return counts
}

/** A prediction on an outcome's list, with what the rules propose and what is chosen. */
export type OutcomeLinkView = {
  predictionId: string
  claimId: string
  shortForm: string
  speakerName: string | null
  saidOn: Day | null
  window: Window | null
  graceDays: number
  certainty: number | null
  conditionWords: string | null
  resolution: ResolutionKind
  rule: string
  overrideReason: string | null
  /** Resolved by another outcome in the meantime, so that it blocks the approval. */
  isResolvedElsewhere: boolean
}

export type OutcomeView = {
  id: string
  state: OutcomeState
  revision: number
  content: OutcomeContent
  sources: {
    id: string
    sourceId: string
    url: string | null
    title: string
    publisherName: string | null
    publishedOn: Day | null
    excerpt: string
  }[]
  links: OutcomeLinkView[]
  authorName: string
  submitted: { byName: string; at: Date } | null
  sentBack: { byName: string; reason: string } | null
  approved: { byName: string; at: Date; isSolo: boolean } | null
  undone: { byName: string; at: Date; reason: string } | null
  dropped: { byName: string; at: Date; reason: string } | null
  today: Day
  zone: string
  may: { write: boolean; submit: boolean; drop: boolean; approve: Permission; sendBack: boolean; undo: boolean }
}

const SELECT = {
  author: NAME,
  submittedBy: NAME,
  sentBackBy: NAME,
  approver: NAME,
  undoneBy: NAME,
  droppedBy: NAME,
  saves: { select: { savedById: true } },
  sources: { orderBy: { position: 'asc' } },
  links: {
    orderBy: { prediction: { saidOn: 'asc' } },
    include: {
      prediction: {
        include: {
          speaker: NAME,
          claim: { select: { shortForm: true } },
          currentResolution: { select: { outcomeId: true } },
        },
      },
    },
  },
} as const satisfies Prisma.OutcomeInclude

type Row = Prisma.OutcomeGetPayload<{ include: typeof SELECT }>

/** One outcome with all that its page shows; null when there is none. */
export async function getOutcome(ctx: Context, id: string): Promise<OutcomeView | null> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const row = await db().outcome.findUnique({ where: { id }, include: SELECT })
  if (row === null) return null
  const settings = await requireSettings()
  const { submittedAt, approvedAt, undoneAt, droppedAt } = row
  return {
    id,
    state: row.state,
    revision: row.revision,
    content: contentOfOutcome(row),
    sources: row.sources.map(({ id, sourceId, url, title, publisherName, publishedOn, excerpt }) => ({
      ...{ id, sourceId, url, title, publisherName, publishedOn, excerpt },
    })),
    links: row.links.map((link) => toLink(link, id)),
    authorName: row.author.name,
    submitted: submittedAt && { byName: row.submittedBy?.name ?? '', at: submittedAt },
    sentBack: row.sentBackReason === null ? null : { byName: row.sentBackBy?.name ?? '', reason: row.sentBackReason },
    approved: approvedAt && { byName: row.approver?.name ?? '', at: approvedAt, isSolo: row.soloSettingId !== null },
    undone: undoneAt && { byName: row.undoneBy?.name ?? '', at: undoneAt, reason: row.undoneReason ?? '' },
    dropped: droppedAt && { byName: row.droppedBy?.name ?? '', at: droppedAt, reason: row.droppedReason ?? '' },
    today: dayInZone(ctx.now, settings.zone),
    zone: settings.zone,
    may: permissions(ctx, row, settings.isSolo),
  }
}

function toLink({ prediction, ...link }: Row['links'][number], outcomeId: string): OutcomeLinkView {
  const current = prediction.currentResolution
  return {
    predictionId: prediction.id,
    claimId: prediction.claimId,
    shortForm: prediction.claim.shortForm,
    speakerName: prediction.speaker?.name ?? null,
    saidOn: prediction.saidOn,
    window: windowOf(prediction.dueFrom, prediction.dueTo),
    graceDays: prediction.graceDays,
    certainty: prediction.certainty?.toNumber() ?? null,
    conditionWords: prediction.conditionWords,
    resolution: link.resolution,
    rule: link.rule,
    overrideReason: link.overrideReason,
    isResolvedElsewhere: current !== null && current.outcomeId !== outcomeId,
  }
}

function permissions(ctx: Context, row: Row, isSolo: boolean): OutcomeView['may'] {
  const mayWrite = canWritePredictions(ctx.actor)
  const isEditor = canApprovePredictions(ctx.actor)
  const may = (move: string) => afterMove(OUTCOME_MOVES, row.state, move) !== null
  return {
    write: mayWrite && may('save'),
    submit: mayWrite && may('submit'),
    drop: mayWrite && may('drop'),
    approve: may('approve') ? approvalPermission(ctx, row, isSolo) : { allowed: false, why: null },
    sendBack: isEditor && may('send_back'),
    undo: canUndoResolutions(ctx.actor) && may('undo'),
  }
}
