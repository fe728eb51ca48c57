import { describe, expect, it } from 'vitest'
import { axisOf, type BarPrediction, barOpacity, drawRow, labelsThatFit, listAxis, placeOf, ticksOf } from './geometry'
import { describeRow } from './words'

const half: BarPrediction = {
  id: 'half',
  saidOn: '2025-02-06',
  window: { from: '2025-07-01', to: '2025-12-31' },
  certainty: 0.8,
}

describe('the axis', () => {
  it('holds every day that is drawn, with room at both ends', () => {
    const axis = axisOf([{ ...half, graceDays: 10 }], '2025-03-01')
    for (const day of ['2025-02-06', '2025-12-31', '2026-01-10']) {
      expect(placeOf(axis, day)).toBeGreaterThan(0)
      expect(placeOf(axis, day)).toBeLessThan(1)
    }
  })

  it('reaches today while a prediction is open', () => {
    const axis = axisOf([half], '2027-06-01')
    expect(placeOf(axis, '2027-06-01')).toBeLessThan(1)
  })

  it('leaves today out once everything is resolved', () => {
    const axis = axisOf([{ ...half, resolution: 'did_not_happen' }], '2027-06-01')
    expect(placeOf(axis, '2027-06-01')).toBeGreaterThan(1)
  })

  it('spans at least some days when all happens on one', () => {
    const axis = axisOf([{ id: 'a', saidOn: '2025-05-05', window: null }], '2025-05-05')
    expect(axis.days).toBeGreaterThanOrEqual(3)
  })
})

describe('the axis of a list', () => {
  const row = (id: string, to: string): BarPrediction => ({ ...half, id, window: { from: '2025-07-01', to } })

  it('holds a few rows whole', () => {
    const axis = listAxis([row('a', '2025-08-01'), row('b', '2029-01-01')], '2025-06-01')
    expect(placeOf(axis, '2029-01-01')).toBeLessThan(1)
  })

  it('cuts off the tenth that reaches furthest, and keeps the others', () => {
    const rows = Array.from({ length: 11 }, (_, index) => row(`${index}`, index === 4 ? '2045-01-01' : '2025-12-31'))
    const axis = listAxis(rows, '2025-06-01')
    expect(placeOf(axis, '2025-12-31')).toBeLessThan(1)
    expect(placeOf(axis, '2026-06-01')).toBeGreaterThan(1)
  })

  it('is an axis also for no rows', () => {
    expect(listAxis([], '2025-06-01')).toEqual({ from: '2025-06-01', days: 1 })
  })
})

describe('the ticks', () => {
  it.each([
    [
      'a week',
      { from: '2025-10-27', days: 6 },
      8,
      ['27 Oct 2025', '28 Oct', '29 Oct', '30 Oct', '31 Oct', '1 Nov', '2 Nov'],
    ],
    ['half a year', { from: '2025-06-20', days: 200 }, 7, ['Jul 2025', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', '2026']],
    ['three years', { from: '2024-11-01', days: 1100 }, 7, ['2025', 'Jul', '2026', 'Jul', '2027', 'Jul']],
    ['forty years', { from: '2019-05-01', days: 14_600 }, 6, ['2020', '2030', '2040', '2050']],
  ])('of %s stand on round days', (_name, axis, most, labels) => {
    expect(ticksOf(axis, most).map((tick) => tick.label)).toEqual(labels)
  })

  it('lie in order inside the axis', () => {
    const places = ticksOf({ from: '2025-01-15', days: 400 }, 8).map((tick) => tick.at)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...places)).toBeLessThanOrEqual(1)
  })
})

describe('a row', () => {
  const axis = { from: '2025-01-01', days: 400 }
  const draw = (change: Partial<BarPrediction>) => drawRow({ ...half, ...change }, axis)

  it('draws the bar over whole days, the last one included', () => {
    const { bar } = draw({ window: { from: '2025-01-11', to: '2025-01-20' } })
    expect(bar?.at).toBeCloseTo(10 / 400)
    expect(bar?.width).toBeCloseTo(10 / 400)
  })

  it('keeps the bar of one day visible on a long axis', () => {
    const bar = drawRow(
      { ...half, window: { from: '2025-07-01', to: '2025-07-01' } },
      { from: '2000-01-01', days: 20_000 },
    ).bar
    expect(bar?.width).toBe(0.008)
  })

  it.each([
    ['inside the window as a filled dot', 'came_true', '2025-10-27', 'filled', 'inside'],
    ['late as a hollow dot to the right', 'late', '2026-01-15', 'hollow', 'right'],
    ['early as a hollow dot to the left', 'early', '2025-05-01', 'hollow', 'left'],
    ['in part as a half dot', 'partly', '2025-08-01', 'half', 'inside'],
  ] as const)('shows what came %s', (_name, resolution, day, shape, side) => {
    const { bar, outcome } = draw({ resolution, outcome: { from: day, to: day } })
    if (!bar || !outcome) throw new Error('nothing drawn')
    expect(outcome.shape).toBe(shape)
    const where = outcome.at < bar.at ? 'left' : outcome.at > bar.at + bar.width ? 'right' : 'inside'
    expect(where).toBe(side)
  })

  it('puts the cross of what did not happen at the end of the bar', () => {
    const { bar, outcome } = draw({ resolution: 'did_not_happen' })
    expect(outcome?.shape).toBe('cross')
    expect(outcome?.at).toBeCloseTo((bar?.at ?? 0) + (bar?.width ?? 0))
  })

  it('draws a prediction without a window as a line that runs on', () => {
    expect(draw({ window: null })).toMatchObject({ bar: null, openFrom: (36 + 0.5) / 400 })
  })

  it.each(['void', 'too_vague'] as const)(
    'draws no mark on what is %s, and marks the bar as not counted',
    (resolution) => {
      const row = draw({ resolution, outcome: { from: '2025-08-01', to: '2025-08-01' } })
      expect(row.outcome).toBeNull()
      expect(row.bar?.isCounted).toBe(false)
    },
  )

  it.each([
    [null, 0.12],
    [0, 0.15],
    [0.35, 0.41],
    [0.95, 0.86],
    [1, 0.9],
  ])('inks certainty %s with %f', (certainty, opacity) => {
    expect(barOpacity(certainty)).toBe(opacity)
  })
})

describe('the words for a row', () => {
  it.each([
    ['before the window', {}, '2025-06-30', 'open, the window begins in 1 day'],
    ['inside the window', {}, '2025-12-29', 'open, 2 days left'],
    ['on the last day', {}, '2025-12-31', 'open, last day today'],
    ['in grace', { graceDays: 7 }, '2026-01-03', 'open, in its days of grace'],
    ['overdue', {}, '2026-01-03', 'open, the window closed 3 days ago'],
    [
      'resolved',
      { resolution: 'late', outcome: { from: '2026-02-01', to: '2026-02-03' } },
      '2026-03-01',
      'came late, 1–3 Feb 2026',
    ],
  ] as [string, Partial<BarPrediction>, string, string][])('%s', (_name, change, today, words) => {
    expect(describeRow({ ...half, ...change }, today)).toContain(`; ${words}.`)
  })

  it('say the exact days of a window and the certainty', () => {
    expect(describeRow(half, '2025-06-01')).toMatch(
      /^Said 6 Feb 2025; due Jul–Dec 2025 \(1 Jul 2025 to 31 Dec 2025\), certainty 0\.80; /,
    )
  })

  it('say when no window was stated', () => {
    expect(describeRow({ ...half, window: null, certainty: null }, '2025-06-01')).toBe(
      'Said 6 Feb 2025; no window stated; open.',
    )
  })
})

it('labels that would touch give way from the left, the first one stays', () => {
  const ticks = ticksOf({ from: '2026-10-12', days: 54 }, 8)
  expect(ticks.map(({ label }) => label).slice(0, 3)).toEqual(['12 Oct 2026', '19 Oct', '26 Oct'])
  expect(labelsThatFit(ticks, 560).slice(0, 3)).toEqual([true, false, true])
  expect(labelsThatFit(ticks, 2000).every(Boolean)).toBe(true)
  const onPhone = ticks.filter((_, index) => labelsThatFit(ticks, 288)[index])
  expect(onPhone.length).toBeGreaterThan(1)
  expect(onPhone.length).toBeLessThan(ticks.length)
})
