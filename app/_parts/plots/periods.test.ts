import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ResolutionKind } from '@/lib/predictions/schema'
import { type DatedCount, drawPeriods } from './periods'
import { periodsFinding } from './periods-words'

const at = (month: string, kind: ResolutionKind, count = 1): DatedCount => ({ month: `${month}-01`, kind, count })

describe('the columns', () => {
  it('are months while there are few, without gaps', () => {
    const { periods, unit } = drawPeriods([at('2025-01', 'came_true'), at('2025-04', 'late')], '2025-06-10')
    expect(unit).toBe('month')
    expect(periods.map(({ label, total }) => [label, total])).toEqual([
      ['Jan 2025', 1],
      ['Feb 2025', 0],
      ['Mar 2025', 0],
      ['Apr 2025', 1],
    ])
  })

  it('are quarters over some years', () => {
    const { periods, unit } = drawPeriods([at('2021-02', 'came_true'), at('2024-11', 'open', 3)], '2024-10-01')
    expect(unit).toBe('quarter')
    expect(periods).toHaveLength(16)
    expect(periods[0]).toMatchObject({ label: 'Q1 2021', window: { from: '2021-01-01', to: '2021-03-31' } })
    expect(periods.at(-1)).toMatchObject({ label: 'Q4 2024', counts: { open: 3 } })
  })

  it('are years over many, and the last holds all that lies further off', () => {
    const { periods, unit } = drawPeriods([at('2020-01', 'came_true'), at('2090-05', 'open', 2)], '2024-10-01')
    expect(unit).toBe('year')
    expect(periods.length).toBeLessThanOrEqual(32)
    expect(periods.at(-1)).toMatchObject({ label: '2051 and later', counts: { open: 2 } })
  })

  it('stack what counts upwards in one order, and what never does below the line', () => {
    const rows = [at('2025-01', 'did_not_happen', 2), at('2025-01', 'came_true', 3), at('2025-01', 'void', 1)]
    const [column] = drawPeriods(rows, '2026-01-01').periods
    expect(column?.above.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['came_true', 0, 3],
      ['did_not_happen', 3, 5],
    ])
    expect(column?.below).toEqual([{ kind: 'void', count: 1, from: 0, to: 1 }])
  })

  it('never lose a prediction, and lie side by side', () => {
    const months = fc.tuple(fc.integer({ min: 1990, max: 2140 }), fc.integer({ min: 1, max: 12 }))
    const rows = fc.array(
      fc.tuple(
        months,
        fc.constantFrom<ResolutionKind>('came_true', 'late', 'void', 'open'),
        fc.integer({ min: 1, max: 40 }),
      ),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const counts = given.map(([[year, month], kind, count]) =>
          at(`${year}-${`${month}`.padStart(2, '0')}`, kind, count),
        )
        const { periods, high } = drawPeriods(counts, '2025-01-01')
        expect(periods.reduce((sum, { total }) => sum + total, 0)).toBe(
          counts.reduce((sum, { count }) => sum + count, 0),
        )
        expect(periods.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1)
        for (const { above } of periods) expect(above.at(-1)?.to ?? 0).toBeLessThanOrEqual(high)
      }),
    )
  })
})

describe('the time axis', () => {
  it('names each January', () => {
    const { ticks } = drawPeriods([at('2021-01', 'came_true'), at('2023-12', 'open')], '2023-10-01')
    expect(ticks.map(({ label }) => label)).toEqual(['2021', '2022', '2023'])
  })

  it('names its beginning where no January is near', () => {
    const { ticks } = drawPeriods([at('2025-03', 'came_true'), at('2025-08', 'open')], '2025-06-01')
    expect(ticks).toEqual([{ at: 0, label: 'Mar 2025' }])
  })

  it('marks today where it lies', () => {
    const rows = [at('2025-01', 'came_true'), at('2025-04', 'open')]
    expect(drawPeriods(rows, '2025-03-01').today).toBeCloseTo(0.5, 1)
    expect(drawPeriods(rows, '2025-06-01').today).toBeNull()
  })
})

it('the finding counts all of them', () => {
  const rows = [
    at('2021-02', 'came_true', 24),
    at('2022-05', 'late', 3),
    at('2024-11', 'open', 5),
    at('2022-08', 'void'),
  ]
  expect(periodsFinding(drawPeriods(rows, '2024-01-01'))).toBe(
    '33 predictions by the quarter in which their window closes, Q1 2021 to Q4 2024: 24 came true, 3 came late, 5 open, 1 void.',
  )
})
