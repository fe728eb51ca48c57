import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/core/days'
import { isWithin, overlaps } from '@/lib/core/windows'
import { extract } from '@/lib/extraction/rules'
import { isLinear } from '@/lib/testing/linear-time'
import { NEWS_RELATIONS } from '../schema'
import { mainClause, newsKeys, statedEvent } from './event-words'
import {
  beginningOf,
  keepTelling,
  type LaterStatement,
  type NewsReading,
  newsOf,
  stanceOf,
  type WatchedPrediction,
} from './news'
import { sameEvent } from './same-event'

const visit: WatchedPrediction = {
  text: "If agreed, Ostrow's visit to Westmark is expected in the second half of 2026, possibly before the fair.",
  saidOn: '2026-02-03',
  window: { from: '2026-07-01', to: '2026-12-31' },
  isNegated: false,
  target: null,
}
const tunnel: WatchedPrediction = {
  text: 'The harbor tunnel will open in March 2026.',
  saidOn: '2025-06-10',
  window: { from: '2026-03-01', to: '2026-03-31' },
  isNegated: false,
  target: null,
}

/** The claim that the extractor finds in a sentence, as the job hands it on. */
function said(text: string, publishedOn: string): LaterStatement {
  const { claims } = extract({ text, publishedOn, country: 'GB' })
  const [claim] = claims
  if (claim === undefined) throw new Error(`no claim in: ${text}`)
  const { quote, kind, due, isNegated } = claim
  const times = extract({ text: quote, publishedOn, country: 'GB' }).times.map(({ from, to }) => ({ from, to }))
  return {
    texts: [quote],
    kind,
    window: due && { from: due.from, to: due.to },
    isNegated,
    publishedOn,
    times,
    figures: [],
  }
}

const readingOf = (prediction: WatchedPrediction, text: string, publishedOn: string): NewsReading | null =>
  newsOf(prediction, said(text, publishedOn))

describe('what a later article says of a prediction', () => {
  it.each([
    [
      'a window within',
      'Minister Lena Ostrow will visit Westmark from October 5 to 7, her office said.',
      'narrows',
      'says 5–7 Oct 2026, within Jul–Dec 2026',
    ],
    [
      'another window',
      'Ostrow will travel to Westmark in January 2027, her office said.',
      'moves',
      'says Jan 2027 instead of Jul–Dec 2026',
    ],
    [
      'a new window for what was put off',
      "Ostrow's visit to Westmark has been postponed until March, officials said.",
      'moves',
      'says Mar 2027 instead of Jul–Dec 2026',
    ],
    [
      'no day',
      'Officials are arranging for Minister Lena Ostrow to visit Westmark for talks with farmers.',
      'confirms',
      'says it again and names no day',
    ],
    ['a wider window', 'Ostrow will visit Westmark in the next two years.', 'confirms', null],
    [
      'that it will not happen',
      'Ostrow will not visit Westmark this year, her office said.',
      'contradicts',
      'says that it will not happen',
    ],
    [
      'that it was called off',
      'Minister Lena Ostrow cancelled her visit to Westmark on Monday.',
      'contradicts',
      'says that it was called off, or put off without a new day',
    ],
    [
      'that it was put off without a day',
      "Ostrow's visit to Westmark was postponed, officials said.",
      'contradicts',
      null,
    ],
    [
      'that it happened, with its day',
      'Minister Lena Ostrow visited Westmark on Tuesday, her office said.',
      'confirms',
      'says that it happened: 8 Sep 2026',
    ],
  ])('%s', (_what, text, relation, words) => {
    const reading = readingOf(visit, text, '2026-09-10')
    expect(reading).toMatchObject({ relation })
    if (words) expect(reading?.words).toBe(words)
  })

  it.each([
    [
      'opened in its window',
      'Mayor Pike opened the harbor tunnel on Monday.',
      '2026-03-18',
      'confirms',
      true,
      'says that it happened: 16 Mar 2026',
    ],
    [
      'opened late',
      'The harbor tunnel was opened on Monday by Mayor Pike.',
      '2026-05-06',
      'confirms',
      true,
      'says that it happened: 4 May 2026, after its window',
    ],
    [
      'opened early',
      'The harbor tunnel has opened to traffic on 2 February.',
      '2026-02-03',
      'confirms',
      true,
      'says that it happened: 2 Feb 2026, before its window',
    ],
    [
      'not opened',
      'The harbor tunnel did not open in March.',
      '2026-04-02',
      'contradicts',
      false,
      'says that it did not happen',
    ],
    [
      'still to come',
      'The harbor tunnel will open soon, the council said.',
      '2026-04-20',
      'moves',
      false,
      'still expects it after its window closed (Mar 2026)',
    ],
    ['the same month', 'The harbor tunnel will open in March.', '2025-12-01', 'confirms', false, 'says Mar 2026 too'],
  ])('by words without names: %s', (_what, text, on, relation, hasHappened, words) => {
    expect(readingOf(tunnel, text, on)).toMatchObject({ relation, hasHappened, words })
  })

  it('of a negated prediction what speaks against it contradicts, and what agrees confirms', () => {
    const never = { ...visit, text: 'Ostrow will not visit Westmark in the second half of 2026.', isNegated: true }
    expect(readingOf(never, 'Ostrow will visit Westmark in October.', '2026-09-10')?.relation).toBe('contradicts')
    expect(readingOf(never, 'Ostrow visited Westmark on Tuesday.', '2026-09-10')).toMatchObject({
      relation: 'contradicts',
      hasHappened: true,
    })
    expect(readingOf(never, 'Ostrow cancelled her visit to Westmark.', '2026-09-10')?.relation).toBe('confirms')
    expect(readingOf(never, 'Ostrow did not visit Westmark in August.', '2026-09-10')?.relation).toBe('confirms')
  })

  it.each([
    ['another place', 'Minister Lena Ostrow will visit Quayside from October 5 to 7.'],
    ['another person', 'Minister Pia Lund will visit Westmark from October 5 to 7.'],
    ['another doing', 'Ostrow will sue Westmark in October.'],
    ['the wish that it may be', 'Envoys will ask Ostrow to visit Westmark in October.'],
    ['the same doing of years ago', 'Ostrow visited Westmark in 2019 as a mayor.'],
    ['one of before, without a day', 'Ostrow previously visited Westmark as a mayor.'],
    ['what is around it', 'Westmark sold its harbour to Ostrow in August.'],
    ['that another month will do without it', 'Ostrow will not visit Westmark in March 2027.'],
  ])('is nothing: %s', (_what, text) => expect(readingOf(visit, text, '2026-09-10')).toBeNull())

  it('is nothing on the day on which it was said, or before', () => {
    const text = 'Ostrow will visit Westmark from October 5 to 7.'
    expect(readingOf(visit, text, visit.saidOn)).toBeNull()
    expect(readingOf(visit, text, '2026-01-20')).toBeNull()
    expect(readingOf(visit, text, '2026-02-04')?.relation).toBe('narrows')
  })

  it('is read in the words that people made of a candidate, where its own point elsewhere', () => {
    const quote = said('She will visit Westmark from October 5 to 7.', '2026-09-10')
    expect(newsOf(visit, quote)).toBeNull()
    const worded = { ...quote, texts: [...quote.texts, 'Lena Ostrow will visit Westmark from 5 to 7 October.'] }
    expect(newsOf(visit, worded)?.relation).toBe('narrows')
  })
})

describe('the relation of any two windows', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-02-04', count))
  const window = fc
    .tuple(day, fc.integer({ min: 0, max: 200 }))
    .map(([from, length]) => ({ from, to: addDays(from, length) }))

  it('follows from how they lie', () => {
    fc.assert(
      fc.property(window, window, fc.boolean(), fc.boolean(), (was, now, isNegated, isAgainst) => {
        const text = 'Ostrow will visit Westmark.'
        const later: LaterStatement = {
          ...{
            texts: [text],
            kind: 'prediction',
            window: now,
            isNegated,
            publishedOn: '2026-02-05',
            times: [now],
            figures: [],
          },
        }
        const reading = newsOf({ ...visit, text, window: was, isNegated: isAgainst }, later)
        if (isNegated !== isAgainst) {
          expect(reading?.relation ?? null).toBe(overlaps(was, now) ? 'contradicts' : null)
          return
        }
        const rest = { from: was.from > '2026-02-06' ? was.from : '2026-02-06', to: was.to }
        const isAll = isWithin(was, now) || (rest.from <= rest.to && isWithin(rest, now))
        const expected = isAll ? 'confirms' : isWithin(now, was) ? 'narrows' : 'moves'
        expect(reading).toMatchObject({ relation: expected, window: now, hasHappened: false })
      }),
    )
  })

  it('has one way in which it stands to the claim as evidence', () => {
    expect(NEWS_RELATIONS.map(stanceOf)).toEqual(['supports', 'context', 'supports', 'refutes'])
  })
})

describe('of several that one article says', () => {
  const of = (change: Partial<NewsReading>) => ({
    reading: {
      relation: 'confirms',
      window: null,
      hasHappened: false,
      words: 'says it',
      score: 0.7,
      ...change,
    } as NewsReading,
  })
  const again = of({})
  const narrows = of({ relation: 'narrows', window: visit.window })
  const better = of({ relation: 'narrows', window: visit.window, score: 1 })
  const off = of({ relation: 'contradicts' })

  it('the best of each relation stays, and a mere repetition only alone', () => {
    expect(keepTelling([again, narrows, better])).toEqual([better])
    expect(keepTelling([again])).toEqual([again])
    expect(keepTelling([again, off, narrows])).toEqual([narrows, off])
    expect(keepTelling([])).toEqual([])
  })
})

describe('what a statement is about', () => {
  it('is in its main clause', () => {
    expect(mainClause('During the fair, Ostrow will open the quay before she leaves Westmark.')).toBe(
      'Ostrow will open the quay',
    )
    expect(statedEvent('Officials are arranging for Minister Lena Ostrow to visit Westmark')).toMatchObject({
      acts: ['visit'],
      names: ['official', 'ostrow', 'westmark'],
    })
  })

  it('knows the same doing in other words, and doings that are named by a noun', () => {
    const [a, b] = [
      statedEvent('The leaders of Oslund and Varn will meet in Tarn.'),
      statedEvent('The summit of Oslund and Varn takes place in Tarn.'),
    ]
    expect(sameEvent(a, b)).toMatchObject({ acts: ['meet'], score: 1 })
    expect(sameEvent(b, a)).toMatchObject({ acts: ['meet'] })
  })

  it('is found by a key that both have, whichever way they are about one event', () => {
    const texts = [
      visit.text,
      'Ostrow will travel to Westmark in May.',
      tunnel.text,
      'Mayor Pike opened the harbor tunnel.',
    ]
    for (const a of texts)
      for (const b of texts)
        if (sameEvent(statedEvent(a), statedEvent(b)))
          expect(newsKeys(a).some((key) => newsKeys(b).includes(key))).toBe(true)
    expect(newsKeys(visit.text).length).toBeGreaterThan(1)
    expect(newsKeys('')).toEqual([])
  })

  it('is read of any text, in linear time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const keys = newsKeys(text)
        expect(keys.length).toBeLessThanOrEqual(70)
        expect(keys.every((key) => Number.isInteger(key) && Math.abs(key) <= 2 ** 31)).toBe(true)
      }),
    )
    expect(isLinear((text) => newsKeys(text), 'Ostrow will visit, '.repeat(20_000))).toBe(true)
    expect(isLinear((text) => newsKeys(text), `Ostrow ${' '.repeat(200_000)}`)).toBe(true)
  })
})

it('begins a long text with its first whole words, and leaves a short one as it is', () => {
  expect(beginningOf('The pier opens', 14)).toBe('The pier opens')
  expect(beginningOf('The pier opens', 13)).toBe('The pier')
  expect(beginningOf('The pier opens', 8)).toBe('The pier')
  expect(beginningOf('Thepieropens', 4)).toBe('Thep')
})
