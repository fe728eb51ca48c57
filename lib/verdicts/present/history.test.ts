import { expect, test } from 'vitest'
import { historyStep } from './history'

test.each([
  [
    'verdict.saved',
    { revision: 3, fields: ['rating', 'summary'], tookBack: true },
    'saved revision 3, which took the submission back',
    'rating, summary',
    false,
  ],
  ['verdict.published', { ordinal: 1, isSolo: false }, 'approved and published the verdict', null, true],
  [
    'verdict.published',
    { ordinal: 2, isSolo: true },
    'approved and published version 2 of the verdict, as the only person of the desk',
    null,
    true,
  ],
  ['verdict.sent_back', { revision: 2, reason: 'Which year?' }, 'sent revision 2 back', 'Which year?', false],
  [
    'verdict.dropped',
    { correctionId: null, reason: 'Begun twice.' },
    'dropped the draft of the verdict',
    'Begun twice.',
    false,
  ],
  ['verdict.dropped', { correctionId: 'x', reason: 'It was right.' }, 'dropped the correction', 'It was right.', false],
  [
    'evidence.updated',
    { title: 'Register', changed: { foundText: {}, foundValue: {}, excerpt: {} } },
    'edited evidence: figure, excerpt',
    'Register',
    false,
  ],
  ['claim.something_new', {}, 'claim something new', null, false],
  ['verdict.sent_back', null, 'sent revision undefined back', null, false],
])('%s is told', (type, payload, what, detail, isMain) => {
  expect(historyStep({ type, payload })).toEqual({ what, detail, isMain })
})

test('the claim’s state follows its verdict and is not told twice', () => {
  expect(historyStep({ type: 'claim.state_set', payload: {} })).toBeNull()
})
