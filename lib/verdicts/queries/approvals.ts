import { type Context, isEditor } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canReadVerdictDesk } from '../policy'
import { decideOnRows, liveVersion } from '../rules/moves'
import { listGrounds } from './ground'

/** What waits for a second person at once; a desk with more has other troubles than this list's end. */
const WAITING_BOUND = 500

const WAITING = {
  ...{ id: true, shortForm: true, state: true, kind: true, assigneeId: true, currentVerdictId: true },
  prediction: { select: { frozenAt: true } },
  verdicts: {
    where: { state: 'submitted' },
    select: {
      ...{ id: true, state: true, authorId: true, submittedById: true, submittedAt: true },
      submittedBy: { select: { name: true } },
      correction: { select: { authorId: true, state: true } },
    },
  },
  corrections: {
    where: { level: 'withdrawal', state: 'proposed' },
    select: { authorId: true, createdAt: true, author: { select: { name: true } } },
  },
} satisfies Prisma.ClaimSelect

type Row = Prisma.ClaimGetPayload<{ select: typeof WAITING }>

/** A verdict, a correction or a withdrawal that waits, and by whom it was handed over. */
export type ApprovableVerdict = {
  /** Instant, ISO. */
  waitingAt: string
  claim: { id: string; shortForm: string }
  what: 'verdict' | 'correction' | 'withdrawal'
  byName: string
}

/**
 * What this person may approve now, the longest waiting first: decided by the same rule as the approval itself. `claimId`: of
 * that claim alone.
 */
export async function listApprovableVerdicts(ctx: Context, claimId?: string): Promise<ApprovableVerdict[]> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  // approving is the editors'; for all others there is nothing to read
  if (!isEditor(ctx.actor)) return []
  const [rows, { isSolo }] = await Promise.all([
    db().claim.findMany({
      where: {
        id: claimId,
        state: { notIn: ['merged', 'hidden'] },
        OR: [
          { verdicts: { some: { state: 'submitted' } } },
          { corrections: { some: { level: 'withdrawal', state: 'proposed' } } },
        ],
      },
      orderBy: { id: 'asc' },
      take: WAITING_BOUND,
      select: WAITING,
    }),
    requireSettings(),
  ])
  const [grounds, saves] = await Promise.all([
    listGrounds(
      db(),
      rows.map(({ id }) => id),
    ),
    listLastSaves(rows.flatMap(({ verdicts }) => verdicts.map(({ id }) => id))),
  ])
  const mine = rows.filter((row) => {
    const withdrawal = row.corrections[0] ?? null
    const ground = grounds.get(row.id) ?? []
    // what waits for a second person is nothing that a day made due
    const version = row.verdicts[0] && { ...row.verdicts[0], saves: saves.get(row.verdicts[0].id) ?? [] }
    const claim = { ...row, version: liveVersion(version), withdrawal, ground, isRecheckDue: false }
    const move = withdrawal ? 'approve_withdrawal' : 'approve'
    return decideOnRows(claim, { move, actor: ctx.actor, isSolo }).isAllowed
  })
  return mine.sort((a, b) => waitingSince(a) - waitingSince(b)).map(toApprovable)
}

type LastSave = { savedById: string; revision: number }

/** The last save of each person: who wrote is all that an approval asks of the saves, which may be hundreds. */
async function listLastSaves(verdictIds: string[]): Promise<Map<string, LastSave[]>> {
  const rows = await db().verdictSave.groupBy({
    by: ['verdictId', 'savedById'],
    where: { verdictId: { in: verdictIds } },
    _max: { revision: true },
  })
  const saves = new Map<string, LastSave[]>()
  for (const { verdictId, savedById, _max } of rows)
    saves.set(verdictId, [...(saves.get(verdictId) ?? []), { savedById, revision: _max.revision ?? 0 }])
  for (const last of saves.values()) last.sort((a, b) => a.revision - b.revision)
  return saves
}

const waitingSince = ({ verdicts, corrections }: Row): number =>
  (corrections[0]?.createdAt ?? verdicts[0]?.submittedAt)?.getTime() ?? 0

function toApprovable(row: Row): ApprovableVerdict {
  const { id, shortForm, verdicts, corrections } = row
  const [withdrawal, version] = [corrections[0], liveVersion(verdicts[0])]
  return {
    waitingAt: new Date(waitingSince(row)).toISOString(),
    claim: { id, shortForm },
    what: withdrawal ? 'withdrawal' : version?.correction ? 'correction' : 'verdict',
    byName: withdrawal?.author.name ?? version?.submittedBy?.name ?? '',
  }
}
