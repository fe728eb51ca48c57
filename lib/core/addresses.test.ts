import { expect, test } from 'vitest'
import { addressProblem, canonicalAddress } from './addresses'

test.each([
  ['HTTPS://Stats.Example/a?b=1#part', 'https://stats.example/a?b=1'],
  ['https://stats.example:443/a?utm_source=x&id=2&fbclid=y', 'https://stats.example/a?id=2'],
  ['  http://stats.example  ', 'http://stats.example/'],
  ['https://stats.example./a?', 'https://stats.example/a'],
  ['https://stats.example/a?source=census&output=csv', 'https://stats.example/a?source=census&output=csv'],
])('%s is known as %s', (text, address) => {
  expect(canonicalAddress(text)).toBe(address)
  expect(addressProblem(text)).toBeNull()
})

test('drops what its caller names besides', () => {
  expect(canonicalAddress('https://quay.example/a?ref=home&id=7', /^ref$/)).toBe('https://quay.example/a?id=7')
})

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,x',
  'ftp://stats.example',
  'stats.example',
  'http://',
  'https:// x',
  'https:stats.example',
  'https:/stats.example',
  'https://localhost/a',
  'https://name:word@stats.example/',
  'java\nscript:x',
  '',
])('%j is refused with a reason', (text) => {
  expect(canonicalAddress(text)).toBeNull()
  expect(addressProblem(text)).toMatch(/\.$/)
})
