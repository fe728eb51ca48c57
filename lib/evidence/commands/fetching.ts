import { statusProblem } from '@/lib/articles/rules/fetched'
import { MAX_FILE_BYTES } from '@/lib/articles/rules/limits'
import { retryAfterMs } from '@/lib/articles/rules/watching'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { putBlob } from '@/lib/platform/blobs/blobs'
import { FetchError } from '@/lib/platform/safe-fetch/refusals'
import { safeFetch } from '@/lib/platform/safe-fetch/safe-fetch'
import { SOURCE_TYPES } from '@/lib/platform/safe-fetch/types-of-content'
import { requireSettings } from '@/lib/settings/queries'
import { type ReadDocument, readSourceDocument } from '../queries/documents'

const ACCEPT = 'text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.5'

/** A document that was fetched and kept; nothing in the database names it yet. */
export type FetchedDocument = ReadDocument & {
  address: string
  blobHash: string
  byteLength: number
  etag: string | null
  lastModified: string | null
}

/** `isGone`: the server says that there is no such page. `retryAfterMs`: how long it asks to be left alone. */
export type Looked =
  | { result: 'unchanged' }
  | { result: 'read'; document: FetchedDocument }
  | { result: 'failed'; problem: string; isGone: boolean; retryAfterMs: number }

/**
 * Fetches a document (at most 30 s and 25 MB; robots.txt is respected), reads it in a thread and keeps its bytes.
 * `known`: what it said of itself the last time, so that an unchanged one need not be sent. Only a stop is thrown.
 */
export async function lookAt(
  ctx: Context,
  url: string,
  known: { etag: string | null; lastModified: string | null },
  stop?: AbortSignal,
): Promise<Looked> {
  try {
    const answer = await safeFetch(url, {
      types: SOURCE_TYPES,
      headers: { accept: ACCEPT, 'accept-language': 'en, *;q=0.5', ...conditionsOf(known) },
      limits: { bytes: MAX_FILE_BYTES },
      respectRobots: true,
      ...(stop ? { signal: stop } : {}),
    })
    const { status, headers, bytes, url: address } = answer
    if (status === 304) return { result: 'unchanged' }
    const problem = statusProblem(status)
    if (problem) return failed(problem, status === 404 || status === 410, retryAfterMs(headers['retry-after'], ctx.now))
    const contentType = headers['content-type'] ?? null
    const name = nameIn(address)
    const { zone } = await requireSettings()
    const read = await readSourceDocument({ bytes, contentType, url: address, name }, dayInZone(ctx.now, zone))
    if ('problem' in read) return failed(read.problem)
    const { etag = null, 'last-modified': lastModified = null } = headers
    const blobHash = await putBlob(bytes)
    return {
      result: 'read',
      document: { ...read, address, blobHash, byteLength: bytes.byteLength, etag, lastModified },
    }
  } catch (error) {
    if (!(error instanceof FetchError) || error.reason === 'stopped') throw error
    return failed(error.text)
  }
}

const conditionsOf = ({ etag, lastModified }: { etag: string | null; lastModified: string | null }) => ({
  ...(etag ? { 'if-none-match': etag } : {}),
  ...(lastModified ? { 'if-modified-since': lastModified } : {}),
})

const failed = (problem: string, isGone = false, askedMs = 0): Looked => ({
  result: 'failed',
  problem,
  isGone,
  retryAfterMs: askedMs,
})

/** The last part of an address's path, as a file's name. */
function nameIn(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
