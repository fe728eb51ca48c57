import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS, type Context, contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { quoteSelector } from '@/lib/core/text'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim } from '@/lib/testing/claims'
import { makePeople, type People } from '@/lib/testing/people'
import { acceptCandidate, mergeCandidate, rejectCandidate, reopenCandidate } from './commands/triage'
import { CANDIDATE_MOVES, CANDIDATE_PHASES, CANDIDATE_TABLE, type CandidateMove, findRow } from './rules/moves'
import type { CandidateState } from './schema'

/** Every state of a candidate, every move, every role, through the commands and against PostgreSQL. */

const NOW = new Date('2025-10-22T09:00:00Z')
const ROLES = ['a reader', 'a person without roles', 'a reviewer', 'an editor', 'an admin', 'a process'] as const
type Role = (typeof ROLES)[number]

let people: People
let claimId: string
let articleId: string

beforeAll(async () => {
  people = await makePeople(NOW)
  const made = await makeClaim(people.ada.ctx(), 'The lock of Norhaven has two gates.')
  claimId = made.claimId
  articleId = made.articleId
})
afterAll(disconnect)

const as = (role: Role): Context => {
  const actors: Record<Role, Context['actor']> = {
    'a reader': ANONYMOUS,
    'a person without roles': { kind: 'user', id: people.cleo.id, name: 'Cleo Brandt', roles: [] },
    'a reviewer': people.ada.ctx().actor,
    'an editor': people.ben.ctx().actor,
    'an admin': people.cleo.ctx().actor,
    'a process': systemActor('worker', ['admin', 'editor']),
  }
  return contextOf(actors[role], NOW)
}

let place = 0
async function freshCandidate(): Promise<string> {
  const { id: snapshotId, body } = await db().snapshot.findFirstOrThrow({ where: { articleId } })
  const span = { start: place++, end: body.length }
  const id = newId()
  await db().candidate.create({
    data: {
      ...{ id, articleId, snapshotId, origin: 'person', ...span, ...quoteSelector(body, span) },
      ...{ kind: 'statement', checkWorthiness: 0.5, reasons: [], extractorVersion: 'test', createdAt: NOW },
    },
  })
  return id
}

const SEND: Record<CandidateMove, (ctx: Context, candidateId: string) => Promise<unknown>> = {
  accept: (ctx, candidateId) =>
    acceptCandidate(ctx, {
      ...{ candidateId, statement: `Gate ${candidateId} opens.`, shortForm: 'A gate opens', kind: 'statement' },
      speaker: { is: 'nobody' },
    }),
  merge: (ctx, candidateId) => mergeCandidate(ctx, { candidateId, claimId }),
  reject: (ctx, candidateId) => rejectCandidate(ctx, { candidateId, reason: 'opinion' }),
  reopen: (ctx, candidateId) => reopenCandidate(ctx, { candidateId }),
}
const TO: Record<CandidateState, CandidateMove | null> = {
  new: null,
  accepted: 'accept',
  merged: 'merge',
  rejected: 'reject',
}

async function candidateAt(state: CandidateState): Promise<string> {
  const id = await freshCandidate()
  const move = TO[state]
  if (move) await SEND[move](people.dora.ctx(), id)
  return id
}

const stateOf = async (id: string) => (await db().candidate.findUniqueOrThrow({ where: { id } })).state

async function rowsOf(id: string): Promise<unknown> {
  return {
    candidate: await db().candidate.findUnique({ where: { id }, include: { occurrence: true } }),
    claims: await db().claim.findMany({ orderBy: { id: 'asc' } }),
    events: await db().auditEvent.count(),
  }
}

const expected = (state: CandidateState, move: CandidateMove, role: Role): string | null => {
  if (role !== 'a reviewer' && role !== 'an editor') return 'FORBIDDEN'
  return findRow(CANDIDATE_TABLE, state, move) ? null : 'MOVE_REFUSED'
}

const cells = CANDIDATE_PHASES.flatMap((state) => CANDIDATE_MOVES.map((move) => ({ state, move })))

describe('a candidate', () => {
  test.each(cells)('$state: $move is refused to every role but those of its row, and nothing changes', async (cell) => {
    const id = await candidateAt(cell.state)
    const before = await rowsOf(id)
    for (const role of ROLES) {
      const code = expected(cell.state, cell.move, role)
      if (code) await expect(SEND[cell.move](as(role), id), role).rejects.toMatchObject({ code })
    }
    expect(await rowsOf(id)).toEqual(before)
  })

  const allowed = cells.flatMap(({ state, move }) =>
    ROLES.flatMap((role) => (expected(state, move, role) === null ? [{ state, move, role }] : [])),
  )
  test.each(allowed)('$state: $move by $role leads where the row says', async ({ state, move, role }) => {
    const id = await candidateAt(state)
    await SEND[move](as(role), id)
    expect(await stateOf(id)).toBe(findRow(CANDIDATE_TABLE, state, move)?.to)
  })

  test('a reason is needed to reject it, and a note where the reason is another one', async () => {
    const id = await candidateAt('new')
    const ada = people.ada.ctx()
    await expect(rejectCandidate(ada, { candidateId: id, reason: 'other' })).rejects.toThrow()
    await expect(rejectCandidate(ada, JSON.parse(`{"candidateId":"${id}"}`))).rejects.toThrow()
    expect(await stateOf(id)).toBe('new')
  })
})
