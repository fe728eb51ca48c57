import { createHash } from 'node:crypto'
import { MAX_FILE_BYTES } from '@/lib/articles/rules/limits'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { putBlob } from '@/lib/platform/blobs/blobs'
import { type Db, db, lockRow, type Tx } from '@/lib/platform/db'
import type { SourceCopy } from '@/lib/platform/generated/client'
import { countAttempt, type Limit } from '@/lib/platform/limits'
import { requireSettings } from '@/lib/settings/queries'
import { evidenceEvents } from '../events'
import { canEditEvidence } from '../policy'
import { readSourceDocument } from '../queries/documents'
import { storable } from '../rules/copies'
import { UNCITED_REUSED_MS } from '../rules/sweeping'
import { TakeCopy } from '../schema'
import { type FetchedDocument, lookAt } from './fetching'
import { turnToCopy } from './watching'

/** `doubt`: why its text may not be the whole, in words. `isKnown`: the desk had this very text already. */
export type TakenCopy = { copyId: string; isKnown: boolean; doubt: string | null }

/** Far more than anybody cites: what a person has fetched or uploaded in an hour, cited in the end or not. */
export const COPY_LIMIT: Limit = { name: 'source-copies', tries: 100, withinSeconds: 3600, blockSeconds: 0 }

async function countCopy({ actor }: Context): Promise<void> {
  if (actor.kind !== 'user') return
  const { retryAfterMs } = await countAttempt(COPY_LIMIT, actor.id)
  if (retryAfterMs === null) return
  const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000))
  throw new AppError('TOO_MANY_ATTEMPTS', {
    text: `You had ${COPY_LIMIT.tries} sources fetched or uploaded within an hour. Nothing more was kept; go on in ${minutes} minutes.`,
  })
}

/**
 * Fetches an address and keeps what it says, to be cited; where its text is that of a known source's last copy, or of one
 * that somebody fetched just before, that copy. Nobody cites it yet. Throws NOT_FETCHED in words, TOO_MANY_ATTEMPTS; nothing is
 * kept then.
 */
export async function takeCopy(ctx: Context, given: TakeCopy, stop?: AbortSignal): Promise<TakenCopy> {
  if (!canEditEvidence(ctx.actor)) throw new AppError('FORBIDDEN')
  const { url } = TakeCopy.parse(given)
  await countCopy(ctx)
  const looked = await lookAt(ctx, url, { etag: null, lastModified: null }, stop)
  if (looked.result !== 'read')
    throw new AppError('NOT_FETCHED', { text: looked.result === 'failed' ? looked.problem : '' })
  const { document } = looked
  const current = await currentCopyOf(db(), url)
  if (current && isSameText(current, document)) return { copyId: current.id, isKnown: true, doubt: document.doubt }
  const before = await db().sourceCopy.findFirst({
    where: { askedUrl: url, sourceId: null, takenAt: fresh(ctx) },
    orderBy: { takenAt: 'desc' },
  })
  const copyId = before && isSameText(before, document) ? before.id : await storeCopy(db(), ctx, { url }, document)
  return { copyId, isKnown: false, doubt: document.doubt }
}

/** A copy that nobody cites is given to one more person while it will stay for days. */
const fresh = ({ now }: Context) => ({ gt: new Date(now.getTime() - UNCITED_REUSED_MS) })

/**
 * Keeps an uploaded PDF or picture, to be cited. The same bytes again are the same copy. Throws BAD_INPUT at `file`,
 * TOO_MANY_ATTEMPTS.
 */
export async function uploadCopy(ctx: Context, given: { bytes: Uint8Array; name: string }): Promise<TakenCopy> {
  if (!canEditEvidence(ctx.actor)) throw new AppError('FORBIDDEN')
  const refuse = (file: string): never => {
    throw new AppError('BAD_INPUT', { fields: { file } })
  }
  const { bytes } = given
  if (bytes.byteLength > MAX_FILE_BYTES)
    refuse(`It is larger than ${MAX_FILE_BYTES / 1_000_000} MB. Choose a smaller one.`)
  await countCopy(ctx)
  const { zone } = await requireSettings()
  const fileName = storable(given.name).trim().slice(0, 200) || 'file'
  const read = await readSourceDocument(
    { bytes, contentType: null, url: null, name: fileName },
    dayInZone(ctx.now, zone),
  )
  if ('problem' in read) return refuse(read.problem)
  if (read.kind !== 'pdf' && read.kind !== 'picture')
    return refuse('It is neither a PDF nor a picture (PNG, JPEG, GIF, WebP). Save it as one of these and choose that.')
  const blobHash = await putBlob(bytes)
  const known = await db().sourceCopy.findFirst({
    where: { blobHash, askedUrl: null, OR: [{ sourceId: { not: null } }, { takenAt: fresh(ctx) }] },
    orderBy: { id: 'asc' },
  })
  if (known) return { copyId: known.id, isKnown: known.sourceId !== null, doubt: null }
  const document = { ...read, address: null, blobHash, byteLength: bytes.byteLength, etag: null, lastModified: null }
  return { copyId: await storeCopy(db(), ctx, { fileName }, document), isKnown: false, doubt: null }
}

const currentCopyOf = async (from: Db, url: string): Promise<SourceCopy | null> =>
  (await from.sourceWatch.findFirst({ where: { source: { url } }, include: { currentCopy: true } }))?.currentCopy ??
  null

export type KeptDocument = Omit<FetchedDocument, 'address'> & { address: string | null }

/** Whether a document says the very same as a copy does: word for word, or byte for byte where it has no words. */
const isSameText = (copy: SourceCopy, { text, blobHash }: KeptDocument): boolean =>
  text === null || copy.text === null ? copy.blobHash === blobHash : copy.text === text.text

/** Where a copy came from; by whom and when, where that was before now. */
export type CopyOrigin = ({ url: string } | { fileName: string }) &
  ({ takenAt?: undefined } | { takenAt: Date; takenById: string | null })

/** Stores a copy that nobody cites yet; answers its id. */
export async function storeCopy(
  from: Db,
  ctx: Context,
  origin: CopyOrigin,
  {
    kind,
    mediaType,
    address,
    blobHash,
    byteLength,
    text,
    title,
    publisherName,
    publishedOn,
    etag,
    lastModified,
  }: KeptDocument,
): Promise<string> {
  const id = newId()
  await from.sourceCopy.create({
    data: {
      id,
      kind,
      mediaType,
      address,
      blobHash,
      byteLength,
      title,
      publisherName,
      publishedOn,
      etag,
      lastModified,
      ...('url' in origin ? { askedUrl: origin.url } : { fileName: origin.fileName }),
      ...(text === null
        ? {}
        : {
            text: text.text,
            bodyLength: text.bodyLength,
            isBmp: !/[\ud800-\udfff]/.test(text.text),
            textHash: createHash('sha256').update(text.text).digest('hex'),
          }),
      takenAt: origin.takenAt ?? ctx.now,
      takenById: origin.takenAt ? origin.takenById : ctx.actor.id,
    },
  })
  return id
}

/**
 * Makes a copy one of a source's, and watches the source from then on; it is what the source says now, unless it was taken before
 * the last look. A copy of another address or source is
 * refused. The caller has locked the source.
 */
export async function attachCopyIn(
  tx: Tx,
  ctx: Context,
  source: { id: string; url: string | null },
  copyId: string,
): Promise<SourceCopy> {
  const refuse = (text: string): never => {
    throw new AppError('BAD_INPUT', { fields: { url: text } })
  }
  if (!(await lockRow(tx, 'source_copy', copyId))) return refuse('The copy of this source is gone. Fetch it again.')
  const copy = await tx.sourceCopy.findUniqueOrThrow({ where: { id: copyId } })
  if (copy.sourceId === source.id) return copy
  if (copy.sourceId !== null) return refuse('The copy is of another source. Fetch this address.')
  if (copy.askedUrl !== null && copy.askedUrl !== source.url)
    return refuse('The copy was taken of another address. Fetch this one, or leave the copy out.')
  const last = await tx.sourceCopy.aggregate({ where: { sourceId: source.id }, _max: { ordinal: true } })
  const ordinal = (last._max.ordinal ?? 0) + 1
  const attached = await tx.sourceCopy.update({ where: { id: copyId }, data: { sourceId: source.id, ordinal } })
  await recordEvent(tx, ctx, evidenceEvents, {
    type: 'source.copied',
    entityId: source.id,
    payload: { copyId, ordinal, kind: copy.kind, textHash: copy.textHash },
  })
  const watch = await tx.sourceWatch.findUnique({ where: { sourceId: source.id }, select: { lastCheckedAt: true } })
  // what was taken before the source was looked at last says nothing of how it stands now
  if (watch === null || copy.takenAt >= watch.lastCheckedAt) await turnToCopy(tx, ctx, source.id, attached)
  return attached
}
