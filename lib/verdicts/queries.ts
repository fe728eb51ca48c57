/** What readers may see of verdicts: published versions as they were frozen, and the public notes on them. */
import { type Db, db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import type { CORRECTION_LEVELS } from './rules/limits'
import { FrozenVerdict } from './schema'

const VERSION_BOUND = 100

export type PublishedVersion = {
  id: string
  ordinal: number
  publishedAt: string
  isCurrent: boolean
  frozen: FrozenVerdict
}

/** Every published version of a claim's verdict, newest first, at most 100; each stays readable after a correction. */
export async function listPublishedVersions(claimId: string): Promise<PublishedVersion[]> {
  const rows = await db().verdict.findMany({
    where: { claimId, state: 'published' },
    orderBy: { ordinal: 'desc' },
    take: VERSION_BOUND,
    select: { id: true, ordinal: true, frozen: true, publishedAt: true, currentOf: { select: { id: true } } },
  })
  return rows.map(({ id, ordinal, frozen, publishedAt, currentOf }) => ({
    id,
    ordinal,
    publishedAt: publishedAt?.toISOString() ?? '',
    isCurrent: currentOf !== null,
    frozen: FrozenVerdict.parse(frozen),
  }))
}

/** The verdict in force of a claim; null before the first and after a withdrawal. */
export async function getCurrentVerdict(claimId: string, from: Db = db()): Promise<FrozenVerdict | null> {
  const row = await from.claim.findUnique({
    where: { id: claimId },
    select: { currentVerdict: { select: { frozen: true } } },
  })
  return row?.currentVerdict ? FrozenVerdict.parse(row.currentVerdict.frozen) : null
}

const correctionSelect = {
  id: true,
  level: true,
  note: true,
  publishedAt: true,
  previousVerdict: { select: { ordinal: true } },
  verdict: { select: { ordinal: true } },
  author: { select: { name: true } },
  approver: { select: { name: true } },
  claim: { select: { slug: true, kind: true, statement: true, shortForm: true } },
} satisfies Prisma.CorrectionSelect

type CorrectionRow = Prisma.CorrectionGetPayload<{ select: typeof correctionSelect }>

export type PublicCorrection = {
  id: string
  level: (typeof CORRECTION_LEVELS)[number] | 'withdrawal'
  note: string
  publishedAt: string
  /** The version that was corrected or withdrawn, and the one that took its place (null for a withdrawal). */
  previousOrdinal: number
  ordinal: number | null
  authorName: string
  approverName: string
  claim: { slug: string; kind: CorrectionRow['claim']['kind']; statement: string; shortForm: string }
}

const toCorrection = (row: CorrectionRow): PublicCorrection => ({
  id: row.id,
  level: row.level,
  note: row.note,
  publishedAt: row.publishedAt?.toISOString() ?? '',
  previousOrdinal: row.previousVerdict.ordinal,
  ordinal: row.verdict?.ordinal ?? null,
  authorName: row.author.name,
  approverName: row.approver?.name ?? '',
  claim: row.claim,
})

/** The public notes on one claim's verdict, newest first, at most 100. */
export async function listClaimCorrections(claimId: string): Promise<PublicCorrection[]> {
  const rows = await db().correction.findMany({
    where: { claimId, state: 'published' },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: VERSION_BOUND,
    select: correctionSelect,
  })
  return rows.map(toCorrection)
}

/** The public log of corrections and withdrawals, newest first; `before` is the last one of the page before. */
export async function listCorrections({
  before,
  limit = 25,
}: {
  before?: { id: string; publishedAt: string }
  limit?: number
}): Promise<PublicCorrection[]> {
  const rows = await db().correction.findMany({
    where: {
      state: 'published',
      claim: { state: { not: 'hidden' } },
      OR: before && [
        { publishedAt: { lt: before.publishedAt } },
        { publishedAt: before.publishedAt, id: { lt: before.id } },
      ],
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: Math.min(limit, 100),
    select: correctionSelect,
  })
  return rows.map(toCorrection)
}
