import type { Quantity } from '../schema'
import { isBeForm } from './auxiliaries'
import { isMoneyUnit } from './currencies'
import { at, firstTokenFrom, type Token } from './tokens'
import { verbOf } from './verbs'
import { DETERMINERS, isAdverbial, PREPOSITIONS, wordSet } from './words'

/** Whether a figure is the point of its clause. */

const TIME_UNITS = wordSet('second minute hour day week month year decade century')
const isMoney = ({ unit }: Quantity): boolean => isMoneyUnit(unit)
const isShare = ({ unit }: Quantity): boolean =>
  unit.startsWith('percent') || unit === 'share' || unit === 'point' || unit === 'points'

/** Money, shares, counts and ages make a statistic; ranks and durations alone do not. */
export const isFigure = (quantity: Quantity): boolean => {
  const { unit } = quantity
  if (unit === 'ordinal' || unit.includes('(age)')) return false
  if (TIME_UNITS.has(unit)) return false
  return (
    isMoney(quantity) ||
    isShare(quantity) ||
    Math.abs(quantity.value) >= 10 ||
    unit.includes(' per ') ||
    unit === 'time' ||
    unit === 'times' ||
    !Number.isInteger(quantity.value) ||
    quantity.change !== null
  )
}

/** The figures that are the point of the clause on tokens [first, last), whose verb is at token `verb` (or −1). */
export function pointsOf(
  tokens: readonly Token[],
  [first, verb, last]: readonly [number, number, number],
  quantities: readonly Quantity[],
): Quantity[] {
  return quantities.filter((quantity) => {
    const k = firstTokenFrom(tokens, quantity.start)
    if (isFigure(quantity)) return !isAside(tokens, [first, verb, last], k, quantity)
    return (
      isLong(tokens, quantity, k) ||
      isAgeTold(tokens, quantity, k) ||
      isToll(tokens, [first, verb, last], quantity) ||
      isOnly(tokens, quantity, k)
    )
  })
}

const APPROXIMATE = wordSet(`
  more less fewer than about nearly almost over under roughly up to at least most some only around approximately just as many an
  estimated dlrs
`)
const CURRENCY_SIGNS = wordSet('$ £ € ¥')
/** The word before a figure, over "more than", "up to", "$". */
function leadBefore(tokens: readonly Token[], first: number, k: number): number {
  let j = k - 1
  while (
    j >= first &&
    (CURRENCY_SIGNS.holds(at(tokens, j)) || (APPROXIMATE.holds(at(tokens, j)) && !isToNoun(tokens, j)))
  )
    j--
  return j
}
/** "answers to 28 questions", not "up to 28" */
const isToNoun = (tokens: readonly Token[], j: number): boolean =>
  at(tokens, j).lower === 'to' && at(tokens, j - 1).lower !== 'up'

const KNOWN = wordSet('the these those')
/**
 * The figure only says which one is meant: "these 150 sailors", "the 16-nation bloc", "answers to 28 questions", and what
 * stands inside the subject behind a verb or "worth" ("the firm that paid $600 …", "a bridge worth $8 million").
 */
function isAside(
  tokens: readonly Token[],
  [first, verb, last]: readonly [number, number, number],
  k: number,
  quantity: Quantity,
): boolean {
  if (isInInsert(tokens, first, k, last)) return true
  if (isShare(quantity)) return false
  const lead = leadBefore(tokens, first, k)
  if (lead < first) return false
  const before = at(tokens, lead)
  const isInSubject = verb > k
  const isCount = !isMoney(quantity)
  if (isCount && DETERMINERS.holds(before) && /^[\w.,]+-[a-z]/i.test(quantity.text)) return true
  if (quantity.text.includes('-a-') || quantity.text.includes('-an-')) return true
  if (isCount && isInSubject && KNOWN.holds(before)) return at(tokens, lead - 1).lower !== 'of'
  if (isCount && isToNoun(tokens, lead) && isPlainNoun(at(tokens, lead - 1))) return true
  return isInSubject && lead > first && (before.lower === 'worth' || isVerbWithin(before))
}
/** "the fees – which came to £900 – and the delay": told beside the clause, which goes on behind it. */
function isInInsert(tokens: readonly Token[], first: number, k: number, last: number): boolean {
  let open = k - 1
  while (open > first && open > k - 8 && !isBreak(at(tokens, open))) open--
  if (!isBreak(at(tokens, open)) || open <= first || !INSERTED.holds(at(tokens, open + 1))) return false
  for (let j = k; j < Math.min(last - 2, k + 8); j++) if (isBreak(at(tokens, j))) return true
  return false
}
const isBreak = (token: Token): boolean => token.kind === 'mark' && (BREAKS.holds(token) || token.text.startsWith('--'))
const BREAKS = wordSet(', – —')
const INSERTED = wordSet('which who whose')

const isVerbWithin = (token: Token): boolean => {
  const form = verbOf(token)
  return !!form && (form.form === 'ing' || form.form === 'past' || form.form === 'pastOrParticiple')
}
const isPlainNoun = (token: Token): boolean =>
  token.kind === 'word' &&
  !isAdverbial(token) &&
  !PREPOSITIONS.holds(token) &&
  (verbOf(token) === null || (verbOf(token)?.isNounish === true && token.lower.endsWith('s')))

const LONG_UNITS = wordSet('day week month year decade century')
const LONGER_UNITS = wordSet('year decade century')
/** "jailed for six years", "in use for more than 150 years": a length that is told, not "a two-day fair". */
function isLong(tokens: readonly Token[], { unit, value }: Quantity, k: number): boolean {
  if (!LONG_UNITS.has(unit) || (value < 10 && !LONGER_UNITS.has(unit))) return false
  return at(tokens, k - 1).lower === 'for' || (at(tokens, k - 1).lower === 'than' && at(tokens, k - 3).lower === 'for')
}

/** "is about 5,000 years old": the age is what is told. */
function isAgeTold(tokens: readonly Token[], { unit }: Quantity, k: number): boolean {
  if (!unit.includes('(age)')) return false
  const lead = leadBefore(tokens, 0, k)
  return isBeForm(tokens, lead) || isAdverbial(at(tokens, lead))
}

/** "Only two locks have ever held": that they are so few is what is told. */
const isOnly = (tokens: readonly Token[], { unit, value }: Quantity, k: number): boolean =>
  unit !== '' &&
  value >= 2 &&
  unit !== 'ordinal' &&
  !TIME_UNITS.has(unit) &&
  !unit.includes('(age)') &&
  at(tokens, k - 1).lower === 'only'

/** What is counted however few they are. */
const TOLLED = wordSet(`
  kill die injure wound arrest hurt detain drown hospitalize hospitalise infect displace rescue jail imprison execute behead maim
`)
/** "Two divers were killed", "injured three others": not "the two divers", who are known. */
function isToll(
  tokens: readonly Token[],
  [first, verb, last]: readonly [number, number, number],
  quantity: Quantity,
): boolean {
  if (verb < 0 || quantity.unit === 'ordinal' || TIME_UNITS.has(quantity.unit) || quantity.unit.includes('(age)'))
    return false
  const k = firstTokenFrom(tokens, quantity.start)
  const lead = leadBefore(tokens, first, k)
  if (lead >= first && TOLLED.hasBase(verbOf(at(tokens, lead)))) return true
  if (lead >= first || k > verb) return false
  for (let j = verb; j < Math.min(last, verb + 4); j++) if (TOLLED.hasBase(verbOf(at(tokens, j)))) return true
  return false
}

const VAGUE_COUNTS = wordSet('hundreds dozens thousands scores tens')
/** "Dozens of sailors drowned", "injured hundreds": how many is told, though no figure is. */
export function isVagueToll(tokens: readonly Token[], first: number, verb: number, last: number): boolean {
  if (verb < 0) return false
  const isVague = (k: number) => VAGUE_COUNTS.holds(at(tokens, leadOver(tokens, k, last)))
  let toll = verb
  while (toll < Math.min(last, verb + 4) && !TOLLED.hasBase(verbOf(at(tokens, toll)))) toll++
  if (toll >= Math.min(last, verb + 4)) return false
  return isVague(first) || isVague(toll + 1)
}
const leadOver = (tokens: readonly Token[], from: number, last: number): number => {
  let k = from
  while (k < Math.min(last, from + 4) && APPROXIMATE.holds(at(tokens, k))) k++
  return k
}

/** "It is the third storm of the winter": which one in the row it is. */
export function isRanked(
  tokens: readonly Token[],
  verb: number,
  last: number,
  quantities: readonly Quantity[],
): boolean {
  if (verb < 0 || !isBeForm(tokens, verb)) return false
  return quantities.some(({ unit, value, start }) => {
    const k = firstTokenFrom(tokens, start)
    return (
      unit === 'ordinal' && value >= 2 && k > verb && k < Math.min(last, verb + 7) && hasOnlyWords(tokens, verb + 1, k)
    )
  })
}
const hasOnlyWords = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++)
    if ((at(tokens, k).kind === 'mark' && at(tokens, k).lower !== "'s") || PREPOSITIONS.holds(at(tokens, k)))
      return false
  return true
}

/** "half as much coal as before", "twice as many" */
export function isMultiple(tokens: readonly Token[], first: number, last: number): boolean {
  for (let k = first; k < last - 1; k++)
    if (MULTIPLES.holds(at(tokens, k)) && at(tokens, k + 1).lower === 'as') return true
  return false
}
const MULTIPLES = wordSet('half twice')

/** "46 percent would choose", "a majority of voters expect": what is counted is who thinks so. */
export function isPolled(
  tokens: readonly Token[],
  [first, verb]: readonly [number, number],
  quantities: readonly Quantity[],
): boolean {
  for (let k = first; k < verb; k++)
    if (at(tokens, k).lower === 'majority' && at(tokens, k + 1).lower === 'of') return true
  return quantities.some((quantity) => isShare(quantity) && firstTokenFrom(tokens, quantity.start) < verb)
}
