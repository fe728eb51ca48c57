import { expect, test } from 'vitest'
import { phraseSlug, subjectKey } from './subjects'

test.each([
  ['is expected to', 'is-expected-to'],
  ['Has  announced', 'has-announced'],
  ['won’t be ready – yet', 'wont-be-ready-yet'],
  ['Überlegt', 'ueberlegt'],
  ['собирается', 'sobiraetsya'],
])('“%s” stands at %s', (words, slug) => {
  expect(phraseSlug(words)).toBe(slug)
})

test('each subject has a key of its own', () => {
  const id = '01890000-0000-7000-8000-000000000001'
  const kinds = ['speaker', 'own_voice', 'unnamed', 'reported', 'topic'] as const
  const keys = kinds.map((kind) => subjectKey({ kind, id }))
  expect(new Set(keys).size).toBe(kinds.length)
  expect(subjectKey({ kind: 'phrase', words: 'Will' })).toBe(subjectKey({ kind: 'phrase', words: 'will' }))
  expect(subjectKey({ kind: 'all' })).toBe('all')
})
