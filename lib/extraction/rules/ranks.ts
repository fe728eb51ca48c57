import type { AmountReading } from './amount'
import { PERIODS } from './measures'
import { isYearLike } from './names'
import { isNumberWord, readNumber, readOrdinal } from './numbers'
import { at, isDash, type Token } from './tokens'
import { unitAfter } from './units'
import { verbForm } from './verbs'
import { DETERMINERS, wordSet } from './words'

/** "one in five", "two out of three", "9 in 10": a share. */
export function readRatio(tokens: readonly Token[], i: number): AmountReading | null {
  const top = readNumber(tokens, i)
  if (!top || top.hasScale || top.isFraction) return null
  let k = top.end
  if (at(tokens, k).lower === 'out' && at(tokens, k + 1).lower === 'of') k += 2
  else if (at(tokens, k).lower === 'in') k += 1
  else return null
  if (at(tokens, k).lower === 'every') k += 1
  const bottom = readNumber(tokens, k)
  if (!bottom || bottom.value <= top.value || isYearLike(tokens, k) || top.value <= 0) return null
  const isPlain =
    top.isWords === bottom.isWords &&
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].includes(at(tokens, i).lower)
  if (!isPlain && !(top.value < 10 && [10, 100, 1000].includes(bottom.value))) return null
  if (unitAfter(tokens, bottom.end, !bottom.isWords)) return null
  return {
    start: i,
    end: bottom.end,
    value: top.value / bottom.value,
    low: null,
    high: null,
    unit: 'share',
    rule: 'quantities/ratio',
  }
}

const NOT_RANKED = wordSet(`
  half quarter time thing lady of hand place and things to name step , . floor grade grader street avenue st
  in - amendment responders aid class
`)

/** "for the second week in a row", "its third day running". */
const isInRow = (tokens: readonly Token[], i: number): boolean =>
  (at(tokens, i).lower === 'in' && at(tokens, i + 2).lower === 'row') || ROWS.has(at(tokens, i).lower)
const ROWS = new Set(['running', 'straight', 'consecutively'])

const BEFORE_DOING = wordSet('after before by without when while')

/** "he first saw it", "after first asking": a verb behind and no determiner before. */
function isAdverbial(tokens: readonly Token[], i: number, end: number): boolean {
  if (at(tokens, i).lower !== 'first' || DETERMINERS.has(at(tokens, i - 1).lower)) return false
  const before = at(tokens, i - 1)
  const form = verbForm(at(tokens, end).lower)
  return (
    before.kind === 'word' &&
    before.lower !== "'s" &&
    !!form &&
    form.form !== 'base' &&
    form.form !== 'third' &&
    (form.form !== 'ing' || BEFORE_DOING.holds(before))
  )
}

/** "first", "21st" as a rank of what follows. As an adverb ("he first said") or inside fixed names it is none. */
export function readRank(tokens: readonly Token[], i: number): AmountReading | null {
  const ordinal = readOrdinal(tokens, i)
  if (!ordinal || (at(tokens, i).lower === 'second' && ['a', 'per', 'every'].includes(at(tokens, i - 1).lower)))
    return null
  const [before, next] = [at(tokens, i - 1), at(tokens, ordinal.end)]
  if (
    (next.kind === 'mark' && !isDash(next)) ||
    next.kind === 'number' ||
    isNumberWord(next.lower) ||
    (PERIODS.has(next.lower) && !isInRow(tokens, ordinal.end + 1)) ||
    isAdverbial(tokens, i, ordinal.end)
  )
    return null
  if (
    (NOT_RANKED.has(next.lower) && !isDash(at(tokens, ordinal.end + 1))) ||
    before.lower === 'at' ||
    before.lower === 'one'
  )
    return null
  if (
    at(tokens, i).text.charAt(0) !== at(tokens, i).lower.charAt(0) &&
    at(tokens, i).kind === 'word' &&
    next.text.charAt(0) !== next.lower.charAt(0)
  )
    return null
  return {
    start: i,
    end: ordinal.end,
    value: ordinal.value,
    low: null,
    high: null,
    unit: 'ordinal',
    rule: 'quantities/ordinal',
  }
}
