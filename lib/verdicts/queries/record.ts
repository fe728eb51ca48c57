import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadVerdictDesk } from '../policy'

type Step = { by: string; at: string }

/** Of one version: who wrote, was shown, handed over and approved which revision, when, and under which settings. */
export type VersionRecord = {
  id: string
  ordinal: number
  state: 'draft' | 'submitted' | 'published' | 'dropped'
  started: Step
  /** Each writer with how often and up to which revision they saved. */
  writers: { by: string; saves: number; lastRevision: number }[]
  /** To whom the desk showed it before it was published: the last revision of each person, and when it was first shown. */
  shown: (Step & { revision: number })[]
  submitted: (Step & { revision: number }) | null
  approved: Step | null
  /** The version of the newsroom's settings that it was written on, and the one that let one person do both. */
  settingVersion: number
  soloSettingVersion: number | null
  /** Pieces of evidence that it was published with. */
  evidence: number | null
  correction: { level: string; by: string } | null
}

const RECORD_BOUND = 50

const stepOf = (by: { name: string } | null, at: Date | null): Step | null =>
  by && at ? { by: by.name, at: at.toISOString() } : null

/**
 * Who saw what when. An approval names the exact revision and is refused for any other, so it tells what its person had before
 * them; besides, each revision that the desk shows to somebody is kept once. Newest version first, at most 50.
 */
export async function listVersionRecords(ctx: Context, claimId: string): Promise<VersionRecord[]> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().verdict.findMany({
    where: { claimId },
    orderBy: { id: 'desc' },
    take: RECORD_BOUND,
    select: {
      ...{
        id: true,
        state: true,
        ordinal: true,
        createdAt: true,
        submittedAt: true,
        submittedRevision: true,
        publishedAt: true,
        frozen: true,
      },
      author: { select: { name: true } },
      submittedBy: { select: { name: true } },
      approver: { select: { name: true } },
      setting: { select: { version: true } },
      soloSetting: { select: { version: true } },
      correction: { select: { level: true, author: { select: { name: true } } } },
    },
  })
  const ids = rows.map(({ id }) => id)
  const [writers, shown] = await Promise.all([listWriters(ids), listShown(ids)])
  return rows.map(({ setting, soloSetting, correction, frozen, ...row }) => {
    const submitted = stepOf(row.submittedBy, row.submittedAt)
    return {
      ...{ id: row.id, ordinal: row.ordinal, state: row.state },
      started: { by: row.author.name, at: row.createdAt.toISOString() },
      writers: writers.get(row.id) ?? [],
      shown: shown.get(row.id) ?? [],
      submitted: submitted && { ...submitted, revision: row.submittedRevision ?? 0 },
      approved: stepOf(row.approver, row.publishedAt),
      settingVersion: setting.version,
      soloSettingVersion: soloSetting?.version ?? null,
      evidence: row.state === 'published' ? sizeOf(frozen) : null,
      correction: correction && { level: correction.level, by: correction.author.name },
    }
  })
}

/** Each version's writers in the order in which they came: people, not names, which two may share. */
async function listWriters(verdictIds: string[]): Promise<Map<string, VersionRecord['writers']>> {
  const rows = await db().$queryRaw<(VersionRecord['writers'][number] & { verdictId: string })[]>(Prisma.sql`
    SELECT s.verdict_id AS "verdictId", u.name AS by, count(*)::int AS saves, max(s.revision) AS "lastRevision"
    FROM verdict_save s JOIN app_user u ON u.id = s.saved_by_id
    WHERE s.verdict_id = ANY (${verdictIds}::uuid[])
    GROUP BY s.verdict_id, u.id ORDER BY s.verdict_id, min(s.revision)`)
  return byVersion(rows)
}

/** The last revision of each version that each person was shown, and when first; the newest first. */
async function listShown(verdictIds: string[]): Promise<Map<string, VersionRecord['shown']>> {
  const rows = await db().$queryRaw<{ verdictId: string; by: string; at: Date; revision: number }[]>(Prisma.sql`
    SELECT DISTINCT ON (l.verdict_id, l.user_id) l.verdict_id AS "verdictId", u.name AS by, l.looked_at AS at, l.revision
    FROM verdict_look l JOIN app_user u ON u.id = l.user_id
    WHERE l.verdict_id = ANY (${verdictIds}::uuid[])
    ORDER BY l.verdict_id, l.user_id, l.revision DESC`)
  rows.sort((a, b) => b.at.getTime() - a.at.getTime())
  return byVersion(rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })))
}

function byVersion<R extends { verdictId: string }>(rows: readonly R[]): Map<string, Omit<R, 'verdictId'>[]> {
  const found = new Map<string, Omit<R, 'verdictId'>[]>()
  for (const { verdictId, ...row } of rows) found.set(verdictId, [...(found.get(verdictId) ?? []), row])
  return found
}

const sizeOf = (frozen: unknown): number => {
  const evidence: unknown = Reflect.get(Object(frozen), 'evidence')
  return Array.isArray(evidence) ? evidence.length : 0
}
