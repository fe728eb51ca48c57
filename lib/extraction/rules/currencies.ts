import { WordMap } from './lexicon'
import { wordSet } from './words'

/**
 * Money of the world -> ISO 4217 (a few names that several countries share stay names until the country or a word of
 * nationality says more). Kept by hand from the ISO list: only what English news writes.
 */

const isCapitalCode = (code: number): boolean => code >= 65 && code <= 90
/** "USD", "USD per gallon": an ISO code, with or without what it is paid for. */
export const isMoneyUnit = (unit: string): boolean =>
  isCapitalCode(unit.charCodeAt(0)) &&
  isCapitalCode(unit.charCodeAt(1)) &&
  isCapitalCode(unit.charCodeAt(2)) &&
  (unit.length === 3 || unit.charAt(3) === ' ')

/** Signs before or behind an amount. "$" alone is decided by the publisher's country and the text. */
// biome-ignore format: a table
export const SIGNS = new WordMap<string>(Object.entries({
  '€': 'EUR', '£': 'GBP', '₩': 'KRW', '₹': 'INR', '₨': 'rupee', '₽': 'RUB', '₪': 'ILS', '₺': 'TRY', '₫': 'VND', '฿': 'THB', '₱': 'PHP', '₦': 'NGN', '₴': 'UAH', '₸': 'KZT', '₡': 'CRC', '₾': 'GEL', '₭': 'LAK', '₵': 'GHS',
  '₮': 'MNT', '₲': 'PYG', '₼': 'AZN', '֏': 'AMD', '៛': 'KHR', '৳': 'BDT', '₿': 'bitcoin', '￥': 'JPY', '¥': 'JPY', '﷼': 'IRR', '￡': 'GBP', '￠': 'cent',
}))

/** Letters right before "$" ("A$5", "US$ 3"). */
// biome-ignore format: a table
export const DOLLAR_PREFIXES = new WordMap<string>(Object.entries({
  us: 'USD', 'u.s.': 'USD', 'u.s': 'USD', usd: 'USD', aud: 'AUD', cad: 'CAD', nzd: 'NZD', mxn: 'MXN', a: 'AUD', au: 'AUD', c: 'CAD', ca: 'CAD', cdn: 'CAD', can: 'CAD', nz: 'NZD', hk: 'HKD', s: 'SGD', nt: 'TWD', r: 'BRL', mex: 'MXN',
  j: 'JMD', ja: 'JMD', bds: 'BBD', tt: 'TTD', ec: 'XCD', fj: 'FJD', n: 'NAD', bz: 'BZD', b: 'BSD', g: 'GYD', z: 'ZWL', ar: 'ARS', cl: 'CLP',
}))
/** What "$" means for publishers of a country (ISO 3166 alpha-2); elsewhere it is the US dollar. */
// biome-ignore format: a table
export const DOLLAR_COUNTRIES: ReadonlyMap<string, string> = new Map(Object.entries({
  AU: 'AUD', CA: 'CAD', NZ: 'NZD', HK: 'HKD', SG: 'SGD', TW: 'TWD', JM: 'JMD', BB: 'BBD', BS: 'BSD', TT: 'TTD', FJ: 'FJD', GY: 'GYD', BZ: 'BZD', NA: 'NAD',
}))

/** Names behind or codes around an amount, lower case. '$' and lower-case names are decided by country or text. */
// biome-ignore format: a table
export const NAMES = new WordMap<string>(Object.entries({
  dollar: '$', dollars: '$', dlr: '$', dlrs: '$', buck: '$', bucks: '$', usd: 'USD', euro: 'EUR', euros: 'EUR', eur: 'EUR', sterling: 'GBP', gbp: 'GBP', quid: 'GBP', yen: 'JPY', jpy: 'JPY',
  yuan: 'CNY', renminbi: 'CNY', rmb: 'CNY', cny: 'CNY', '元': 'CNY', kuai: 'CNY', won: 'KRW', krw: 'KRW', rupee: 'rupee', rupees: 'rupee', inr: 'INR', rs: 'rupee', lkr: 'LKR', pkr: 'PKR', npr: 'NPR', ringgit: 'MYR', myr: 'MYR', rm: 'MYR',
  baht: 'THB', thb: 'THB', rand: 'ZAR', zar: 'ZAR', ruble: 'RUB', rubles: 'RUB', rouble: 'RUB', roubles: 'RUB', rub: 'RUB', peso: 'peso', pesos: 'peso', mxn: 'MXN', php: 'PHP',
  lira: 'TRY', liras: 'TRY', franc: 'CHF', francs: 'CHF', chf: 'CHF', krona: 'SEK', kronor: 'SEK', sek: 'SEK', krone: 'NOK', kroner: 'NOK', nok: 'NOK', dkk: 'DKK', zloty: 'PLN', zlotys: 'PLN', pln: 'PLN',
  shekel: 'ILS', shekels: 'ILS', ils: 'ILS', nis: 'ILS', dirham: 'AED', dirhams: 'AED', aed: 'AED', riyal: 'SAR', riyals: 'SAR', sar: 'SAR', rupiah: 'IDR', idr: 'IDR', hryvnia: 'UAH', hryvnias: 'UAH', uah: 'UAH', naira: 'NGN', ngn: 'NGN',
  reais: 'BRL', brl: 'BRL', aud: 'AUD', cad: 'CAD', nzd: 'NZD', hkd: 'HKD', sgd: 'SGD', twd: 'TWD', dong: 'VND', vnd: 'VND', taka: 'BDT', bdt: 'BDT', forint: 'HUF', forints: 'HUF', huf: 'HUF',
  koruna: 'CZK', korunas: 'CZK', czk: 'CZK', leu: 'RON', lei: 'RON', ron: 'RON', leva: 'BGN', lek: 'ALL', tenge: 'KZT', birr: 'ETB', etb: 'ETB', cedi: 'GHS', cedis: 'GHS', ghs: 'GHS', kes: 'KES', ksh: 'KES', kwacha: 'ZMW', kwanza: 'AOA', pula: 'BWP',
  riel: 'KHR', riels: 'KHR', kyat: 'MMK', kyats: 'MMK', tugrik: 'MNT', manat: 'AZN', manats: 'AZN', rial: 'IRR', rials: 'IRR', dinar: 'dinar', dinars: 'dinar', shilling: 'shilling', shillings: 'shilling', lempira: 'HNL', lempiras: 'HNL',
  quetzal: 'GTQ', quetzales: 'GTQ', gourde: 'HTG', gourdes: 'HTG', bolivar: 'VES', bolivars: 'VES', bolivares: 'VES', guarani: 'PYG', guaranies: 'PYG', egp: 'EGP', qar: 'QAR', kwd: 'KWD', mad: '', ars: 'ARS', cop: '', clp: 'CLP',
  kuna: 'HRK', lari: 'GEL', kip: 'LAK', guilder: 'NLG', guilders: 'NLG', markka: 'FIM', peseta: 'ESP', pesetas: 'ESP', marks: 'DEM', deutschmark: 'DEM', deutschmarks: 'DEM', drachma: 'GRD', drachmas: 'GRD', escudos: 'PTE', bitcoin: 'bitcoin', bitcoins: 'bitcoin', btc: 'bitcoin',
  ether: 'ether', satoshi: 'satoshi', satoshis: 'satoshi', cent: 'cent', cents: 'cent', pence: 'penny', penny: 'penny', pennies: 'penny', sen: 'sen',
}))

/** Codes that are read before an amount in lower case, too: no words of their own. */
export const PLAIN_CODES = wordSet(
  'usd eur gbp jpy rmb cny krw inr lkr pkr myr thb zar chf pln aed idr uah brl hkd sgd',
)

/** Nationality + name ("Australian dollars", "US dollars", "Egyptian pounds"); names in the singular. */
// biome-ignore format: a table
export const NATIONAL = new WordMap<ReadonlyMap<string, string>>(Object.entries({
  dollar: { us: 'USD', 'u.s.': 'USD', american: 'USD', australian: 'AUD', canadian: 'CAD', singapore: 'SGD', singaporean: 'SGD', taiwan: 'TWD', taiwanese: 'TWD', kong: 'HKD', zealand: 'NZD', jamaican: 'JMD', bahamian: 'BSD', fijian: 'FJD', namibian: 'NAD', zimbabwean: 'ZWL', liberian: 'LRD', barbadian: 'BBD' },
  pound: { british: 'GBP', uk: 'GBP', sterling: 'GBP', egyptian: 'EGP', syrian: 'SYP', lebanese: 'LBP', sudanese: 'SDG', cypriot: 'CYP', irish: 'IEP' },
  yen: { japanese: 'JPY' }, yuan: { chinese: 'CNY' }, won: { korean: 'KRW' }, rupee: { indian: 'INR', pakistani: 'PKR', lankan: 'LKR', nepali: 'NPR', nepalese: 'NPR', mauritian: 'MUR' },
  peso: { mexican: 'MXN', philippine: 'PHP', argentine: 'ARS', argentinian: 'ARS', chilean: 'CLP', colombian: 'COP', cuban: 'CUP', uruguayan: 'UYU', dominican: 'DOP' },
  franc: { swiss: 'CHF', french: 'FRF', belgian: 'BEF', cfa: 'XOF', congolese: 'CDF', rwandan: 'RWF' }, krone: { danish: 'DKK', norwegian: 'NOK' }, kroner: { danish: 'DKK', norwegian: 'NOK' }, krona: { swedish: 'SEK', icelandic: 'ISK' },
  crown: { swedish: 'SEK', danish: 'DKK', norwegian: 'NOK', czech: 'CZK' }, kronor: { swedish: 'SEK', icelandic: 'ISK' },
  mark: { german: 'DEM', finnish: 'FIM', deutsche: 'DEM' }, real: { brazilian: 'BRL' }, shekel: { israeli: 'ILS' }, rand: { african: 'ZAR' }, lira: { turkish: 'TRY', italian: 'ITL', syrian: 'SYP', lebanese: 'LBP' }, peseta: { spanish: 'ESP' }, kuna: { croatian: 'HRK' }, lari: { georgian: 'GEL' }, guilder: { dutch: 'NLG' },
  dinar: { kuwaiti: 'KWD', iraqi: 'IQD', jordanian: 'JOD', bahraini: 'BHD', serbian: 'RSD', tunisian: 'TND', algerian: 'DZD', libyan: 'LYD' }, shilling: { kenyan: 'KES', kenya: 'KES', ugandan: 'UGX', tanzanian: 'TZS', somali: 'SOS' },
  rial: { iranian: 'IRR', omani: 'OMR', yemeni: 'YER', qatari: 'QAR' }, riyal: { saudi: 'SAR', qatari: 'QAR' }, dirham: { emirati: 'AED', uae: 'AED', moroccan: 'MAD' }, sol: { peruvian: 'PEN' }, boliviano: { bolivian: 'BOB' },
}).map(([name, nations]) => [name, new Map(Object.entries(nations))]))

/** What a name that several countries share means for publishers of one of them. */
// biome-ignore format: a table
export const SHARED: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(Object.entries({
  rupee: { IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR' }, peso: { MX: 'MXN', PH: 'PHP', AR: 'ARS', CL: 'CLP', CO: 'COP', CU: 'CUP', UY: 'UYU' }, dinar: { KW: 'KWD', IQ: 'IQD', JO: 'JOD', BH: 'BHD', RS: 'RSD', TN: 'TND', DZ: 'DZD', LY: 'LYD' },
  shilling: { KE: 'KES', UG: 'UGX', TZ: 'TZS', SO: 'SOS' }, TRY: { LB: 'LBP', SY: 'SYP' }, NOK: { DK: 'DKK' }, SEK: { IS: 'ISK' }, SAR: { QA: 'QAR' }, AED: { MA: 'MAD' }, IRR: { OM: 'OMR', YE: 'YER' }, JPY: { CN: 'CNY' },
}).map(([name, countries]) => [name, new Map(Object.entries(countries))]))

/** Of a code, the name of its hundredth part, for "3 dollars and 45 cents". */
// biome-ignore format: a table
const CENTS: ReadonlyMap<string, string> = new Map(Object.entries({
  GBP: 'penny', USD: 'cent', EUR: 'cent', AUD: 'cent', CAD: 'cent', NZD: 'cent', HKD: 'cent', SGD: 'cent', JMD: 'cent', ZAR: 'cent', MYR: 'sen',
}))
export const hasCents = (code: string): string | null => CENTS.get(code) ?? null
