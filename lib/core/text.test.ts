import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldKey, quoteSelector, textProblem } from './text'
import { textField } from './text-field'

test.each([
  ['a\0b', /NUL/],
  ['a\u0007b', /control characters/],
  ['pay \u202Eevil\u202C', /direction overrides/],
  ['half \uD83D', /half characters/],
])('says why %j cannot be stored', (text, problem) => expect(textProblem(text)).toMatch(problem))

test('stores what articles have: line ends, tabs, curly quotes, emoji, other scripts', () => {
  expect(textProblem('One\r\n\ttwo “three” 😀 東京 الرياض')).toBeNull()
})

test('a text field says what is missing, too long or hidden in it', () => {
  const field = textField(5, { label: 'The title' })
  const message = (value: unknown) => field.safeParse(value).error?.issues[0]?.message
  expect(message('   ')).toBe('The title is needed.')
  expect(message(undefined)).toBe('The title is needed.')
  expect(message('123456')).toBe('The title may have at most 5 characters.')
  expect(message('a\u202Eb')).toMatch(/direction overrides/)
  expect(field.parse('  ab ')).toBe('ab')
})

test('prefix, quote and suffix are what stands there, and never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
      const { quote, prefix, suffix } = quoteSelector(text, { start, end })
      expect(quote).toBe(text.slice(start, end))
      expect(text.slice(0, start).endsWith(prefix)).toBe(true)
      expect(text.slice(end).startsWith(suffix)).toBe(true)
    }),
  )
  expect(quoteSelector(`${'😀'.repeat(20)}x`, { start: 40, end: 41 }).prefix).toBe('😀'.repeat(16))
})

test.each([
  ['Café  “Roma”', "cafe 'roma'".replaceAll("'", '"')],
  ['O’Brien', "o'brien"],
  [' ANNA\nLind ', 'anna lind'],
])('%j is looked up as %j', (text, key) => expect(foldKey(text)).toBe(key))
