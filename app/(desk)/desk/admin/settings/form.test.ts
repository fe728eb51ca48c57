import { expect, test } from 'vitest'
import { DEFAULT_CERTAINTY, DEFAULT_SCALE } from '@/lib/settings/rules'
import { fieldErrorsOf } from '@/lib/web/failures'
import { groupCertainty, SettingsForm } from './form'

const sent = {
  expectedVersion: '3',
  newsroomName: 'The Harbour Desk',
  zone: 'Europe/Vienna',
  ratingScale: [
    { key: 'true', label: 'True', value: '5', meaning: 'It holds.' },
    { key: 'false', label: 'False', value: '1', meaning: 'It does not.' },
    { key: 'unverifiable', label: 'Unverifiable', meaning: 'Nobody could find out.' },
  ],
  certaintyTable: [{ probability: '0.95', phrases: 'will, Has Announced,\n is certain to ,' }],
  minimumN: '5',
  maxUnresolvedPercent: '12.5',
  defaultGraceDays: '0',
}
const fieldsOf = (change: object) => {
  const { error } = SettingsForm.safeParse({ ...sent, ...change })
  return error ? fieldErrorsOf(error) : {}
}

test('what the form sends becomes settings', () => {
  expect(SettingsForm.parse(sent)).toMatchObject({
    expectedVersion: 3,
    maxUnresolved: 0.125,
    isSolo: false,
    ratingScale: [{ key: 'true', value: 5 }, { key: 'false' }, { key: 'unverifiable', value: null }],
    certaintyTable: [
      { words: 'will', probability: 0.95 },
      { words: 'has announced', probability: 0.95 },
      { words: 'is certain to', probability: 0.95 },
    ],
  })
})

test('what came true holds up, and what else is ticked', () => {
  expect(SettingsForm.parse(sent).heldUp).toEqual(['came_true'])
  expect(SettingsForm.parse({ ...sent, heldUp_partly: 'on', heldUp_early: 'on' }).heldUp).toEqual([
    ...['came_true', 'early', 'partly'],
  ])
})

test('saving over a version knowingly names that version', () => {
  expect(SettingsForm.parse({ ...sent, overVersion: '4' }).expectedVersion).toBe(4)
})

test('a new rating gets a key from its name that no other has; without a number it has none', () => {
  const row = (label: string) => ({ key: 'new', label, meaning: 'x' })
  const { ratingScale } = SettingsForm.parse({
    ...sent,
    ratingScale: [...sent.ratingScale, row('Not proven!'), row('True'), row('真')],
  })
  expect(ratingScale.map((rating) => rating.key)).toEqual([
    'true',
    'false',
    'unverifiable',
    'not-proven',
    'true-again',
    'rating',
  ])
  expect(ratingScale[3]?.value).toBeNull()
})

test('an item of the checklist gets a short key of its own, which it keeps', () => {
  const label = 'Every figure was counted again by somebody who did not write it'
  const { checklist } = SettingsForm.parse({
    ...sent,
    checklist: [{ key: 'names', label: 'Names are right' }, ...['new', 'new'].map((key) => ({ key, label }))],
  })
  expect(checklist.map(({ key }) => key)).toEqual([
    'names',
    'every-figure-was-counted-again-by-somebo',
    'every-figure-was-counted-again-by-somebo-again',
  ])
  expect(SettingsForm.parse(sent).checklist).toEqual([])
})

test.each([
  [{ checklist: [{ key: 'new' }] }, { 'checklist.0.label': 'The item is needed.' }],
  [{ ratingScale: undefined }, { ratingScale: 'A scale needs at least two ratings.' }],
  [
    { ratingScale: sent.ratingScale.slice(0, 2) },
    { ratingScale: expect.stringContaining('needs the rating “unverifiable”') },
  ],
  [
    { ratingScale: sent.ratingScale.map((row) => ({ ...row, value: '3' })) },
    { 'ratingScale.2.value': expect.stringContaining('“Unverifiable” carries no number') },
  ],
  [{ ratingScale: sent.ratingScale.slice(0, 1) }, { ratingScale: 'A scale needs at least two ratings.' }],
  [{ ratingScale: [sent.ratingScale[0], { key: 'new', value: '9' }] }, { 'ratingScale.1.value': 'At most 5.' }],
  [
    { certaintyTable: [{ probability: 'often', phrases: 'will' }] },
    { 'certaintyTable.0.probability': 'A probability is needed, as a number.' },
  ],
  [
    { certaintyTable: [{ probability: '0.5' }] },
    { 'certaintyTable.0.phrases': 'Name at least one phrase, or remove the row.' },
  ],
  [
    {
      certaintyTable: [
        { probability: '0.5', phrases: 'will' },
        { probability: '0.6', phrases: 'will' },
      ],
    },
    { certaintyTable: 'The same words stand twice: each phrase has one probability.' },
  ],
  [{ maxUnresolvedPercent: '120' }, { maxUnresolvedPercent: 'At most 100 %.' }],
  [{ minimumN: '0' }, { minimumN: 'At least 1.' }],
  [{ minimumN: undefined }, { minimumN: 'The least number is needed, as a number.' }],
  [{ zone: 'Europe/Atlantis' }, { zone: 'Not a known time zone. Write it like Europe/Vienna.' }],
])('%o is refused at its field', (change, fields) => {
  expect(fieldsOf(change)).toMatchObject(fields)
})

test('the table is shown by probability and comes back the same', () => {
  const groups = groupCertainty(DEFAULT_CERTAINTY)
  expect(groups[0]).toEqual({ probability: 0.95, phrases: 'has announced, have announced, will' })
  const back = SettingsForm.parse({
    ...sent,
    ratingScale: DEFAULT_SCALE.map(({ value, ...rating }) => ({ ...rating, value: value ?? undefined })),
    certaintyTable: groups.map((group) => ({ ...group, probability: String(group.probability) })),
  })
  expect(back.certaintyTable).toEqual(DEFAULT_CERTAINTY)
  expect(back.ratingScale).toEqual(DEFAULT_SCALE)
})
