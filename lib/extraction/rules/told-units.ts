import type { AmountReading } from './amount'
import { SHARED } from './currencies'
import { WordMap } from './lexicon'
import { at, type Token } from './tokens'
import { wordSet } from './words'

/** Units that mean what the text around them says: points of a poll, points of an index, rupees of a country. */

const POLLING = wordSet('poll polls polling pollster pollsters voters electorate surveyed')
const PRICED = wordSet('shares stocks stock index futures bonds yields traders investors dow nasdaq')
const NEAR = 60

/** "ahead by 3 points" near a poll: percentage points. */
export function isPolled(tokens: readonly Token[], { start, end, unit }: AmountReading): boolean {
  if (unit !== 'point') return false
  let isNear = false
  for (let k = Math.max(0, start - NEAR); k < Math.min(tokens.length, end + NEAR); k++) {
    if (PRICED.holds(at(tokens, k))) return false
    isNear ||= POLLING.holds(at(tokens, k))
  }
  return isNear
}

// biome-ignore format: a table
const INDEXES = wordSet(`
  sensex nifty dow nasdaq ftse nikkei kospi kosdaq dax cac stoxx topix ibex asx bovespa merval bse nse psei sti index averages benchmark
  gauge
`)
const INDEX_WORDS = wordSet('seng composite average jones')
const LEVELS = wordSet('at to of above below near past around from')
const LEVEL = 100
const REACH = 25

/** "the Nikkei closed at 38,120.40": the level of an index, in points. */
export function isIndexLevel(tokens: readonly Token[], { start, value, unit }: AmountReading): boolean {
  if (unit !== '' || value < LEVEL || !LEVELS.holds(at(tokens, start - 1))) return false
  for (let k = start - 2; k > Math.max(-1, start - REACH); k--) {
    const token = at(tokens, k)
    if (token.text === '.' || token.text === ';') return false
    if (INDEXES.holds(token) || (INDEX_WORDS.holds(token) && token.isCapitalized)) return true
  }
  return false
}

/** Countries whose money shares a name with others', by the words that a text about them holds. */
// biome-ignore format: a table
const COUNTRY_WORDS = new WordMap<string>(Object.entries({
  india: 'IN', indian: 'IN', indians: 'IN', delhi: 'IN', mumbai: 'IN', pakistan: 'PK', pakistani: 'PK', karachi: 'PK', lahore: 'PK', islamabad: 'PK',
  lanka: 'LK', lankan: 'LK', colombo: 'LK', nepal: 'NP', nepali: 'NP', nepalese: 'NP', kathmandu: 'NP', mauritius: 'MU', mauritian: 'MU',
  mexico: 'MX', mexican: 'MX', philippines: 'PH', philippine: 'PH', filipino: 'PH', manila: 'PH', argentina: 'AR', argentine: 'AR', chile: 'CL', chilean: 'CL',
  colombia: 'CO', colombian: 'CO', cuba: 'CU', cuban: 'CU', uruguay: 'UY', uruguayan: 'UY', kuwait: 'KW', kuwaiti: 'KW', iraq: 'IQ', iraqi: 'IQ',
  jordan: 'JO', jordanian: 'JO', bahrain: 'BH', serbia: 'RS', serbian: 'RS', tunisia: 'TN', tunisian: 'TN', algeria: 'DZ', algerian: 'DZ', libya: 'LY', libyan: 'LY',
  kenya: 'KE', kenyan: 'KE', nairobi: 'KE', uganda: 'UG', ugandan: 'UG', kampala: 'UG', tanzania: 'TZ', tanzanian: 'TZ', somalia: 'SO', somali: 'SO',
}))
const COUNTRIES = wordSet([...COUNTRY_WORDS.keys()].join(' '))

/** "Rs 24 lakh" where the text speaks of India more than of any other land of the rupee: INR. Else null. */
export function moneyOfText(tokens: readonly Token[], unit: string): string | null {
  const codes = SHARED.get(unit)
  if (!codes) return null
  const times = new Map<string, number>()
  for (const token of tokens) {
    if (!COUNTRIES.holds(token)) continue
    const code = codes.get(COUNTRY_WORDS.of(token) ?? '')
    if (code) times.set(code, (times.get(code) ?? 0) + 1)
  }
  const [first, second] = [...times].sort((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}
