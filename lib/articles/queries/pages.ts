import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { getBlob } from '@/lib/platform/blobs/blobs'
import { db } from '@/lib/platform/db'
import { canImport } from '../policy'
import { knownCountry, newsroomDay } from '../queries'
import { addressKey, articleAddress } from '../rules/address'
import { addressOfPage, readingProblem } from '../rules/fetched'
import { type Understood, understand } from '../rules/importing'
import { MAX_TITLE } from '../rules/limits'
import type { PageReading } from '../rules/pages/reading'
import { readPageApart } from './reading'

export type RawPageSource = { bytes: Uint8Array; contentType: string | null; address: string }

/** Reads an article from a page's bytes, in a thread. Throws NOT_FETCHED, in words, when it holds none. */
export async function readFetchedPage(
  { bytes, contentType, address }: RawPageSource,
  latestOn: Day,
): Promise<PageReading> {
  const reading = await readPageApart({ bytes, contentType, url: address }, latestOn)
  const problem = 'problem' in reading ? reading.problem : readingProblem(reading)
  if (problem !== null || 'problem' in reading) throw new AppError('NOT_FETCHED', { text: problem ?? '' })
  return {
    ...reading,
    title: reading.title?.slice(0, MAX_TITLE) ?? null,
    publisher: reading.publisher?.slice(0, 200) ?? null,
    author: reading.author?.slice(0, 300) ?? null,
  }
}

/** A fetched page with what was read from it. `url`: the article's address, in its canonical form. */
export type FetchedPage = { id: string; url: string; fetchedAt: Date; reading: PageReading }

/** A page that was fetched, read again from its bytes. Throws FORBIDDEN, NOT_FOUND, or NOT_FETCHED where it holds no article. */
export async function requireFetchedPage(ctx: Context, rawPageId: string): Promise<FetchedPage> {
  if (!canImport(ctx.actor)) throw new AppError('FORBIDDEN')
  const page = await db().rawPage.findUnique({
    where: { id: rawPageId },
    select: { id: true, address: true, blobHash: true, contentType: true, fetchedAt: true },
  })
  const bytes = page && (await getBlob(page.blobHash))
  if (!page || !bytes) throw new AppError('NOT_FOUND')
  const reading = await readFetchedPage({ ...page, bytes }, await newsroomDay(ctx))
  const url = articleAddress(addressOfPage(reading.canonicalUrl, page.address)) ?? page.address
  return { id: page.id, url, fetchedAt: page.fetchedAt, reading }
}

export type PageUnderstood = FetchedPage & {
  understood: Understood
  /** The article of this address that the desk has already. */
  known: { id: string; title: string } | null
}

/** What an import of a fetched page would store, to be looked at and corrected before. Throws as `requireFetchedPage`. */
export async function understandPage(ctx: Context, rawPageId: string): Promise<PageUnderstood> {
  const page = await requireFetchedPage(ctx, rawPageId)
  const { reading, url } = page
  const { body: text, title, publisher, author: byline, publishedOn } = reading
  const country = await knownCountry({ name: publisher, url })
  const importedOn = await newsroomDay(ctx)
  const understood = understand({ text, url, title, publisher, byline, publishedOn }, { importedOn, country })
  const known = await db().article.findUnique({
    where: { fingerprint: `url:${addressKey(url)}` },
    select: { id: true, title: true },
  })
  return { ...page, understood, known }
}
