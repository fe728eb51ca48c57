import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
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
      saves: {
        orderBy: { revision: 'asc' },
        select: {
          ...{ revision: true, savedBy: { select: { name: true } } },
          looks: { select: { lookedAt: true, user: { select: { name: true } } } },
        },
      },
    },
  })
  return rows.map(({ saves, setting, soloSetting, correction, frozen, ...row }) => {
    const submitted = stepOf(row.submittedBy, row.submittedAt)
    return {
      ...{ id: row.id, ordinal: row.ordinal, state: row.state },
      started: { by: row.author.name, at: row.createdAt.toISOString() },
      writers: writersOf(saves),
      shown: shownTo(saves),
      submitted: submitted && { ...submitted, revision: row.submittedRevision ?? 0 },
      approved: stepOf(row.approver, row.publishedAt),
      settingVersion: setting.version,
      soloSettingVersion: soloSetting?.version ?? null,
      evidence: row.state === 'published' ? sizeOf(frozen) : null,
      correction: correction && { level: correction.level, by: correction.author.name },
    }
  })
}

function writersOf(saves: readonly { revision: number; savedBy: { name: string } }[]): VersionRecord['writers'] {
  const writers = new Map<string, VersionRecord['writers'][number]>()
  for (const { revision, savedBy } of saves) {
    const before = writers.get(savedBy.name)
    writers.set(savedBy.name, { by: savedBy.name, saves: (before?.saves ?? 0) + 1, lastRevision: revision })
  }
  return [...writers.values()]
}

type Looked = { revision: number; looks: readonly { lookedAt: Date; user: { name: string } }[] }

/** The last revision that each person was shown, and when first; the newest first. */
function shownTo(saves: readonly Looked[]): VersionRecord['shown'] {
  const last = new Map<string, VersionRecord['shown'][number]>()
  for (const { revision, looks } of saves)
    for (const { user, lookedAt } of looks) last.set(user.name, { by: user.name, at: lookedAt.toISOString(), revision })
  return [...last.values()].sort((a, b) => b.at.localeCompare(a.at))
}

const sizeOf = (frozen: unknown): number => {
  const evidence: unknown = Reflect.get(Object(frozen), 'evidence')
  return Array.isArray(evidence) ? evidence.length : 0
}
