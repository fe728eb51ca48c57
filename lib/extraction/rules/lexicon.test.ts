import { describe, expect, test } from 'vitest'
import { WordMap } from './lexicon'
import { oncePerStretch, tokenize } from './tokens'
import { verbOf } from './verbs'

describe('a table of words', () => {
  const table = new WordMap([
    ['dock', 1],
    ['½', 2],
    ['sell', 3],
  ])

  test('tells what it says of a token as written in the text, in any case', () => {
    expect(tokenize('Dock lock ½ DOCK').map((token) => table.of(token))).toEqual([1, undefined, 2, 1])
    expect(tokenize('Dock lock').map((token) => table.holds(token))).toEqual([true, false])
  })

  test('tells what it says of the base of a verb', () => {
    expect(tokenize('sold opened').map((token) => table.ofBase(verbOf(token)))).toEqual([3, undefined])
    expect(table.ofBase(null)).toBeUndefined()
  })
})

test('a reading that is asked for again on the same stretch is made once, on another stretch or text anew', () => {
  const asked: string[] = []
  const read = oncePerStretch((tokens, first, last) => {
    const words = tokens.slice(first, last).map((token) => token.text)
    asked.push(words.join(' '))
    return words.length
  })
  const tokens = tokenize('the crew left')
  expect([read(tokens, 0, 2), read(tokens, 0, 2), read(tokens, 0, 3), read(tokenize('the crew'), 0, 2)]).toEqual([
    2, 2, 3, 2,
  ])
  expect(asked).toEqual(['the crew', 'the crew left', 'the crew'])
  expect([read(tokens, 3, 3), read(tokens, 4, 4)]).toEqual([0, 0])
})
