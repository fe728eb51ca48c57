import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { EXTRACTOR_VERSION, extract } from '@/lib/extraction/rules'
import { type Db, db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { CandidateOrigin, Prisma } from '@/lib/platform/generated/client'
import { claimEvents } from '../events'
import { canExtract } from '../policy'
import { type CandidateFields, candidatesFrom, keepWorthiest } from '../rules/extracting'
import { carryPlacesIn } from './carrying'
import { noteDifferencesIn } from './differences'

export type ExtractionResult = {
  outcome: 'extracted' | 'unchanged'
  added: number
  removed: number
  kept: number
  /** Decided candidates that are read otherwise now: kept as decided, with a difference for people to look at. */
  differing: number
}

const NOTHING: ExtractionResult = { outcome: 'unchanged', added: 0, removed: 0, kept: 0, differing: 0 }

/**
 * Reads the article's current text and stores its candidates. Read already with this extractor, day and country: nothing.
 * Read again: the extractor's undecided candidates are replaced; decided ones and those marked by a person stay. What is
 * read otherwise in a decided one is kept beside it as a difference (see differences.ts).
 */
export async function extractCandidates(ctx: Context, articleId: string): Promise<ExtractionResult> {
  if (!canExtract(ctx.actor)) throw new AppError('FORBIDDEN')
  const given = await readArticle(db(), articleId)
  if (given === null || (await isRead(db(), given))) return NOTHING
  // outside the transaction: a long text takes its time, and nobody should wait for the row
  const found = candidatesFrom(given.body, extract({ text: given.body, ...given }))
  const { kept, leftOut } = keepWorthiest(given.body, found)
  return inTransaction(async (tx) => {
    await lockRow(tx, 'article', articleId)
    const current = await readArticle(tx, articleId)
    const isSame = current && keyOf(current) === keyOf(given) && current.snapshotId === given.snapshotId
    // changed meanwhile: its own event queued another run; read meanwhile: nothing is left to do
    if (!isSame || (await isRead(tx, given))) return NOTHING
    await carryPlacesIn(tx, ctx, articleId)
    return replaceCandidates(tx, ctx, given, { found, kept, leftOut })
  })
}

type Readable = {
  articleId: string
  snapshotId: string
  body: string
  publishedOn: string | null
  publisher: string
  country: string | null
}

async function readArticle(client: Db, articleId: string): Promise<Readable | null> {
  const row = await client.article.findUnique({
    where: { id: articleId },
    select: { publishedOn: true, publisher: true, currentSnapshot: { select: { id: true, body: true } } },
  })
  if (!row?.currentSnapshot) return null
  const { id: snapshotId, body } = row.currentSnapshot
  const { name: publisher, country } = row.publisher
  return { articleId, snapshotId, body, publishedOn: row.publishedOn, publisher, country }
}

const keyOf = (read: { publishedOn: string | null; country: string | null }): string =>
  `${EXTRACTOR_VERSION} ${read.publishedOn} ${read.country}`

async function isRead(client: Db, given: Readable): Promise<boolean> {
  const last = await client.snapshotReading.findUnique({ where: { snapshotId: given.snapshotId } })
  return last !== null && last.extractorVersion === EXTRACTOR_VERSION && keyOf(last) === keyOf(given)
}

async function replaceCandidates(
  tx: Tx,
  ctx: Context,
  { articleId, snapshotId, publishedOn, country }: Readable,
  { found, kept, leftOut }: { found: readonly CandidateFields[]; kept: readonly CandidateFields[]; leftOut: number },
): Promise<ExtractionResult> {
  const replaced = { snapshotId, origin: 'extractor', state: 'new', occurrence: null } as const
  await tx.quantity.deleteMany({ where: { candidate: replaced } })
  const { count: removed } = await tx.candidate.deleteMany({ where: replaced })
  const staying = await tx.candidate.findMany({ where: { snapshotId }, select: { start: true, end: true } })
  const taken = new Set(
    [...staying, ...(await listHeldPlaces(tx, snapshotId))].map(({ start, end }) => `${start}-${end}`),
  )
  const { readings, differing } = await noteDifferencesIn(tx, ctx, snapshotId, found)
  const fresh = kept.filter((fields) => !taken.has(`${fields.start}-${fields.end}`) && !readings.has(fields))
  await storeCandidates(tx, ctx, { articleId, snapshotId, origin: 'extractor' }, fresh)
  const counts = { added: fresh.length, removed, kept: staying.length, differing }
  const read = { extractorVersion: EXTRACTOR_VERSION, publishedOn, country, leftOut }
  // an earlier text is never read again: its reading would count among those by older rules for good
  await tx.snapshotReading.deleteMany({ where: { snapshot: { articleId }, snapshotId: { not: snapshotId } } })
  await tx.snapshotReading.upsert({
    where: { snapshotId },
    create: { snapshotId, ...read, readAt: ctx.now },
    update: { ...read, readAt: ctx.now },
  })
  await recordEvent(tx, ctx, claimEvents, {
    type: 'candidates.extracted',
    entityId: snapshotId,
    payload: { articleId, ...read, ...counts },
  })
  return { outcome: 'extracted', ...counts }
}

/** Places that earlier texts of the article hold here by a decision or a mark of people. */
const listHeldPlaces = (tx: Tx, snapshotId: string) =>
  tx.carriedPlace.findMany({
    where: {
      ...{ snapshotId, outcome: 'found' },
      candidate: { OR: [{ state: { not: 'new' } }, { origin: { not: 'extractor' } }] },
    },
    select: { start: true, end: true },
  })

const CHUNK = 200

/** Stores what was found in a text, with its figures; `madeBy` is the version of whatever found it. */
export async function storeCandidates(
  tx: Tx,
  ctx: Context,
  place: { articleId: string; snapshotId: string; origin: CandidateOrigin },
  found: readonly CandidateFields[],
  madeBy = EXTRACTOR_VERSION,
): Promise<string[]> {
  const ids = found.map(() => newId())
  for (let from = 0; from < found.length; from += CHUNK) {
    const candidates: Prisma.CandidateCreateManyInput[] = []
    const quantities: Prisma.QuantityCreateManyInput[] = []
    found.slice(from, from + CHUNK).forEach(({ quantities: figures, ...fields }, index) => {
      const id = ids[from + index] ?? newId()
      candidates.push({ id, ...place, ...fields, extractorVersion: madeBy, createdAt: ctx.now })
      for (const figure of figures) quantities.push({ id: newId(), candidateId: id, ...figure })
    })
    await tx.candidate.createMany({ data: candidates })
    await tx.quantity.createMany({ data: quantities })
  }
  return ids
}
