import { describe, expect, test } from 'vitest'
import { doneWords, pageOf, subjectWords } from './sentences'

describe('what was done', () => {
  test.each<[string, unknown, string]>([
    ['session.started', { sessionId: 's' }, 'signed in'],
    ['session.ended', { sessionIds: ['a'], reason: 'signed_out' }, 'signed out'],
    ['session.ended', { sessionIds: ['a', 'b'], reason: 'disabled' }, 'ended sessions by disabling the account (2)'],
    ['user.roles_changed', { before: ['reviewer'], after: ['editor'] }, 'changed roles from reviewer to editor'],
    ['settings.changed', { version: 4, changed: ['zone'] }, 'changed the settings (zone), version 4'],
    ['claim.state_set', { from: 'in_review', to: 'published' }, 'moved a claim from in review to published'],
    ['something.brand_new', {}, 'something: brand new'],
    ['user.invited', null, 'user: invited (details were removed)'],
    ['session.started', null, 'signed in'],
  ])('%s %o reads "%s"', (type, payload, words) => {
    expect(doneWords({ type, payload })).toBe(words)
  })
})

describe('what it was about', () => {
  test('is named in the words of the payload, shortened', () => {
    expect(subjectWords({ type: 'article.imported', payload: { title: 'Ferry record' } })).toBe('Ferry record')
    expect(subjectWords({ type: 'comment.added', payload: { body: 'x'.repeat(200) } })).toBe(`${'x'.repeat(140)} …`)
  })

  test('stays out where the payload names nothing, was removed, or the sentence says it already', () => {
    expect(subjectWords({ type: 'claim.merged', payload: { intoClaimId: 'c' } })).toBeNull()
    expect(subjectWords({ type: 'claim.merged', payload: null })).toBeNull()
    expect(subjectWords({ type: 'user.invited', payload: { name: 'Emil' } })).toBeNull()
  })
})

test.each([
  ['claim', {}, '/desk/claims/e1'],
  ['prediction', { claimId: 'c1' }, '/desk/predictions/c1'],
  ['prediction', null, null],
  ['settings', {}, '/desk/admin/settings'],
  ['candidate', {}, null],
])('the page of a %s with %o is %s', (entityType, payload, page) => {
  expect(pageOf({ entityType, entityId: 'e1', payload })).toBe(page)
})
