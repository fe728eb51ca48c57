import { type AmountReading, amountOf, type QuantityContext } from './amount'
import { isChanging } from './changes'
import { joined } from './compounds'
import { counted, readOne } from './counting'
import { hasCents } from './currencies'
import { PERIODS } from './measures'
import { currencyAfter, currencyBefore } from './money'
import { isIdiom, isPartOfName, isYearLike } from './names'
import { type NumberReading, readNumber, readOrdinal, scaleWord, tidy } from './numbers'
import { readRate } from './rates'
import { at, isCapitalized, isDash, isGlued, type Token } from './tokens'
import { unitAfter } from './units'
import { wordSet } from './words'

/** "between 3 and 5 percent", "from 5% to 8%", "between $3 and $5": one range, its unit from its end. */
export function readBetween(context: QuantityContext, i: number): AmountReading | null {
  const { tokens, country } = context
  const word = at(tokens, i).lower
  if (word !== 'between' && word !== 'from') return null
  if (word === 'from' && isChanging(tokens, i)) return null
  const joiner = word === 'between' ? 'and' : 'to'
  const currency = currencyBefore(tokens, i + 1, country)
  const low = readNumber(tokens, currency?.end ?? i + 1, currency !== null)
  if (!low) return null
  if (currency) return betweenMoney(context, i + 1, { low, joiner, code: currency.code })
  const joint = low.end + percentGap(tokens, low.end)
  if (isYearLike(tokens, i + 1) || at(tokens, joint).lower !== joiner) return null
  const high = readPlain(context, joint + 1, joint + 1, 1)
  if (!high || high.unit === 'ordinal' || high.low !== null) return null
  if (joint > low.end && (high.unit !== 'percent' || high.value <= low.value)) return null
  return { ...asRange(tokens, low, high), start: i + 1, rule: 'quantities/between' }
}

function betweenMoney(
  context: QuantityContext,
  start: number,
  { low, joiner, code }: { low: NumberReading; joiner: string; code: string },
): AmountReading | null {
  const { tokens } = context
  if (at(tokens, low.end).lower !== joiner) return null
  const high = readMoney(context, low.end + 1, low.end + 1, 1)
  if (!high || high.low !== null || !high.unit.startsWith(code) || high.value <= low.value) return null
  return { ...asRange(tokens, low, high), start, rule: 'quantities/between' }
}

/** Tokens that say "percent" at token `i`: "%", "percent", "per cent". */
const percentGap = (tokens: readonly Token[], i: number): number => {
  const unit = unitAfter(tokens, i, true)
  return unit?.unit === 'percent' ? unit.end - i : 0
}

/** "5 million" after "3" (no scale of its own) lends its scale: "3 to 5 million"; "$500 to $2,000" has none. */
function asRange(tokens: readonly Token[], low: NumberReading, high: AmountReading): AmountReading {
  const first = at(tokens, high.start).kind === 'mark' ? high.start + 1 : high.start
  const isScaled = readNumber(tokens, first, true)?.hasScale === true
  const scale = isScaled && !low.hasScale && high.value >= 1000 && low.value < 1000 ? scaleOf(high.value) : 1
  const bottom = tidy(low.value * scale)
  return { ...high, low: bottom, high: high.value, value: tidy((bottom + high.value) / 2) }
}
const scaleOf = (value: number): number => (value >= 1e12 ? 1e12 : value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3)

export function readMoney(context: QuantityContext, i: number, start: number, sign: 1 | -1): AmountReading | null {
  const { tokens, country } = context
  const currency = currencyBefore(tokens, start, country)
  if (!currency) return null
  const amount = readNumber(tokens, currency.end, true)
  if (!amount) return null
  const rule = 'quantities/money-sign'
  const joiner = at(tokens, amount.end)
  if (isDash(joiner) || joiner.lower === 'to') {
    const second = currencyBefore(tokens, amount.end + 1, country)
    const high = readNumber(tokens, second?.end ?? amount.end + 1, true)
    const isRange =
      high && high.value * 1 > amount.value && (second || high.hasScale || isDash(joiner) || joiner.lower === 'to')
    if (high && isRange && !(joiner.lower === 'to' && !second && !high.hasScale)) {
      const range = asRange(tokens, amount, {
        start: second?.end ?? amount.end + 1,
        end: high.end,
        value: high.value,
        low: null,
        high: null,
        unit: currency.code,
        rule,
      })
      return { ...range, start: i, rule: 'quantities/money-range' }
    }
  }
  return {
    start: i,
    end: moneyEnd(tokens, amount.end, currency.code),
    value: tidy(sign * amount.value * (currency.factor ?? 1)),
    low: null,
    high: null,
    unit: ratedUnit(tokens, amount.end, currency.code),
    rule,
  }
}

/** "$5 million dollars" and "$3 a gallon": the words that belong to the amount. */
function moneyEnd(tokens: readonly Token[], end: number, code: string): number {
  const named = currencyAfter(tokens, end, null)
  const after = named && named.code === code ? named.end : end
  return readRate(tokens, after)?.end ?? after
}
function ratedUnit(tokens: readonly Token[], end: number, code: string): string {
  const rate = readRate(tokens, end)
  return rate ? `${code} per ${rate.unit}` : code
}

/** A number with whatever it measures or counts behind it. */
export function readPlain(
  context: QuantityContext,
  i: number,
  start: number,
  sign: 1 | -1,
  isInRange = false,
): AmountReading | null {
  const { tokens, country } = context
  if (readOrdinal(tokens, start)) return null
  const number = readNumber(tokens, start)
  if (!number || (!isInRange && isPartOfName(context, start, number))) return null
  const range = isInRange ? null : readDashRange(context, i, number)
  if (range) return range
  const rule = number.isWords ? 'quantities/words' : 'quantities/digits'
  const base = { start: i, value: sign * number.value, low: null, high: null }
  const gap = dashGap(tokens, number.end)
  const money = moneyBehind(tokens, number.end + gap, country)
  if (money) {
    const amount = {
      ...base,
      value: tidy(base.value * money.factor),
      end: readRate(tokens, money.end)?.end ?? money.end,
      unit: ratedUnit(tokens, money.end, money.code),
      rule: 'quantities/money-name',
    }
    return withCents(tokens, amount, money.code)
  }
  const skip = bracketGap(tokens, number.end) + gap
  const unit = unitAfter(tokens, number.end + skip, !number.isWords) ?? periodBehindMore(tokens, number)
  if (unit?.unit === 'pound-mass' && (number.hasScale || isPaid(tokens, i, unit.end)))
    return amountOf(base, unit.end, 'GBP', 'quantities/money-name')
  if (unit && !isIdiom(tokens, start, number, unit.end))
    return joined(tokens, amountOf(base, unit.end, unit.unit, `${rule}-unit`))
  const age = ageBehindName(tokens, start, number)
  if (age) return amountOf(base, number.end, 'year (age)', 'quantities/age')
  if (isIdiom(tokens, start, number, number.end)) return isInRange ? null : readOne(tokens, start)
  return counted(tokens, base, start, number, rule)
}

/** "four straight years", "20 more minutes", "two full days". */
const periodBehindMore = (tokens: readonly Token[], number: NumberReading): { end: number; unit: string } | null => {
  const isMore = number.value > 1 && MORE.holds(at(tokens, number.end))
  const unit = isMore ? unitAfter(tokens, number.end + 1, false) : null
  return unit && PERIODS.has(unit.unit) ? unit : null
}
const MORE = wordSet('more straight consecutive full additional extra further whole long successive solid')

/** 1 for the dash of "14-year", "78 -year-old" and the spaced one of "30 - year bonds", else 0. */
function dashGap(tokens: readonly Token[], i: number): 0 | 1 {
  const dash = at(tokens, i)
  if (!isDash(dash)) return 0
  if (isGlued(at(tokens, i - 1), dash)) return 1
  const unit = unitAfter(tokens, i + 1, false)
  return unit && (unit.unit.endsWith('(age)') || PERIODS.holds(at(tokens, i + 1))) ? 1 : 0
}

/** "fined 500 pounds": money words shortly before, and no goods behind. */
function isPaid(tokens: readonly Token[], i: number, end: number): boolean {
  if (!at(tokens, end - 1).lower.startsWith('pound') || at(tokens, end).lower === 'of') return false
  for (let k = i - 1; k >= i - 4; k--) if (PAYING.holds(at(tokens, k))) return true
  return false
}
const PAYING = wordSet(
  'pay pays paid paying cost costs costing worth fine fined fines spend spent spending price priced earn earned earning owe owes owed borrowed lent donated charge charged fee salary',
)

/** The currency behind an amount with the scale that may follow or be inside it: "75 USD million", "20 MUSD". */
function moneyBehind(
  tokens: readonly Token[],
  i: number,
  country: string | null,
): { end: number; code: string; factor: number } | null {
  const money = currencyAfter(tokens, i, country)
  if (!money) return null
  const scale = scaleWord(at(tokens, money.end))
  return scale
    ? { end: money.end + 1, code: money.code, factor: scale }
    : { end: money.end, code: money.code, factor: money.factor ?? 1 }
}

/** "[kg]" and "(kg)" are units too. */
const bracketGap = (tokens: readonly Token[], i: number): number =>
  '[({<'.includes(at(tokens, i).text || ' ') &&
  '])}>'.includes(at(tokens, i + 2).text || ' ') &&
  unitAfter(tokens, i + 1, true)
    ? 1
    : 0

/** Behind "age", "aged", "ages 16 to", "between the ages of". */
const isAged = (tokens: readonly Token[], i: number): boolean => {
  const before = at(tokens, i - 1).lower
  return AGES.has(before === 'of' || before === 'between' ? at(tokens, i - 2).lower : before)
}
const AGES = wordSet('age aged ages')

/** "Ishiba, 68, …" style: a name, a comma, a plausible age, a comma or the end. */
function ageBehindName(tokens: readonly Token[], start: number, number: NumberReading): boolean {
  if (number.isWords || number.value < 1 || number.value > 115 || !Number.isInteger(number.value)) return false
  const [before, comma, after] = [at(tokens, start - 2), at(tokens, start - 1), at(tokens, number.end)]
  if (isAged(tokens, start)) return true
  const isEnd = [',', '.', ')', ';', ''].includes(after.text)
  if ((comma.lower === 'is' || comma.lower === 'was') && before.lower === 'who' && isEnd) return number.value > 9
  const named = before.text === '.' && isGlued(at(tokens, start - 3), before) ? at(tokens, start - 3) : before
  const isName = isCapitalized(named)
  if (comma.text === '(' && after.text === ')') return isName && number.value > 15
  return comma.text === ',' && isName && isEnd
}

/** "$5-10", "3-5 percent", "5 to 7 million people", "5% to 8%", "18- to 24-year-old": the two ends share the unit behind. */
function readDashRange(context: QuantityContext, i: number, low: NumberReading): AmountReading | null {
  const { tokens } = context
  const percent = isChanging(tokens, i) ? 0 : percentGap(tokens, low.end)
  const isOpenDash = isDash(at(tokens, low.end)) && at(tokens, low.end + 1).lower === 'to'
  const joint = low.end + (isOpenDash ? 1 : percent)
  const joiner = at(tokens, joint)
  const isTo = joiner.lower === 'to'
  if (isTo && at(tokens, i - 1).lower === 'from' && isChanging(tokens, i - 1)) return null
  if (joiner.lower === 'or') return eitherOf(context, i, low)
  if (!isTo && (percent > 0 || !(isDash(joiner) && joiner.text !== '−'))) return null
  const first = at(tokens, low.end - 1)
  const isTight = isGlued(first, joiner) === isGlued(joiner, at(tokens, low.end + 1))
  if (!isTo && (!isTight || at(tokens, low.end + 1).kind !== 'number')) return null
  const high = readPlain(context, joint + 1, joint + 1, 1, true)
  if (!high || high.low !== null || high.value <= low.value || high.unit.endsWith('per year')) return null
  if (percent > 0 && high.unit !== 'percent') return null
  if (isAged(tokens, i) && high.unit === '')
    return { ...asRange(tokens, low, high), unit: 'year (age)', start: i, rule: 'quantities/range' }
  if (isTo && high.unit === '' && !low.isWords) return null
  if (high.unit === '' && at(tokens, i - 1).text === '(' && at(tokens, high.end).text === ')') return null
  if (isYearLike(tokens, low.end + 1) && high.unit === '') return null
  return { ...asRange(tokens, low, high), start: i, rule: 'quantities/range' }
}

/** "two or three times a week": one more or less, of a unit or of things that are counted. */
function eitherOf(context: QuantityContext, i: number, low: NumberReading): AmountReading | null {
  if (!low.isWords || low.hasScale) return null
  const high = readPlain(context, low.end + 1, low.end + 1, 1, true)
  if (!high || high.low !== null || high.unit === '' || high.value !== low.value + 1) return null
  return { ...asRange(context.tokens, low, high), start: i, rule: 'quantities/range' }
}

/** "13 dollars and 45 cents", "15 USD 50": hundredths join their currency. */
function withCents(tokens: readonly Token[], money: AmountReading, code: string): AmountReading {
  const cents = hasCents(code)
  if (!cents) return money
  const skip = at(tokens, money.end).lower === 'and' ? 1 : 0
  const part = readNumber(tokens, money.end + skip)
  if (!part || part.hasScale || part.value >= 100 || !Number.isInteger(part.value)) return money
  const named = currencyAfter(tokens, part.end, null)
  const isBare =
    !named &&
    part.value >= 10 &&
    Number.isInteger(money.value) &&
    ['.', ',', '?', '!', ''].includes(at(tokens, part.end).text)
  if (isBare) return { ...money, end: part.end, value: tidy(money.value + part.value / 100) }
  if (named?.code !== cents) return money
  return { ...money, end: named.end, value: tidy(money.value + part.value / 100) }
}
