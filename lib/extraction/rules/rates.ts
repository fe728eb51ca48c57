import { WordMap } from './lexicon'
import { PERIODS, RATED, spelledUnit } from './measures'
import { readNumber } from './numbers'
import { at, isDash, type Token } from './tokens'
import { ENDS_NOUN_PHRASE, wordSet } from './words'

export type Rate = { end: number; unit: string }

/** Single things that a price is given for: "64 cents a dozen", "$12 a head". */
const PIECES = wordSet('dozen piece head person pop bottle bag box night ticket seat copy word plate visit')
const NOT_RATED = wordSet('earlier ago before later old after')
/** Short spellings behind a slash or "per": "km/h", "m/s". */
const SLASHED = new WordMap<string>([
  ['h', 'hour'],
  ['s', 'second'],
  ['l', 'litre'],
])

/** "per hour", "/h", "a day", "a gallon", "-a-share", "per 100,000 people", "per pupil" at token `i`, or null. */
export function readRate(tokens: readonly Token[], i: number): Rate | null {
  const gap = isDash(at(tokens, i)) && isDash(at(tokens, i + 2)) ? 1 : 0
  const word = at(tokens, i + gap)
  if (word.lower === 'a' || word.lower === 'an') return articleRate(tokens, i + gap, gap)
  if (word.lower === 'per' || word.text === '/') return perRate(tokens, i + gap + 1, word.text === '/')
  if ((word.lower === 'for' || word.lower === 'in') && at(tokens, i + 1).lower === 'every')
    return baseRate(tokens, i + 2)
  return null
}

function articleRate(tokens: readonly Token[], i: number, gap: number): Rate | null {
  const noun = at(tokens, i + 1 + gap)
  if (NOT_RATED.holds(at(tokens, i + 2 + gap))) return null
  const name = spelledUnit(noun)
  if (name && (PERIODS.has(name) || RATED.has(name)) && noun.lower.length > 1) return { end: i + 2 + gap, unit: name }
  return PIECES.holds(noun) ? { end: i + 2 + gap, unit: noun.lower } : null
}

function perRate(tokens: readonly Token[], i: number, isSlash: boolean): Rate | null {
  const noun = at(tokens, i)
  if (noun.lower === 'square' || noun.lower === 'cubic') {
    const area = spelledUnit(at(tokens, i + 1))
    return area ? { end: i + 2, unit: `${noun.lower} ${area}` } : null
  }
  const name = (isSlash ? SLASHED.of(noun) : undefined) ?? spelledUnit(noun)
  if (name && name !== 'percent') return { end: i + 1, unit: name }
  if (isSlash) return null
  return baseRate(tokens, i) ?? nounRate(tokens, i)
}

/** "per 100,000 people", "for every 1,000 births": the base is part of the rate, no amount of its own. */
function baseRate(tokens: readonly Token[], i: number): Rate | null {
  const base = readNumber(tokens, i)
  if (!base || base.value < 10) return null
  const noun = at(tokens, base.end)
  const isNoun = noun.kind === 'word' && noun.lower.endsWith('s') && !ENDS_NOUN_PHRASE.holds(noun)
  const counted = isNoun || noun.lower === 'people' || noun.lower === 'children' ? noun.lower : ''
  return {
    end: counted ? base.end + 1 : base.end,
    unit: counted ? `${base.value} ${counted}` : String(base.value),
  }
}

/** "per pupil", "per capita", "per household". */
function nounRate(tokens: readonly Token[], i: number): Rate | null {
  const noun = at(tokens, i)
  if (noun.kind !== 'word' || noun.lower.length < 3 || noun.lower === 'cent' || ENDS_NOUN_PHRASE.holds(noun))
    return null
  return { end: i + 1, unit: noun.lower }
}
