import { describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Role } from '@/lib/core/context'
import * as policy from './policy'
import { claimStateAfter, hideProblem, mergeProblem, reopenProblem } from './rules/states'
import { CLAIM_STATES } from './schema'

const who = (...roles: Role[]): Actor => ({ kind: 'user', id: 'u', name: 'U', roles })

describe('the way of a claim', () => {
  const allowed = {
    accepted: ['in_review', 'submitted', 'published'],
    in_review: ['accepted', 'submitted', 'published'],
    submitted: ['accepted', 'in_review', 'published'],
    published: ['withdrawn'],
    withdrawn: ['published'],
    merged: [],
    hidden: [],
  } as const

  it.each(CLAIM_STATES.flatMap((from) => CLAIM_STATES.map((to) => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      const isWork = to === 'accepted' || to === 'in_review' || to === 'submitted'
      const isPublic = from === 'published' || from === 'withdrawn'
      const may: readonly string[] = allowed[from]
      const expected = from === to ? from : isPublic && isWork ? from : may.includes(to) ? to : null
      expect(claimStateAfter(from, to)).toBe(expected)
    },
  )
})

describe('merging', () => {
  const plain = { state: 'accepted', kind: 'event', isPublished: false } as const
  const published = { state: 'published', kind: 'event', isPublished: true } as const
  it.each([
    [plain, plain, null],
    [plain, published, null],
    [published, published, /withdrawal/],
    [{ ...published, state: 'withdrawn' }, published, null],
    [published, plain, /merge the unpublished one/],
    [{ ...published, kind: 'prediction' }, published, /opened prediction/],
    [{ ...plain, state: 'submitted' }, plain, /waits for approval/],
    [{ ...plain, state: 'merged' }, plain, /merged already/],
    [plain, { ...plain, state: 'merged' }, /a third/],
    [plain, { ...plain, state: 'hidden' }, /hidden/],
  ] as const)('%j into %j: %s', (from, into, problem) => {
    const said = mergeProblem(from, into)
    if (problem === null) expect(said).toBeNull()
    else expect(said).toMatch(problem)
  })

  it.each([
    [plain, null],
    [{ ...plain, state: 'submitted' }, null],
    [{ ...plain, state: 'hidden' }, /hidden already/],
    [{ ...plain, state: 'merged' }, /merged already/],
    [published, /withdrawal/],
    [{ ...published, state: 'withdrawn' }, /page stays/],
    [{ ...published, kind: 'prediction' }, /ledger/],
  ] as const)('%j can be hidden: %s', (claim, problem) => {
    if (problem === null) expect(hideProblem(claim)).toBeNull()
    else expect(hideProblem(claim)).toMatch(problem)
  })

  it.each([
    [null, null],
    [plain, null],
    [{ ...plain, state: 'in_review' }, null],
    [{ ...plain, state: 'hidden' }, null],
    [{ ...plain, state: 'submitted' }, /waits/],
    [published, /published/],
    [{ ...published, state: 'withdrawn' }, /published/],
  ] as const)('a decision on %j can be taken back: %s', (claim, problem) => {
    if (problem === null) expect(reopenProblem(claim)).toBeNull()
    else expect(reopenProblem(claim)).toMatch(problem)
  })
})

describe('who may', () => {
  const system: Actor = { kind: 'system', id: null, name: 'worker', roles: ['admin'] }
  const people = { reader: ANONYMOUS, reviewer: who('reviewer'), editor: who('editor'), admin: who('admin'), system }
  const table: [string, (actor: Actor) => boolean, string[]][] = [
    ['read the desk', policy.canReadDesk, ['reviewer', 'editor', 'admin', 'system']],
    ['triage', policy.canTriage, ['reviewer', 'editor']],
    ['edit claims', policy.canEditClaim, ['reviewer', 'editor']],
    [
      'merge unpublished claims',
      (actor) => policy.canMergeClaim(actor, { isPublished: false }),
      ['reviewer', 'editor'],
    ],
    ['merge published claims', (actor) => policy.canMergeClaim(actor, { isPublished: true }), ['editor']],
    ['keep speakers', policy.canKeepSpeakers, ['editor']],
    ['extract', policy.canExtract, ['reviewer', 'editor', 'admin', 'system']],
  ]
  it.each(table)('%s', (_what, can, expected) => {
    const may = Object.entries(people).flatMap(([name, actor]) => (can(actor) ? [name] : []))
    expect(may.sort()).toEqual([...expected].sort())
  })
})
