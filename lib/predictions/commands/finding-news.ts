import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { predictionEvents } from '../events'
import { canFindNews } from '../policy'
import {
  type FoundStatement,
  findOpenPrediction,
  listOpenSharing,
  listStatementsOf,
  listStatementsSharing,
  type OpenPrediction,
} from '../queries/news-ground'
import { NEWS_RULES_VERSION, type StatedEvent, statedEvent } from '../rules/event-words'
import { keepTelling, type NewsReading, newsOf } from '../rules/news'

/**
 * Looks through what an article says for news of open predictions, and stores it: what is new is added, what was found
 * before and is not any more goes, what people decided on stays. May run twice, and at once with itself. How many were added.
 */
export async function findNewsInArticle(ctx: Context, articleId: string): Promise<number> {
  if (!canFindNews(ctx.actor)) throw new AppError('FORBIDDEN')
  // committed before predictions are looked for, as those commit theirs: of two at once at least one finds the other
  await inTransaction(async (tx) => {
    await oneAtATime(tx, articleId)
    await storeKeysOf(tx, articleId, await listStatementsOf(tx, articleId))
  })
  return inTransaction(async (tx) => {
    await oneAtATime(tx, articleId)
    const statements = await listStatementsOf(tx, articleId)
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { publishedOn: true } })
    const keys = [...new Set(statements.flatMap((statement) => statement.keys))]
    const predictions =
      !article?.publishedOn || keys.length === 0 ? [] : await listOpenSharing(tx, keys, article.publishedOn)
    const read = readOnce()
    const found = predictions.flatMap((prediction) => compare(prediction, statements, read))
    return storeNews(tx, ctx, { articleId }, found)
  })
}

/** The same for a prediction that was opened, or is open again: in all articles published after it was said. */
export async function findNewsOfPrediction(ctx: Context, predictionId: string): Promise<number> {
  if (!canFindNews(ctx.actor)) throw new AppError('FORBIDDEN')
  await inTransaction(async (tx) => {
    await oneAtATime(tx, predictionId)
    const prediction = await findOpenPrediction(tx, predictionId)
    if (prediction === null) return
    const data = { predictionId, keys: prediction.keys, rulesVersion: NEWS_RULES_VERSION }
    await tx.predictionKeys.upsert({ where: { predictionId }, create: data, update: data })
  })
  return inTransaction(async (tx) => {
    await oneAtATime(tx, predictionId)
    const prediction = await findOpenPrediction(tx, predictionId)
    if (prediction === null) return 0
    const { keys, watched } = prediction
    const statements = keys.length === 0 ? [] : await listStatementsSharing(tx, keys, watched.saidOn)
    const lookedAt = new Set(statements.map(({ candidateId }) => candidateId))
    return storeNews(tx, ctx, { predictionId, lookedAt }, compare(prediction, statements, readOnce()))
  })
}

/**
 * Looks at one article or prediction follow each other. No row is locked while texts are compared: people decide meanwhile, and
 * a look from one side never waits for one from the other.
 */
const oneAtATime = (tx: Tx, id: string): Promise<number> =>
  tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`find_news:${id}`}, 0))`)

/** Those without keys too: that they were looked at is on record. What is not in force any more has none. */
async function storeKeysOf(tx: Tx, articleId: string, statements: readonly FoundStatement[]): Promise<void> {
  await tx.candidateKeys.deleteMany({ where: { candidate: { articleId } } })
  await tx.candidateKeys.createMany({
    data: statements.map(({ candidateId, keys }) => ({ candidateId, keys, rulesVersion: NEWS_RULES_VERSION })),
    skipDuplicates: true,
  })
}

type Found = { prediction: OpenPrediction; statement: FoundStatement; reading: NewsReading }

/** Reads each text once, however many are compared with it. */
function readOnce(): (text: string) => StatedEvent {
  const known = new Map<string, StatedEvent>()
  return (text) => {
    const event = known.get(text) ?? statedEvent(text)
    known.set(text, event)
    return event
  }
}

/** What these statements say of a prediction, of each article only what tells most. */
function compare(
  prediction: OpenPrediction,
  statements: readonly FoundStatement[],
  read: (text: string) => StatedEvent,
): Found[] {
  const { claimId, originArticles, originStories, watched } = prediction
  const keys = new Set(prediction.keys)
  const byArticle = new Map<string, Found[]>()
  for (const statement of statements) {
    const { articleId, storyId } = statement
    if (statement.claimId === claimId || originArticles.includes(articleId)) continue
    if (storyId !== null && originStories.includes(storyId)) continue
    if (!statement.keys.some((key) => keys.has(key))) continue
    const reading = newsOf(watched, statement.statement(), read)
    if (reading) byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), { prediction, statement, reading }])
  }
  return [...byArticle.values()].flatMap((found) => keepTelling(found))
}

type Known = Prisma.PredictionNewsGetPayload<object>
type Match = (row: Known, found: Found) => boolean

const isSameReading: Match = (row, { reading }) =>
  row.relation === reading.relation &&
  row.hasHappened === reading.hasHappened &&
  row.windowFrom === (reading.window?.from ?? null) &&
  row.windowTo === (reading.window?.to ?? null)

/**
 * What makes a statement one that is known, the surest first: its candidate; its words; more or fewer words, as another reading
 * may have moved an edge. What people decided on stands for other words only where these say the same.
 */
const MATCHES: readonly Match[] = [
  (row, { statement }) => row.candidateId === statement.candidateId,
  (row, found) => row.quote === found.statement.quote && (row.state === 'open' || isSameReading(row, found)),
  (row, found) =>
    (row.quote.includes(found.statement.quote) || found.statement.quote.includes(row.quote)) &&
    (row.state === 'open' || isSameReading(row, found)),
]

/** Which row each is, none twice. A row whose candidate is found is that one's: no other gets its candidate. */
function pairs(before: readonly Known[], found: readonly Found[]): Map<Found, Known> {
  const paired = new Map<Found, Known>()
  const taken = new Set<string>()
  for (const isMatch of MATCHES) {
    for (const one of found.filter((each) => !paired.has(each))) {
      const row = before.find(
        (each) =>
          each.predictionId === one.prediction.id &&
          each.articleId === one.statement.articleId &&
          !taken.has(each.id) &&
          isMatch(each, one),
      )
      if (row === undefined) continue
      paired.set(one, row)
      taken.add(row.id)
    }
  }
  return paired
}

async function storeNews(
  tx: Tx,
  ctx: Context,
  scope: { articleId: string } | { predictionId: string; lookedAt: ReadonlySet<string> },
  found: readonly Found[],
): Promise<number> {
  const before = await tx.predictionNews.findMany({
    where: {
      ...('articleId' in scope ? { articleId: scope.articleId } : { predictionId: scope.predictionId }),
      prediction: { state: 'opened', currentResolutionId: null },
    },
    orderBy: { id: 'asc' },
  })
  const paired = pairs(before, found)
  for (const [one, row] of paired) await renew(tx, row, one)
  const kept = new Set([...paired.values()].map(({ id }) => id))
  // of a prediction only those that share most are looked at, so that what was found before in others stays
  const isLookedAt = ({ candidateId }: Known) => 'articleId' in scope || scope.lookedAt.has(candidateId ?? '')
  const gone = before.filter((row) => row.state === 'open' && !kept.has(row.id) && isLookedAt(row))
  await tx.predictionNews.deleteMany({ where: { id: { in: gone.map(({ id }) => id) }, state: 'open' } })
  return addNews(
    tx,
    ctx,
    found.filter((one) => !paired.has(one)),
  )
}

/** What waits says what was read now. What is decided on, perhaps since it was read, only gets its new candidate. */
async function renew(tx: Tx, { id }: Known, { statement: { candidateId, quote }, reading }: Found): Promise<void> {
  const { count } = await tx.predictionNews.updateMany({
    where: { id, state: 'open' },
    data: { candidateId, quote, ...columnsOf(reading) },
  })
  if (count === 0) await tx.predictionNews.updateMany({ where: { id }, data: { candidateId } })
}

const columnsOf = ({ relation, window, hasHappened, words }: NewsReading) => ({
  ...{ relation, hasHappened, words },
  windowFrom: window?.from ?? null,
  windowTo: window?.to ?? null,
})

async function addNews(tx: Tx, ctx: Context, fresh: readonly Found[]): Promise<number> {
  const rows = fresh.map(({ prediction, statement: { candidateId, articleId, quote }, reading }) => ({
    ...{ id: newId(), predictionId: prediction.id, candidateId, articleId, quote, createdAt: ctx.now },
    ...columnsOf(reading),
  }))
  const added = await tx.predictionNews.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true } })
  const ids = new Set(added.map(({ id }) => id))
  const told = new Map<string, { first: Found; newsIds: string[] }>()
  rows.forEach(({ id, predictionId }, index) => {
    const first = fresh[index]
    if (first === undefined || !ids.has(id)) return
    const { newsIds } = told.get(predictionId) ?? { newsIds: [] }
    told.set(predictionId, { first: told.get(predictionId)?.first ?? first, newsIds: [...newsIds, id] })
  })
  for (const [predictionId, { first, newsIds }] of told) {
    const { prediction, statement, reading } = first
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'prediction.news_found',
      entityId: predictionId,
      payload: {
        ...{ claimId: prediction.claimId, newsIds, relation: reading.relation },
        words: `${statement.publisher} ${reading.words}`,
      },
    })
  }
  return added.length
}
