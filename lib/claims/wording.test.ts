import { describe, expect, it } from 'vitest'
import { rejectionText, rejectionWords } from './rules/rejections'
import { freeSlug, slugBase } from './rules/slugs'
import { pointersIn, shortForms, statementFor } from './rules/wording'
import { SHORT_FORM_MAX } from './schema'

describe('a statement to begin with', () => {
  it.each([
    ['the port handled 54,000 boxes', 'statistic', null, 'The port handled 54,000 boxes.'],
    ['The port  is\nfull,', 'event', null, 'The port is full.'],
    ['the quay is unsafe', 'statement', 'Lena Ostrow', 'Lena Ostrow: The quay is unsafe.'],
    ['Lena Ostrow called the quay unsafe', 'statement', 'Lena Ostrow', 'Lena Ostrow called the quay unsafe.'],
    ['"It is full," she said.', 'event', null, '"It is full," she said.'],
  ])('%j as %s becomes %j', (quote, kind, speaker, expected) => {
    expect(statementFor(quote, kind, speaker)).toBe(expected)
  })

  it('is never longer than a statement may be', () => {
    expect(statementFor('word '.repeat(400), 'event', null).length).toBeLessThanOrEqual(600)
  })

  it('names what still points outside it', () => {
    expect(pointersIn('He said it will open here, and he meant the two.')).toEqual(['he', 'it', 'here', 'the two'])
    expect(pointersIn("It's Norhaven's there-and-back line.")).not.toContain("it's")
    expect(pointersIn('Norhaven opens a quay.')).toEqual([])
  })
})

describe('short forms', () => {
  it.each([
    ['The port handled 54,000 boxes last year.', 'The port handled 54,000 boxes last year'],
    [
      'Westmark Prime Minister Jon Dahl will visit Norhaven (a port in the north) from 5 to 7 October for a meeting.',
      'Jon Dahl will visit Norhaven from 5 to 7 October for a meeting',
    ],
    [
      'U.S. President Jo Doe will visit Norhaven from October 27 to 29 for an official meeting with the newly elected mayor.',
      'Jo Doe will visit Norhaven from October 27 to 29 for an official meeting',
    ],
    [
      'If the council of Norhaven approves the loan, the museum in the old mint will reopen in December 2026.',
      'If the council of Norhaven approves the loan, the museum in the old mint…',
    ],
  ])('of %j begin with %j', (statement, expected) => expect(shortForms(statement)[0]).toBe(expected))

  it.each([
    'A'.repeat(300),
    'The council, which met on Tuesday in the old hall of the harbour board, approved a budget of 410 million crowns.',
    `${'Grüße '.repeat(40)}😀`,
    'Antidisestablishmentarianism '.repeat(9),
  ])('of %j fit and are not empty', (statement) => {
    const forms = shortForms(statement)
    expect(forms.length).toBeGreaterThan(0)
    for (const form of forms) {
      expect(form.length).toBeLessThanOrEqual(SHORT_FORM_MAX)
      expect(form.isWellFormed()).toBe(true)
    }
  })
})

describe('slugs', () => {
  it('are readable, bounded and cut at a word', () => {
    expect(slugBase('Größe: 54,000 boxes!', 'claim')).toMatch(/^gro+e?sse-54-000-boxes$/)
    expect(slugBase('…', 'claim')).toBe('claim')
    const long = slugBase('word '.repeat(60), 'claim')
    expect(long.length).toBeLessThanOrEqual(80)
    expect(long.endsWith('word')).toBe(true)
  })

  it('are numbered when taken, and fall back to the id', () => {
    expect(freeSlug('a', new Set(), 'id')).toBe('a')
    expect(freeSlug('a', new Set(['a', 'a-2']), 'id')).toBe('a-3')
    const all = new Set(['a', ...Array.from({ length: 8 }, (_, index) => `a-${index + 2}`)])
    expect(freeSlug('a', all, '0000-123456789012')).toBe('a-123456789012')
  })
})

it('a rejection reads in words what was stored by key', () => {
  expect(rejectionWords(rejectionText('vague', ''))).toBe('Too vague to check')
  expect(rejectionWords(rejectionText('vague', 'no date: none'))).toBe('Too vague to check: no date: none')
  expect(rejectionWords(rejectionText('other', 'a slip'))).toBe('a slip')
})
