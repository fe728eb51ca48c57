import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarkSpan, type Paragraph, paragraphsOf, segmentsOf } from './segments'

const TEXT = 'The port moved 900 boxes in May.\n\nIt will move more.'
const mark = (id: string, start: number, end: number, figures: [number, number][] = []): MarkSpan => ({
  id,
  start,
  end,
  figures: figures.map(([from, to]) => ({ start: from, end: to })),
})
const runsIn = (paragraphs: Paragraph[]) => paragraphs.flatMap((paragraph) => paragraph.runs)
const shown = (text: string, marks: MarkSpan[]) =>
  runsIn(segmentsOf(text, marks)).map((run) => [text.slice(run.start, run.end), run.markIds.join('>'), run.isFirst])

describe('paragraphs', () => {
  it('are the lines that hold something, at their places in the whole text', () => {
    expect(paragraphsOf('\na\n\n  \nbc\n')).toEqual([
      { start: 1, end: 2 },
      { start: 7, end: 9 },
    ])
  })
})

describe('a marked text', () => {
  it('without marks is one run a paragraph', () => {
    expect(shown(TEXT, [])).toEqual([
      ['The port moved 900 boxes in May.', '', false],
      ['It will move more.', '', false],
    ])
  })

  it('cuts overlapping marks, and each has one place of its own', () => {
    expect(shown('abcdef', [mark('x', 0, 4), mark('y', 2, 6)])).toEqual([
      ['ab', 'x', true],
      ['cd', 'x>y', true],
      ['ef', 'y', false],
    ])
  })

  it('gives the words inside to the inner mark', () => {
    expect(shown('abcdef', [mark('out', 0, 6), mark('in', 2, 4)])).toEqual([
      ['ab', 'out', true],
      ['cd', 'out>in', true],
      ['ef', 'out', false],
    ])
  })

  it('gives a mark that owns no words a link after its last run', () => {
    const runs = runsIn(segmentsOf('abcd', [mark('a', 0, 4), mark('b', 0, 4)]))
    expect(runs).toHaveLength(1)
    expect(runs[0]).toMatchObject({ owner: 'b', isFirst: true, orphans: ['a'] })
  })

  it('sets names of speakers apart wherever they stand', () => {
    const runs = runsIn(segmentsOf('Ilse Brandvold said: 900 boxes.', [mark('m', 21, 30)], [{ start: 0, end: 14 }]))
    expect(runs.flatMap(({ pieces }) => pieces).map(({ start, end, tone }) => [start, end, tone])).toEqual([
      [0, 14, 'speaker'],
      [14, 21, null],
      [21, 30, null],
      [30, 31, null],
    ])
  })

  it('sets figures apart inside a run without breaking its link', () => {
    const [run] = runsIn(segmentsOf(TEXT, [mark('m', 0, 32, [[15, 18]])]))
    expect(run?.pieces.map((piece) => [TEXT.slice(piece.start, piece.end), piece.tone])).toEqual([
      ['The port moved ', null],
      ['900', 'figure'],
      [' boxes in May.', null],
    ])
  })

  it('carries a mark across paragraphs with one id only', () => {
    expect(runsIn(segmentsOf(TEXT, [mark('m', 15, 41)])).filter((run) => run.isFirst)).toHaveLength(1)
  })

  it.each([
    ['beyond the end', mark('m', 2, 99)],
    ['of no length', mark('m', 2, 2)],
    ['before the beginning', mark('m', -1, 2)],
  ])('leaves out a mark %s', (_name, bad) => {
    expect(shown('abcd', [bad])).toEqual([['abcd', '', false]])
  })

  it('shows every character once and every mark once, whatever overlaps', () => {
    const marks = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
    const text = fc.stringMatching(/^[ab \n]{45}$/)
    fc.assert(
      fc.property(text, marks, (body, spans) => {
        const given = spans.map(([start, length], index) => mark(`m${index}`, start, start + length))
        const runs = runsIn(segmentsOf(body, given))
        const whole = paragraphsOf(body)
          .map((p) => body.slice(p.start, p.end))
          .join('')
        expect(runs.flatMap((run) => run.pieces.map((p) => body.slice(p.start, p.end))).join('')).toBe(whole)
        const places = runs.flatMap((run) => [...(run.isFirst && run.owner ? [run.owner] : []), ...run.orphans])
        const visible = given.filter((m) => runs.some((run) => run.markIds.includes(m.id))).map((m) => m.id)
        expect(places.sort()).toEqual(visible.sort())
      }),
    )
  })
})
