import { describe, expect, test } from 'vitest'
import { type Done, doneOf } from './done'

const event = (type: string, payload: Record<string, unknown> | null = {}) => ({ type: `claim.${type}`, payload })
type Events = ReturnType<typeof event>[]
const hidden = event('hidden', { reason: 'A call came.' })
const back = event('unmerged', { fromClaimId: 'a', occurrences: 1 })

describe('what the address says was done with claim a', () => {
  test.each<[Done, Events, Events]>([
    ['unhidden', [hidden, event('unhidden'), event('assigned')], []],
    ['hidden', [hidden], []],
    ['unmerged', [event('merged', { intoClaimId: 'b' }), back], []],
    ['absorbed', [event('absorbed')], [event('merged', { intoClaimId: 'a' })]],
    ['split', [event('accepted')], [event('occurrence_left', { toClaimId: 'a' })]],
  ])('%s is said where the history says so', (done, events, otherEvents) => {
    expect(doneOf({ done, claimId: 'a', events, otherEvents })).toBe(done)
  })

  test.each<[Done, Events, Events]>([
    ['unhidden', [], []],
    ['unhidden', [event('unhidden'), hidden], []],
    ['hidden', [hidden, event('unhidden')], []],
    ['unmerged', [event('absorbed')], []],
    ['unmerged', [event('unmerged', { fromClaimId: 'b' })], []],
    ['unmerged', [event('unmerged', null)], []],
    ['absorbed', [], [event('merged', { intoClaimId: 'a' }), event('unmerged', { fromClaimId: 'b' })]],
    ['split', [event('accepted')], [event('occurrence_left', { toClaimId: 'c' })]],
    ['split', [event('accepted')], []],
  ])('%s is not said where it is not so, or not so any more', (done, events, otherEvents) => {
    expect(doneOf({ done, claimId: 'a', events, otherEvents })).toBeUndefined()
  })
})
