import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalForm } from '@/lib/audit/rules'
import type { ScoredPrediction, ScoringRules } from './clusters'
import { SCORING_VERSION, trackRecordOf } from './record'

/** A ledger in which every rule of scoring is at work, and the digest of its record by the version of the rules. */

const RULES: ScoringRules = {
  ...{ minimumN: 3, maxUnresolved: 0.4, heldUp: ['came_true', 'partly'] },
  certaintyTable: [
    { words: 'will', probability: 0.95 },
    { words: 'is expected to', probability: 0.8 },
    { words: 'may', probability: 0.35 },
  ],
}

const row = (
  predictionId: string,
  [phrase, probability]: [string | null, number | null],
  resolution: ScoredPrediction['resolution'],
  more: Partial<ScoredPrediction> = {},
): ScoredPrediction => ({
  ...{ predictionId, phrase, probability, resolution },
  ...{ saidOn: '2025-01-15', dueTo: '2025-06-30', closesOn: '2025-07-07', openedOn: '2025-01-20' },
  ...{ outcomeId: resolution ? predictionId : null, outcomeFirstOn: resolution === 'late' ? '2025-08-20' : null },
  ...more,
})

const WILL: [string, number] = ['will', 0.95]
const LEDGER: ScoredPrediction[] = [
  row('a', WILL, 'came_true'),
  row('b', WILL, 'came_true', { outcomeId: 'visit', saidOn: '2025-03-01' }),
  row('c', ['may', 0.35], 'late', { outcomeId: 'visit' }),
  row('d', WILL, 'did_not_happen', { openedOn: '2025-07-08' }),
  row('e', ['will', 0.9], 'partly'),
  row('f', ['will', 0.9], 'late', { outcomeFirstOn: '2025-07-20' }),
  row('g', ['will', 0.9], 'came_true'),
  row('h', ['is expected to', null], 'came_true'),
  row('i', [null, null], 'early'),
  row('j', ['may', 0.35], null),
  row('k', ['may', 0.35], 'void'),
  row('l', WILL, 'too_vague', { dueTo: null, closesOn: null, saidOn: null }),
  row('m', WILL, 'came_true', { closesOn: '2026-06-01' }),
  row('n', WILL, null, { closesOn: '2027-01-01' }),
]

const DIGESTS: Record<number, string> = {
  2: 'd5109effa9ed7f2c375b16648649f32f5b3cd775512c399445a9d5864acdf252',
  3: '0ce3797e5a9b399b0e464b1678d91e950bd73678fe8eec7626aba74cab13e4bf',
}

test('changed rules of scoring have a version of their own, so that no record of earlier ones is read', () => {
  const record = trackRecordOf(LEDGER, '2026-06-01', RULES)
  const digest = createHash('sha256').update(canonicalForm(record)).digest('hex')
  expect(
    DIGESTS,
    'What a record says has changed: count SCORING_VERSION up and write the new digest beside it.',
  ).toMatchObject({ [SCORING_VERSION]: digest })
})
