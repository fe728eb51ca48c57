import { statementFor } from '@/lib/claims/rules/wording'
import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { formatWindow, type Window } from '@/lib/core/windows'
import { MAX_EXCERPT } from '@/lib/evidence/rules/limits'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadPredictions } from '../policy'
import { beginningOf } from '../rules/news'
import { readTypedWindow } from '../rules/windows'
import type { NewsRelation, NewsState, OutcomeContent } from '../schema'
import { windowOf } from './list'

/** What a later article says of an open prediction, for the desk. */
export type NewsItem = {
  id: string
  predictionId: string
  claimId: string
  shortForm: string
  /** When the prediction was said, and its frozen window. */
  saidOn: Day | null
  window: Window | null
  relation: NewsRelation
  hasHappened: boolean
  /** "says 27–29 Oct 2025, within Jul–Dec 2025" */
  words: string
  /** The window that it says, or the days on which it happened. */
  stated: Window | null
  quote: string
  candidateId: string | null
  article: { id: string; title: string; publisherName: string; publishedOn: Day | null }
  state: NewsState
  decidedByName: string | null
  /** The outcome that it was taken for. */
  outcomeId: string | null
}

export type NewsPage = { items: NewsItem[]; next: string | null }

const PAGE = 25
/** Of one prediction. */
const BOUND = 50
/** Counts stop here. */
const COUNTED = 1000

/** What waits: of open predictions alone, and not where the words were rejected or the article is hidden by now. */
const WAITING = {
  state: 'open',
  prediction: { state: 'opened', currentResolutionId: null, claim: { state: { notIn: ['merged', 'hidden'] } } },
  article: { hiddenAt: null },
  OR: [{ candidateId: null }, { candidate: { state: { not: 'rejected' } } }],
} satisfies Prisma.PredictionNewsWhereInput

const ITEM = {
  ...{ id: true, relation: true, hasHappened: true, words: true, windowFrom: true, windowTo: true, quote: true },
  ...{ candidateId: true, state: true, outcomeId: true, decidedBy: { select: { name: true } } },
  prediction: {
    select: {
      id: true,
      claimId: true,
      saidOn: true,
      dueFrom: true,
      dueTo: true,
      claim: { select: { shortForm: true } },
    },
  },
  article: { select: { id: true, title: true, publishedOn: true, publisher: { select: { name: true } } } },
} satisfies Prisma.PredictionNewsSelect

const toItem = (row: Prisma.PredictionNewsGetPayload<{ select: typeof ITEM }>): NewsItem => ({
  ...{ id: row.id, relation: row.relation, hasHappened: row.hasHappened, words: row.words, quote: row.quote },
  ...{
    candidateId: row.candidateId,
    state: row.state,
    outcomeId: row.outcomeId,
    decidedByName: row.decidedBy?.name ?? null,
  },
  predictionId: row.prediction.id,
  claimId: row.prediction.claimId,
  shortForm: row.prediction.claim.shortForm,
  saidOn: row.prediction.saidOn,
  window: windowOf(row.prediction.dueFrom, row.prediction.dueTo),
  stated: windowOf(row.windowFrom, row.windowTo),
  article: {
    ...{ id: row.article.id, title: row.article.title, publishedOn: row.article.publishedOn },
    publisherName: row.article.publisher.name,
  },
})

/** A page of what waits, the newest first. */
export async function listWaitingNews(ctx: Context, { after }: { after?: string } = {}): Promise<NewsPage> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().predictionNews.findMany({
    where: { ...WAITING, id: { lt: after } },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: ITEM,
  })
  const items = rows.slice(0, PAGE).map(toItem)
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** How many wait, at most 1,000. */
export async function countWaitingNews(ctx: Context): Promise<number> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  return db().predictionNews.count({ where: WAITING, take: COUNTED })
}

/** What later articles say of one prediction, decided on or not, by their day; at most 50. */
export async function listNewsOf(ctx: Context, predictionId: string): Promise<NewsItem[]> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().predictionNews.findMany({
    where: { predictionId, OR: [WAITING, { state: { not: 'open' } }] },
    orderBy: [{ article: { publishedOn: 'desc' } }, { id: 'desc' }],
    take: BOUND,
    select: ITEM,
  })
  return rows.map(toItem)
}

/** One of them; null when there is none. */
export async function getNewsItem(ctx: Context, id: string): Promise<NewsItem | null> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const row = await db().predictionNews.findUnique({ where: { id }, select: ITEM })
  return row && toItem(row)
}

/** What the form of an outcome begins with; whether it happened is open where the article does not say so. */
export type OutcomePrefill = Omit<OutcomeContent, 'hasHappened'> & { hasHappened: boolean | null }

/** The days with the precision that their shortest words have ("Oct 2025": month). */
function daysOf(window: Window): NonNullable<OutcomeContent['days']> {
  const read = readTypedWindow(formatWindow(window), null)
  return { ...window, precision: read.ok ? read.precision : 'day' }
}

/** An outcome begun from what an article says: its words as the source, and for what happened the statement and its days. */
export async function getOutcomePrefill(ctx: Context, newsId: string): Promise<OutcomePrefill | null> {
  if (!canReadPredictions(ctx.actor)) throw new AppError('NOT_FOUND')
  const row = await db().predictionNews.findUnique({
    where: { id: newsId },
    select: {
      ...{ hasHappened: true, windowFrom: true, windowTo: true, quote: true },
      article: { select: { url: true, title: true, publishedOn: true, publisher: { select: { name: true } } } },
    },
  })
  if (row === null) return null
  const { hasHappened, quote, article } = row
  const window = hasHappened ? windowOf(row.windowFrom, row.windowTo) : null
  const { url, title, publishedOn, publisher } = article
  return {
    statement: hasHappened ? statementFor(quote, 'event', null) : '',
    hasHappened: hasHappened ? true : null,
    days: window && daysOf(window),
    ...{ value: null, valueTo: null, unit: null, note: null },
    sources: [{ url, title, publisherName: publisher.name, publishedOn, excerpt: beginningOf(quote, MAX_EXCERPT) }],
  }
}
