import { at, isGlued, type Token } from './tokens'

/** Signs and prefixes before an amount -> ISO 4217. "$" alone is decided by the publisher's country. */
// biome-ignore format: a table
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR', '£': 'GBP', '₩': 'KRW', '₹': 'INR', '₽': 'RUB', '₪': 'ILS', '₺': 'TRY', '₫': 'VND', '฿': 'THB', '₱': 'PHP', '₦': 'NGN', '₴': 'UAH', '₸': 'KZT', '₡': 'CRC', '₾': 'GEL', '₭': 'LAK', '₿': 'bitcoin', '￥': 'JPY', '¥': 'JPY',
}
// biome-ignore format: a table
const DOLLAR_PREFIXES: Readonly<Record<string, string>> = {
  us: 'USD', 'u.s.': 'USD', aud: 'AUD', cad: 'CAD', nzd: 'NZD', mxn: 'MXN', a: 'AUD', au: 'AUD', c: 'CAD', ca: 'CAD', nz: 'NZD', hk: 'HKD', s: 'SGD', nt: 'TWD', r: 'BRL', mex: 'MXN',
}
const DOLLAR_COUNTRIES: Readonly<Record<string, string>> = {
  AU: 'AUD',
  CA: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  SG: 'SGD',
  TW: 'TWD',
}

/** Names behind or codes around an amount. One word; adjectives of nationality are handled below. */
// biome-ignore format: a table
const NAMES: Readonly<Record<string, string>> = {
  dollar: '$', dollars: '$', buck: '$', bucks: '$', usd: 'USD', euro: 'EUR', euros: 'EUR', eur: 'EUR', sterling: 'GBP', gbp: 'GBP', quid: 'GBP', yen: 'JPY', jpy: 'JPY',
  yuan: 'CNY', renminbi: 'CNY', rmb: 'CNY', cny: 'CNY', '元': 'CNY', won: 'KRW', krw: 'KRW', rupee: 'rupee', rupees: 'rupee', inr: 'INR', rs: 'INR', lkr: 'LKR', pkr: 'PKR', ringgit: 'MYR', myr: 'MYR', rm: 'MYR',
  baht: 'THB', thb: 'THB', rand: 'ZAR', zar: 'ZAR', ruble: 'RUB', rubles: 'RUB', rouble: 'RUB', roubles: 'RUB', rub: 'RUB', peso: 'peso', pesos: 'peso', mxn: 'MXN', php: 'PHP',
  lira: 'TRY', liras: 'TRY', franc: 'CHF', francs: 'CHF', chf: 'CHF', krona: 'SEK', kronor: 'SEK', sek: 'SEK', krone: 'NOK', kroner: 'NOK', nok: 'NOK', dkk: 'DKK', zloty: 'PLN', pln: 'PLN',
  shekel: 'ILS', shekels: 'ILS', ils: 'ILS', dirham: 'AED', dirhams: 'AED', aed: 'AED', riyal: 'SAR', riyals: 'SAR', sar: 'SAR', rupiah: 'IDR', idr: 'IDR', hryvnia: 'UAH', uah: 'UAH', naira: 'NGN', ngn: 'NGN',
  real: '', reais: 'BRL', brl: 'BRL', aud: 'AUD', cad: 'CAD', nzd: 'NZD', hkd: 'HKD', sgd: 'SGD', twd: 'TWD', dong: 'VND', vnd: 'VND', taka: 'BDT', bdt: 'BDT', forint: 'HUF', huf: 'HUF',
  kuna: 'HRK', lari: 'GEL', kip: 'LAK', guilder: 'NLG', guilders: 'NLG', markka: 'FIM', peseta: 'ESP', pesetas: 'ESP', mark: '', marks: 'DEM', bitcoin: 'bitcoin', bitcoins: 'bitcoin', btc: 'bitcoin',
  cent: 'cent', cents: 'cent', pence: 'penny', penny: 'penny', pennies: 'penny',
}
/** Nationality + name ("Australian dollars", "US dollars", "British pounds"). */
// biome-ignore format: a table
const NATIONAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dollar: { us: 'USD', 'u.s.': 'USD', american: 'USD', australian: 'AUD', canadian: 'CAD', singapore: 'SGD', singaporean: 'SGD', taiwan: 'TWD', kong: 'HKD', zealand: 'NZD' },
  pound: { british: 'GBP', uk: 'GBP', sterling: 'GBP', egyptian: 'EGP', syrian: 'SYP', lebanese: 'LBP' },
  yen: { japanese: 'JPY' }, yuan: { chinese: 'CNY' }, won: { korean: 'KRW' }, rupee: { indian: 'INR', pakistani: 'PKR', lankan: 'LKR' }, peso: { mexican: 'MXN', philippine: 'PHP', argentine: 'ARS' },
  franc: { swiss: 'CHF', french: 'FRF' }, krone: { danish: 'DKK', norwegian: 'NOK' }, krona: { swedish: 'SEK' }, mark: { german: 'DEM', finnish: 'FIM' }, real: { brazilian: 'BRL' },
  shekel: { israeli: 'ILS' }, rand: { african: 'ZAR' }, lira: { turkish: 'TRY' }, peseta: { spanish: 'ESP' }, kuna: { croatian: 'HRK' }, lari: { georgian: 'GEL' }, guilder: { dutch: 'NLG' },
}

const get = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** The words that can stand before an amount of money. */
export const CURRENCY_WORDS: readonly string[] = [...Object.keys(NAMES), ...Object.keys(DOLLAR_PREFIXES)]

/** What "$" means for a publisher of that country (ISO 3166 alpha-2). */
const dollarOf = (country: string | null): string => get(DOLLAR_COUNTRIES, country ?? '') ?? 'USD'

/** A currency before an amount at token `i`: "$", "US$", "A$", "€", "USD", "Rs". `end` is the token of the amount. */
export function currencyBefore(
  tokens: readonly Token[],
  i: number,
  country: string | null,
): { end: number; code: string } | null {
  const token = at(tokens, i)
  if (token.text === '$') return { end: i + 1, code: dollarOf(country) }
  const sign = get(SIGNS, token.text)
  if (sign) return { end: i + 1, code: sign }
  if (token.kind !== 'word') return null
  const next = at(tokens, i + 1)
  const prefix = get(DOLLAR_PREFIXES, token.lower)
  if (prefix && next.text === '$' && isDollarPrefix(token, next)) return { end: i + 2, code: prefix }
  const code = get(NAMES, token.lower)
  const isCode = /^[A-Z]{3}$/.test(token.text) || ['rs', 'rm', 'dollar'].includes(token.lower)
  if (!code || !isCode) return null
  const skip = next.text === '.' ? 2 : 1
  return at(tokens, i + skip).kind === 'number'
    ? { end: i + skip, code: code === '$' ? dollarOf(country) : code }
    : null
}

/** "A$5" but not "a $5 fee": one letter must be a capital glued to the sign; "C $" may have a gap. */
const isDollarPrefix = (token: Token, sign: Token): boolean =>
  token.lower.length > 1 || token.lower === 'c'
    ? sign.start - token.end <= 1
    : isGlued(token, sign) && token.text !== token.lower

/** `factor`: a scale inside the name ("20 MUSD"). */
export type CurrencyBehind = { end: number; code: string; factor?: number }

/** A currency behind an amount, from token `i`: "dollars", "US dollars", "pounds sterling", "yuan", "euro", "USD". */
export function currencyAfter(tokens: readonly Token[], i: number, country: string | null): CurrencyBehind | null {
  const token = at(tokens, i)
  if (token.text === '€' || token.text === '元') return { end: i + 1, code: token.text === '€' ? 'EUR' : 'CNY' }
  if (token.text === '$' && at(tokens, i + 1).kind !== 'number') return { end: i + 1, code: dollarOf(country) }
  const sign = get(SIGNS, token.text)
  if (sign && at(tokens, i + 1).kind !== 'number') return { end: i + 1, code: sign }
  if (token.text === '¢') return { end: i + 1, code: 'cent' }
  if (token.kind !== 'word') return null
  for (let k = i; k <= i + 2; k++) {
    const word = at(tokens, k)
    const singular = word.lower.replace(/s$/, '')
    const national = get(NATIONAL, singular)
    const code = k > i && national ? get(national, at(tokens, k - 1).lower) : undefined
    if (code) return { end: k + 1 + (at(tokens, k + 1).lower === 'sterling' ? 1 : 0), code }
  }
  if ((token.lower === 'pounds' || token.lower === 'pound') && at(tokens, i + 1).lower === 'sterling')
    return { end: i + 2, code: 'GBP' }
  const inMillions = /^M[A-Z]{3}$/.test(token.text) ? get(NAMES, token.lower.slice(1)) : undefined
  if (inMillions) return { end: i + 1, code: inMillions, factor: 1e6 }
  const name = get(NAMES, token.lower)
  if (!name || token.lower === 'rs' || token.lower === 'rm') return null
  return { end: i + 1, code: name === '$' ? dollarOf(country) : name }
}

/** Of a code, the name of its hundredth part, for "3 dollars and 45 cents". */
export const hasCents = (code: string): string | null =>
  code === 'GBP' ? 'penny' : ['USD', 'EUR', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD'].includes(code) ? 'cent' : null
