import { describe, expect, test } from 'vitest'
import { gate, newAmong, piecesOf } from './rules/asking'

const BODY = 'The bar sold 90 barrels in May. A bar is not a barrel, Ida Roe said.'
const answer = (...claims: { quote: string; speaker?: string }[]) =>
  JSON.stringify({ claims: claims.map((claim) => ({ kind: 'event', ...claim })) })
const gated = (...claims: { quote: string; speaker?: string }[]) => {
  const found = gate(BODY, { start: 0, end: BODY.length }, answer(...claims))
  return found && { ...found, kept: found.kept.map(({ span, speaker }) => [BODY.slice(span.start, span.end), speaker]) }
}

describe('the gate', () => {
  test('keeps of nested proposals the first, in whatever order they come', () => {
    const [whole, part] = [{ quote: 'The bar sold 90 barrels in May' }, { quote: 'sold 90 barrels' }]
    expect(gated(whole, part)).toMatchObject({ kept: [['The bar sold 90 barrels in May', null]], unusable: 1 })
    expect(gated(part, whole)).toMatchObject({ kept: [['sold 90 barrels', null]], unusable: 1 })
  })

  test('takes the place where the words stand whole', () => {
    expect(gated({ quote: 'barrel' })?.kept).toEqual([['barrel', null]])
    expect(gated({ quote: 'arrel' })).toMatchObject({ kept: [], unusable: 1, invented: 0 })
    expect(gated({ quote: 'barrow' })).toMatchObject({ kept: [], unusable: 0, invented: 1 })
  })

  test('names a speaker only in words of the text', () => {
    const said = { quote: 'A bar is not a barrel' }
    expect(gated({ ...said, speaker: 'Ida Roe' })?.kept).toEqual([[said.quote, 'Ida Roe']])
    expect(gated({ ...said, speaker: 'Ida Ro' })?.kept).toEqual([[said.quote, null]])
  })

  test('reads JSON in a fence, and nothing else', () => {
    const piece = { start: 0, end: BODY.length }
    expect(gate(BODY, piece, `\`\`\`json\n${answer({ quote: 'barrel' })}\n\`\`\``)?.kept).toHaveLength(1)
    expect(gate(BODY, piece, 'no claims')).toBeNull()
    expect(gate(BODY, piece, '{"claims":{}}')).toBeNull()
  })
})

test('pieces cover a text without a gap, up to their number', () => {
  const body = `${'A line of words.\n'.repeat(2000)}`
  const pieces = piecesOf(body)
  expect(pieces.map(({ start, end }) => body.slice(start, end)).join('')).toBe(body)
  expect(pieces.every(({ start, end }) => end - start <= 12_000)).toBe(true)
  expect(piecesOf('x'.repeat(500_000))).toHaveLength(8)
})

test('what shares half of a marked place is not new', () => {
  const proposal = { span: { start: 10, end: 20 }, kind: 'event' as const, speaker: null }
  expect(newAmong([proposal], [{ start: 0, end: 14 }])).toEqual([proposal])
  expect(newAmong([proposal], [{ start: 12, end: 40 }])).toEqual([])
})
