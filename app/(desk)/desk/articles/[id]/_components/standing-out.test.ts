import { expect, test } from 'vitest'
import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { drawn, speakersOf } from './standing-out'

const BODY = 'Ilse Brandvold spoke.\nThe port grew, Ilse Brandvold said. Boats came, Ilse Brandvold said.\nIt rained.'
const candidate = (words: string, rest: Partial<ReaderCandidate> = {}): ReaderCandidate => {
  const start = BODY.indexOf(words)
  return {
    start,
    end: start + words.length,
    state: 'new',
    speakerText: null,
    decisionReason: null,
    ...rest,
  } as ReaderCandidate
}
const names = (...candidates: ReaderCandidate[]) => speakersOf(BODY, candidates).map(({ start }) => start)

test('the name of a speaker stands out once, in the paragraph of the claim, where it is nearest', () => {
  const speakerText = 'Ilse Brandvold'
  const [first, second] = [BODY.indexOf('Ilse', 25), BODY.lastIndexOf('Ilse')]
  expect(names(candidate('The port grew', { speakerText }))).toEqual([first])
  expect(names(candidate('Boats came', { speakerText }), candidate('The port grew', { speakerText }))).toEqual([
    first,
    second,
  ])
  expect(names(candidate('It rained', { speakerText }))).toEqual([])
  expect(names(candidate('The port grew', { speakerText, state: 'rejected' }))).toEqual([])
})

test('what was given up for other words is not drawn under them, other rejections are', () => {
  const old = candidate('The port grew', { state: 'rejected', decisionReason: 'wrong_span: Replaced by: port grew' })
  const vague = candidate('Boats came', { state: 'rejected', decisionReason: 'vague' })
  const next = candidate('port grew')
  expect(drawn([old, next, vague])).toEqual([next, vague])
  expect(drawn([old, vague])).toEqual([old, vague])
})
