import { describe, expect, test } from 'vitest'
import { OUTCOME_STATES, PREDICTION_STATES } from '../schema'
import { decideApproval } from './approval'
import {
  afterMove,
  JUDGEMENT_MOVES,
  JUDGEMENT_STATES,
  judgementState,
  missingForForm,
  missingForOpening,
  OUTCOME_MOVES,
  PREDICTION_MOVES,
} from './moves'

describe('the life of a prediction', () => {
  const allowed: Record<string, string> = {
    'draft save': 'draft',
    'proposed save': 'draft',
    'draft propose': 'proposed',
    'proposed send_back': 'draft',
    'proposed open': 'opened',
    'proposed mark_too_vague': 'too_vague',
  }
  const cases = PREDICTION_STATES.flatMap((state) =>
    Object.keys(PREDICTION_MOVES).map((move) => [state, move] as const),
  )
  test.each(cases)('%s, %s', (state, move) => {
    expect(afterMove(PREDICTION_MOVES, state, move)).toBe(allowed[`${state} ${move}`] ?? null)
  })

  test('refuses a move that no table names', () => {
    expect(afterMove(PREDICTION_MOVES, 'draft', 'constructor')).toBeNull()
  })
})

describe('the life of an outcome', () => {
  const allowed: Record<string, string> = {
    'draft save': 'draft',
    'submitted save': 'draft',
    'draft submit': 'submitted',
    'draft drop': 'dropped',
    'submitted send_back': 'draft',
    'submitted approve': 'approved',
    'approved undo': 'undone',
  }
  const cases = OUTCOME_STATES.flatMap((state) => Object.keys(OUTCOME_MOVES).map((move) => [state, move] as const))
  test.each(cases)('%s, %s', (state, move) => {
    expect(afterMove(OUTCOME_MOVES, state, move)).toBe(allowed[`${state} ${move}`] ?? null)
  })
})

describe('the life of a judgement', () => {
  const allowed: Record<string, string> = {
    'none propose': 'waiting',
    'waiting approve': 'approved',
    'waiting refuse': 'refused',
    'approved undo': 'none',
  }
  const cases = JUDGEMENT_STATES.flatMap((state) => Object.keys(JUDGEMENT_MOVES).map((move) => [state, move] as const))
  test.each(cases)('%s, %s', (state, move) => {
    expect(afterMove(JUDGEMENT_MOVES, state, move)).toBe(allowed[`${state} ${move}`] ?? null)
  })
  test('is read from how it was decided', () => {
    const refusedAt = new Date('2025-10-22T09:00:00Z')
    expect(judgementState({ resolutionId: null, refusedAt: null })).toBe('waiting')
    expect(judgementState({ resolutionId: null, refusedAt })).toBe('refused')
    expect(judgementState({ resolutionId: 'x', refusedAt: null })).toBe('approved')
  })
})

describe('what opening needs', () => {
  const whole = {
    saidOn: '2025-02-07',
    dueFrom: '2025-07-01',
    dueTo: '2025-12-31',
    dueWords: 'in the latter half of 2025',
    windowBasis: 'stated',
    criteria: 'The visit begins.',
    certaintyWords: 'unlikely to',
    isNegated: true,
    vagueReason: null,
  }
  test('a whole one misses nothing', () => {
    expect(missingForOpening(whole)).toEqual({})
  })
  test('one with a reason why it is too vague needs nothing else', () => {
    expect(
      missingForOpening({ ...whole, dueFrom: null, dueTo: null, criteria: '', vagueReason: 'It names no act.' }),
    ).toEqual({})
  })
  test.each([
    ['no first day', { dueFrom: null }, ['window']],
    ['no last day', { dueTo: null }, ['window']],
    ['no words for the window', { dueWords: null }, ['windowWords']],
    ['no basis of the window', { windowBasis: null }, ['windowBasis']],
    ['no day on which it was said', { saidOn: null }, ['saidOn']],
    ['blank criteria', { criteria: ' \n' }, ['criteria']],
    ['words that deny it, which is not said', { isNegated: false }, ['isNegated']],
    ['words that deny nothing', { certaintyWords: 'likely to', isNegated: false }, []],
    ['no words', { certaintyWords: null, isNegated: false }, []],
    ['nothing at all', { dueFrom: null, dueTo: null, saidOn: null, criteria: '' }, ['window', 'saidOn', 'criteria']],
  ])('%s', (_, change, fields) => {
    expect(Object.keys(missingForOpening({ ...whole, ...change }))).toEqual(fields)
  })
})

test('a form misses what the stored prediction would', () => {
  const draft = {
    ...{
      saidOn: '2025-02-07',
      windowWords: 'in 2026',
      windowBasis: 'stated' as const,
      graceDays: 0,
      criteria: 'Seen.',
    },
    ...{ certaintyWords: null, isNegated: false, conditionWords: null, comparator: null, targetValue: null },
    ...{ targetUnit: null, tolerance: null, vagueReason: null },
  }
  expect(missingForForm({ ...draft, window: { from: '2026-01-01', to: '2026-12-31' } })).toEqual({})
  expect(Object.keys(missingForForm({ ...draft, window: null }))).toEqual(['window'])
})

describe('who may approve', () => {
  const fine = {
    actorId: 'second',
    authorId: 'first',
    submittedById: 'first',
    saverIds: ['first'],
    revision: 3,
    submittedRevision: 3,
    seenRevision: 3,
    isSolo: false,
  }
  test('a second person who saw the submitted revision', () => {
    expect(decideApproval(fine)).toEqual({ allowed: true, usesSolo: false })
  })
  test.each([
    ['its author', { authorId: 'second' }],
    ['whoever proposed it', { submittedById: 'second' }],
    ['anyone who saved it once', { saverIds: ['first', 'second'] }],
  ])('not %s', (_, change) => {
    expect(decideApproval({ ...fine, ...change })).toMatchObject({ allowed: false, code: 'SAME_PERSON' })
    expect(decideApproval({ ...fine, ...change, isSolo: true })).toEqual({ allowed: true, usesSolo: true })
  })
  test('a second person at a one-person desk does not use its exception', () => {
    expect(decideApproval({ ...fine, isSolo: true })).toEqual({ allowed: true, usesSolo: false })
  })
  test.each([
    ['another revision was seen', { seenRevision: 2 }],
    ['another revision was submitted', { submittedRevision: 2 }],
    ['nothing was submitted', { submittedRevision: null }],
  ])('not when %s', (_, change) => {
    expect(decideApproval({ ...fine, ...change })).toMatchObject({ allowed: false, code: 'STALE' })
  })
  test('not a process, which is no person', () => {
    expect(decideApproval({ ...fine, actorId: null, isSolo: true })).toMatchObject({
      allowed: false,
      code: 'FORBIDDEN',
    })
  })
})
