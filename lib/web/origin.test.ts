import { expect, test } from 'vitest'
import { isOwnOrigin, safeReturnPath, signInPath } from './origin'

const appUrl = 'https://facts.example'

test.each<[string, string | null, string | null, string | null, boolean]>([
  ['its own origin', 'https://facts.example', 'same-origin', 'facts.example', true],
  ['its own origin, from a browser without fetch metadata', 'https://facts.example', null, 'facts.example', true],
  ['fetch metadata alone', null, 'same-origin', 'facts.example', true],
  ['an opaque origin with fetch metadata', 'null', 'same-origin', 'facts.example', true],
  ['the host by which it was reached', 'http://localhost:3000', 'same-origin', 'localhost:3000', true],
  ['the public address behind a proxy', 'https://facts.example', null, 'inside:3000', true],
  ['neither header', null, null, 'facts.example', false],
  ['an opaque origin alone', 'null', null, 'facts.example', false],
  ['another site', 'https://bad.example', 'cross-site', 'facts.example', false],
  ['another site without fetch metadata', 'https://bad.example', null, 'facts.example', false],
  ['a sister site', 'https://blog.facts.example', 'same-site', 'facts.example', false],
  ['an address typed by hand', null, 'none', 'facts.example', false],
  ['the own origin claimed across sites', 'https://facts.example', 'cross-site', 'facts.example', false],
  ['something that is no address', 'facts.example', null, 'facts.example', false],
])('a request from %s', (_name, origin, secFetchSite, host, expected) => {
  expect(isOwnOrigin({ origin, secFetchSite, host, appUrl })).toBe(expected)
})

test.each([
  ['/desk/claims?state=new#c1', '/desk/claims?state=new#c1'],
  ['/account', '/account'],
  [null, '/desk'],
  ['', '/desk'],
  ['desk', '/desk'],
  ['//bad.example', '/desk'],
  ['/\\bad.example', '/desk'],
  ['/a\\b', '/desk'],
  ['/\t/bad.example', '/desk'],
  ['/..//bad.example', '/desk'],
  ['https://bad.example/desk', '/desk'],
  ['javascript:alert(1)', '/desk'],
  ['/sign-in?next=/sign-in', '/desk'],
  ['/api/auth/signout', '/desk'],
])('after signing in, %s leads to %s', (given, expected) => {
  expect(safeReturnPath(given)).toBe(expected)
})

test('the way to sign in names the way back', () => {
  expect(signInPath('/desk')).toBe('/sign-in')
  expect(signInPath('/desk/claims?state=new')).toBe('/sign-in?next=%2Fdesk%2Fclaims%3Fstate%3Dnew')
  expect(signInPath('https://bad.example')).toBe('/sign-in')
})
