import { expect, test } from 'vitest'
import { dragEnd, moveEnd, toWords, wordAt } from './word-span'

const TEXT = 'Harbour 😀 boats carried 4,200 barges in the U.S. on Monday. It rained.'
const of = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const said = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end)

test('an end that is dragged goes to the nearest border of a word, and never over the other end', () => {
  const span = of('boats carried')
  expect(said(dragEnd(TEXT, span, 'end', TEXT.indexOf('00 barges')))).toBe('boats carried 4,200')
  expect(said(dragEnd(TEXT, span, 'end', TEXT.indexOf('arges')))).toBe('boats carried 4,200')
  expect(said(dragEnd(TEXT, span, 'end', TEXT.indexOf('Monday') + 6))).toBe(
    'boats carried 4,200 barges in the U.S. on Monday',
  )
  expect(said(dragEnd(TEXT, span, 'end', 0))).toBe('boats')
  expect(said(dragEnd(TEXT, span, 'start', TEXT.length))).toBe('carried')
  expect(said(dragEnd(TEXT, span, 'start', 3))).toBe('Harbour 😀 boats carried')
})

test('no end ever stands inside a character', () => {
  for (let offset = 0; offset <= TEXT.length; offset++)
    for (const end of ['start', 'end'] as const)
      expect(said(dragEnd(TEXT, of('boats'), end, offset)).isWellFormed()).toBe(true)
})

test('ends move word by word, keep one word, and stop at the ends of the text', () => {
  expect(said(moveEnd(TEXT, of('boats carried'), 'end', -1))).toBe('boats')
  expect(said(moveEnd(TEXT, of('boats'), 'end', -1))).toBe('boats')
  expect(said(moveEnd(TEXT, of('Harbour'), 'start', -1))).toBe('Harbour')
  expect(said(moveEnd(TEXT, of('boats carried'), 'start', 1))).toBe('carried')
})

test('a selection is widened to whole words, and the words at its ends can be told', () => {
  const span = toWords(TEXT, { start: TEXT.indexOf('ried'), end: TEXT.indexOf('ges in') })
  expect(span && said(span)).toBe('carried 4,200 barges')
  expect(span && [wordAt(TEXT, span, 'start'), wordAt(TEXT, span, 'end')]).toEqual(['carried', 'barges'])
})
