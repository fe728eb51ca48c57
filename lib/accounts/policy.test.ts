import { describe, expect, test } from 'vitest'
import { type Actor, ANONYMOUS, ROLES, type Role, systemActor } from '@/lib/core/context'
import { can, canCreateUser, canEndSessionOf, canUseAccount, PERMISSIONS } from './policy'

const user = (roles: Role[], id = 'u1'): Actor => ({ kind: 'user', id, name: 'Ada', roles })

/** Every action and who may do it, spelled out once more: a change of the table has to be made twice. */
const EXPECTED: Record<keyof typeof PERMISSIONS, Role[]> = {
  'people.read': ['admin'],
  'people.invite': ['admin'],
  'people.create': ['admin'],
  'people.set_roles': ['admin'],
  'people.disable': ['admin'],
  'people.enable': ['admin'],
  'people.make_link': ['admin'],
  'people.end_sessions': ['admin'],
  'colleagues.read': ['reviewer', 'editor', 'admin'],
}

describe.each(Object.entries(EXPECTED))('%s', (action, allowed) => {
  test.each(ROLES)(`%s: ${allowed.join(', ')} only`, (role) => {
    expect(can(user([role]), action)).toBe(allowed.includes(role))
  })

  test('neither a reader nor somebody without a role', () => {
    expect(can(ANONYMOUS, action)).toBe(false)
    expect(can(user([]), action)).toBe(false)
  })
})

test('the expectation covers the whole table', () => {
  expect(Object.keys(EXPECTED)).toEqual(Object.keys(PERMISSIONS))
})

test.each(['people.delete', '', '__proto__', 'constructor', 'toString'])('unknown means no: %s', (action) => {
  expect(can(user([...ROLES]), action)).toBe(false)
})

test('only named processes make accounts with a password; people invite', () => {
  expect(canCreateUser(systemActor('seeds'))).toBe(true)
  expect(canCreateUser(systemActor('worker', []))).toBe(false)
  expect(canCreateUser(user(['admin']))).toBe(false)
})

test('an account is used by its owner alone', () => {
  expect(canUseAccount(user(['reviewer']), 'u1')).toBe(true)
  expect(canUseAccount(user(['admin']), 'u2')).toBe(false)
  expect(canUseAccount(systemActor('seeds'), 'u1')).toBe(false)
  expect(canUseAccount(ANONYMOUS, 'u1')).toBe(false)
})

test('a session is ended by its owner or an admin', () => {
  expect(canEndSessionOf(user(['reviewer']), 'u1')).toBe(true)
  expect(canEndSessionOf(user(['editor']), 'u2')).toBe(false)
  expect(canEndSessionOf(user(['admin']), 'u2')).toBe(true)
  expect(canEndSessionOf(ANONYMOUS, 'u2')).toBe(false)
})
