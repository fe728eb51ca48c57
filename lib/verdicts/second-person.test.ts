import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '@/lib/core/context'
import { type BlindStanding, blindRefusal, concealEvents, isHiddenFrom, notBlindBecause } from './rules/blinding'
import { MOVES } from './rules/move-table'
import { anchorOf, isOpenRemark, placeOf, type StepKind } from './rules/remarks'
import { firstRaterOf } from './rules/second-rating'

describe('the words of a remark', () => {
  const text = 'The pier has planks. The pier has rails.'

  test('stand where they were chosen, with the words around them', () => {
    expect(anchorOf(text, 'planks', null)).toEqual({
      anchor: { start: 13, end: 19, quote: 'planks', prefix: 'The pier has ', suffix: '. The pier has rails.' },
    })
    expect(anchorOf(text, 'The pier', 21)).toMatchObject({ anchor: { start: 21, end: 29 } })
  })

  test.each([
    ['The pier', null, /more than once/],
    ['The pier', 3, /more than once/],
    ['the pier', null, /do not stand/],
    [' ', 3, /at least one word/],
  ])('%j from %j is no place', (quote, start, problem) => {
    expect(anchorOf(text, quote, start)).toEqual({ problem: expect.stringMatching(problem) })
  })

  test('are found though a form sends line breaks in its own way', () => {
    expect(anchorOf('one\ntwo', 'one\r\ntwo', 0)).toMatchObject({ anchor: { quote: 'one\ntwo' } })
    expect(anchorOf('one\r\ntwo', 'one\ntwo', 0)).toMatchObject({ anchor: { quote: 'one\r\ntwo' } })
  })

  test('are found again by exact text, or said to be gone or unclear, never put elsewhere', () => {
    const planks = { start: 13, end: 19 }
    expect(placeOf(planks, text, text)).toEqual({ is: 'found', span: planks })
    expect(placeOf(planks, text, 'Moved: The pier has planks. And more.')).toEqual({
      is: 'found',
      span: { start: 20, end: 26 },
    })
    expect(placeOf(planks, text, 'The pier has Planks.')).toEqual({ is: 'gone' })
    expect(placeOf(planks, text, 'planks, or planks')).toEqual({ is: 'unclear' })
    expect(placeOf(null, text, '')).toEqual({ is: 'whole' })
  })

  test('wherever they are found, the same words stand there', () => {
    const words = fc.array(fc.constantFrom<string[]>('pier', 'has', 'planks', 'and', 'rails'), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, words, fc.nat(11), (before, after, at) => {
        const [from, now] = [before.join(' '), after.join(' ')]
        const word = before[at % before.length] ?? ''
        const start = before.slice(0, at % before.length).join(' ').length + (at % before.length > 0 ? 1 : 0)
        const place = placeOf({ start, end: start + word.length }, from, now)
        if (place.is === 'found') expect(now.slice(place.span.start, place.span.end)).toBe(word)
        if (place.is === 'gone' && !after.includes(word)) expect(now.includes(word)).toBe(false)
      }),
    )
  })
})

test('a remark is open until it is dealt with, and after it is opened again, whatever is replied', () => {
  const of = (...kinds: StepKind[]) => isOpenRemark(kinds.map((kind) => ({ kind })))
  expect([of(), of('reply'), of('dealt_with'), of('dealt_with', 'reply'), of('dealt_with', 'reopened')]).toEqual([
    true,
    true,
    false,
    false,
    true,
  ])
})

test('the first rater is who put the rating down, not who saved it again', () => {
  const saves = [
    { savedById: 'ada', content: { rating: null } },
    { savedById: 'ada', content: { rating: 'false' } },
    { savedById: 'dora', content: { rating: 'true' } },
    { savedById: 'ben', content: { rating: 'true' } },
  ]
  expect(firstRaterOf('true', saves)).toBe('dora')
  expect(firstRaterOf('false', saves)).toBeNull()
  expect(firstRaterOf(null, saves)).toBeNull()
})

describe('blind second rating', () => {
  const person = (id: string, ...roles: Role[]): Actor => ({ kind: 'user', id, name: id, roles })
  const asked: BlindStanding = {
    isAsked: true,
    savers: new Set(['ada']),
    lookers: new Set(['leo']),
    raters: new Set(['rita']),
  }
  const hands = [{ userId: 'gita', did: 'added evidence' }]
  const hidden = (actor: Actor, blind = asked) => isHiddenFrom(actor, blind, hands)

  test('the text is kept from editors who could approve and know nothing of it, and from nobody else', () => {
    expect(hidden(person('ben', 'editor'))).toBe(true)
    expect(hidden(person('dora', 'reviewer', 'editor', 'admin'))).toBe(true)
    for (const one of [
      person('ben', 'reviewer'),
      person('ben', 'admin'),
      person('ada', 'editor'),
      person('leo', 'editor'),
      person('rita', 'editor'),
      person('gita', 'editor'),
    ])
      expect(hidden(one)).toBe(false)
    expect(hidden(person('ben', 'editor'), { ...asked, isAsked: false })).toBe(false)
  })

  test('approving waits for a rating, also of who saw the text; what answers with the text waits for sight of it', () => {
    const refused = (actor: Actor) => MOVES.filter((move) => blindRefusal(move, actor, asked, hands) !== null)
    expect(refused(person('ben', 'editor'))).toEqual(['save', 'submit', 'drop', 'approve'])
    expect(refused(person('leo', 'editor'))).toEqual(['approve'])
    expect(refused(person('rita', 'editor'))).toEqual([])
    expect(refused(person('ada', 'reviewer'))).toEqual([])
  })

  test('who saved or looked is named as such', () => {
    expect(['ada', 'leo', 'ben'].map((id) => notBlindBecause(id, asked))).toEqual(['saved', 'looked', null])
  })

  test('of events that tell of the text only that they happened is left', () => {
    const events = [
      { type: 'verdict.sent_back', payload: { reason: 'Rate it false.', revision: 2 } },
      { type: 'claim.updated', payload: { reason: 'kept' } },
    ]
    const shown = concealEvents(events)
    expect(JSON.stringify(shown)).not.toContain('Rate it false.')
    expect(shown[0]?.payload).toMatchObject({ revision: 2 })
    expect(shown[1]).toEqual(events[1])
  })
})
