import { describe, expect, test } from 'vitest'
import {
  isLinkOpen,
  isSeenDue,
  isSessionAlive,
  passwordProblem,
  personState,
  setupTokenProblem,
  waitWords,
} from './rules'

const now = new Date('2026-03-10T12:00:00Z')
const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const DAY = 86_400_000

describe('a session', () => {
  const alive = { endedAt: null, expiresAt: after(1), lastSeenAt: before(3 * DAY - 1) }
  test.each([
    ['lives until it runs out or rests too long', alive, true],
    ['is over at its last moment', { ...alive, expiresAt: now }, false],
    ['is over after three days without use', { ...alive, lastSeenAt: before(3 * DAY) }, false],
    ['is over when it was ended', { ...alive, endedAt: before(1) }, false],
  ])('%s', (_name, session, expected) => {
    expect(isSessionAlive(session, now)).toBe(expected)
  })

  test('is noted as seen at most once a minute', () => {
    expect(isSeenDue(before(59_999), now)).toBe(false)
    expect(isSeenDue(before(60_000), now)).toBe(true)
  })
})

test.each([
  ['open', { usedAt: null, expiresAt: after(1) }, true],
  ['used', { usedAt: before(1), expiresAt: after(1) }, false],
  ['at its end', { usedAt: null, expiresAt: now }, false],
])('a link that is %s', (_name, link, expected) => {
  expect(isLinkOpen(link, now)).toBe(expected)
})

test.each([
  [1, 'in 1 minute'],
  [60_000, 'in 1 minute'],
  [60_001, 'in 2 minutes'],
  [900_000, 'in 15 minutes'],
])('%d ms to wait is said as "%s"', (milliseconds, words) => {
  expect(waitWords(milliseconds)).toBe(words)
})

test.each([
  [{ disabledAt: now, hasPassword: true }, 'disabled'],
  [{ disabledAt: now, hasPassword: false }, 'disabled'],
  [{ disabledAt: null, hasPassword: false }, 'invited'],
  [{ disabledAt: null, hasPassword: true }, 'active'],
] as const)('a person with %o is %s', (person, state) => {
  expect(personState(person)).toBe(state)
})

describe('a chosen password', () => {
  test.each([
    'password1234',
    'PassWord 123456',
    '1234 password',
    'passwordpassword',
    'adminadminadmin',
    '123456789012',
    '1234567890123',
    'qwertyuiop12',
    'qwertyuiopas',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abababababab',
    '1234 1234 1234',
    '            ',
    'correct horse battery staple',
    'ada@newsroom.example',
    'Ada Marsh Lee',
  ])('"%s" is refused', (password) => {
    expect(passwordProblem(password, ['Ada Marsh Lee', 'ada@newsroom.example'])).toMatch(/Choose another one\.$/)
  })

  test.each([
    'ledger of borne claims',
    'password is not what this is',
    'tram-lantern-otter-42',
    'Ada Marsh Lee likes rain',
    'сорок тысяч обезьян',
    '雨の日の新聞は少し重い',
  ])('"%s" is fine', (password) => {
    expect(passwordProblem(password, ['Ada Marsh Lee', 'ada@newsroom.example', ''])).toBeNull()
  })
})

describe('the first run', () => {
  test("needs no token on one's own machine", () => {
    expect(setupTokenProblem(undefined, undefined)).toBeNull()
  })
  test('is shut where strangers could reach it and no token was set', () => {
    expect(setupTokenProblem(null, 'anything')).toContain('SETUP_TOKEN')
  })
  test.each([undefined, '', 'wrong', 'right '])('refuses %s as token', (given) => {
    expect(setupTokenProblem('right', given)).toContain('not the token')
  })
  test('takes the right token', () => {
    expect(setupTokenProblem('right', 'right')).toBeNull()
  })
})
