import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeWords } from './merging'

describe('two edits of one text', () => {
  test.each([
    ['a b c d', 'a B c d', 'a b c D', 'a B c D', true],
    [
      'The count fell in May.',
      'The count fell in May 2024.',
      'The count fell in May.',
      'The count fell in May 2024.',
      true,
    ],
    ['one two', 'one two', 'one', 'one', true],
    ['one two three', 'one 2 three', 'one zwei three', 'one 2 zwei three', false],
    ['one two three', 'one three', 'one three', 'one three', true],
    ['', 'Mine.', 'Theirs.', 'Mine. Theirs.', false],
    ['Same.', 'New start. Same.', 'Same. New end.', 'New start. Same. New end.', true],
  ])('%j: %j and %j', (base, mine, theirs, text, isClean) => {
    expect(mergeWords(base, mine, theirs)).toEqual({ text, isClean })
  })

  const words = fc
    .array(fc.constantFrom('ant', 'bee', 'cat', 'dog', 'elk'), { maxLength: 12 })
    .map((all) => all.join(' '))

  test('an edit against none is that edit, and equal edits are one', () => {
    fc.assert(
      fc.property(words, words, (base, edit) => {
        expect(mergeWords(base, edit, base)).toEqual({ text: edit, isClean: true })
        expect(mergeWords(base, base, edit)).toEqual({ text: edit, isClean: true })
        expect(mergeWords(base, edit, edit)).toEqual({ text: edit, isClean: true })
      }),
    )
  })

  test('every word that either put in stands in the merge', () => {
    fc.assert(
      fc.property(words, fc.nat(12), fc.nat(12), (base, a, b) => {
        const put = (text: string, at: number, word: string) => text.split(' ').toSpliced(at, 0, word).join(' ')
        const { text } = mergeWords(base, put(base, a, 'MINE'), put(base, b, 'THEIRS'))
        expect(text.split(/\s+/).filter((word) => word === 'MINE' || word === 'THEIRS')).toHaveLength(2)
      }),
    )
  })
})
