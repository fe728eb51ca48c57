import { describe, expect, test } from 'vitest'
import { accountEvents } from '@/lib/accounts/events'
import { articleEvents } from '@/lib/articles/events'
import { claimEvents } from '@/lib/claims/events'
import { calendarEvents, deskEvents, runEvents, suggestionEvents, viewEvents } from '@/lib/desk/events'
import { discussionEvents } from '@/lib/discussion/events'
import { evidenceEvents } from '@/lib/evidence/events'
import { predictionEvents } from '@/lib/predictions/events'
import { settingsEvents } from '@/lib/settings/events'
import { externalEvents, verdictEvents } from '@/lib/verdicts/events'
import { PHRASES } from './phrases'
import { doneWords, pageOf, reasonWords, referencesOf, subjectWords } from './sentences'

const NAMES = new Map([
  ['user:u', 'Ada Marsh'],
  ['publisher:p', 'Quay Daily'],
  ['publisher:q', 'The Quay'],
  ['speaker:s', 'L. Ostrow'],
  ['speaker:t', 'Lena Ostrow'],
  ['claim:c', 'The port has 12 cranes'],
])
const told = (type: string, payload: unknown, entity = 'claim:c') => {
  const [entityType = '', entityId = ''] = entity.split(':')
  return { type, payload, entityType, entityId }
}

describe('what was done', () => {
  test.each<[string, string, unknown, string]>([
    ['session.started', 'user:u', { sessionId: 's' }, 'signed in'],
    ['session.ended', 'user:u', { sessionIds: ['a'], reason: 'signed_out' }, 'signed out'],
    [
      'session.ended',
      'user:u',
      { sessionIds: ['a', 'b'], reason: 'disabled' },
      'ended the sessions of Ada Marsh by disabling the account (2)',
    ],
    ['user.disabled', 'user:u', {}, 'disabled the account of Ada Marsh'],
    ['user.disabled', 'user:gone', {}, 'disabled the account of somebody'],
    [
      'user.roles_changed',
      'user:u',
      { before: ['reviewer'], after: ['editor'] },
      'changed the roles of Ada Marsh from reviewer to editor',
    ],
    ['settings.changed', 'settings:s', { version: 4, changed: ['zone'] }, 'changed the settings (zone), version 4'],
    ['claim.state_set', 'claim:c', { from: 'in_review', to: 'published' }, 'moved a claim from in review to published'],
    ['publisher.updated', 'publisher:p', {}, 'edited the publisher Quay Daily'],
    ['publisher.updated', 'publisher:gone', {}, 'edited a publisher'],
    ['publisher.merged', 'publisher:p', { intoId: 'q' }, 'merged the publisher Quay Daily into The Quay'],
    [
      'publisher.merge_undone',
      'publisher:p',
      { fromId: 'q' },
      'undid the merge of the publisher Quay Daily into The Quay',
    ],
    ['speaker.merged', 'speaker:s', { intoSpeakerId: 't' }, 'merged the speaker L. Ostrow into Lena Ostrow'],
    [
      'speaker.merge_undone',
      'speaker:s',
      { fromSpeakerId: 't' },
      'undid the merge of the speaker L. Ostrow into Lena Ostrow',
    ],
    ['claim.merged', 'claim:other', { intoClaimId: 'c' }, 'merged a claim into The port has 12 cranes'],
    ['something.brand_new', 'claim:c', {}, 'something: brand new'],
    ['user.invited', 'user:u', null, 'user: invited (details were removed)'],
  ])('%s of %s with %o reads "%s"', (type, entity, payload, words) => {
    expect(doneWords(told(type, payload, entity), NAMES)).toBe(words)
  })

  const groups = [accountEvents, articleEvents, claimEvents, deskEvents, discussionEvents, evidenceEvents]
  const others = [
    calendarEvents,
    externalEvents,
    predictionEvents,
    runEvents,
    settingsEvents,
    suggestionEvents,
    verdictEvents,
    viewEvents,
  ]
  const types = [...groups, ...others].flatMap((events) => Object.keys(events))
  test('every type of event has a sentence of its own', () => {
    expect(types.filter((type) => PHRASES[type] === undefined)).toEqual([])
    expect(Object.keys(PHRASES).filter((type) => !types.includes(type))).toEqual([])
  })
})

describe('what it was about', () => {
  test('is named in the words of the payload, shortened, else by its name', () => {
    expect(subjectWords(told('article.imported', { title: 'Ferry record' }), NAMES)).toBe('Ferry record')
    expect(subjectWords(told('comment.added', { body: 'x'.repeat(200) }), NAMES)).toBe(`${'x'.repeat(140)} …`)
    expect(subjectWords(told('claim.merged', { intoClaimId: 'x' }), NAMES)).toBe('The port has 12 cranes')
  })

  test('stays out where it is gone, or the sentence says it already', () => {
    expect(subjectWords(told('claim.merged', null, 'claim:gone'), NAMES)).toBeNull()
    expect(subjectWords(told('user.invited', { name: 'Emil' }, 'user:u'), NAMES)).toBeNull()
  })

  test('comes with the reason that somebody gave, but not with a code', () => {
    expect(reasonWords(told('claim.hidden', { reason: 'A call came.' }))).toBe('A call came.')
    expect(reasonWords(told('session.ended', { reason: 'signed_out' }))).toBeNull()
    expect(reasonWords(told('candidate.rejected', { reason: 'vague', note: '' }))).toBeNull()
  })
})

test('the names that a sentence needs are those of its thing and of what it points to', () => {
  expect(referencesOf(told('publisher.merged', { intoId: 'q', articleIds: ['a'] }, 'publisher:p'))).toEqual([
    { type: 'publisher', id: 'p' },
    { type: 'publisher', id: 'q' },
  ])
  expect(referencesOf(told('claim.speaker_set', { before: null, after: 's' }))).toContainEqual({
    ...{ type: 'speaker', id: 's' },
  })
})

test.each([
  ['claim', {}, '/desk/claims/e1'],
  ['prediction', { claimId: 'c1' }, '/desk/predictions/c1'],
  ['prediction', null, null],
  ['settings', {}, '/desk/admin/settings'],
  ['candidate', {}, null],
  ['candidate', { articleId: 'a1' }, '/desk/articles/a1'],
  ['comment', { subjectType: 'claim', subjectId: 'c1' }, '/desk/claims/c1#discussion'],
])('the page of a %s with %o is %s', (entityType, payload, page) => {
  expect(pageOf({ entityType, entityId: 'e1', payload })).toBe(page)
})
