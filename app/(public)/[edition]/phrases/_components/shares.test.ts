import fc from 'fast-check'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CalibrationFigure } from '@/app/_parts/plots/calibration-figure'
import { PhraseStrips } from '@/app/_parts/plots/phrase-strips'
import { SubjectRecord } from '@/app/_parts/public/subject-record'
import type { ScoredPrediction, ScoringRules } from '@/lib/predictions/rules/scoring/clusters'
import { type TrackRecord, trackRecordOf } from '@/lib/predictions/rules/scoring/record'
import { bareShares } from '@/lib/testing/shares'
import { Certainty } from '../../methodology/_components/certainty'
import { phraseLead } from './phrase-lead'
import { promiseOf } from './promise-words'

/** Whatever a ledger holds: no page says a share of it without its interval and what it is counted over. */

const TODAY = '2026-06-01'
const TABLE = [
  { words: 'will', probability: 0.95 },
  { words: 'plans to', probability: 0.7 },
  { words: 'may', probability: 0.35 },
]
const ENDS = ['came_true', 'came_true', 'late', 'partly', 'did_not_happen', 'void', 'too_vague', null] as const

const prediction = fc.record({
  word: fc.integer({ min: 0, max: 3 }),
  isOlder: fc.boolean(),
  end: fc.integer({ min: 0, max: ENDS.length - 1 }),
  outcome: fc.integer({ min: 0, max: 60 }),
  isClosed: fc.boolean(),
})
const ledger = fc.array(prediction, { minLength: 30, maxLength: 90 }).map((list) =>
  list.map((one, n): ScoredPrediction => {
    const resolution = ENDS[one.end] ?? null
    const dueTo = one.isClosed ? '2026-03-01' : '2026-09-01'
    return {
      ...{ predictionId: `p${n}`, saidOn: '2026-01-01', openedOn: '2026-01-05', dueTo, closesOn: dueTo, resolution },
      probability: one.isOlder ? 0.6 : (TABLE[one.word]?.probability ?? null),
      phrase: TABLE[one.word]?.words ?? null,
      outcomeId: resolution ? `o${one.outcome}` : null,
      outcomeFirstOn: null,
    }
  }),
)
const rules = fc.record({
  minimumN: fc.integer({ min: 1, max: 6 }),
  maxUnresolved: fc.constantFrom(0.2, 1),
  heldUp: fc.constantFrom<ScoringRules['heldUp']>(['came_true'], ['came_true', 'late']),
  certaintyTable: fc.constant(TABLE),
})

const figuresOf = (record: TrackRecord) => ({ record, months: [], filter: {}, predictions: [] })

/** All that pages of speakers, publishers, topics and phrases, the index of phrases and the methodology say of a record. */
function pagesOf(record: TrackRecord): ReactElement[] {
  const { calibration, minimumN } = record
  const figures = figuresOf(record)
  return [
    createElement(SubjectRecord, { id: 'a', figures, today: TODAY }),
    ...TABLE.map((entry) => {
      const bins = calibration.filter(({ words }) => words === entry.words)
      return createElement(SubjectRecord, { id: 'b', figures, today: TODAY, promise: promiseOf({ ...entry, bins }) })
    }),
    createElement('p', null, phraseLead('may', record)),
    createElement(CalibrationFigure, { bins: calibration, minimumN, filter: {} }),
    createElement(PhraseStrips, { bins: calibration, minimumN }),
    createElement(Certainty, { bins: calibration }),
  ]
}

test('of any ledger, under any rules', () => {
  let shares = 0
  fc.assert(
    fc.property(ledger, rules, (list, given) => {
      for (const page of pagesOf(trackRecordOf(list, TODAY, given))) {
        const html = renderToStaticMarkup(page)
        shares += html.match(/\d+–\d+ %/g)?.length ?? 0
        expect(bareShares(html)).toEqual([])
      }
    }),
    { numRuns: 15 },
  )
  expect(shares).toBeGreaterThan(100)
})

describe('is seen where it happens', () => {
  test.each([
    ['a share in a sentence', '<p>It held up in 63 % of all cases.</p>'],
    ['one without n', '<p>63 % (43–79 %) held up.</p>'],
    ['one without an interval', '<p>63 % of n = 24 held up.</p>'],
    ['beside what the words stand for', '<p>“may” stands for 35 %, and 63 % held up.</p>'],
    ['one that only a neighbour explains', '<p>63 % held up</p><p>(43–79 %), n = 24</p>'],
    [
      'a cell',
      '<table><thead><tr><th>Words</th><th>Held up</th></tr></thead><tr><td>may</td><td>63 %</td></tr></table>',
    ],
    ['the text of a picture', '<svg role="img" aria-label="63 % held up"></svg>'],
    ['what search engines show', '<meta name="description" content="63 % held up">'],
  ])('%s', (_name, html) => expect(bareShares(html)).toHaveLength(1))

  test.each([
    ['with both', '<p>“may” held up in 63 % (43–79 %) of n = 24 where the words stand for 35 %.</p>'],
    [
      'in a row with both',
      '<table><thead><tr><th>Held up</th><th>n</th></tr></thead><tr><td>63 % (43–79 %)</td><td>24</td></tr></table>',
    ],
    ['what the words stand for', '<p>“may” stands for 35 % here.</p>'],
  ])('and not %s', (_name, html) => expect(bareShares(html)).toEqual([]))
})
