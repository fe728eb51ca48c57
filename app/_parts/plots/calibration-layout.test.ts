import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '@/lib/core/intervals'
import { DEFAULT_CERTAINTY } from '@/lib/settings/rules'
import { type CalibrationMark, drawCalibration, SMALL, WIDE } from './calibration-layout'
import { calibrationFinding } from './calibration-words'
import { boxOf, overlap } from './labels'

const mark = (words: string, probability: number, n: number, share: number | null, band?: [number, number]) => ({
  ...{ words, probability, n, share, isInForce: true },
  withheld: share !== null ? null : n < 5 ? ('below_minimum' as const) : ('too_many_unresolved' as const),
  interval: share === null || n === 0 ? null : wilsonInterval(share * n, n),
  band: { low: band?.[0] ?? Math.max(0, probability - 0.2), high: band?.[1] ?? Math.min(1, probability + 0.15) },
})
const will = mark('will', 0.95, 24, 0.9)
const expected = mark('is expected to', 0.8, 31, 0.5)
const may = mark('may', 0.35, 12, 0.42)

describe('the picture', () => {
  it('sets a phrase where its probability lies, and its dot at what was seen', () => {
    const { columns, yTicks, xTicks } = drawCalibration([expected], WIDE)
    const [column] = columns
    expect(column).toMatchObject({ words: 'is expected to', isOutside: true })
    expect(column?.x).toBeCloseTo(column?.axisX ?? 0)
    expect(column?.y).toBeCloseTo(yTicks.find(({ label }) => label === '50 %')?.y ?? 0)
    expect(column?.axisX).toBeCloseTo(xTicks.find(({ label }) => label === '80 %')?.x ?? 0)
  })

  it('has the promise on the diagonal', () => {
    const { columns, diagonal } = drawCalibration([may, expected, will], WIDE)
    const slope = (diagonal.y2 - diagonal.y1) / (diagonal.x2 - diagonal.x1)
    for (const { axisX, expectedY } of columns)
      expect(diagonal.y1 + slope * (axisX - diagonal.x1)).toBeCloseTo(expectedY)
  })

  it('sets phrases of one probability side by side', () => {
    const { columns, columnWidth } = drawCalibration([expected, mark('are likely to', 0.8, 9, 0.8)], SMALL)
    const [a, b] = columns.map(({ x }) => x)
    expect((b ?? 0) - (a ?? 0)).toBeGreaterThan(columnWidth)
    expect(new Set(columns.map(({ axisX }) => axisX)).size).toBe(1)
  })

  it('shows those below the least n only as a mark with their n, one for each probability', () => {
    const few = [mark('could', 0.35, 1, null), mark('might', 0.35, 4, null), mark('set to', 0.9, 2, null)]
    const { columns, hollow } = drawCalibration([...few, mark('plan to', 0.7, 0, null), will], WIDE)
    expect(columns.map(({ words }) => words)).toEqual(['will'])
    expect(hollow.map(({ label }) => label)).toEqual(['1–4', '2'])
  })

  it('draws nothing but its axes for nothing', () => {
    expect(drawCalibration([], SMALL)).toMatchObject({ columns: [], labels: [], hollow: [] })
  })

  it('labels what stands out first', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => mark(`phrase ${index}`, 0.8, 500, 0.8))
    const { labels } = drawCalibration([...crowd, mark('hopes to', 0.45, 5, 0.05)], SMALL)
    expect(labels[0]?.text).toBe('hopes to, n 5')
  })

  it.each([
    ['a column of text', WIDE],
    ['a phone', SMALL],
  ])('keeps labels apart and everything inside, for %s', (_name, size) => {
    const shares = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: DEFAULT_CERTAINTY.length,
      maxLength: DEFAULT_CERTAINTY.length,
    })
    fc.assert(
      fc.property(shares, (rows) => {
        const marks = DEFAULT_CERTAINTY.map(({ words, probability }, index) => {
          const [n, share] = rows[index] ?? [0, 0]
          return mark(words, probability, n, n < 5 ? null : share)
        })
        const { columns, labels, hollow, columnWidth } = drawCalibration(marks, size)
        const boxes = labels.map(boxOf)
        for (const [index, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(size.width)
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false)
        }
        for (const { x } of columns) {
          expect(x - columnWidth / 2).toBeGreaterThanOrEqual(size.left)
          expect(x + columnWidth / 2).toBeLessThanOrEqual(size.width)
        }
        for (const { x } of hollow) expect(x).toBeLessThanOrEqual(size.width - 8)
      }),
      { numRuns: 60 },
    )
  })
})

describe('its finding', () => {
  it.each<[string, CalibrationMark[], string]>([
    [
      'nothing yet',
      [mark('may', 0.35, 2, null)],
      'Nothing can be said yet. 1 phrase with fewer than 5 outcomes is left open.',
    ],
    [
      'one that keeps its promise',
      [will],
      '“will” held up in 90 % (72–97 %) of n = 24 where the words stand for 95 %: as often as the words promise, give or take luck.',
    ],
    [
      'one that does not',
      [expected],
      '“is expected to” held up in 50 % (33–67 %) of n = 31 where the words stand for 80 %: less often than luck explains.',
    ],
    [
      'several, all within',
      [will, may],
      'Of 2 phrases with at least 5 outcomes, all held up as often as their words promise, give or take luck.',
    ],
    [
      'several, one outside',
      [will, mark('may', 0.35, 12, 0.9), mark('might', 0.35, 1, null), mark('could', 0.35, 3, null)],
      'Of 2 phrases with at least 5 outcomes, 1 held up as often as their words promise, give or take luck; “may” held up in 90 % (63–98 %) of n = 12 where the words stand for 35 %, more often than luck explains. 2 phrases with fewer than 5 outcomes are left open.',
    ],
    [
      'many outside: those furthest off, and how many more',
      [
        mark('may', 0.35, 1000, 0.9),
        ...[0.7, 0.6, 0.5, 0.4].map((share, index) => mark(`phrase ${index}`, 0.95, 50, share, [0.9, 1])),
      ],
      'Of 5 phrases with at least 5 outcomes, none held up as often as their words promise, give or take luck; “may” held up in 90 % (88–92 %) of n = 1,000 where the words stand for 35 %, more often than luck explains; “phrase 3” held up in 40 % (28–54 %) of n = 50 where the words stand for 95 %, less often than luck explains; “phrase 2” held up in 50 % (37–63 %) of n = 50 where the words stand for 95 %, less often than luck explains; 2 more lie outside of luck, too.',
    ],
    [
      'one whose probability was changed, beside both',
      [will, { ...mark('will', 0.8, 12, 0.75), isInForce: false }],
      'Of 2 phrases (counted once for each probability that they stood for) with at least 5 outcomes, all held up as often as their words promise, give or take luck.',
    ],
    [
      'what was opened under an earlier probability',
      [{ ...mark('will', 0.8, 12, 0.5), isInForce: false }],
      '“will” held up in 50 % (25–75 %) of n = 12 where the words stood for 80 %: less often than luck explains.',
    ],
    [
      'one with enough outcomes and too many unresolved windows',
      [will, mark('could', 0.35, 9, null)],
      '“will” held up in 90 % (72–97 %) of n = 24 where the words stand for 95 %: as often as the words promise, give or take luck. 1 phrase with too many unresolved windows is left open.',
    ],
  ])('%s', (_name, marks, words) => expect(calibrationFinding(marks, 5)).toBe(words))
})
