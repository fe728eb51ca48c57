import { describe, expect, test } from 'vitest'
import { SUGGESTION_MOVES } from './rules/suggestions'
import { issueTicket, secretOf, ticketProblem } from './rules/tickets'
import { SUGGESTION_STATES } from './schema'

const KEY = 'k'.repeat(32)
const NOW = new Date('2025-11-20T09:00:00Z')
const after = (ms: number) => new Date(NOW.getTime() + ms)
const DAY = 86_400_000

describe('a ticket', () => {
  test.each([
    [0, 'too_soon'],
    [2_999, 'too_soon'],
    [3_000, null],
    [DAY, null],
    [DAY + 1, 'too_late'],
    [-5_000, 'too_soon'],
  ])('after %d ms is %s', (ms, expected) => {
    expect(ticketProblem(KEY, issueTicket(KEY, NOW), after(ms))).toBe(expected)
  })

  test('that was changed, cut or made with another key is forged', () => {
    const ticket = issueTicket(KEY, NOW)
    const earlier = ticket.replace(/^\d+/, String(NOW.getTime() - 60_000))
    for (const forged of [earlier, ticket.slice(0, -1), `${ticket}x`, '', '1.2.3', issueTicket('x'.repeat(32), NOW)])
      expect(ticketProblem(KEY, forged, after(10_000))).toBe('forged')
  })

  test('gives one secret for one content, and another for another', () => {
    const ticket = issueTicket(KEY, NOW)
    expect(secretOf(KEY, ticket, { a: 1 })).toBe(secretOf(KEY, ticket, { a: 1 }))
    expect(secretOf(KEY, ticket, { a: 1 })).toMatch(/^[\w-]{43}$/)
    const others = [secretOf(KEY, ticket, { a: 2 }), secretOf(KEY, issueTicket(KEY, NOW), { a: 1 })]
    expect(new Set([...others, secretOf(KEY, ticket, { a: 1 })]).size).toBe(3)
  })
})

test('whatever was decided about a suggestion can be taken back', () => {
  for (const state of SUGGESTION_STATES) {
    if (state !== 'received') expect(SUGGESTION_MOVES[state].put_back).toBeDefined()
  }
})
