import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { getBlob } from '@/lib/platform/blobs/blobs'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadEvidence } from '../policy'

const COPIES_BOUND = 200

const copySelect = {
  id: true,
  sourceId: true,
  ordinal: true,
  kind: true,
  askedUrl: true,
  address: true,
  fileName: true,
  mediaType: true,
  byteLength: true,
  bodyLength: true,
  textHash: true,
  blobHash: true,
  title: true,
  publisherName: true,
  publishedOn: true,
  takenAt: true,
  takenBy: { select: { name: true } },
} satisfies Prisma.SourceCopySelect

/** What is known of a copy but for its text. */
export type CopyFacts = Prisma.SourceCopyGetPayload<{ select: typeof copySelect }>
export type Copy = CopyFacts & { text: string | null }

const sourceSelect = {
  id: true,
  url: true,
  title: true,
  publisherName: true,
  kind: true,
  publishedOn: true,
  retrievedOn: true,
  archiveUrl: true,
  watch: true,
  copies: { select: copySelect, orderBy: { ordinal: 'desc' }, take: COPIES_BOUND },
  archiving: { orderBy: { id: 'desc' }, take: 1 },
  evidence: {
    where: { removedAt: null },
    orderBy: { id: 'asc' },
    take: COPIES_BOUND,
    select: {
      id: true,
      excerpt: true,
      stance: true,
      copyId: true,
      excerptStart: true,
      excerptEnd: true,
      claim: { select: { id: true, statement: true } },
    },
  },
  outcomeSources: {
    orderBy: { id: 'asc' },
    take: COPIES_BOUND,
    select: { id: true, outcome: { select: { id: true, statement: true, state: true } } },
  },
} satisfies Prisma.SourceSelect

export type SourceView = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>

/** A source with its copies (the newest first, without their texts), who cites it, and how it was looked at; null where there is none. */
export async function getSource(ctx: Context, id: string): Promise<SourceView | null> {
  if (!canReadEvidence(ctx.actor)) throw new AppError('NOT_FOUND')
  return db().source.findUnique({ where: { id }, select: sourceSelect })
}

/** A copy with its text. Throws NOT_FOUND; readers never see one. */
export async function requireCopy(ctx: Context, id: string): Promise<Copy> {
  if (!canReadEvidence(ctx.actor)) throw new AppError('NOT_FOUND')
  const copy = await db().sourceCopy.findUnique({ where: { id }, select: { ...copySelect, text: true } })
  if (copy === null) throw new AppError('NOT_FOUND')
  return copy
}

/** The bytes of a copy, as they came. Throws NOT_FOUND. */
export async function requireCopyFile(ctx: Context, id: string) {
  const { blobHash, mediaType, kind, fileName, title } = await requireCopy(ctx, id)
  const bytes = await getBlob(blobHash)
  if (bytes === null) throw new AppError('NOT_FOUND')
  return { bytes, mediaType, kind, name: fileName ?? title ?? 'source' }
}
