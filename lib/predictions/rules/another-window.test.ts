import { expect, it } from 'vitest'
import { relateWindows } from './another-window'

const half = { from: '2026-07-01', to: '2026-12-31' }
const earlier = { saidOn: '2026-02-07', window: half }
const later = (from: string, to: string, saidOn = '2026-05-20') => ({ saidOn, window: { from, to } })

it('narrows what it lies within, and what had no window', () => {
  expect(relateWindows(earlier, later('2026-10-27', '2026-10-29'))).toEqual({
    ok: true,
    kind: 'narrows',
    words: '27–29 Oct 2026 lies within Jul–Dec 2026',
  })
  expect(relateWindows({ saidOn: '2026-02-07', window: null }, later('2026-10-27', '2026-10-29'))).toMatchObject({
    kind: 'narrows',
  })
})

it('moves what it does not lie within: later, over its end, or wider', () => {
  for (const window of [
    later('2027-01-01', '2027-03-31'),
    later('2026-10-01', '2027-01-31'),
    later('2026-06-01', '2026-12-31'),
  ])
    expect(relateWindows(earlier, window)).toMatchObject({ ok: true, kind: 'moves' })
})

it('is no other prediction with the same window, or with all that was left of it', () => {
  expect(relateWindows(earlier, later('2026-07-01', '2026-12-31'))).toMatchObject({ ok: false, field: 'window' })
  for (const saidOn of ['2026-09-10', '2026-09-09'])
    expect(relateWindows(earlier, later('2026-09-10', '2026-12-31', saidOn))).toMatchObject({
      ok: false,
      field: 'window',
    })
  expect(relateWindows(earlier, later('2026-09-10', '2026-12-31', '2026-09-08'))).toMatchObject({ kind: 'narrows' })
})

it('is refused when its window begins before it was said', () => {
  expect(relateWindows(earlier, later('2026-05-19', '2027-01-31'))).toMatchObject({ ok: false, field: 'window' })
  expect(relateWindows(earlier, later('2026-05-20', '2027-01-31'))).toMatchObject({ ok: true, kind: 'moves' })
})

it('is refused when it was said before the opened one, not on the same day', () => {
  expect(relateWindows(earlier, later('2026-10-01', '2026-10-31', '2026-02-06'))).toMatchObject({
    ok: false,
    field: 'saidOn',
  })
  expect(relateWindows(earlier, later('2026-10-01', '2026-10-31', '2026-02-07'))).toMatchObject({ ok: true })
  expect(relateWindows({ ...earlier, saidOn: null }, later('2026-10-01', '2026-10-31', '2026-02-06'))).toMatchObject({
    ok: true,
  })
})
