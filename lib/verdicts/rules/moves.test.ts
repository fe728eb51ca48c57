import { describe, expect, test } from 'vitest'
import { BEFORE, findRow } from '@/lib/claims/rules/moves'
import { type Actor, ANONYMOUS, type Role, systemActor } from '@/lib/core/context'
import { BY_DAY, MOVE_TABLE, MOVES, type Move, PHASES, type Phase, WHOLE_CLAIM_ROWS } from './move-table'
import { decideMove, handsOf, isRecheckDue, phaseOf, type Standing } from './moves'

const person = (id: string, ...roles: Role[]): Actor => ({ kind: 'user', id, name: id, roles })

/** Written out apart from the table: where each allowed move leads, and the least role it takes. */
const ALLOWED: Record<Phase, Partial<Record<Move, [Phase | typeof BEFORE, 'reviewer' | 'editor']>>> = {
  accepted: { start: ['in_review', 'reviewer'] },
  assigned: { start: ['in_review', 'reviewer'] },
  in_review: { save: ['in_review', 'reviewer'], submit: ['submitted', 'reviewer'], drop: [BEFORE, 'reviewer'] },
  submitted: {
    save: ['in_review', 'reviewer'],
    take_back: ['in_review', 'reviewer'],
    approve: ['published', 'editor'],
    send_back: ['in_review', 'editor'],
  },
  published: {
    correct: ['correcting', 'editor'],
    propose_withdrawal: ['withdrawal_proposed', 'editor'],
    plan_recheck: ['published', 'editor'],
    mark_rechecked: ['published', 'reviewer'],
  },
  recheck_due: {
    correct: ['correcting', 'editor'],
    propose_withdrawal: ['withdrawal_proposed', 'editor'],
    plan_recheck: ['published', 'editor'],
    mark_rechecked: ['published', 'reviewer'],
  },
  correcting: {
    save: ['correcting', 'reviewer'],
    submit: ['correction_submitted', 'reviewer'],
    drop: [BEFORE, 'editor'],
    propose_withdrawal: ['withdrawal_proposed', 'editor'],
  },
  correction_submitted: {
    save: ['correcting', 'reviewer'],
    take_back: ['correcting', 'reviewer'],
    approve: ['published', 'editor'],
    send_back: ['correcting', 'editor'],
  },
  withdrawal_proposed: {
    approve_withdrawal: ['withdrawn', 'editor'],
    drop_withdrawal: [BEFORE, 'editor'],
  },
  withdrawn: { start: ['in_review', 'reviewer'] },
  merged: {},
  hidden: {},
}

const ACTORS: [string, Actor, { reviewer: boolean; editor: boolean }][] = [
  ['a reader', ANONYMOUS, { reviewer: false, editor: false }],
  ['a person without roles', person('p'), { reviewer: false, editor: false }],
  ['a reviewer', person('p', 'reviewer'), { reviewer: true, editor: false }],
  ['an editor', person('p', 'editor'), { reviewer: true, editor: true }],
  ['an admin', person('p', 'admin'), { reviewer: false, editor: false }],
  ['an admin who is editor too', person('p', 'admin', 'editor'), { reviewer: true, editor: true }],
  ['a process', systemActor('worker', ['admin', 'editor']), { reviewer: false, editor: false }],
]

const cells = PHASES.flatMap((phase) =>
  MOVES.flatMap((move) => ACTORS.map(([name, actor, may]) => ({ phase, move, name, actor, may }))),
)

describe('every state, move and role', () => {
  test.each(cells)('$phase: $move by $name', ({ phase, move, actor, may }) => {
    const expected = ALLOWED[phase][move]
    const decision = decideMove({ phase, move, actor, isUnopened: false, hands: [], isSolo: false })
    if (!may.reviewer) expect(decision).toMatchObject({ isAllowed: false, code: 'FORBIDDEN' })
    else if (expected === undefined) expect(decision).toMatchObject({ isAllowed: false, code: 'MOVE_REFUSED' })
    else if (may[expected[1]])
      expect(decision).toMatchObject({ isAllowed: true, row: { to: expected[0] }, isSolo: false })
    else expect(decision).toMatchObject({ isAllowed: false, code: 'FORBIDDEN' })
  })

  test('the table has no row twice and no row beyond the ones tested', () => {
    const allowed = Object.values(ALLOWED).flatMap((moves) => Object.keys(moves))
    expect(MOVE_TABLE).toHaveLength(allowed.length)
    expect(new Set(MOVE_TABLE.map(({ from, move }) => `${from} ${move}`)).size).toBe(MOVE_TABLE.length)
  })
})

describe('a second person', () => {
  const hands = [{ userId: 'ada', did: 'saved revision 3' }]
  test.each([
    ['submitted', 'approve'],
    ['correction_submitted', 'approve'],
    ['withdrawal_proposed', 'approve_withdrawal'],
  ] as const)('%s: %s is refused to whoever wrote it, and says why', (phase, move) => {
    const decision = decideMove({
      phase,
      move,
      actor: person('ada', 'editor'),
      isUnopened: false,
      hands,
      isSolo: false,
    })
    expect(decision).toEqual({
      isAllowed: false,
      code: 'SAME_PERSON',
      reason: 'You saved revision 3, so another editor has to approve.',
    })
    expect(
      decideMove({ phase, move, actor: person('bo', 'editor'), isUnopened: false, hands, isSolo: false }),
    ).toMatchObject({
      isAllowed: true,
      isSolo: false,
    })
  })

  test('a one-person desk may, and it is told apart from an approval by two', () => {
    const ask = { phase: 'submitted', move: 'approve', isUnopened: false, hands, isSolo: true } as const
    expect(decideMove({ ...ask, actor: person('ada', 'editor') })).toMatchObject({ isAllowed: true, isSolo: true })
    expect(decideMove({ ...ask, actor: person('bo', 'editor') })).toMatchObject({ isAllowed: true, isSolo: false })
    expect(decideMove({ ...ask, actor: person('ada', 'reviewer') })).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('whoever wrote may still take back, send back and drop', () => {
    const ada = person('ada', 'editor')
    expect(
      decideMove({ phase: 'submitted', move: 'send_back', actor: ada, isUnopened: false, hands, isSolo: false })
        .isAllowed,
    ).toBe(true)
    expect(
      decideMove({ phase: 'submitted', move: 'take_back', actor: ada, isUnopened: false, hands, isSolo: false })
        .isAllowed,
    ).toBe(true)
  })
})

test('hands are the savers, the submitter, the author, who started the correction and who laid the ground', () => {
  const version = {
    authorId: 'ada',
    submittedById: 'bo',
    saves: [
      { revision: 1, savedById: 'ada' },
      { revision: 2, savedById: 'cy' },
      { revision: 3, savedById: 'ada' },
    ],
    correction: { authorId: 'di' },
  }
  const ground = [
    { actorId: 'fay', type: 'evidence.added' },
    { actorId: null, type: 'claim.speaker_set' },
    { actorId: 'gus', type: 'claim.accepted' },
  ]
  const hands = handsOf('approve', { version, withdrawal: null, ground })
  expect(hands.map(({ userId }) => userId)).toEqual(['ada', 'cy', 'ada', 'bo', 'ada', 'di', 'fay'])
  expect(hands.at(-1)).toEqual({ userId: 'fay', did: 'added evidence' })
  expect(hands[0]).toEqual({ userId: 'ada', did: 'saved revision 3' })
  expect(handsOf('approve_withdrawal', { version, withdrawal: { authorId: 'ed' }, ground })).toEqual([
    { userId: 'ed', did: 'proposed this withdrawal' },
  ])
  expect(handsOf('approve_withdrawal', { version, withdrawal: null, ground: [] })).toEqual([])
  expect(handsOf('approve', { version: null, withdrawal: null, ground: [] })).toEqual([])
  expect(handsOf('save', { version, withdrawal: null, ground: [] })).toEqual([])
  const plain = { ...version, submittedById: null, correction: null, saves: [] }
  expect(handsOf('approve', { version: plain, withdrawal: null, ground: [] })).toEqual([
    { userId: 'ada', did: 'started this verdict' },
  ])
})

describe('a prediction that is not opened', () => {
  const ada = person('ada', 'editor')
  test.each([
    ['accepted', 'start'],
    ['assigned', 'start'],
    ['withdrawn', 'start'],
    ['in_review', 'submit'],
    ['correcting', 'submit'],
    ['submitted', 'approve'],
    ['correction_submitted', 'approve'],
  ] as const)('%s: %s is refused, and says what to do first', (phase, move) => {
    const ask = { phase, move, actor: ada, hands: [], isSolo: true }
    expect(decideMove({ ...ask, isUnopened: true })).toMatchObject({
      isAllowed: false,
      code: 'MOVE_REFUSED',
      reason: expect.stringContaining('Open it first'),
    })
    expect(decideMove({ ...ask, isUnopened: false }).isAllowed).toBe(true)
  })

  test('its draft can still be saved, sent back and taken back', () => {
    const ask = { actor: ada, hands: [], isSolo: false, isUnopened: true } as const
    expect(decideMove({ ...ask, phase: 'in_review', move: 'save' }).isAllowed).toBe(true)
    expect(decideMove({ ...ask, phase: 'submitted', move: 'send_back' }).isAllowed).toBe(true)
    expect(decideMove({ ...ask, phase: 'submitted', move: 'take_back' }).isAllowed).toBe(true)
  })
})

describe('where a claim stands', () => {
  const at: Standing = {
    ...{ claimState: 'in_review', isAssigned: false, isInForce: false, version: null },
    ...{ isWithdrawalProposed: false, isRecheckDue: false },
  }
  const inForce: Standing = { ...at, claimState: 'published', isInForce: true }
  const cases: [Phase, Standing][] = [
    ['accepted', at],
    ['assigned', { ...at, isAssigned: true }],
    ['in_review', { ...at, version: 'draft' }],
    ['in_review', { ...at, version: 'draft', isAssigned: true }],
    ['submitted', { ...at, version: 'submitted' }],
    ['published', inForce],
    ['published', { ...inForce, isAssigned: true }],
    ['recheck_due', { ...inForce, isRecheckDue: true }],
    ['correcting', { ...inForce, version: 'draft' }],
    ['correcting', { ...inForce, version: 'draft', isRecheckDue: true }],
    ['correction_submitted', { ...inForce, version: 'submitted' }],
    ['withdrawal_proposed', { ...inForce, isWithdrawalProposed: true, isRecheckDue: true }],
    ['withdrawal_proposed', { ...at, isInForce: true, version: 'draft', isWithdrawalProposed: true }],
    ['withdrawn', { ...at, claimState: 'withdrawn' }],
    ['in_review', { ...at, claimState: 'withdrawn', version: 'draft' }],
    ['merged', { ...at, claimState: 'merged', isInForce: true }],
    ['hidden', { ...at, claimState: 'hidden', version: 'draft' }],
    ['accepted', { ...at, claimState: 'published' }],
  ]
  test.each(cases)('%s: %j', (phase, standing) => {
    expect(phaseOf(standing)).toBe(phase)
  })

  test('due from its day on, and never without one', () => {
    expect(isRecheckDue('2025-10-22', '2025-10-21')).toBe(false)
    expect(isRecheckDue('2025-10-22', '2025-10-22')).toBe(true)
    expect(isRecheckDue('2025-10-22', '2026-01-01')).toBe(true)
    expect(isRecheckDue(null, '2026-01-01')).toBe(false)
  })
})

test('a claim with a verdict in force is assigned and split, never merged or hidden, whatever is under way', () => {
  const inForce = ['published', 'recheck_due', 'correcting', 'correction_submitted', 'withdrawal_proposed'] as const
  for (const phase of inForce) {
    const rows = WHOLE_CLAIM_ROWS.filter(({ from }) => from === phase)
    expect(rows.map(({ move, to }) => [move, to])).toEqual([
      ['assign', phase],
      ['give_back', phase],
      ['split', phase],
    ])
  }
  expect(BY_DAY).toMatchObject({ from: 'published', to: 'recheck_due' })
})

test('a move of the table is found, any other is null', () => {
  expect(findRow(MOVE_TABLE, 'in_review', 'submit')?.needs).toEqual(['opened', 'exact_revision', 'whole', 'checklist'])
  expect(findRow(MOVE_TABLE, 'in_review', 'approve')).toBeNull()
})
