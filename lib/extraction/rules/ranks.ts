import type { AmountReading } from './amount'
import { looksPlural } from './counts'
import { PERIODS } from './measures'
import { isYearLike } from './names'
import { isNumberWord, readNumber, readOrdinal } from './numbers'
import { at, isDash, type Token } from './tokens'
import { unitAfter } from './units'
import { verbOf } from './verbs'
import { DETERMINERS, ENDS_NOUN_PHRASE, wordSet } from './words'

/** "half of 1 percent": a part of a share. */
export function readHalfOf(tokens: readonly Token[], i: number): AmountReading | null {
  if (at(tokens, i).lower !== 'half' || at(tokens, i + 1).lower !== 'of') return null
  const whole = readNumber(tokens, i + 2)
  const unit = whole ? unitAfter(tokens, whole.end, true) : null
  return whole && unit?.unit === 'percent'
    ? {
        start: i,
        end: unit.end,
        value: whole.value / 2,
        low: null,
        high: null,
        unit: unit.unit,
        rule: 'quantities/ratio',
      }
    : null
}

/** "one in five", "two out of three", "9 in 10": a share. */
export function readRatio(tokens: readonly Token[], i: number): AmountReading | null {
  const top = readNumber(tokens, i)
  if (!top || top.hasScale || top.isFraction) return null
  let k = top.end
  if (at(tokens, k).lower === 'out' && at(tokens, k + 1).lower === 'of') k += 2
  else if (at(tokens, k).lower === 'in' || isOfTen(tokens, k)) k += 1
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

/** "eight of 10 readers": of ten, and of no ten that were named before ("eight of the 10"). */
const isOfTen = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).lower === 'of' && /^(?:10|ten)$/.test(at(tokens, k + 1).lower) && looksPlural(at(tokens, k + 2).lower)

const NOT_RANKED = wordSet(`
  half quarter thing lady hand place and things to name step , . grade grader street avenue st
  in - amendment responders aid class nature thought thoughts glance sight base baseman instance
`)
/** What courts, wards, troops and parliaments are called by number: "4th District", "23rd Street", "118th Congress". */
const NUMBERED = wordSet(`
  district circuit street avenue ward precinct congress division regiment battalion brigade infantry airborne fleet army corps squadron
  arrondissement amendment parallel floor hole
`)

/** "for the second week in a row", "its third day running". */
const isInRow = (tokens: readonly Token[], i: number): boolean =>
  (at(tokens, i).lower === 'in' && at(tokens, i + 2).lower === 'row') || ROWS.holds(at(tokens, i))
const ROWS = wordSet('running straight consecutively')

const BEFORE_DOING = wordSet('after before by without when while')

/** "he first saw it", "after first asking": a verb behind and no determiner before. */
function isAdverbial(tokens: readonly Token[], i: number, end: number): boolean {
  if (at(tokens, i).lower !== 'first' || DETERMINERS.holds(at(tokens, i - 1))) return false
  const before = at(tokens, i - 1)
  const form = verbOf(at(tokens, end))
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
  if (!ordinal || !isRankBefore(tokens, i, ordinal) || !isRankBehind(tokens, i, ordinal)) return null
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

/** Not "per second", "at first", "one third"; "a second" only before what it may rank ("a second boat"). */
function isRankBefore(tokens: readonly Token[], i: number, { end }: { end: number }): boolean {
  const before = at(tokens, i - 1)
  if (before.lower === 'at' || before.lower === 'one') return false
  if (at(tokens, i).lower !== 'second' || !SECONDS.holds(before)) return true
  const next = at(tokens, end)
  return before.lower === 'a' && next.kind === 'word' && !ENDS_NOUN_PHRASE.holds(next) && !LATER.holds(next)
}
const SECONDS = wordSet('a per every')
const LATER = wordSet('later earlier ago before after apart')

function isRankBehind(tokens: readonly Token[], i: number, { end, value }: { end: number; value: number }): boolean {
  const [first, next, third] = [at(tokens, i), at(tokens, end), at(tokens, end + 1)]
  if (isDash(next)) return isSuperlative(third) || isDash(third)
  if (next.kind === 'number') return isDash(third) && value > 1
  if (next.kind === 'mark' || isNumberWord(next) || isAdverbial(tokens, i, end)) return false
  if (PERIODS.holds(next)) return isInRow(tokens, end + 1) || (value > 1 && OWN.holds(at(tokens, i - 1)))
  if (next.lower === 'time') return value > 1
  // "the bottom fifth of incomes" is a part
  if (next.lower === 'of') return DETERMINERS.holds(at(tokens, i - 1))
  if (next.lower === 'party' && value === 3) return false
  if (NOT_RANKED.holds(next) && !isDash(third)) return false
  const isCapital = next.text.charAt(0) !== next.lower.charAt(0)
  if (isCapital && NUMBERED.holds(next)) return false
  return !isCapital || first.kind !== 'word' || first.text.charAt(0) === first.lower.charAt(0)
}

/** "a second day", "their third week"; "the third week" is a time. */
const OWN = wordSet('a an its their his her our my your')
/** "second-biggest", "third-most" behind the dash. */
const isSuperlative = ({ lower }: Token): boolean =>
  (lower.length > 4 && lower.endsWith('est')) || lower === 'most' || lower === 'best' || lower === 'least'
