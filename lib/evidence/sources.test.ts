import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { busyPauseMs, pollPauseMs } from './rules/archiving'
import { badgeOf, changeOf, nextCheck, shareOf, WEEK_MS } from './rules/checking'
import { mediaOf, storable, textOfPage, titleOfFile } from './rules/copies'
import { placeOf, selectorsOf } from './rules/excerpts'
import { markedRuns } from './rules/marking'

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('where an excerpt stands', () => {
  const text = 'The board’s head said: “It carried 41,200 people.”\n\nNobody 🚢 else was counted – so far.'

  test('words that were selected keep their span, also where they stand twice', () => {
    expect(placeOf('one two one two', 'one', { start: 8, end: 11 })).toMatchObject({
      start: 8,
      end: 11,
      prefix: 'one two ',
    })
    expect(placeOf('one two one two', 'one', null)).toMatchObject({ start: 0 })
  })

  test.each([
    ["The board's head", 'The board’s head'],
    ['said: "It carried 41,200', 'said: “It carried 41,200'],
    ['people.”  Nobody 🚢', 'people.”\n\nNobody 🚢'],
    ['people.”\r\n\r\nNobody', 'people.”\n\nNobody'],
    ['counted - so far', 'counted – so far'],
    ['  41,200 people ', '41,200 people'],
  ])('%j is found as the source has it', (typed, excerpt) => {
    const place = placeOf(text, typed, null)
    expect(place?.excerpt).toBe(excerpt)
    expect(text.slice(place?.start, place?.end)).toBe(excerpt)
  })

  test.each(['41,300 people', '', '   ', 'the board'])('%j does not stand there', (typed) => {
    expect(placeOf(text, typed, null)).toBeNull()
  })

  test('a span that belongs to other words is not believed', () => {
    expect(placeOf(text, '41,200 people', { start: 0, end: 3 })).toMatchObject({ start: text.indexOf('41,200') })
  })

  test('whatever is selected in whatever text, the excerpt is what stands at its offsets', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 }).map(storable)
    fc.assert(
      fc.property(anyText, fc.nat(70), fc.nat(70), (whole, a, b) => {
        const span = { start: Math.min(a, b, whole.length), end: Math.min(Math.max(a, b), whole.length) }
        const place = placeOf(whole, whole.slice(span.start, span.end), span)
        if (place === null) return whole.slice(span.start, span.end).trim() === ''
        return whole.slice(place.start, place.end) === place.excerpt && place.excerpt === place.excerpt.trim()
      }),
    )
  })

  test('it is told in the terms of the W3C, with the hash of the copy', () => {
    const place = placeOf('A quay of stone.', 'quay', null)
    expect(place && selectorsOf(place, { address: 'https://a.example/', textHash: 'ab' })).toEqual({
      type: 'SpecificResource',
      source: 'https://a.example/',
      state: { type: 'HashState', value: 'sha256:ab' },
      selector: [
        { type: 'TextQuoteSelector', exact: 'quay', prefix: 'A ', suffix: ' of stone.' },
        { type: 'TextPositionSelector', start: 2, end: 6 },
      ],
    })
  })
})

describe('what is kept of a document', () => {
  test('a page’s running text comes first, and what stands around it behind', () => {
    const page = { body: 'The quay.\u202e', cut: [{ text: 'Menu\u0007', reason: 'outside the article' as const }] }
    expect(textOfPage(page)).toEqual({ text: 'The quay.\n\nMenu', bodyLength: 9 })
    expect(textOfPage({ body: '', cut: [{ text: 'A table', reason: 'outside the article' as const }] })).toEqual({
      text: 'A table',
      bodyLength: 0,
    })
    expect(textOfPage({ body: ' — ', cut: [] })).toBeNull()
  })

  test.each([
    ['%PDF-1.7', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ])('%j is told by its content', (head, mediaType) => {
    expect(mediaOf(latin(head))?.mediaType).toBe(mediaType)
  })

  test.each(['<svg xmlns="x">', '<html>', 'GIF', 'RIFF\x10\x00\x00\x00WAVE', '', '\x00PNG'])(
    '%j is none of these',
    (head) => {
      expect(mediaOf(latin(head))).toBeNull()
    },
  )

  test('a file’s name becomes a title', () => {
    expect(titleOfFile('Minutes_of_\u202emay 2025.final.pdf')).toBe('Minutes of may 2025.final')
  })
})

describe('when a source is looked at again', () => {
  const now = new Date('2026-03-02T09:00:00Z')
  const pause = (sourceId: string, failures = 0, retryAfterMs = 0) =>
    nextCheck(now, { sourceId, failures, retryAfterMs }).getTime() - now.getTime()

  test('once a week, each source at a time of its own that stays the same', () => {
    const pauses = Array.from({ length: 500 }, (_, i) => pause(`source-${i}`))
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(WEEK_MS / 8)
    for (const one of pauses) expect(Math.abs(one - WEEK_MS)).toBeLessThanOrEqual(WEEK_MS / 14)
    expect(pause('a')).toBe(pause('a'))
    const early = Array.from({ length: 500 }, (_, i) => shareOf(`source-${i}`)).filter((share) => share < 0.5)
    expect(early.length).toBeGreaterThan(150)
    expect(early.length).toBeLessThan(350)
  })

  test('sooner after a failure, then weekly again; as late as its server asks, up to four weeks', () => {
    expect(pause('a', 1)).toBeLessThan(pause('a', 2))
    expect(pause('a', 2)).toBeLessThan(2 * 86_400_000)
    expect(pause('a', 3)).toBe(pause('a'))
    expect(pause('a', 1, 20 * 86_400_000)).toBe(20 * 86_400_000)
    expect(pause('a', 0, 400 * 86_400_000)).toBe(4 * WEEK_MS)
  })

  test('an archive is asked about its capture with growing pauses, and left alone as long as it asks', () => {
    expect([1, 2, 3, 9].map(pollPauseMs)).toEqual([10_000, 20_000, 40_000, 600_000])
    expect([busyPauseMs(1, 0), busyPauseMs(3, 0), busyPauseMs(1, 900_000), busyPauseMs(30, 0)]).toEqual([
      60_000, 240_000, 900_000, 21_600_000,
    ])
    expect(busyPauseMs(1, 1e12)).toBe(86_400_000)
  })
})

test('a change counts in the running text, and where a cited excerpt went', () => {
  const before = { text: 'A quay.\n\nMenu one', body: 'A quay.' }
  expect(changeOf(before, { text: 'A quay.\n\nMenu two', body: 'A quay.' }, ['quay'])).toEqual({
    isChanged: false,
    gone: [],
  })
  expect(changeOf(before, { text: 'A quay.\n\nMenu two', body: 'A quay.' }, ['Menu one'])).toEqual({
    isChanged: true,
    gone: ['Menu one'],
  })
  expect(changeOf(before, { text: 'A pier.', body: 'A pier.' }, ['quay', 'never there'])).toEqual({
    isChanged: true,
    gone: ['quay'],
  })
})

describe('the badge', () => {
  const at = new Date('2026-03-09T09:00:00Z')
  const copy = { kind: 'page' as const, isUpload: false, takenAt: new Date('2026-03-02T09:00:00Z') }
  const watch = { lastCheckedAt: at, lastProblem: null, alert: null }
  test.each([
    ['verified', { copy, watch, isPlaced: true, stands: true }, at],
    ['verified', { copy, watch: null, isPlaced: false, stands: true }, copy.takenAt],
    ['changed', { copy, watch, isPlaced: true, stands: false }, at],
    ['unreachable', { copy, watch: { ...watch, lastProblem: 'Gone.' }, isPlaced: true, stands: true }, at],
    ['not_checked', { copy, watch, isPlaced: false, stands: false }, null],
    ['not_checked', { copy: null, watch: null, isPlaced: false, stands: false }, null],
    ['not_checked', { copy: { ...copy, kind: 'picture' as const }, watch, isPlaced: false, stands: false }, null],
  ])('%s', (state, checked, day) => {
    expect(badgeOf(checked)).toMatchObject({ state, at: day })
  })
})

describe('marking what is cited', () => {
  test('excerpts that lie in one another are both told', () => {
    const cited = [
      { id: 'a', start: 2, end: 8 },
      { id: 'b', start: 4, end: 6 },
    ]
    expect(markedRuns('0123456789', 0, cited).map(({ text, evidenceIds }) => [text, evidenceIds.join('')])).toEqual([
      ['01', ''],
      ['23', 'a'],
      ['45', 'ab'],
      ['67', 'a'],
      ['89', ''],
    ])
  })

  test('whatever is cited, the runs are the text', () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ id: 'x', start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.nat(20), fc.array(span, { maxLength: 6 }), (text, offset, cited) => {
        const runs = markedRuns(text, offset, cited)
        expect(runs.map((run) => run.text).join('')).toBe(text)
        for (const run of runs)
          expect(run.text).toBe(text.slice(run.start - offset, run.start - offset + run.text.length))
      }),
    )
  })
})
