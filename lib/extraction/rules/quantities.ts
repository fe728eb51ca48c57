import type { Quantity } from '../schema'
import type { AmountReading, QuantityContext } from './amount'
import { readBetween, readMoney, readPlain } from './amounts'
import { carryUnits } from './carried'
import { changeOf, modifierOf } from './changes'
import { comparedWith } from './comparisons'
import { isMoneyUnit, SIGNS } from './currencies'
import { FRACTION_SIGNS, fractionSign, PART_WORDS } from './fractions'
import { LENGTH_OPENERS, readLength } from './lengths'
import { PERIODS } from './measures'
import { CURRENCY_OPENERS, dollarCountry } from './money'
import { FACTOR_WORDS, readMultiple } from './multiples'
import { NUMBER_OPENERS, ORDINAL_WORDS, SCALE_WORDS } from './numbers'
import { readHalfOf, readRank, readRatio } from './ranks'
import { at, isGlued, type Token } from './tokens'
import { unitAfter } from './units'
import { anyOf, wordSet } from './words'

/** All quantities of a text, in order, none inside another. */
export function readQuantities(given: QuantityContext): Quantity[] {
  const { tokens } = given
  const context = { ...given, country: dollarCountry(given.text, given.country) }
  const found: AmountReading[] = []
  let date = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = at(tokens, i)
    while ((context.dates[date]?.end ?? Number.POSITIVE_INFINITY) <= token.start) date++
    const inDate = (context.dates[date]?.start ?? Number.POSITIVE_INFINITY) <= token.start
    if (inDate || !mayStart(token, at(tokens, i + 1))) continue
    const reading = readAt(context, i)
    if (!reading || !Number.isFinite(reading.value)) continue
    found.push(reading)
    i = reading.end - 1
  }
  const readings = carryUnits(tokens, found)
  const quantities = readings.map((reading) => toQuantity(context, reading))
  for (const [k, partner] of comparedWith(tokens, readings, quantities).entries()) {
    const quantity = quantities[k]
    if (quantity && partner !== null) quantity.comparedWith = partner
  }
  for (const [k, reading] of readings.entries())
    convert(tokens, readings[k - 1], quantities[k - 1], reading, quantities[k])
  return quantities
}

/** "up to $12.9bn (£10bn)": an amount in brackets right behind one of money says the same in other money. */
function convert(
  tokens: readonly Token[],
  first: AmountReading | undefined,
  said: Quantity | undefined,
  second: AmountReading,
  converted: Quantity | undefined,
): void {
  if (!first || !said || !converted || second.start !== first.end + 1 || at(tokens, first.end).text !== '(') return
  if (!isMoneyUnit(first.unit) || !isMoneyUnit(second.unit) || converted.modifier !== 'exact') return
  converted.modifier = said.modifier
  converted.change = said.change
}

/** Most words can open no quantity: one look passes over them. */
const OPENERS = anyOf(
  ['between', 'from', 'minus'],
  LENGTH_OPENERS,
  NUMBER_OPENERS,
  ORDINAL_WORDS,
  CURRENCY_OPENERS,
  FACTOR_WORDS,
)
/** Signs that can: of money, of fractions, a minus. */
const SIGN_OPENERS = anyOf(['$', '-', '−', '–'], SIGNS.keys(), FRACTION_SIGNS)
const mayStart = (token: Token, next: Token): boolean =>
  token.kind === 'word'
    ? OPENERS.holds(token) && (!ARTICLES.holds(token) || next.kind !== 'word' || BEHIND_ARTICLE.holds(next))
    : token.kind === 'number' || SIGN_OPENERS.holds(token)
const ARTICLES = wordSet('a an')
/** "a million", "a third of", "a year after": nothing else makes an amount of an article, and it is too frequent to be tried in vain. */
const BEHIND_ARTICLE = anyOf(SCALE_WORDS, PART_WORDS, PERIODS)

function readAt(context: QuantityContext, i: number): AmountReading | null {
  const { tokens } = context
  const first = at(tokens, i)
  const sign = signAt(tokens, i)
  const start = sign === -1 ? i + 1 : i
  return (
    readBetween(context, i) ??
    readMoney(context, i, start, sign) ??
    readHalfOf(tokens, i) ??
    readRatio(tokens, i) ??
    readMultiple(tokens, i) ??
    (first.kind === 'mark' && sign === 1 && fractionSign(first) === undefined
      ? null
      : readPlain(context, i, start, sign)) ??
    readLength(tokens, i) ??
    readRank(tokens, i)
  )
}

/** "from - 20 degrees": a spaced minus counts only behind a word and before a temperature. */
const isColdAt = (tokens: readonly Token[], i: number): boolean =>
  at(tokens, i - 1).kind === 'word' && !isGlued(at(tokens, i - 1), at(tokens, i)) && isTemperature(tokens, i + 2)
const isTemperature = (tokens: readonly Token[], i: number): boolean =>
  ['degree', 'celsius', 'fahrenheit'].includes(unitAfter(tokens, i, true)?.unit ?? '')

/** −1 for a minus sign glued to an amount and free on its left ("−0.4%", "-5"), "minus 5"; else 1. */
function signAt(tokens: readonly Token[], i: number): 1 | -1 {
  const [before, sign, next] = [at(tokens, i - 1), at(tokens, i), at(tokens, i + 1)]
  if (before.lower === 'or' && at(tokens, i - 2).lower === 'plus') return 1
  if (sign.lower === 'minus' && next.kind === 'number') return -1
  if (sign.text !== '−' && sign.text !== '-' && sign.text !== '–') return 1
  if (next.kind === 'number' && isColdAt(tokens, i)) return -1
  const isFree = before.end < sign.start || before.text === '(' || before === at(tokens, -1)
  return isFree && isGlued(sign, next) && (next.kind === 'number' || next.text === '$') ? -1 : 1
}

function toQuantity({ text, tokens }: QuantityContext, found: AmountReading): Quantity {
  const start = at(tokens, found.start).start
  const end = at(tokens, found.end - 1).end
  return {
    start,
    end,
    text: text.slice(start, end),
    value: found.value,
    low: found.low,
    high: found.high,
    unit: found.unit,
    modifier: modifierOf(tokens, found.start, found.end),
    change: changeOf(tokens, found.start, found.end, found.unit),
    comparedWith: null,
  }
}
