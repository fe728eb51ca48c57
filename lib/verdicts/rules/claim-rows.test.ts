import { expect, test } from 'vitest'
import type { Actor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { type ClaimRows, decideOnRows, isUnopenedPrediction, liveVersion, phaseOfRows, requireMove } from './moves'

const editor: Actor = { kind: 'user', id: 'edda', name: 'Edda', roles: ['editor'] }
const version = {
  ...{ state: 'submitted', authorId: 'rosa', submittedById: 'rosa' },
  ...{ saves: [{ revision: 1, savedById: 'rosa' }], correction: null },
}
const rows: ClaimRows = {
  ...{ state: 'submitted', assigneeId: null, kind: 'statistic', currentVerdictId: null, prediction: null },
  ...{ version, withdrawal: null, ground: [], isRecheckDue: false },
}
const approve = { move: 'approve', actor: editor, isSolo: false } as const

test('where a claim stands is read from its rows', () => {
  expect(phaseOfRows(rows)).toBe('submitted')
  expect(phaseOfRows({ ...rows, version: { ...version, state: 'draft' } })).toBe('in_review')
  expect(phaseOfRows({ ...rows, state: 'accepted', version: null })).toBe('accepted')
  expect(phaseOfRows({ ...rows, state: 'accepted', version: null, assigneeId: 'rosa' })).toBe('assigned')
  expect(phaseOfRows({ ...rows, state: 'published', version: null, currentVerdictId: 'v1' })).toBe('published')
  expect(phaseOfRows({ ...rows, currentVerdictId: 'v1', withdrawal: { authorId: 'rosa' } })).toBe('withdrawal_proposed')
})

test('a command makes a move that is allowed, and throws why one is not', () => {
  expect(requireMove(decideOnRows(rows, approve))).toMatchObject({ isSolo: false })
  const own = { ...rows, version: { ...version, saves: [{ revision: 2, savedById: 'edda' }] } }
  const refusal = () => requireMove(decideOnRows(own, approve))
  expect(refusal).toThrow('SAME_PERSON')
  expect(decideOnRows(own, { ...approve, isSolo: true })).toMatchObject({ isAllowed: true, isSolo: true })
  expect(() => requireMove(decideOnRows({ ...rows, version: null, state: 'hidden' }, approve))).toThrow(
    expect.toSatisfy(isAppError),
  )
})

test('only a prediction can be unopened, and it is until it is frozen', () => {
  expect(isUnopenedPrediction({ kind: 'statistic', prediction: null })).toBe(false)
  expect(isUnopenedPrediction({ kind: 'prediction', prediction: null })).toBe(true)
  expect(isUnopenedPrediction({ kind: 'prediction', prediction: { frozenAt: null } })).toBe(true)
  expect(isUnopenedPrediction({ kind: 'prediction', prediction: { frozenAt: new Date(0) } })).toBe(false)
})

test('the draft of a correction that a withdrawal overtook goes on as a plain version', () => {
  const correction = (state: string) => ({ id: 'v2', correction: { state } })
  expect(liveVersion(correction('dropped'))).toEqual({ id: 'v2', correction: null })
  expect(liveVersion(correction('draft'))).toEqual(correction('draft'))
  expect(liveVersion({ correction: null })).toEqual({ correction: null })
  expect(liveVersion(undefined)).toBeNull()
})
