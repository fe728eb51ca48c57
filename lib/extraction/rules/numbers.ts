import { andPart, fractionSign, partsOf, shareInWords, slashFraction } from './fractions'
import { WordClass, WordMap } from './lexicon'
import { at, isDash, isGlued, oncePerStretch, type Token } from './tokens'
import { wordSet } from './words'

/** A number as read from tokens [from, end): the value in full, scale words multiplied in. */
export type NumberReading = {
  end: number
  value: number
  /** Written in words ("two", "a dozen"), so a name or an idiom is likelier. */
  isWords: boolean
  hasScale: boolean
  isFraction: boolean
  /** The written number before any scale, e.g. 14.9. */
  bare: number
}

// biome-ignore format: a table
const UNITS = new WordMap(Object.entries({
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
}))
// biome-ignore format: a table
const TENS = new WordMap(Object.entries({
  twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}))
// biome-ignore format: a table
const SCALES = new WordMap(Object.entries({
  hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, quadrillion: 1e15, lakh: 1e5, lakhs: 1e5,
  crore: 1e7, crores: 1e7, dozen: 12, bn: 1e9, mn: 1e6, tn: 1e12, trn: 1e12, mln: 1e6, bln: 1e9, mm: 1e6, mil: 1e6, k: 1e3, m: 1e6, b: 1e9, t: 1e12,
}))
export const SCALE_WORDS = [...SCALES.keys()]
/** Scale letters that count only when glued to the digits of an amount ("$5m"), because alone they are units. */
const GLUED_SCALES = wordSet('k m b t mm mil')

/** Words that a number can begin with. */
export const NUMBER_OPENERS = [...UNITS.keys(), ...TENS.keys(), 'a', 'an', 'half', 'quarter']
const OPENERS = new WordClass(NUMBER_OPENERS)
export const isNumberWord = (token: Token): boolean => UNITS.holds(token) || TENS.holds(token)
/** What a scale word that stands alone multiplies by, or undefined. */
const scaleOf = (token: Token): number | undefined => (GLUED_SCALES.holds(token) ? undefined : SCALES.of(token))

/** The same without "hundred" and "dozen", or null. */
export const scaleWord = (token: Token): number | null =>
  token.lower === 'hundred' || token.lower === 'dozen' ? null : (scaleOf(token) ?? null)

/**
 * Reads the number that begins at token `i`, or null. `inMoney` lets glued letters scale ("$5m", "€3.5bn" always does).
 * Digits, words, fractions ("two-thirds", "1/4", "2 1/2", "½"), "half a million", "a quarter of a million", "a dozen".
 */
export function readNumber(tokens: readonly Token[], i: number, inMoney = false): NumberReading | null {
  return inMoney ? moneyAt(tokens, i, i) : plainAt(tokens, i, i)
}
/** Several rules ask for the number at the same place, one after the other. */
const moneyAt = oncePerStretch((tokens, i) => readAt(tokens, i, true))
const plainAt = oncePerStretch((tokens, i) => readAt(tokens, i, false))

function readAt(tokens: readonly Token[], i: number, inMoney: boolean): NumberReading | null {
  const token = at(tokens, i)
  if (token.kind === 'number') return readDigits(tokens, i, inMoney)
  if (token.kind === 'mark') {
    const sign = fractionSign(token)
    return sign === undefined ? null : finish(tokens, i + 1, sign, { isFraction: true, isWords: false, inMoney })
  }
  if (!OPENERS.holds(token)) return null
  return readShareOfScale(tokens, i) ?? readShare(tokens, i) ?? readWords(tokens, i)
}

function readDigits(tokens: readonly Token[], i: number, inMoney: boolean): NumberReading | null {
  const token = at(tokens, i)
  let value = Number(token.text.includes(',') ? token.text.replaceAll(',', '') : token.text)
  if (!Number.isFinite(value) || isCode(token.text) || isMisprinted(token.text)) return null
  let end = i + 1
  let isFraction = false
  const slash = slashFraction(tokens, i)
  if (slash !== null) return finish(tokens, i + 3, slash, { isFraction: true, isWords: false, inMoney })
  const after = at(tokens, end)
  const sign = fractionSign(after)
  const half = andPart(tokens, end)
  if (sign !== undefined) {
    value += sign
    end += 1
  } else if (half) {
    value += half.value
    end = half.end
  } else {
    const gap = isDash(after) ? 1 : 0
    const part = slashFraction(tokens, end + gap)
    if (part !== null && part < 1 && Number.isInteger(value)) {
      value += part
      end += gap + 3
      isFraction = false
    }
  }
  return finish(tokens, end, value, { isFraction, isWords: false, inMoney })
}

/** "007": digits behind a zero at the start. */
const isCode = (text: string): boolean =>
  text.length > 1 && text.startsWith('0') && text.charAt(1) !== '.' && text.charAt(1) !== ','

/** "120,00": two digits behind the last comma are a slip of the pen or a decimal comma; nobody can tell. */
const isMisprinted = (text: string): boolean => text.includes(',') && /,\d\d(?:\.|$)/.test(text)

/** "half a million", "a quarter of a million", "a quarter million", "half a dozen". */
function readShareOfScale(tokens: readonly Token[], i: number): NumberReading | null {
  let k = i
  let share = Number.NaN
  const word = at(tokens, k).lower
  if (word === 'half') share = 1 / 2
  else if (word === 'quarter') share = 1 / 4
  else if (
    (word === 'a' || word === 'one') &&
    (at(tokens, k + 1).lower === 'quarter' || at(tokens, k + 1).lower === 'half')
  ) {
    k += 1
    share = at(tokens, k).lower === 'half' ? 1 / 2 : 1 / 4
  }
  if (Number.isNaN(share)) return null
  k += 1
  if (at(tokens, k).lower === 'of') k += 1
  if (at(tokens, k).lower === 'a') k += 1
  const scale = scaleOf(at(tokens, k))
  if (scale === undefined || scale === 100) return null
  return {
    end: k + 1,
    value: share * scale,
    isWords: true,
    hasScale: true,
    isFraction: false,
    bare: share,
  }
}

/** "half of", "a third of", "half a mile". */
function readShare(tokens: readonly Token[], i: number): NumberReading | null {
  const share = shareInWords(tokens, i)
  if (!share) return null
  const { end, value } = share
  return { end, value, isWords: true, hasScale: false, isFraction: true, bare: value }
}

/** "twenty-five", "two hundred and fifty thousand", "a dozen", "two-thirds", "a million". */
function readWords(tokens: readonly Token[], i: number): NumberReading | null {
  const first = at(tokens, i)
  if (first.lower === 'a' || first.lower === 'an') {
    const scale = scaleOf(at(tokens, i + 1))
    return scale === undefined ? null : multiply(tokens, i + 2, scale, 1, true)
  }
  if (!isNumberWord(first)) return null
  let total = 0
  let group = 0
  let k = i
  let end = i
  for (;;) {
    const word = at(tokens, k)
    const unit = UNITS.of(word)
    const ten = TENS.of(word)
    const scale = group > 0 ? scaleOf(word) : undefined
    if (unit !== undefined && group % 10 === 0 && (group % 100 === 0 || unit < 10)) group += unit
    else if (ten !== undefined && group % 100 === 0) group += ten
    else if (word.lower === 'hundred' && group > 0 && group < 100) group *= 100
    else if (scale !== undefined) {
      total += group * scale
      group = 0
    } else break
    end = k + 1
    k = end
    const joiner = at(tokens, k)
    const next = at(tokens, k + 1)
    if ((isDash(joiner) || joiner.lower === 'and') && isPartOfWords(next, joiner, group)) k += 1
  }
  if (end === i) return null
  const value = total + group
  const half = total === 0 ? andPart(tokens, end) : null
  if (half) return finish(tokens, half.end, value + half.value, { isFraction: false, isWords: true, inMoney: false })
  return (
    fractionOfWords(tokens, i, end, value) ?? {
      end,
      value,
      isWords: true,
      hasScale: total > 0,
      isFraction: false,
      bare: value,
    }
  )
}

const isPartOfWords = (next: Token, joiner: Token, group: number): boolean =>
  joiner.lower === 'and'
    ? group % 100 === 0 && group > 0
      ? isNumberWord(next)
      : false
    : isNumberWord(next) || scaleOf(next) !== undefined

/** "two-thirds", "three quarters": a small number before the name of a part. "one third" too, but not "one second". */
function fractionOfWords(tokens: readonly Token[], i: number, end: number, value: number): NumberReading | null {
  const gap = isDash(at(tokens, end)) ? 1 : 0
  const part = at(tokens, end + gap)
  const parts = partsOf(part)
  if (parts === undefined || value >= parts || end !== i + 1) return null
  const isPlural = part.lower.endsWith('s')
  if (isPlural !== value > 1) return null
  const share = value / parts
  return finish(tokens, end + gap + 1, share, { isFraction: true, isWords: true, inMoney: false })
}

type Facts = { isFraction: boolean; isWords: boolean; inMoney: boolean }

/** Applies scale words behind a number: "14.9 billion", "14.9-billion", "$5m", "2 hundred thousand". */
function finish(tokens: readonly Token[], end: number, bare: number, facts: Facts): NumberReading {
  let value = bare
  let k = end
  let hasScale = false
  for (;;) {
    const gap = isDash(at(tokens, k)) && isGlued(at(tokens, k - 1), at(tokens, k)) ? 1 : 0
    const scale = at(tokens, k + gap)
    const factor = SCALES.of(scale)
    if (factor === undefined) break
    const isUsable =
      !GLUED_SCALES.holds(scale) ||
      (facts.inMoney && isGlued(at(tokens, k + gap - 1), scale)) ||
      isThousandK(tokens, k + gap) ||
      isMillionsOf(tokens, k + gap)
    if (!isUsable) break
    value *= factor
    hasScale = true
    k += gap + 1
  }
  return { end: k, value: tidy(value), isWords: facts.isWords, hasScale, isFraction: facts.isFraction, bare }
}

/** "25k" without a currency is 25,000; "25 k" is not. */
const isThousandK = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).lower === 'k' && isGlued(at(tokens, k - 1), at(tokens, k))

/** "10m people", "1.8m dollars": a glued m before a lower-case plural noun is a million, before anything else a metre. */
const isMillionsOf = (tokens: readonly Token[], k: number): boolean => {
  const { lower, end } = at(tokens, k)
  const next = at(tokens, k + 1)
  if ((lower !== 'm' && lower !== 'mn') || at(tokens, k - 1).end !== at(tokens, k).start || next.start <= end)
    return false
  return next.lower === 'people' || (next.kind === 'word' && /[^su]s$/.test(next.lower) && !RACES.holds(next))
}
const RACES = wordSet('hurdles finals sprints races was is has freestylers pools relays times')

const multiply = (
  tokens: readonly Token[],
  end: number,
  bare: number,
  base: number,
  isWords: boolean,
): NumberReading => {
  const reading = finish(tokens, end, bare, { isFraction: false, isWords, inMoney: false })
  return { ...reading, value: tidy(reading.value * base), hasScale: true }
}

/** 14.9 * 1e9 is 14900000000 and nothing behind the point: binary residue is rounded at 15 digits. */
export const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))

// biome-ignore format: a table
const ORDINALS = new WordMap(Object.entries({
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12,
  thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20, thirtieth: 30,
}))
export const ORDINAL_WORDS = [...ORDINALS.keys()]
const ORDINAL_ENDINGS = wordSet('st nd rd th')

/** "first", "twenty-first", "6th": the rank and the token behind it. */
export function readOrdinal(tokens: readonly Token[], i: number): { end: number; value: number } | null {
  const token = at(tokens, i)
  if (token.kind === 'number') {
    const ending = at(tokens, i + 1)
    if (!ORDINAL_ENDINGS.holds(ending) || !isGlued(token, ending)) return null
    return { end: i + 2, value: Number(token.text.replaceAll(',', '')) }
  }
  const rank = ORDINALS.of(token)
  if (rank !== undefined) return { end: i + 1, value: rank }
  const tens = TENS.of(token)
  const unit = tens !== undefined && isDash(at(tokens, i + 1)) ? ORDINALS.of(at(tokens, i + 2)) : undefined
  return tens === undefined || unit === undefined ? null : { end: i + 3, value: tens + unit }
}
