import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { RecordPanel } from '@/app/_parts/public/record-panel'
import { newId } from '@/lib/core/ids'
import type { ScoredPrediction } from '@/lib/predictions/rules/scoring/clusters'
import { trackRecordOf } from '@/lib/predictions/rules/scoring/record'
import { defaultSettings } from '@/lib/settings/rules'
import type { Settings } from '@/lib/settings/schema'
import { Predictions, Selection } from './predictions'
import { Records } from './records'

const settingsWith = (heldUp: Settings['heldUp']): Settings => ({
  ...defaultSettings('A desk', 'UTC'),
  ...{ id: newId(), version: 1, isDemo: false, createdAt: new Date('2026-01-01T00:00:00Z'), heldUp },
})
const plain = settingsWith(['came_true'])
const wide = settingsWith(['came_true', 'late', 'partly'])

const textOf = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const methodologyOf = (settings: Settings): string =>
  [Predictions, Records].map((part) => textOf(renderToStaticMarkup(createElement(part, { settings })))).join(' ')

const one = (n: number, more: Partial<ScoredPrediction>): ScoredPrediction => ({
  ...{
    predictionId: `p${n}`,
    saidOn: '2025-01-01',
    openedOn: '2025-01-02',
    dueTo: '2025-06-30',
    closesOn: '2025-06-30',
  },
  ...{ probability: null, phrase: null, resolution: 'late', outcomeId: `o${n}`, outcomeFirstOn: null },
  ...more,
})
const recordOf = (list: ScoredPrediction[], settings = plain) => trackRecordOf(list, '2026-01-01', settings)
const panelOf = (list: ScoredPrediction[], settings = plain): string =>
  textOf(renderToStaticMarkup(createElement(RecordPanel, { record: recordOf(list, settings), filter: {} })))

describe('what counts as held up', () => {
  test('is told for each resolution, and for the rate, the Brier score and the calibration alike', () => {
    const words = methodologyOf(wide)
    expect(words).toContain(
      'What came true, came late or came true in part counts as held up, by a rule of this newsroom',
    )
    expect(words).toContain('It happened after the window and its grace. Shown apart, and counts as held up.')
    expect(words).toContain('was said about the time was wrong. Shown apart, and counts as not held up.')
    expect(words).toContain('(1 where it held up, else 0)')
    expect(words).not.toMatch(/share that came true/)
  })

  test('is what came true alone unless the newsroom says more', () => {
    const words = methodologyOf(plain)
    expect(words).toContain('Only what came true counts as held up')
    expect(words).not.toContain('Shown apart, and counts as held up.')
  })

  test('stands beside a record where it is more', () => {
    const list = [1, 2, 3, 4, 5].map((n) => one(n, {}))
    expect(panelOf(list, wide)).toMatch(/100 %.*Held up means here: came true, came late or came true in part\./)
    expect(panelOf(list)).not.toContain('Held up means here')
  })
})

test('closed windows of which none is settled are told as such', () => {
  const waiting = [one(1, { resolution: null }), one(2, { resolution: null })]
  expect(panelOf(waiting)).toContain('2 windows closed, and none of it is settled yet')
  expect(panelOf([one(1, { resolution: null, closesOn: '2027-01-01' })])).toContain('No window has closed yet')
})

test('how many were opened when their windows had closed is told, with the way to them', () => {
  const late = { openedOn: '2025-08-01' }
  const html = (list: ScoredPrediction[]) => renderToStaticMarkup(createElement(Selection, { record: recordOf(list) }))
  expect(textOf(html([one(1, late), one(2, late), one(3, {})]))).toContain(
    'Of the 3 predictions counted so far, 2 were opened so.',
  )
  expect(html([one(1, late)])).toContain('href="/predictions?standing=counted&amp;opened=late"')
  expect(textOf(html([one(1, {})]))).toContain('Of the 1 prediction counted so far, none was opened so.')
  expect(textOf(html([]))).toContain('So far none is counted.')
})
