import { type AmountReading, amountOf, type Base } from './amount'
import { happenedTo } from './carried'
import { countedNoun } from './counts'
import { PERIODS } from './measures'
import { isYearLike } from './names'
import { type NumberReading, readNumber } from './numbers'
import { readRate } from './rates'
import { at, isCapitalized, isDash, isGlued, type Token } from './tokens'
import { unitAfter } from './units'
import { verbOf } from './verbs'
import { ENDS_NOUN_PHRASE, wordSet } from './words'

/** A number without a measured unit: a share, a rate, a count of what the noun behind it names, or bare. */
export function counted(
  tokens: readonly Token[],
  base: Base,
  start: number,
  number: NumberReading,
  rule: string,
): AmountReading | null {
  if (number.isFraction) return amountOf(base, number.end, 'share', 'quantities/fraction')
  if (isYearLike(tokens, start) && number.end === start + 1) return null
  if (isDash(at(tokens, number.end)) && isGlued(at(tokens, number.end - 1), at(tokens, number.end)) && !number.hasScale)
    return compound(tokens, base, number, rule)
  const rated = readRate(tokens, number.end)
  if (rated) return amountOf(base, number.end, `per ${rated.unit}`, rule)
  const noun = countedNoun(tokens, afterMore(tokens, number.end)) ?? nounOfGroup(tokens, number.end)
  if (noun) return amountOf(base, number.end, withRate(tokens, noun), `${rule}-count`)
  if (number.value < MOST_CHILDREN && isOfParent(tokens, start))
    return amountOf(base, number.end, 'children', `${rule}-count`)
  if (number.isWords && !number.hasScale && number.value < 10 && !isElliptic(tokens, start, number.end)) return null
  return amountOf(base, number.end, '', rule)
}

/** "a mother of three" */
const isOfParent = (tokens: readonly Token[], start: number): boolean =>
  at(tokens, start - 1).lower === 'of' && PARENTS.holds(at(tokens, start - 2))
const PARENTS = wordSet('mother father parent parents mum mom dad grandmother grandfather grandparents')
const MOST_CHILDREN = 20

/** "five more losses", "the 20 most expensive restaurants": what is counted begins behind. */
const afterMore = (tokens: readonly Token[], i: number): number => {
  const { lower } = at(tokens, i)
  return lower === 'more' || lower === 'most' || lower === 'other' || lower === 'additional' ? i + 1 : i
}

/** "five of its shares", "10 of the 30 boats": the group is what is counted. */
function nounOfGroup(tokens: readonly Token[], i: number): { end: number; noun: string } | null {
  if (at(tokens, i).lower !== 'of' || !OWNERS.holds(at(tokens, i + 1))) return null
  const from = readNumber(tokens, i + 2)?.end ?? i + 2
  return unitAfter(tokens, from, true) ? null : countedNoun(tokens, from)
}
const OWNERS = wordSet('the its their his her our your my these those')

/** "12 deaths per 100,000 people"; of "500 visitors a day" the visitors are what is counted. */
function withRate(tokens: readonly Token[], noun: { end: number; noun: string }): string {
  const rate = readRate(tokens, noun.end)
  return rate && !PERIODS.has(rate.unit) ? `${noun.noun} per ${rate.unit}` : noun.noun
}

const SAYING_MORE = wordSet('were are have had was of died in')
const LISTING = wordSet('including killing injuring wounding leaving killed injured wounded')
/** A small number alone stands for things named before: "six were appointed", "including four in the north". */
const isElliptic = (tokens: readonly Token[], start: number, end: number): boolean =>
  LISTING.holds(at(tokens, start - 1)) ||
  happenedTo(tokens, end) !== null ||
  (at(tokens, start).lower !== 'one' && isOpening(at(tokens, start - 1)) && SAYING_MORE.holds(at(tokens, end)))

const isOpening = (before: Token): boolean => before.kind === 'mark' || before.lower === 'and'

const NOT_COMPOUND = wordSet(`
  figure figures way time times sided faced fold on one off to by dimensional story half thirds quarters third quarter eighths star step tier pronged
  size wheel plus up hander handed stop liner piece party round run and or in of for as at
`)
/** "12-member council", "two-door car": counts what the hyphen binds, unless that is a figure of speech. */
function compound(tokens: readonly Token[], base: Base, number: NumberReading, rule: string): AmountReading | null {
  const noun = at(tokens, number.end + 1)
  if (noun.kind !== 'word' || NOT_COMPOUND.holds(noun) || ENDS_NOUN_PHRASE.holds(noun)) return null
  if (noun.lower.length < 3 || isCapitalized(noun) || noun.lower.endsWith('ed') || number.value < 2) return null
  if (!isGlued(at(tokens, number.end), noun) && at(tokens, number.end - 1).end === at(tokens, number.end).start)
    return null
  if (isDash(at(tokens, number.end + 2)) && isGlued(noun, at(tokens, number.end + 2))) return null
  return amountOf(base, number.end + 2, noun.lower, `${rule}-compound`)
}

// biome-ignore format: a table
const NOT_ONE = wordSet(`
  day time thing way example reason point side hand another more step word part man's place morning night evening afternoon
  such form kind sort version case instance aspect lesson question issue idea person else by after right such note big side-effect
`)
const BEFORE_ONE = wordSet(
  'the no any this that every each some which at another last than as not only same whole but big good from',
)

/** "one dealer said", "killed one soldier": a count where a singular noun follows that no figure of speech begins with. */
export function readOne(tokens: readonly Token[], i: number): AmountReading | null {
  if (at(tokens, i).lower !== 'one' || BEFORE_ONE.holds(at(tokens, i - 1))) return null
  const noun = at(tokens, i + 1)
  const next = at(tokens, i + 2)
  if (noun.kind !== 'word' || NOT_ONE.holds(noun) || ENDS_NOUN_PHRASE.holds(noun) || noun.lower.length < 3) return null
  const form = verbOf(noun)
  if ((form && !form.isNounish) || noun.lower.endsWith('ly') || next.lower === "'s") return null
  const found = countedNoun(tokens, i + 1)
  return (
    found && {
      start: i,
      end: i + 1,
      value: 1,
      low: null,
      high: null,
      unit: found.noun,
      rule: 'quantities/one-count',
    }
  )
}
