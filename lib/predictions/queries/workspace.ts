import type { ClaimState } from '@/lib/claims/schema'
import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { figureOf } from '@/lib/evidence/queries'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { certaintyOf } from '@/lib/settings/rules'
import type { Settings } from '@/lib/settings/schema'
import { canReadPredictions } from '../policy'
import { type FigureReading, readingsOf } from '../rules/figures'
import { dueWords, type WatchState, watchStateOf } from '../rules/watch'
import type { PredictionContent, PredictionState, ResolutionKind } from '../schema'
import { contentOfPrediction } from './content'
import { digestOfGround, listClaimWriters } from './ground'
import { type LinkedPrediction, listLinkedPredictions } from './linked'
import { type Ground, type PredictionPermissions, predictionPermissions } from './permissions'
import { alternativesOf, PLACE_READ, prefill } from './prefill'

/** Where the claim was made: what a person reads before writing window and criteria. */
export type SaidAt = {
  articleId: string
  title: string
  publisherName: string
  publishedOn: Day | null
  quote: string
  prefix: string
  suffix: string
  speakerText: string | null
  relayText: string | null
}

/** What a judgement rests on, as it was proposed. */
export type CitedSource = {
  url: string | null
  title: string
  publisherName: string | null
  publishedOn: Day | null
  excerpt: string
}

export type ResolutionStep = {
  id: string
  sources: CitedSource[]
  kind: ResolutionKind
  reason: string
  authorName: string
  approverName: string | null
  outcomeId: string | null
  isSolo: boolean
  createdAt: Date
}

export type StoredPrediction = {
  id: string
  state: PredictionState
  revision: number
  certainty: number | null
  authorName: string
  proposedByName: string | null
  proposedAt: Date | null
  sentBack: { byName: string; reason: string } | null
  opened: { byName: string; at: Date; isSolo: boolean } | null
  watch: WatchState | null
  dueText: string | null
  clarifications: { id: string; text: string; authorName: string; createdAt: Date }[]
  resolutions: ResolutionStep[]
  current: ResolutionStep | null
  judgement: {
    id: string
    kind: ResolutionKind
    reason: string
    authorName: string
    createdAt: Date
    sources: CitedSource[]
  } | null
  /** Outcomes that link it and are not decided yet. */
  waitingOutcomes: { id: string; statement: string; state: string }[]
}

export type PredictionWorkspace = {
  claim: {
    id: string
    slug: string
    statement: string
    shortForm: string
    state: ClaimState
    speakerName: string | null
  }
  today: Day
  zone: string
  saidAt: SaidAt[]
  /** What the form shows: the stored content, else what the extractor found. */
  content: PredictionContent
  /** Other readings of the window that the extractor saw. */
  alternatives: { from: Day; to: Day }[]
  /** What each figure of the claim would take. */
  figures: FigureReading[]
  /** The words that the figure of a new form was read from. */
  figureReadFrom: string | null
  certaintyTable: Settings['certaintyTable']
  /** Probability that stands for the words of `content` under the settings in force. */
  certainty: number | null
  prediction: StoredPrediction | null
  linked: LinkedPrediction[]
  may: PredictionPermissions
}

/** All that the page of one prediction shows; null when the claim is no prediction or is merged or hidden. */
export async function getPredictionWorkspace(ctx: Context, claimId: string): Promise<PredictionWorkspace | null> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const row = await db().claim.findFirst({
    where: { id: claimId, kind: 'prediction', state: { notIn: ['merged', 'hidden'] } },
    select: SELECT,
  })
  if (row === null) return null
  const settings = await requireSettings()
  const today = dayInZone(ctx.now, settings.zone)
  const { prediction } = row
  const figures = readingsOf(row.quantities.filter(isFigure).map(figureOf))
  const [figure] = figures.length === 1 ? figures : []
  const content = prediction
    ? contentOfPrediction(prediction)
    : { ...prefill(row.occurrences[0], settings), ...figure?.target }
  const { id, slug, statement, shortForm, state } = row
  const speakerName = prediction?.frozenAt ? (prediction.speaker?.name ?? null) : (row.speaker?.name ?? null)
  return {
    claim: { id, slug, statement, shortForm, state, speakerName },
    today,
    zone: settings.zone,
    saidAt: row.occurrences.map(toSaidAt),
    content,
    alternatives: alternativesOf(content.window, row.occurrences[0]),
    figures,
    figureReadFrom: prediction === null && figure ? (row.quantities.find(isFigure)?.text ?? null) : null,
    certaintyTable: settings.certaintyTable,
    certainty: prediction?.frozenAt
      ? (prediction.certainty?.toNumber() ?? null)
      : certaintyOf(settings.certaintyTable, content.certaintyWords),
    prediction: prediction && toStored(prediction, today),
    linked: await listLinkedPredictions(claimId, { onlyPublic: false }),
    may: predictionPermissions(ctx, prediction, await groundOf(claimId, prediction), settings.isSolo),
  }
}

async function groundOf(claimId: string, prediction: PredictionRow | null): Promise<Ground> {
  if (prediction?.state !== 'proposed') return { claimWriterIds: [], isAsProposed: false }
  return {
    claimWriterIds: await listClaimWriters(db(), claimId),
    isAsProposed: prediction.proposedDigest === (await digestOfGround(db(), claimId)),
  }
}

/** An age or an ordinal is not what has to come about. */
const isFigure = ({ unit }: { unit: string }): boolean => unit !== 'ordinal' && unit !== 'year (age)'

const NAME = { select: { name: true } } as const
const SOURCES = {
  orderBy: { position: 'asc' },
  select: { url: true, title: true, publisherName: true, publishedOn: true, excerpt: true },
} as const
const SELECT = {
  id: true,
  slug: true,
  statement: true,
  shortForm: true,
  state: true,
  speaker: NAME,
  quantities: { orderBy: [{ position: 'asc' }, { id: 'asc' }], take: 20 },
  occurrences: {
    orderBy: [{ article: { publishedOn: { sort: 'asc', nulls: 'last' } } }, { id: 'asc' }],
    take: 20,
    select: {
      quote: true,
      prefix: true,
      suffix: true,
      speakerText: true,
      relayText: true,
      article: { select: { id: true, title: true, publishedOn: true, publisher: NAME } },
      ...PLACE_READ,
    },
  },
  prediction: {
    include: {
      speaker: NAME,
      author: NAME,
      proposedBy: NAME,
      sentBackBy: NAME,
      approver: NAME,
      saves: { select: { savedById: true } },
      clarifications: { orderBy: { id: 'asc' }, include: { author: NAME } },
      resolutions: {
        orderBy: { id: 'asc' },
        include: { author: NAME, approver: NAME, judgement: { select: { sources: SOURCES } } },
      },
      judgements: {
        where: { resolutionId: null, refusedAt: null },
        include: { author: NAME, sources: SOURCES },
        take: 1,
      },
      outcomeLinks: {
        where: { outcome: { state: { in: ['draft', 'submitted'] } } },
        select: { outcome: { select: { id: true, statement: true, state: true } } },
      },
    },
  },
} as const satisfies Prisma.ClaimSelect

type Row = Prisma.ClaimGetPayload<{ select: typeof SELECT }>
type PredictionRow = NonNullable<Row['prediction']>

const toSaidAt = ({ article, ...occurrence }: Row['occurrences'][number]): SaidAt => ({
  articleId: article.id,
  title: article.title,
  publisherName: article.publisher.name,
  publishedOn: article.publishedOn,
  quote: occurrence.quote,
  prefix: occurrence.prefix,
  suffix: occurrence.suffix,
  speakerText: occurrence.speakerText,
  relayText: occurrence.relayText,
})

function toStored(row: PredictionRow, today: Day): StoredPrediction {
  const resolutions = row.resolutions.map(toStep)
  const isWatched = row.state === 'opened' && row.currentResolutionId === null
  const watched = isWatched && row.dueTo !== null ? { dueTo: row.dueTo, graceDays: row.graceDays } : null
  const judgement = row.judgements[0]
  return {
    id: row.id,
    state: row.state,
    revision: row.revision,
    certainty: row.certainty?.toNumber() ?? null,
    authorName: row.author.name,
    proposedByName: row.proposedBy?.name ?? null,
    proposedAt: row.proposedAt,
    sentBack: row.sentBackReason === null ? null : { byName: row.sentBackBy?.name ?? '', reason: row.sentBackReason },
    opened:
      row.frozenAt === null
        ? null
        : { byName: row.approver?.name ?? '', at: row.frozenAt, isSolo: row.soloSettingId !== null },
    watch: watched && watchStateOf(watched, today),
    dueText: watched && dueWords(watched, today),
    clarifications: row.clarifications.map(({ id, text, author, createdAt }) => ({
      id,
      text,
      authorName: author.name,
      createdAt,
    })),
    resolutions,
    current: resolutions.find((step) => step.id === row.currentResolutionId) ?? null,
    judgement: judgement
      ? {
          id: judgement.id,
          kind: judgement.kind,
          reason: judgement.reason,
          authorName: judgement.author.name,
          sources: judgement.sources,
          createdAt: judgement.createdAt,
        }
      : null,
    waitingOutcomes: row.outcomeLinks.map((link) => link.outcome),
  }
}

const toStep = (row: PredictionRow['resolutions'][number]): ResolutionStep => ({
  id: row.id,
  sources: row.judgement?.sources ?? [],
  kind: row.kind,
  reason: row.reason,
  authorName: row.author.name,
  approverName: row.approver?.name ?? null,
  outcomeId: row.outcomeId,
  isSolo: row.soloSettingId !== null,
  createdAt: row.createdAt,
})
