import { describe, expect, it } from 'vitest'
import { addressProblem } from '@/lib/core/addresses'
import { addressKey, articleAddress, domainOf } from './address'
import { firstSentence, importProblem, isKnownText, understand } from './importing'

describe('addresses', () => {
  it.each([
    ['https://Quay.Example/a?utm_source=x&id=7&fbclid=y#top', 'https://quay.example/a?id=7'],
    ['http://quay.example:80/a?', 'http://quay.example/a'],
    ['https://quay.example/a?b=2&a=1', 'https://quay.example/a?b=2&a=1'],
    [' https://quay.example./a ', 'https://quay.example/a'],
  ])('%s becomes %s', (typed, canonical) => expect(articleAddress(typed)).toBe(canonical))

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://quay.example/a',
    'quay.example/a',
    'https://localhost/a',
    'https://u:p@quay.example/',
    'https:quay.example/a',
    '',
  ])('%s is refused with a reason', (typed) => {
    expect(addressProblem(typed)).toMatch(/\.$/)
    expect(articleAddress(typed)).toBeNull()
  })

  it('has one key with and without scheme, "www." and slash at the end', () => {
    const keys = ['https://www.quay.example/a/', 'http://quay.example/a', 'https://quay.example/a'].map(addressKey)
    expect(new Set(keys)).toEqual(new Set(['quay.example/a']))
    expect(addressKey('https://quay.example/a/?id=1')).toBe('quay.example/a?id=1')
  })

  it('names its domain', () => expect(domainOf('https://WWW.Quay.example/a')).toBe('quay.example'))
})

it.each([
  ['NUL bytes', 'A\0B', /NUL/],
  ['a number', '140 32\n', /hardly any words/],
])('refuses a text that is %s', (_name, text, words) => expect(importProblem(text)).toMatch(words))

it('refuses a text of replacement characters and lets a single one pass', () => {
  expect(importProblem(`${'\ufffd'.repeat(40)} boats`)).toMatch(/UTF-8/)
  expect(importProblem(`A caf\ufffd in Norhaven ${'is open again. '.repeat(30)}`)).toBeNull()
})

describe('what is understood of a text', () => {
  const text = 'Norhaven builds | Quay Daily\n\nThe board will spend 40 million crowns on a quay, it said on Monday.'
  const given = { text, url: null, title: null, publisher: null, publishedOn: null, byline: null }
  const options = { importedOn: '2025-11-20', country: null }

  it('is what was given before what was found', () => {
    const typed = { ...given, title: 'A quay', publisher: 'Coast Post', publishedOn: '2025-11-03' }
    expect(understand(typed, options)).toMatchObject({
      title: 'A quay',
      titleFrom: 'given',
      publisher: 'Coast Post',
      publisherFrom: 'given',
      publishedOn: '2025-11-03',
      candidates: [],
    })
    expect(understand(given, options)).toMatchObject({
      title: 'Norhaven builds',
      titleFrom: 'text',
      publisher: 'Quay Daily',
      publisherFrom: 'text',
    })
  })

  it('falls back on the first sentence and on the domain', () => {
    const bare = { ...given, text: 'The board will spend 40 million crowns on a quay.', url: 'https://coast.example/1' }
    expect(understand(bare, options)).toMatchObject({
      title: 'The board will spend 40 million crowns on a quay.',
      titleFrom: 'first sentence',
      publisher: 'coast.example',
      publisherFrom: 'address',
    })
    expect(understand({ ...bare, url: null }, options)).toMatchObject({
      publisher: 'Unknown publisher',
      publisherFrom: 'nowhere',
    })
  })
})

it('cuts a long first sentence between words', () => {
  const title = firstSentence(`${'boats and '.repeat(30)}ships.`)
  expect(title.length).toBeLessThanOrEqual(112)
  expect(title).toMatch(/(?:boats|and) …$/)
})

it('knows a text by its cover or by its body', () => {
  const known = [{ rawHash: 'r1', bodyHash: 'b1' }]
  expect(isKnownText(known, { rawHash: 'r1', bodyHash: 'b9' })).toBe(true)
  expect(isKnownText(known, { rawHash: 'r9', bodyHash: 'b1' })).toBe(true)
  expect(isKnownText(known, { rawHash: 'r9', bodyHash: 'b9' })).toBe(false)
})
