import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenLink, canonicalForm, eventHash, FIRST_PREV_HASH, type Link, payloadDigest } from './rules'

const link = (over: Partial<Link> = {}): Link => {
  const fields = {
    id: '01900000-0000-7000-8000-000000000001',
    entityType: 'claim',
    entityId: '01900000-0000-7000-8000-000000000002',
    entitySeq: 1,
    type: 'claim.accepted',
    actorId: null,
    actorName: 'system: test',
    requestId: 'r',
    occurredAt: new Date('2026-03-01T10:00:00.123Z'),
    isPublic: false,
    payloadDigest: payloadDigest('salt', { a: 1 }),
    prevHash: FIRST_PREV_HASH,
  }
  return { ...fields, hash: eventHash(fields), stored: { salt: 'salt', payload: { a: 1 } }, ...over }
}

test('the canonical form does not depend on the order of keys', () => {
  expect(canonicalForm({ b: 1, a: [true, null, 'é'] })).toBe(canonicalForm({ a: [true, null, 'é'], b: 1 }))
})

test('the hash of an event stays what it was when it was first written', () => {
  expect(link().hash).toBe('e8437b8f962fc5374b1522215b398399cfa2953c50513b094ca03e750a412b1d')
})

test('an untouched first event holds', () => expect(brokenLink(link(), null)).toBeNull())

test('a change of any hashed text shows', () => {
  const keys = ['entityType', 'type', 'actorName', 'requestId', 'payloadDigest'] as const
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.string({ minLength: 1 }), (key, words) => {
      const changed = link({ [key]: link()[key] + words })
      expect(brokenLink(changed, null)).toBe('it was changed after it was written')
    }),
  )
})

test('two payloads never share a digest by moving characters between salt and payload', () => {
  expect(payloadDigest('ab', 'c')).not.toBe(payloadDigest('a', 'bc'))
})
