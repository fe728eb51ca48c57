import { describe, expect, test } from 'vitest'
import { AddEvidence } from './schema'

const form = {
  claimId: '01890000-0000-7000-8000-000000000001',
  url: 'https://stats.example/table',
  title: 'Personnel by country',
  publisherName: '',
  kind: 'primary',
  publishedOn: '',
  retrievedOn: '2025-10-22',
  archiveUrl: '',
  excerpt: 'There were 49,200 on 30 September.',
  stance: 'refutes',
  note: 'The ministry counts them itself.',
}
const messages = (changes: Record<string, unknown>): Record<string, string> => {
  const result = AddEvidence.safeParse({ ...form, ...changes })
  return Object.fromEntries((result.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]))
}

test('fields left open become null, missing ones too', () => {
  expect(AddEvidence.parse(form)).toMatchObject({
    publisherName: null,
    publishedOn: null,
    foundValue: null,
    quantityId: null,
  })
})

test('a number is read as typed, with grouping commas', () => {
  expect(AddEvidence.parse({ ...form, foundText: '49,200', foundValue: '49,200' }).foundValue).toBe(49_200)
})

describe('refused, with a message at the field', () => {
  test.each([
    ['url', { url: 'javascript:alert(1)' }, /begin with http/],
    ['archiveUrl', { archiveUrl: 'data:text/html,x' }, /begin with http/],
    ['title', { title: '  ' }, /title is needed/],
    ['retrievedOn', { retrievedOn: '2025-02-30' }, /Not a day of the calendar/],
    ['publishedOn', { publishedOn: '2025-10-23' }, /before it was published/],
    ['excerpt', { excerpt: 'a\u0000b' }, /NUL/],
    ['note', { note: '' }, /Why it counts is needed/],
    ['stance', { stance: 'proves' }, /how the source stands/],
    ['foundValue', { foundText: 'many' }, /in digits too/],
    ['foundValue', { foundText: 'many', foundValue: 'many' }, /in digits/],
    ['foundText', { foundValue: '5' }, /as the source states it/],
    ['foundHigh', { foundText: '10 to 5', foundLow: '10', foundHigh: '5' }, /ends below/],
    ['title', { title: { not: '' } }, /title is needed/],
  ])('%s: %j', (field, changes, message) => {
    expect(messages(changes)[field]).toMatch(message)
  })
})
