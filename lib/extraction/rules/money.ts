import { DOLLAR_COUNTRIES, DOLLAR_PREFIXES, NAMES, NATIONAL, PLAIN_CODES, SHARED, SIGNS } from './currencies'
import { scaleWord } from './numbers'
import { at, isGlued, type Token } from './tokens'
import { wordSet } from './words'

/** Words that can stand before an amount of money. */
export const CURRENCY_OPENERS = [
  ...NAMES.keys(),
  ...DOLLAR_PREFIXES.keys(),
  'n',
  ...[...NAMES].flatMap(([name, code]) => (name.length === 3 && name === code.toLowerCase() ? [`m${name}`] : [])),
]

const NOTED =
  /\b(?:figures|amounts|prices|sums|values|dollars)\b[ a-z]{0,24}\bin (Canadian|Australian|New Zealand|Hong Kong|Singapore|Taiwan|Jamaican) (?:dollars|currency)\b/i
const NOTED_COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['canadian', 'CA'],
  ['australian', 'AU'],
  ['new zealand', 'NZ'],
  ['hong kong', 'HK'],
  ['singapore', 'SG'],
  ['taiwan', 'TW'],
  ['jamaican', 'JM'],
])

/** The country whose dollar a bare "$" means when the text says so ("all figures are in Canadian dollars"), else the given. */
export function dollarCountry(text: string, country: string | null): string | null {
  if (!text.includes('dollars') && !text.includes('currency')) return country
  return NOTED_COUNTRIES.get(NOTED.exec(text)?.[1]?.toLowerCase() ?? '') ?? country
}

/** What "$" or a name shared by several countries means, by the country of the publisher (ISO 3166 alpha-2). */
const meant = (name: string, country: string | null): string =>
  name === '$'
    ? (DOLLAR_COUNTRIES.get(country ?? '') ?? 'USD')
    : country
      ? (SHARED.get(name)?.get(country) ?? name)
      : name

/** "musd" -> USD: millions of a currency. */
const codeInMillions = (lower: string): string | undefined => {
  const code = lower.length === 4 && lower.startsWith('m') ? NAMES.get(lower.slice(1)) : undefined
  return code?.length === 3 ? code : undefined
}

/** `factor`: a scale inside the name ("20 MUSD"). `end`: the token behind it. */
export type Currency = { end: number; code: string; factor?: number }

/** A currency before an amount at token `i`: "$", "US$", "A$", "€", "USD", "Rs", "MAUD". */
export function currencyBefore(tokens: readonly Token[], i: number, country: string | null): Currency | null {
  const token = at(tokens, i)
  if (token.text === '$') return { end: i + 1, code: meant('$', country) }
  const sign = SIGNS.of(token)
  if (sign) return { end: i + 1, code: meant(sign, country) }
  if (token.kind !== 'word') return null
  const next = at(tokens, i + 1)
  const prefix = DOLLAR_PREFIXES.of(token)
  if (prefix && next.text === '$' && isDollarPrefix(token, next)) return { end: i + 2, code: prefix }
  return codeBefore(tokens, i, country)
}

function codeBefore(tokens: readonly Token[], i: number, country: string | null): Currency | null {
  const token = at(tokens, i)
  const inMillions = token.text !== token.lower ? codeInMillions(token.lower) : undefined
  if (inMillions && at(tokens, i + 1).kind === 'number') return { end: i + 1, code: inMillions, factor: 1e6 }
  if (token.text === 'N')
    return isNaira(token, at(tokens, i + 1), at(tokens, i + 2)) ? { end: i + 1, code: 'NGN' } : null
  const code = NAMES.of(token)
  if (!code || !isCode(token)) return null
  const skip = at(tokens, i + 1).text === '.' ? 2 : 1
  return at(tokens, i + skip).kind === 'number' ? { end: i + skip, code: meant(code, country) } : null
}

/** "N500m", "N3.5 billion", "N50,000": a capital glued to digits that have a scale or a comma; "N95" is a mask. */
const isNaira = (letter: Token, digits: Token, next: Token): boolean =>
  digits.kind === 'number' &&
  isGlued(letter, digits) &&
  (digits.text.includes(',') || NAIRA_SCALES.holds(next) || scaleWord(next) !== null)
const NAIRA_SCALES = wordSet('m k b tr')

const isCode = ({ text, lower }: Token): boolean =>
  (text.length === 3 && text === text.toUpperCase()) ||
  PLAIN_CODES.has(lower) ||
  lower === 'rs' ||
  lower === 'dlrs' ||
  lower === 'rm' ||
  lower === 'sen' ||
  lower === 'dollar'

/** "A$5" but not "a $5 fee": one letter must be a capital glued to the sign; "C $" may have a gap. */
const isDollarPrefix = (token: Token, sign: Token): boolean =>
  token.lower.length > 1 || token.lower === 'c'
    ? sign.start - token.end <= 1
    : isGlued(token, sign) && token.text !== token.lower

/** A currency behind an amount, from token `i`: "dollars", "US dollars", "pounds sterling", "yuan", "euro", "USD". */
export function currencyAfter(tokens: readonly Token[], i: number, country: string | null): Currency | null {
  const token = at(tokens, i)
  if (token.text === '¢') return { end: i + 1, code: 'cent' }
  if (token.kind !== 'word') return signAfter(tokens, i, country)
  for (let k = i + 1; k <= i + 2; k++) {
    const word = at(tokens, k)
    const nations = NATIONAL.of(word) ?? (word.lower.endsWith('s') ? NATIONAL.get(word.lower.slice(0, -1)) : null)
    const code = nations?.get(at(tokens, k - 1).lower)
    if (code) return { end: k + 1 + (at(tokens, k + 1).lower === 'sterling' ? 1 : 0), code }
  }
  if ((token.lower === 'pounds' || token.lower === 'pound') && at(tokens, i + 1).lower === 'sterling')
    return { end: i + 2, code: 'GBP' }
  const inMillions = token.text !== token.lower ? codeInMillions(token.lower) : undefined
  if (inMillions) return { end: i + 1, code: inMillions, factor: 1e6 }
  const name = NAMES.of(token)
  if (!name || token.lower === 'rs' || token.lower === 'rm') return null
  return { end: i + 1, code: meant(name, country) }
}

/** "10 $", "20€": the sign must not belong to an amount of its own behind it ("from 3 $5 notes"). */
function signAfter(tokens: readonly Token[], i: number, country: string | null): Currency | null {
  const token = at(tokens, i)
  const { text } = token
  const sign = text === '$' ? '$' : text === '元' ? 'CNY' : SIGNS.of(token)
  if (!sign) return null
  const [next, behind] = [at(tokens, i + 1), at(tokens, i + 2)]
  const isBefore = next.kind === 'number' && text !== '€' && text !== '元'
  const isPair = isBefore && !isGlued(at(tokens, i), next) && (behind.text === text || NAMES.of(behind) === 'cent')
  return isBefore && !isPair ? null : { end: i + 1, code: meant(sign, country) }
}
