import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { putBlob } from '@/lib/platform/blobs/blobs'
import { db } from '@/lib/platform/db'
import { safeFetch } from '@/lib/platform/safe-fetch/safe-fetch'
import { PAGE_TYPES } from '@/lib/platform/safe-fetch/types-of-content'
import { canImport } from '../policy'
import { newsroomDay } from '../queries'
import { readFetchedPage, requireFetchedPage } from '../queries/pages'
import { statusProblem } from '../rules/fetched'
import { FetchPageInput, ImportPageInput } from '../schema'
import { type ImportResult, importArticle } from './import'

/**
 * Fetches a page (at most 30 s; `stop` ends it), keeps its bytes, and reads it. Nothing is imported yet. Throws
 * BAD_INPUT, or NOT_FETCHED in words where the page is blocked, sold, or no article; nothing is kept then.
 */
export async function fetchPage(
  ctx: Context,
  input: FetchPageInput,
  stop?: AbortSignal,
): Promise<{ rawPageId: string }> {
  if (!canImport(ctx.actor)) throw new AppError('FORBIDDEN')
  const { address } = FetchPageInput.parse(input)
  const answer = await safeFetch(address, {
    types: PAGE_TYPES,
    headers: { accept: 'text/html, application/xhtml+xml;q=0.9', 'accept-language': 'en, *;q=0.5' },
    respectRobots: true,
    ...(stop ? { signal: stop } : {}),
  })
  const problem = statusProblem(answer.status)
  if (problem) throw new AppError('NOT_FETCHED', { text: problem, details: { status: answer.status } })
  const page = { bytes: answer.bytes, contentType: answer.headers['content-type'] ?? null, address: answer.url }
  await readFetchedPage(page, await newsroomDay(ctx))
  const blobHash = await putBlob(page.bytes)
  const rawPageId = newId()
  await db().rawPage.create({
    data: {
      id: rawPageId,
      address: page.address,
      blobHash,
      byteLength: page.bytes.byteLength,
      contentType: page.contentType,
      fetchedAt: ctx.now,
      fetchedById: ctx.actor.id,
    },
  })
  return { rawPageId }
}

/**
 * Imports a page that was fetched, with what a person corrected: a field that is left out is as it was read, an empty one
 * is empty. `feedDay`: the day that a feed gives, for a page that says none. Of the same address or text a new version is added only where the body changed. Throws as `importArticle` and
 * `requireFetchedPage`.
 */
export async function importPage(
  ctx: Context,
  input: ImportPageInput,
  feedDay: Day | null = null,
): Promise<ImportResult> {
  const given = ImportPageInput.parse(input)
  const { id: rawPageId, reading, url } = await requireFetchedPage(ctx, given.rawPageId)
  const read = reading.publishedOn ?? feedDay
  const readBasis = reading.publishedOn ? reading.dayBasis : 'the feed'
  const publishedOn = input.publishedOn === undefined ? read : given.publishedOn
  const isReadDay = publishedOn !== null && publishedOn === read
  return importArticle(
    ctx,
    {
      text: reading.body,
      url,
      title: input.title === undefined ? reading.title : given.title,
      publisher: input.publisher === undefined ? reading.publisher : given.publisher,
      byline: input.byline === undefined ? reading.author : given.byline,
      publishedOn,
    },
    { rawPageId, dayBasis: isReadDay ? readBasis : null, shapes: reading.shapes },
  )
}
