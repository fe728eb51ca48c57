import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { EXTRACTOR_VERSION } from '@/lib/extraction/rules'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'

/** Counting stops here: "more than 10,000" is as good for deciding to read again. */
const COUNT_BOUND = 10_000

// "Other than these" is asked as below or above: of an archive that is all read, the index then has nothing to walk.

/** Articles whose current text was last read by other rules than these, by id, at most `limit`; `after` is the last one seen. */
export async function listReadByOlderRules(
  from: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await from.article.findMany({
    where: {
      currentSnapshot: {
        reading: {
          OR: [{ extractorVersion: { lt: EXTRACTOR_VERSION } }, { extractorVersion: { gt: EXTRACTOR_VERSION } }],
        },
      },
      id: after === null ? undefined : { gt: after },
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/**
 * Articles whose current text was read for another country than their publisher's, so with another order of dates and
 * another "$", by id, at most `limit`; `after` is the last one seen. Walks all articles: for jobs only.
 */
export async function listReadForAnotherCountry(
  from: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT a.id FROM article a
      JOIN snapshot_reading r ON r.snapshot_id = a.current_snapshot_id
      JOIN publisher p ON p.id = a.publisher_id
    WHERE r.country IS DISTINCT FROM p.country AND (${after}::uuid IS NULL OR a.id > ${after}::uuid)
    ORDER BY a.id LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** How many they are; at most 10,000 are counted. */
export async function countReadByOlderRules(from: Db): Promise<number> {
  const [row] = await from.$queryRaw<{ n: bigint }[]>(Prisma.sql`
    SELECT count(*) AS n FROM (
      SELECT 1 FROM snapshot_reading r JOIN article a ON a.current_snapshot_id = r.snapshot_id
      WHERE r.extractor_version < ${EXTRACTOR_VERSION} OR r.extractor_version > ${EXTRACTOR_VERSION}
      LIMIT ${COUNT_BOUND}) AS older`)
  return Number(row?.n ?? 0)
}

export type RereadingState = {
  /** Articles read by older rules, at most 10,000. */
  older: number
  /** Whether jobs that read them again are waiting or running. */
  isRunning: boolean
  /** Decided candidates with an open difference, at most 10,000. */
  differing: number
}

/** How far reading again has come, and what it found. */
export async function getRereadingState(ctx: Context): Promise<RereadingState> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const where = { state: 'open', candidate: { state: { not: 'new' } } } as const
  const [older, waiting, differing] = await Promise.all([
    countReadByOlderRules(db()),
    db().$queryRaw<{ is: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM graphile_worker.jobs
        WHERE attempts < max_attempts AND (task_identifier = 'reread_articles'
          OR (task_identifier = 'extract_candidates' AND key LIKE 'reread:%'))) AS is`,
    db().candidateDifference.count({ where, take: COUNT_BOUND }),
  ])
  return {
    older,
    isRunning: waiting[0]?.is ?? false,
    differing,
  }
}
