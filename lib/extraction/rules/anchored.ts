import type { Window } from '@/lib/core/windows'
import type { Grain } from '../schema'
import type { Anchors } from './anchors'
import { amountAt, around, shift } from './counted'
import { WordMap } from './lexicon'
import type { FoundTime, TimeReading } from './readings'
import { at, type Token } from './tokens'
import { wordSet } from './words'

/** Periods counted from a day or a happening that the article dates: "10 days before the fire", "the day after Friday's vote". */

const UNITS = wordSet('day days week weeks month months year years')

/** Whether such a period may end before token `k`: "… days before". */
export const mayBeAnchored = (tokens: readonly Token[], k: number): boolean =>
  (at(tokens, k).lower === 'before' || at(tokens, k).lower === 'after') && UNITS.holds(at(tokens, k - 1))

export type AnchoredReading = TimeReading & { first: number }

/** The period in front of "before" or "after" at token `k`; `next` is the first time behind it, if there is one. */
export function readAnchored(
  tokens: readonly Token[],
  anchors: Anchors,
  k: number,
  last: number,
  next: FoundTime | null,
): AnchoredReading | null {
  const amount = amountBefore(tokens, k)
  if (!amount) return null
  const isOnDay =
    next !== null && next.grain === 'day' && next.first <= k + 3 && next.first > k && isDirect(tokens, k, next.first)
  const base = isOnDay ? next : eventWindow(anchors, k, last)
  if (!base) return null
  const isBefore = at(tokens, k).lower === 'before'
  const day = shift(isBefore ? base.from : base.to, amount.grain, isBefore ? -amount.count : amount.count)
  const end = isOnDay ? next.last : k
  return { first: amount.first, end, ...around(day, amount.grain), grain: amount.grain, isDate: true }
}

const eventWindow = (anchors: Anchors, k: number, last: number): Window | null => {
  const named = anchors.namedAt(k + 1, last)
  return named ? anchors.windowOf(named) : null
}

/** Only a determiner or "last" between "before" and the day. */
const isDirect = (tokens: readonly Token[], k: number, first: number): boolean => {
  for (let j = k + 1; j < first; j++) if (!['the', 'last', 'next', 'this'].includes(at(tokens, j).lower)) return false
  return true
}

/** "10 days", "two weeks", "a year", "the day" in front of token `k`. */
function amountBefore(tokens: readonly Token[], k: number): { first: number; count: number; grain: Grain } | null {
  for (const back of [2, 3, 4]) {
    const amount = amountAt(tokens, k - back)
    if (amount?.end === k) return { first: k - back, count: amount.count, grain: amount.grain }
  }
  const grain = SINGLE.of(at(tokens, k - 1))
  return grain && at(tokens, k - 2).lower === 'the' ? { first: k - 2, count: 1, grain } : null
}
const SINGLE = new WordMap<Grain>([
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
])
