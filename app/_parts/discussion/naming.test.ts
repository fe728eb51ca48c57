import { expect, test } from 'vitest'
import { fitting, namingAt } from './naming'

test.each([
  ['@', ''],
  ['Ask @ad', 'ad'],
  ['Ask @Ada Mar', 'Ada Mar'],
  ['two\n@ó', 'ó'],
])('a name is being typed in %j', (text, typed) => {
  expect(namingAt(text, text.length)).toEqual({ start: text.length - typed.length - 1, end: text.length, typed })
})

test.each(['Ask Ada', 'press@ad', '@Ada, then', '@ ', 'a @5', `@${'a'.repeat(80)}`])(
  'no name is being typed in %j',
  (text) => {
    expect(namingAt(text, text.length)).toBeNull()
  },
)

test('only what stands before the caret counts', () => {
  expect(namingAt('@Ada rest', 3)).toEqual({ start: 0, end: 3, typed: 'Ad' })
})

test('offers names by their beginning, then by a later word, accents and case aside', () => {
  const people = ['Ada Marsh', 'Ben Okafor', 'José Adler', 'Ádám Pike', 'Ben Okafor']
  expect(fitting(people, 'ad')).toEqual(['Ada Marsh', 'Ádám Pike', 'José Adler'])
  expect(fitting(people, 'jose a')).toEqual(['José Adler'])
  expect(fitting(people, 'ben')).toEqual(['Ben Okafor'])
  expect(fitting(people, 'zz')).toEqual([])
  expect(
    fitting(
      Array.from({ length: 20 }, (_, n) => `Ada ${n}`),
      '',
    ),
  ).toHaveLength(6)
})
