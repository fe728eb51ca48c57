import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { type Day, dayInZone, earlierDay, laterDay } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { addEvidenceIn, removeEvidenceIn } from '@/lib/evidence/commands'
import { type ArticleCopy, readArticleCopy } from '@/lib/evidence/commands/article-copies'
import { MAX_EXCERPT } from '@/lib/evidence/rules/limits'
import { db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { predictionEvents } from '../events'
import { canWritePredictions } from '../policy'
import { beginningOf, stanceOf } from '../rules/news'
import { NewsInput, type NewsState } from '../schema'
import { assertAllowed, lockPrediction, personOf } from './guards'

const ROW = {
  prediction: { select: { claimId: true, state: true, currentResolutionId: true } },
  article: { include: { publisher: { select: { name: true } } } },
  evidence: { select: { removedAt: true } },
} satisfies Prisma.PredictionNewsInclude
type Row = Prisma.PredictionNewsGetPayload<{ include: typeof ROW }>

/** Which prediction's page it is on. */
export type NewsDecided = { predictionId: string; claimId: string }

/**
 * Takes what an article says as evidence of the prediction's claim: its words as the excerpt, the article as the source, the stance
 * by the relation. Throws MOVE_REFUSED for what was decided on already, or while a verdict that rests on the evidence waits.
 */
export async function takeNewsAsEvidence(ctx: Context, input: NewsInput): Promise<NewsDecided> {
  const kept = await readNewsCopy(ctx, NewsInput.parse(input).id)
  return decide(ctx, input, 'taken_as_evidence', async (tx, row) => {
    const { zone } = await requireSettings(tx)
    const today = dayInZone(ctx.now, zone)
    const { url, title, publishedOn, publisher } = row.article
    const excerpt = beginningOf(row.quote, MAX_EXCERPT)
    const cited = {
      ...{ claimId: row.prediction.claimId, url: url ?? undefined, title, publisherName: publisher.name },
      kind: 'secondary',
      ...sourceDays(publishedOn, dayInZone(row.article.importedAt, zone), today),
      excerpt,
      stance: stanceOf(row.relation),
      note: `A later article ${row.words}.${excerpt === row.quote ? '' : ' The excerpt is how the passage begins.'}`,
    } as const
    return { evidenceId: (await addEvidenceIn(tx, ctx, cited, kept)).id }
  })
}

/** What the desk kept of the article that the news is in, to be cited. Null for who may not take it. */
export async function readNewsCopy(ctx: Context, id: string): Promise<ArticleCopy | null> {
  if (!canWritePredictions(ctx.actor)) return null
  const row = await db().predictionNews.findUnique({ where: { id }, select: { articleId: true, quote: true } })
  return row && readArticleCopy(row.articleId, row.quote)
}

/**
 * When the article was published and retrieved. Where it is published the day is already the next one: it was retrieved on that
 * day too, and before that day has come here, when it was published is left open.
 */
function sourceDays(publishedOn: Day | null, importedOn: Day, today: Day) {
  const retrievedOn = earlierDay(publishedOn === null ? importedOn : laterDay(importedOn, publishedOn), today)
  return { retrievedOn, publishedOn: publishedOn !== null && publishedOn <= retrievedOn ? publishedOn : null }
}

/**
 * Takes it as the source of an outcome, with the first save of that outcome: before, nothing is decided. What somebody decided on
 * meanwhile stays so, and what is news no longer keeps nobody from saving. The caller has checked that outcomes may be written.
 */
export async function takeNewsAsSourceIn(tx: Tx, ctx: Context, id: string, outcomeId: string): Promise<void> {
  if ((await tx.predictionNews.count({ where: { id } })) === 0) return
  const row = await lockNews(tx, id)
  if (row.state !== 'open' || row.prediction.state !== 'opened' || row.prediction.currentResolutionId !== null) return
  const data = { state: 'taken_as_source', outcomeId, decidedById: personOf(ctx), decidedAt: ctx.now } as const
  await tx.predictionNews.update({ where: { id }, data })
  await record(tx, ctx, row, data.state)
}

/** What a claim of its own says of the prediction is decided on: it was taken as another prediction. The caller holds the prediction. */
export async function takeNewsAsPredictionIn(tx: Tx, ctx: Context, predictionId: string, claimId: string) {
  const found = await tx.predictionNews.findMany({
    where: { predictionId, state: 'open', candidate: { occurrence: { claimId } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const { id } of found) {
    const row = await lockNews(tx, id)
    if (row.state !== 'open') continue
    const data = { state: 'taken_as_prediction', decidedById: personOf(ctx), decidedAt: ctx.now } as const
    await tx.predictionNews.update({ where: { id }, data })
    await record(tx, ctx, row, data.state)
  }
}

/** What was taken as the source of an outcome that is dropped or undone waits again. The caller has locked the outcome. */
export async function reopenNewsOfIn(tx: Tx, ctx: Context, outcomeId: string): Promise<void> {
  const rows = await tx.predictionNews.findMany({ where: { outcomeId }, orderBy: { id: 'asc' }, select: { id: true } })
  for (const { id } of rows) {
    const row = await lockNews(tx, id)
    if (row.outcomeId !== outcomeId) continue
    await tx.predictionNews.update({ where: { id }, data: UNDECIDED })
    await record(tx, ctx, row, 'open')
  }
}

const UNDECIDED = { state: 'open', evidenceId: null, outcomeId: null, decidedById: null, decidedAt: null } as const

/** It says nothing of the prediction, or nothing that counts. */
export const dismissNews = (ctx: Context, input: NewsInput): Promise<NewsDecided> =>
  decide(ctx, input, 'dismissed', async () => ({ evidenceId: null }))

/** Takes the decision back; evidence that came of it goes off the claim, with that as the reason. */
export async function reopenNews(ctx: Context, input: NewsInput): Promise<NewsDecided> {
  const { id } = NewsInput.parse(input)
  return inTransaction(async (tx) => {
    const row = await lockNews(tx, id)
    assertAllowed(ctx, canWritePredictions)
    if (row.state === 'open') throw new AppError('MOVE_REFUSED', { text: 'It waits already. Nothing was changed.' })
    assertOpen(row)
    if (row.evidenceId !== null && row.evidence?.removedAt === null)
      await removeEvidenceIn(tx, ctx, { id: row.evidenceId, reason: 'What the later article says is looked at again.' })
    await tx.predictionNews.update({ where: { id }, data: UNDECIDED })
    return record(tx, ctx, row, 'open')
  })
}

async function decide(
  ctx: Context,
  input: NewsInput,
  state: 'taken_as_evidence' | 'dismissed',
  work: (tx: Tx, row: Row) => Promise<{ evidenceId: string | null }>,
): Promise<NewsDecided> {
  const { id } = NewsInput.parse(input)
  return inTransaction(async (tx) => {
    const row = await lockNews(tx, id)
    assertAllowed(ctx, canWritePredictions)
    const decidedById = personOf(ctx)
    if (row.state !== 'open')
      throw new AppError('MOVE_REFUSED', { text: 'Somebody decided on it in the meantime. Nothing was changed.' })
    assertOpen(row)
    const came = await work(tx, row)
    await tx.predictionNews.update({ where: { id }, data: { state, ...came, decidedById, decidedAt: ctx.now } })
    return record(tx, ctx, row, state)
  })
}

function assertOpen({ prediction: { state, currentResolutionId } }: Row): void {
  if (state !== 'opened' || currentResolutionId !== null)
    throw new AppError('MOVE_REFUSED', { text: 'The prediction is resolved by now. Nothing was changed.' })
}

/** The row, locked after its claim and prediction: every command takes them in this order. */
async function lockNews(tx: Tx, id: string): Promise<Row> {
  const found = await tx.predictionNews.findUnique({ where: { id }, select: { predictionId: true } })
  if (found === null) throw new AppError('NOT_FOUND')
  await lockPrediction(tx, found.predictionId)
  if (!(await lockRow(tx, 'prediction_news', id))) throw new AppError('NOT_FOUND')
  return tx.predictionNews.findUniqueOrThrow({ where: { id }, include: ROW })
}

async function record(tx: Tx, ctx: Context, row: Row, state: NewsState): Promise<NewsDecided> {
  const { predictionId, words, prediction, article } = row
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'prediction.news_decided',
    entityId: predictionId,
    payload: { claimId: prediction.claimId, newsId: row.id, state, words: `${article.publisher.name} ${words}` },
  })
  return { predictionId, claimId: prediction.claimId }
}
