import type { Quantity } from '../schema'
import { type AmountReading, type QuantityContext, readBetween, readMoney, readPlain } from './amounts'
import { changeOf, modifierOf } from './changes'
import { CURRENCY_WORDS } from './money'
import { NUMBER_WORDS, ORDINAL_WORDS } from './numbers'
import { readRank, readRatio } from './ranks'
import { at, isGlued, type Token } from './tokens'
import { anyOf } from './words'

/** All quantities of a text, in order, none inside another. */
export function readQuantities(context: QuantityContext): Quantity[] {
  const { tokens } = context
  const found: Quantity[] = []
  let date = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = at(tokens, i)
    while ((context.dates[date]?.end ?? Number.POSITIVE_INFINITY) <= token.start) date++
    const inDate = (context.dates[date]?.start ?? Number.POSITIVE_INFINITY) <= token.start
    if (inDate || !mayStart(token)) continue
    const reading = readAt(context, i)
    if (!reading || !Number.isFinite(reading.value)) continue
    found.push(toQuantity(context, reading))
    i = reading.end - 1
  }
  return found
}

/** Most words can open no quantity: one look passes over them. */
const STARTERS = anyOf(['between', 'from', 'minus', 'a', 'an', 'half'], NUMBER_WORDS, ORDINAL_WORDS, CURRENCY_WORDS)
const mayStart = (token: Token): boolean => token.kind !== 'word' || STARTERS.holds(token)

function readAt(context: QuantityContext, i: number): AmountReading | null {
  const { tokens } = context
  const first = at(tokens, i)
  const sign = signAt(tokens, i)
  const start = sign === -1 ? i + 1 : i
  return (
    readBetween(context, i) ??
    readMoney(context, i, start, sign) ??
    readRatio(tokens, i) ??
    (first.kind === 'mark' && sign === 1 && !isFractionSign(first) ? null : readPlain(context, i, start, sign)) ??
    readRank(tokens, i)
  )
}

const isFractionSign = (token: Token): boolean => /^[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]$/.test(token.text)

/** −1 for a minus sign glued to an amount and free on its left ("−0.4%", "-5"), "minus 5"; else 1. */
function signAt(tokens: readonly Token[], i: number): 1 | -1 {
  const [before, sign, next] = [at(tokens, i - 1), at(tokens, i), at(tokens, i + 1)]
  if (sign.lower === 'minus' && next.kind === 'number') return -1
  if (sign.text !== '−' && sign.text !== '-' && sign.text !== '–') return 1
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
  }
}
