import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carry, MOST_PLACES, placesOf } from './rules/carrying'

const at = (body: string, quote: string, nth = 0) => {
  let start = -1
  for (let i = 0; i <= nth; i++) start = body.indexOf(quote, start + 1)
  return { body, start, end: start + quote.length }
}
const carried = (before: string, quote: string, after: string, nth = 0) => {
  const result = carry(at(before, quote, nth), after)
  return result.outcome === 'found' ? after.slice(0, result.span.start).length : result.outcome
}

const QUAY = 'The quay cost $3 million'

describe('words that stand once in both texts', () => {
  it.each<[string, string, string]>([
    ['unchanged', `${QUAY}. It opened in May.`, `${QUAY}. It opened in May.`],
    ['with a paragraph before them', `${QUAY}.`, `A new first paragraph.\n\n${QUAY}.`],
    ['with other words around them', `On Monday: ${QUAY}, said Holt.`, `${QUAY}; nobody denied it.`],
    ['in another paragraph', `${QUAY}.\n\nThe end.`, `The end.\n\n${QUAY}.`],
  ])('%s are found', (_, before, after) => {
    expect(carried(before, QUAY, after)).toBe(after.indexOf(QUAY))
  })

  it.each<[string, string, string, string]>([
    ['are gone when a figure changed', `${QUAY}.`, QUAY, 'The quay cost $4 million.'],
    ['are gone when they are the end of a longer figure', 'Some 14 boats came.', '14 boats', 'Some 114 boats came.'],
    ['are gone when they are the end of a decimal', 'It cost 5 million.', '5 million', 'It cost 2.5 million.'],
    ['are gone when a digit follows', 'It ends in 202', 'ends in 202', 'It ends in 2025'],
    ['are gone when a decimal follows', 'It rose by 2 in May.', 'rose by 2', 'It rose by 2.5 in May.'],
    ['are gone when they are a part of a longer word', 'He saw a port.', 'a port', 'He saw a portal.'],
    ['are gone in an accented word', 'The cafe closed', 'The cafe', 'The cafe\u0301 closed'],
  ])('%s', (_, before, quote, after) => {
    expect(carried(before, quote, after)).toBe('gone')
  })

  it('that were marked in the middle of a word are found there again', () => {
    expect(carried('unbelievable', 'believ', 'It is unbelievable.')).toBe(8)
  })
})

describe('words that stand several times', () => {
  const first = `Holt told the board on Monday that it would wait. "We wait", he said.`
  const second = `Much later, before the court of Norhaven, Mayor Pike was asked again. "We wait", she answered then.`
  const before = `${first}\n\n${second}`

  it.each<[string, string, number, number | string]>([
    ['each goes to its own when a paragraph comes before', `New.\n\n${before}`, 1, 1],
    ['each goes to its own when they change places', `${second}\n\n${first}`, 0, 1],
    ['the second is gone when only the first is left', first, 1, 'gone'],
    ['the first is gone when only the second is left', second, 0, 'gone'],
    ['the second is found when only the second is left', second, 1, 0],
  ])('%s', (_, after, nth, expected) => {
    const wanted = typeof expected === 'number' ? at(after, '"We wait"', expected).start : expected
    expect(carried(before, '"We wait"', after, nth)).toBe(wanted)
  })

  it('are unclear where the words around are the same too', () => {
    const line = 'We wait, he said.\n'
    expect(carried(line.repeat(2), 'We wait', line.repeat(3))).toBe('unclear')
  })

  it('are unclear where nothing around is known', () => {
    expect(carried('We wait. Much was said of the harbour.', 'We wait', 'Oh no: We wait! Then: We wait?')).toBe(
      'unclear',
    )
  })

  it('are unclear, and quickly so, where they stand very often', () => {
    const many = 'We wait, '.repeat(20_000)
    expect(carried(many, 'We wait', `So: ${many}`)).toBe('unclear')
    expect(placesOf(many, 'We wait')).toHaveLength(MOST_PLACES + 1)
  })
})

describe('for any texts', () => {
  const word = fc.constantFrom('quay', 'boats', '14', '4', 'wait', 'said', 'é', '\u{1F6A2}', '.', ',', '\n\n')
  const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '))
  const made = text.chain((body) =>
    fc
      .tuple(fc.nat(body.length - 1), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ body, start, end: Math.min(body.length, start + length) }))
      .filter(({ start, end }) => body.slice(start, end).isWellFormed()),
  )

  it('a found place has exactly the words, and gone means that they are nowhere or taken', () => {
    fc.assert(
      fc.property(made, text, (from, body) => {
        const quote = from.body.slice(from.start, from.end)
        const result = carry(from, body)
        if (result.outcome === 'found') expect(body.slice(result.span.start, result.span.end)).toBe(quote)
        if (!body.includes(quote)) expect(result.outcome).toBe('gone')
      }),
      { numRuns: 500 },
    )
  })

  it('in the same text the place is its own, or unclear; never another one', () => {
    fc.assert(
      fc.property(made, (from) => {
        const result = carry(from, from.body)
        if (result.outcome === 'found') expect(result.span).toEqual({ start: from.start, end: from.end })
        else expect(result.outcome).toBe('unclear')
      }),
      { numRuns: 500 },
    )
  })

  it('with a paragraph put in somewhere else, the place moves by its length, or is unclear; never to another one', () => {
    fc.assert(
      fc.property(made, fc.nat(), (from, where) => {
        const gap = where % 2 === 0 ? 0 : from.body.length
        const added = gap === 0 ? 'Zebra zebra.\n\n' : '\n\nZebra zebra.'
        const body = gap === 0 ? added + from.body : from.body + added
        const shift = gap === 0 ? added.length : 0
        const result = carry(from, body)
        if (result.outcome === 'found') expect(result.span.start).toBe(from.start + shift)
        else expect(result.outcome).toBe('unclear')
      }),
      { numRuns: 500 },
    )
  })
})
