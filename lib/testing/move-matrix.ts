import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assignClaim } from '@/lib/claims/commands/assigning'
import { hideClaim, mergeClaims, splitClaim, unhideClaim, unmergeClaims } from '@/lib/claims/commands/merging'
import { BEFORE, CLAIM_MOVES, type ClaimMove, findRow } from '@/lib/claims/rules/moves'
import { ANONYMOUS, type Context, contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { createFirstSettings } from '@/lib/settings/commands'
import { approveVerdict, sendBackVerdict } from '@/lib/verdicts/commands/approval'
import {
  approveWithdrawal,
  dropWithdrawal,
  proposeWithdrawal,
  startCorrection,
} from '@/lib/verdicts/commands/corrections'
import { dropVerdict, saveVerdict, startVerdict, submitVerdict, takeBackVerdict } from '@/lib/verdicts/commands/drafts'
import { markRechecked, planRecheck } from '@/lib/verdicts/commands/rechecks'
import { getWorkspace } from '@/lib/verdicts/queries/workspace'
import { MOVE_TABLE, MOVES, type Move, PHASES, type Phase, WHOLE_CLAIM_ROWS } from '@/lib/verdicts/rules/move-table'
import { makeClaim } from './claims'
import { makePeople, type People } from './people'
import { makePerson } from './predictions'
import { publishClaim } from './publishing'
import { type Hands, type Stand, standAt } from './standing'

/**
 * Every phase, every move, every role, through the commands and against PostgreSQL: what the table allows happens and leads
 * where it says; whatever else a client sends is refused and leaves every row as it was.
 */

const MADE = new Date('2025-10-22T09:00:00Z')
const RECHECK_ON = '2025-11-03'
/** When the moves are tried: after the day of the re-check only where that is what is tried. */
const triedAt = (phase: Phase) => new Date(phase === 'recheck_due' ? '2025-11-10T09:00:00Z' : '2025-10-23T09:00:00Z')

let people: People
let hands: Hands
let targets: { plain: string; published: string }
let roles: Record<Role, Context['actor']>
let second: Context

const ROLES = ['a reader', 'a person without roles', 'a reviewer', 'an editor', 'an admin', 'a process'] as const
type Role = (typeof ROLES)[number]

type AnyMove = Move | ClaimMove
const ALL_MOVES: readonly AnyMove[] = [...MOVES, ...CLAIM_MOVES]
type Send = (ctx: Context, at: Stand, phase: Phase) => Promise<unknown>

const words = {
  ...{ rating: 'mostly-false', summary: 'The register lists fewer still.', rationale: 'It **says** so.' },
  ...{ wasCommentAsked: false, noCommentReason: 'It is public.', asOfOn: '2025-10-22' },
  ...{ correctionLevel: 'minor' as const, correctionNote: 'A comma was missing.' },
}

/** What a client sends for each move: whole, with the ids of what there is. */
const SEND: Record<AnyMove, Send> = {
  start: (ctx, { claimId }) => startVerdict(ctx, { claimId }),
  save: (ctx, { verdictId: id, revision }) => saveVerdict(ctx, { id, revision, ...words }),
  submit: (ctx, { verdictId: id, revision }) => submitVerdict(ctx, { id, revision }),
  take_back: (ctx, { verdictId: id }) => takeBackVerdict(ctx, { id }),
  drop: (ctx, { verdictId: id, revision }) => dropVerdict(ctx, { id, revision, reason: 'Not needed.' }),
  approve: (ctx, { verdictId: id, revision }) => approveVerdict(ctx, { id, revision }),
  send_back: (ctx, { verdictId: id, revision }) => sendBackVerdict(ctx, { id, revision, reason: 'Which year?' }),
  correct: (ctx, { claimId }) => startCorrection(ctx, { claimId, level: 'factual', note: 'The year was wrong.' }),
  propose_withdrawal: (ctx, { claimId }) => proposeWithdrawal(ctx, { claimId, note: 'It was forged.' }),
  approve_withdrawal: (ctx, { correctionId }) => approveWithdrawal(ctx, { correctionId }),
  drop_withdrawal: (ctx, { correctionId }) => dropWithdrawal(ctx, { correctionId }),
  plan_recheck: (ctx, { claimId, inForceId }) =>
    planRecheck(ctx, { claimId, verdictId: inForceId, dueOn: '2026-05-01' }),
  mark_rechecked: (ctx, { claimId, inForceId }) =>
    markRechecked(ctx, { claimId, verdictId: inForceId, note: 'It stands.', nextOn: '2026-06-01' }),
  assign: (ctx, { claimId, assigneeId }) =>
    assignClaim(ctx, { claimId, assigneeId: people.ada.id, before: assigneeId }),
  give_back: (ctx, { claimId, assigneeId }) => assignClaim(ctx, { claimId, assigneeId: null, before: assigneeId }),
  split: (ctx, { claimId, occurrenceIds }) =>
    splitClaim(ctx, {
      ...{ claimId, occurrenceIds: occurrenceIds.slice(0, 1) },
      ...{ statement: 'The council meets again.', shortForm: 'The council meets', kind: 'statement' },
    }),
  merge: (ctx, { claimId }, phase) =>
    mergeClaims(ctx, { fromClaimId: claimId, intoClaimId: isSeen(phase) ? targets.published : targets.plain }),
  unmerge: (ctx, { claimId }) => unmergeClaims(ctx, { claimId }),
  hide: (ctx, { claimId }) => hideClaim(ctx, { claimId, reason: 'Not a claim.' }),
  unhide: (ctx, { claimId }) => unhideClaim(ctx, { claimId }),
}

/** Phases in which no reader has seen the claim yet, and the others. Each half has a test file, so that they run side by side. */
export const UNSEEN: readonly Phase[] = ['accepted', 'assigned', 'in_review', 'submitted', 'merged', 'hidden']
const isSeen = (phase: Phase): boolean => !UNSEEN.includes(phase)
export const SEEN: readonly Phase[] = PHASES.filter(isSeen)

const rowOf = (phase: Phase, move: AnyMove) =>
  findRow(MOVE_TABLE, phase, move as Move) ?? findRow(WHOLE_CLAIM_ROWS, phase, move)

/** Null where the move is allowed to that role; else the refusal. */
function expected(phase: Phase, move: AnyMove, role: Role, hadWithdrawal: boolean): string | null {
  const isEditor = role === 'an editor'
  if (role !== 'a reviewer' && !isEditor) return 'FORBIDDEN'
  const row = rowOf(phase, move)
  const needsEditor = row?.who === 'editor' || (isSeen(phase) && row?.needs.includes('editor_where_public'))
  if (row) return needsEditor && !isEditor ? 'FORBIDDEN' : null
  // what was never proposed has no id to be named by; splitting and merging what readers saw is told by the role first
  if ((move === 'approve_withdrawal' || move === 'drop_withdrawal') && !hadWithdrawal) return 'NOT_FOUND'
  return move === 'merge' && isSeen(phase) && !isEditor ? 'FORBIDDEN' : 'MOVE_REFUSED'
}

/** All rows of a claim, as one text: equal texts, equal rows. */
async function rowsOf(claimId: string): Promise<string> {
  const parts = ['verdict', 'correction', 'recheck', 'occurrence', 'evidence', 'claim_topic', 'quantity'].map(
    (table) =>
      Prisma.sql`SELECT to_jsonb(t)::text AS row FROM ${Prisma.raw(table)} t WHERE claim_id = ${claimId}::uuid`,
  )
  const rows = await db().$queryRaw<{ row: string }[]>`
    SELECT row FROM (${Prisma.join(parts, ' UNION ALL ')}
      UNION ALL SELECT to_jsonb(c)::text FROM claim c WHERE c.id = ${claimId}::uuid
      UNION ALL SELECT to_jsonb(s)::text FROM verdict_save s JOIN verdict v ON v.id = s.verdict_id
        WHERE v.claim_id = ${claimId}::uuid
      UNION ALL SELECT e.hash FROM audit_event e WHERE e.entity_id = ${claimId}::uuid
      UNION ALL SELECT count(*)::text FROM claim) AS all_rows ORDER BY row`
  return rows.map(({ row }) => row).join('\n')
}

const phaseNow = async (phase: Phase, claimId: string) =>
  (await getWorkspace({ ...second, now: triedAt(phase) }, claimId))?.phase

const as = (role: Role, phase: Phase): Context => contextOf(roles[role], triedAt(phase))

/** Where the claims of these tests stood before they were put aside, or before what was dropped was begun. */
const STOOD_BEFORE: Partial<Record<Phase, Phase>> = {
  merged: 'in_review',
  hidden: 'in_review',
  in_review: 'accepted',
  correcting: 'published',
  withdrawal_proposed: 'published',
}

/** Tells Vitest of every move and every role from each of these phases. */
export function tryEveryMove(phases: readonly Phase[]): void {
  beforeAll(async () => {
    people = await makePeople(MADE)
    await createFirstSettings(contextOf(systemActor('test'), MADE), { newsroomName: 'Test', zone: 'Europe/Vienna' })
    const [writer, approver, corrector] = [people.ada.ctx(MADE), people.ben.ctx(MADE), people.dora.ctx(MADE)]
    hands = { writer, approver, corrector, assigneeId: people.dora.id }
    second = people.ben.ctx(MADE)
    const [reviewer, editor] = [await makePerson('Fay', ['reviewer'], MADE), await makePerson('Elif', ['editor'], MADE)]
    roles = {
      'a reader': ANONYMOUS,
      'a person without roles': { kind: 'user', id: people.cleo.id, name: 'Cleo Brandt', roles: [] },
      'a reviewer': reviewer.actor,
      'an editor': editor.actor,
      'an admin': people.cleo.ctx(MADE).actor,
      'a process': systemActor('worker', ['admin', 'editor']),
    }
    targets = {
      plain: (await makeClaim(writer, 'The basin of Norhaven is deep.')).claimId,
      published: (await publishClaim({ writer, approver }, 'The canal of Norhaven is long.')).claimId,
    }
  })
  afterAll(disconnect)

  describe.each(phases)('%s', (phase) => {
    let stand: Stand
    beforeAll(async () => {
      stand = await standAt(phase, hands, RECHECK_ON)
    })

    test('is where the claim stands', async () => {
      expect(await phaseNow(phase, stand.claimId)).toBe(phase)
    })

    test.each(ALL_MOVES)('%s: refused to every role but those of its row, and nothing changes', async (move) => {
      const before = await rowsOf(stand.claimId)
      for (const role of ROLES) {
        const code = expected(phase, move, role, stand.hadWithdrawal)
        if (code === null) continue
        await expect(SEND[move](as(role, phase), stand, phase), role).rejects.toMatchObject({ code })
      }
      expect(await rowsOf(stand.claimId)).toBe(before)
      expect(await phaseNow(phase, stand.claimId)).toBe(phase)
    })

    const allowed = ALL_MOVES.flatMap((move) =>
      ROLES.flatMap((role) => (expected(phase, move, role, true) === null ? [{ move, role }] : [])),
    )
    test.each(allowed)('$move: $role may, and it leads where the row says', async ({ move, role }) => {
      const fresh = await standAt(phase, hands, RECHECK_ON)
      await SEND[move](as(role, phase), fresh, phase)
      const to = rowOf(phase, move)?.to
      const after = await phaseNow(phase, fresh.claimId)
      if (to !== BEFORE) expect(after).toBe(to)
      else expect([phase, move, after]).toEqual([phase, move, STOOD_BEFORE[phase]])
    })
  })

  test('the moves that are tried are all the moves there are', () => {
    const told = [...MOVE_TABLE, ...WHOLE_CLAIM_ROWS].map(({ move }) => move)
    expect([...new Set(told)].sort()).toEqual([...ALL_MOVES].sort())
  })
}
