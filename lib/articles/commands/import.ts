import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { type Db, db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { articleEvents } from '../events'
import { canImport } from '../policy'
import { knownCountry, newsroomDay } from '../queries'
import { articleAddress, domainOf } from '../rules/address'
import {
  CLEANER_VERSION,
  dayProblem,
  fingerprintOf,
  isBmp,
  isKnownText,
  type Understood,
  understand,
} from '../rules/importing'
import { type PlacedShape, placeShapes, type ShapedBlock } from '../rules/shapes'
import { ImportInput } from '../schema'
import { lockWords } from './locks'
import { findOrMakePublisher } from './publishers'

/** `unchanged`: the article has this text already and nothing was stored. */
export type ImportResult = {
  outcome: 'created' | 'unchanged' | 'newSnapshot'
  articleId: string
  snapshotId: string
  title: string
}

/**
 * A text that was read from a page or file. `rawPageId`: of a fetched page. `dayBasis`: where it names its day; null when
 * a person gave it. `shapes`: its headings, items and quotations.
 */
export type PageOrigin = { rawPageId: string | null; dayBasis: string | null; shapes: ShapedBlock[] }

type Hashed = {
  raw: string
  rawHash: string
  bodyHash: string
  understood: Understood
  url: string | null
  shapes: PlacedShape[]
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** An import that was checked and waits for its transaction. */
export type PreparedImport = { given: z.output<typeof ImportInput>; url: string | null; importedOn: Day }

/**
 * Imports one text in one transaction: finds or makes the publisher and the article, adds a snapshot when the text is
 * new to it, and records the event that calls for extraction. The same text again, also at the same moment, changes
 * nothing. A `page` that the text was read from then names the snapshot. Throws ZodError or AppError BAD_INPUT with messages at the fields; nothing is stored then.
 */
export async function importArticle(
  ctx: Context,
  input: ImportInput,
  page: PageOrigin | null = null,
): Promise<ImportResult> {
  const prepared = await prepareImport(ctx, input)
  return inTransaction((tx) => importPrepared(tx, ctx, prepared, page))
}

/** Whether this may be imported, by whom and as what it says of itself. Throws as `importArticle`. */
export async function prepareImport(ctx: Context, input: ImportInput): Promise<PreparedImport> {
  if (!canImport(ctx.actor)) throw new AppError('FORBIDDEN')
  const given = ImportInput.parse(input)
  const url = given.url && articleAddress(given.url)
  const importedOn = await newsroomDay(ctx)
  const problem = given.publishedOn && dayProblem(given.publishedOn, importedOn)
  if (problem) throw new AppError('BAD_INPUT', { fields: { publishedOn: problem } })
  return { given, url, importedOn }
}

/** Does what `importArticle` does inside the caller's transaction. */
export async function importPrepared(
  tx: Tx,
  ctx: Context,
  prepared: PreparedImport,
  page: PageOrigin | null = null,
): Promise<ImportResult> {
  const hashed = await hashedOf(tx, prepared, page)
  const { url } = hashed
  await lockWords(tx, [fingerprintOf(url, hashed.bodyHash), `text:${hashed.bodyHash}`, `raw:${hashed.rawHash}`])
  const articleId = prepared.given.articleId ?? (await findArticle(tx, hashed))
  const result = await (articleId ? addToArticle(tx, ctx, articleId, hashed) : createArticle(tx, ctx, hashed))
  if (page?.rawPageId) await nameSnapshotOfPage(tx, page.rawPageId, result.snapshotId)
  return result
}

/** What an import would do at this moment; nothing is stored. */
export async function foreseeImport(prepared: PreparedImport): Promise<Pick<ImportResult, 'outcome' | 'title'>> {
  const hashed = await hashedOf(db(), prepared, null)
  const articleId = prepared.given.articleId ?? (await findArticle(db(), hashed))
  const article = articleId
    ? await db().article.findUnique({
        where: { id: articleId },
        select: { title: true, snapshots: { select: { rawHash: true, bodyHash: true } } },
      })
    : null
  if (article === null) return { outcome: 'created', title: hashed.understood.title }
  return { outcome: isKnownText(article.snapshots, hashed) ? 'unchanged' : 'newSnapshot', title: article.title }
}

async function hashedOf(
  from: Db,
  { given, url, importedOn }: PreparedImport,
  page: PageOrigin | null,
): Promise<Hashed> {
  const country = await knownCountry({ name: given.publisher, url }, from)
  const read = understand({ ...given, url }, { importedOn, country })
  const understood = page?.dayBasis ? { ...read, publishedOnBasis: page.dayBasis } : read
  const shapes = placeShapes(understood.body, page?.shapes ?? [])
  return { raw: given.text, rawHash: sha256(given.text), bodyHash: sha256(understood.body), understood, url, shapes }
}

/** The page was read once; importing it again leaves what stands. */
const nameSnapshotOfPage = (tx: Tx, rawPageId: string, snapshotId: string) =>
  tx.rawPage.updateMany({ where: { id: rawPageId, snapshotId: null }, data: { snapshotId } })

/** By its address; without one, by a text that is known already. */
async function findArticle(tx: Db, { url, rawHash, bodyHash }: Hashed): Promise<string | null> {
  const known = await tx.article.findUnique({
    where: { fingerprint: fingerprintOf(url, bodyHash) },
    select: { id: true },
  })
  if (known) return known.id
  const withText = await tx.snapshot.findFirst({
    where: { OR: [{ rawHash }, { bodyHash }], ...(url ? { article: { url: null } } : {}) },
    select: { articleId: true },
    orderBy: { id: 'asc' },
  })
  return withText?.articleId ?? null
}

async function addToArticle(tx: Tx, ctx: Context, articleId: string, text: Hashed): Promise<ImportResult> {
  if (!(await lockRow(tx, 'article', articleId))) throw new AppError('NOT_FOUND')
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      title: true,
      snapshots: { select: { id: true, ordinal: true, rawHash: true, bodyHash: true }, orderBy: { ordinal: 'desc' } },
    },
  })
  const same = article.snapshots.find((snapshot) => isKnownText([snapshot], text))
  if (same) return { outcome: 'unchanged', articleId, snapshotId: same.id, title: article.title }
  const ordinal = (article.snapshots[0]?.ordinal ?? 0) + 1
  const snapshotId = await addSnapshot(tx, ctx, articleId, ordinal, text)
  await tx.article.update({
    where: { id: articleId },
    data: { currentSnapshotId: snapshotId, revision: { increment: 1 } },
  })
  await recordEvent(tx, ctx, articleEvents, {
    type: 'article.snapshot_added',
    entityId: articleId,
    payload: { snapshotId, ordinal, rawHash: text.rawHash },
  })
  return { outcome: 'newSnapshot', articleId, snapshotId, title: article.title }
}

async function createArticle(tx: Tx, ctx: Context, text: Hashed): Promise<ImportResult> {
  const { understood, url, bodyHash, rawHash } = text
  const domain = url ? domainOf(url) : null
  const publisher = await findOrMakePublisher(tx, ctx, { name: understood.publisher, domain })
  const articleId = newId()
  await tx.article.create({
    data: {
      id: articleId,
      publisherId: publisher.id,
      title: understood.title,
      byline: understood.byline,
      url,
      fingerprint: fingerprintOf(url, bodyHash),
      publishedOn: understood.publishedOn,
      publishedOnBasis: understood.publishedOnBasis,
      dayCandidates: understood.candidates,
      importedById: ctx.actor.id,
      importedAt: ctx.now,
    },
  })
  const snapshotId = await addSnapshot(tx, ctx, articleId, 1, text)
  await tx.article.update({ where: { id: articleId }, data: { currentSnapshotId: snapshotId } })
  await recordEvent(tx, ctx, articleEvents, {
    type: 'article.imported',
    entityId: articleId,
    payload: {
      snapshotId,
      publisherId: publisher.id,
      title: understood.title,
      url,
      publishedOn: understood.publishedOn,
      rawHash,
    },
  })
  return { outcome: 'created', articleId, snapshotId, title: understood.title }
}

async function addSnapshot(tx: Tx, ctx: Context, articleId: string, ordinal: number, text: Hashed): Promise<string> {
  const { body, cut } = text.understood
  const id = newId()
  await tx.snapshot.create({
    data: {
      id,
      articleId,
      ordinal,
      raw: text.raw,
      rawHash: text.rawHash,
      body,
      bodyHash: text.bodyHash,
      isBmp: isBmp(body),
      cut,
      shapes: text.shapes,
      cleanerVersion: CLEANER_VERSION,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
    },
  })
  return id
}
