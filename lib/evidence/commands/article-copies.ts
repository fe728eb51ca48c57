import { canonicalAddress } from '@/lib/core/addresses'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { getBlob, putBlob } from '@/lib/platform/blobs/blobs'
import { db, type Tx } from '@/lib/platform/db'
import type { RawPage, Source } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { readSourceDocument } from '../queries/documents'
import { storable, textOfFile } from '../rules/copies'
import { type CopyOrigin, type KeptDocument, storeCopy } from './copies'
import { queueCheck } from './watching'

/** What the desk kept of an article when it was imported, to be a copy of the source as which it is cited. */
export type ArticleCopy = {
  url: string | null
  title: string
  document: KeptDocument
  origin: CopyOrigin
}

/**
 * Reads what is kept of an article in which these words stand: its page as it was fetched, else its text as it was imported.
 * Outside of a transaction: bytes are read from the blob store and in a thread. The caller has asked whether it may. Null where
 * there is no such article.
 */
export async function readArticleCopy(articleId: string, words: string): Promise<ArticleCopy | null> {
  const article = await db().article.findUnique({
    where: { id: articleId },
    select: {
      ...{ url: true, title: true, publishedOn: true, publisher: { select: { name: true } } },
      snapshots: {
        orderBy: { ordinal: 'desc' },
        select: { body: true, createdAt: true, createdById: true, rawPages: { orderBy: { id: 'desc' }, take: 1 } },
      },
    },
  })
  const snapshot = article?.snapshots.find(({ body }) => body.includes(words)) ?? article?.snapshots[0]
  if (!article || !snapshot) return null
  const { title, publishedOn, publisher } = article
  const url = article.url && canonicalAddress(article.url)
  const page = url && snapshot.rawPages[0] ? await readPage(url, snapshot.rawPages[0]) : null
  if (page) return { url, title, ...page }
  const text = textOfFile(snapshot.body)
  if (text === null) return null
  const bytes = new TextEncoder().encode(text.text)
  const { createdAt: takenAt, createdById: takenById } = snapshot
  return {
    ...{ url, title },
    origin: { fileName: `${storable(title).trim().slice(0, 196) || 'article'}.txt`, takenAt, takenById },
    document: {
      ...{ kind: 'text', mediaType: 'text/plain', text, title: storable(title).trim() || null, doubt: null },
      ...{ publisherName: publisher.name, publishedOn, address: null, etag: null, lastModified: null },
      ...{ blobHash: await putBlob(bytes), byteLength: bytes.byteLength },
    },
  }
}

/** The page as it was fetched then; null where its bytes are gone or hold no text. */
async function readPage(
  url: string,
  { address, blobHash, byteLength, contentType, fetchedAt, fetchedById }: RawPage,
): Promise<Pick<ArticleCopy, 'document' | 'origin'> | null> {
  const bytes = await getBlob(blobHash)
  if (bytes === null) return null
  const { zone } = await requireSettings()
  const read = await readSourceDocument({ bytes, contentType, url: address, name: '' }, dayInZone(fetchedAt, zone))
  if ('problem' in read) return null
  const document = { ...read, address, blobHash, byteLength, etag: null, lastModified: null }
  return { document, origin: { url, takenAt: fetchedAt, takenById: fetchedById } }
}

/**
 * The id of the copy to cite, stored where the source has none that says the same. Null where the text as it was imported adds
 * nothing: its address was fetched since, and that is what is cited.
 */
export async function keepArticleCopyIn(tx: Tx, ctx: Context, copy: ArticleCopy): Promise<string | null> {
  const { url, document, origin } = copy
  const { text, blobHash } = document
  const known = await tx.sourceCopy.findFirst({
    where:
      url === null
        ? { blobHash, askedUrl: null, source: { is: { url: null } } }
        : { source: { is: { url } }, text: text?.text ?? null },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  if (known) return known.id
  if ('fileName' in origin && url !== null && (await tx.sourceWatch.count({ where: { source: { url } } })) > 0)
    return null
  return storeCopy(tx, ctx, origin, document)
}

/**
 * Has an address looked at of which the desk has only the text that it imported: what lies there becomes the first fetched copy.
 * The caller has locked the source.
 */
export async function lookFirstIn(tx: Tx, ctx: Context, { origin }: ArticleCopy, { id: sourceId, url }: Source) {
  if (url === null || 'url' in origin) return
  const { count } = await tx.sourceWatch.updateMany({
    where: { sourceId, nextCheckAt: null, currentCopy: { askedUrl: null } },
    data: { nextCheckAt: ctx.now },
  })
  if (count > 0) await queueCheck(tx, sourceId, ctx.now)
}
