import type { AmountReading } from './amount'
import { countedNoun, looksPlural } from './counts'
import { WordMap } from './lexicon'
import { readNumber } from './numbers'
import { at, type Token } from './tokens'
import { isIndexLevel, isPolled, moneyOfText } from './told-units'
import { anyOf, ENDS_NOUN_PHRASE, wordSet } from './words'

/**
 * Bare numbers take their unit from what the sentence says before them: the amount they are compared with ("10 judges
 * rather than 11"), a rate ("cases per 100,000 people … is 20.4"), "the number of …", or the noun they are said of.
 */

const FARTHEST = 45
const SENTENCE_ENDS = new Set(['.', '!', '?', '…'])
const COMPARING = wordSet('from to than with versus vs against and or while of instead')
const MONEY = /^(?:[A-Z]{3}|cent|penny|bitcoin)(?: per |$)/
/** Nouns whose bare amount counts something else. */
// biome-ignore format: a table
const COUNTED_BY = new WordMap<string>(Object.entries({
  toll: 'deaths', population: 'people', caseload: 'cases', headcount: 'people', workforce: 'workers', turnout: 'voters', attendance: 'people', membership: 'members', crowd: 'people', audience: 'people', capacity: '', electorate: 'voters',
}))
// biome-ignore format: a table
const SAID_OF = wordSet(`
  is was are were be been at to reached reach reaches hit hits topped top tops exceeded exceed exceeds surpassed passed totaled totalled
  numbered number stood stands averaged average by nearly about around almost roughly some over than like more less approximately
  only just up another an additional as low high of estimated now still
`)
const HAPPENED: ReadonlyMap<string, string> = new Map([
  ['died', 'deaths'],
  ['die', 'deaths'],
  ['killed', 'people'],
  ['injured', 'people'],
  ['wounded', 'people'],
  ['hurt', 'people'],
  ['arrested', 'people'],
  ['missing', 'people'],
  ['dead', 'people'],
])
const AUXILIARIES = wordSet(
  'were was are is have has had been be being others could may might will would already also people',
)
const NAMING = anyOf(['per', 'number', 'sample'], COUNTED_BY.keys())
const PERIOD_WORDS = wordSet(
  'days weeks months years hours minutes seconds decades times percent points officials sources reporters',
)

/** Readings in order, with the units that can be carried filled in. */
export function carryUnits(tokens: readonly Token[], readings: readonly AmountReading[]): AmountReading[] {
  const carried: AmountReading[] = []
  const money = new Map<string, string | null>()
  for (const [index, reading] of readings.entries()) {
    const isBare = reading.unit === '' && !reading.rule.endsWith('ordinal')
    const unit = isBare
      ? (unitAhead(tokens, reading, readings[index + 1]) ?? carriedUnit(tokens, reading, carried))
      : null
    carried.push(unit ? { ...reading, unit, rule: 'quantities/carried' } : told(tokens, reading, money))
  }
  return carried
}

/** The reading with the unit that the text around it means by its own one. */
function told(tokens: readonly Token[], reading: AmountReading, money: Map<string, string | null>): AmountReading {
  if (isPolled(tokens, reading)) return { ...reading, unit: 'percentage point' }
  if (!SHARED_MONEY.has(reading.unit)) return reading
  const known = money.get(reading.unit)
  const code = known === undefined ? moneyOfText(tokens, reading.unit) : known
  money.set(reading.unit, code)
  return code === null ? reading : { ...reading, unit: code }
}
const SHARED_MONEY = new Set(['rupee', 'peso', 'dinar', 'shilling'])

/** "from 3.1 to 3.4 percent", "27 and 29 years old": the measured unit comes with the second number. */
function unitAhead(tokens: readonly Token[], reading: AmountReading, next: AmountReading | undefined): string | null {
  if (!next || next.start !== reading.end + 1 || next.unit === '' || next.unit === 'ordinal') return null
  const joiner = at(tokens, reading.end).lower
  if (joiner === 'to') return at(tokens, reading.start - 1).lower === 'from' ? next.unit : null
  return (joiner === 'and' || joiner === 'or') && next.rule.endsWith('-unit') ? next.unit : null
}

function carriedUnit(
  tokens: readonly Token[],
  reading: AmountReading,
  before: readonly AmountReading[],
): string | null {
  if (at(tokens, reading.start - 1).lower === 'to' && at(tokens, reading.start - 2).kind === 'number') return null
  if (at(tokens, reading.end).lower === 'to' && at(tokens, reading.end + 1).kind === 'number') return null
  const happened = happenedTo(tokens, reading.end)
  if (happened) return happened
  if (isIndexLevel(tokens, reading)) return 'point'
  if (isHarmed(tokens, reading.start) || isTownOf(tokens, reading.start)) return 'people'
  const last = before.at(-1)
  const isSameSentence = last !== undefined && isInSentence(tokens, last.end, reading.start)
  if (last && isSameSentence && isCompared(tokens, last, reading)) return last.unit
  const rate = isRate(tokens, reading.start) ? before.slice(-6).findLast(({ unit }) => / per \d/.test(unit)) : undefined
  if (rate) return rate.unit
  const named = unitNamedBefore(tokens, reading.start)
  if (named) return named
  if (isSameSentence && last && isCount(last) && reading.value < 1e6) return last.unit
  return null
}

/** "rates of 80.4", "a rate of 12". */
const isRate = (tokens: readonly Token[], start: number): boolean =>
  at(tokens, start - 1).lower === 'of' && at(tokens, start - 2).lower.startsWith('rate')

const isCount = ({ unit, rule }: AmountReading): boolean =>
  unit !== '' && unit !== 'ordinal' && unit !== 'share' && (rule.endsWith('-count') || rule === 'quantities/carried')

/** "23 were killed", "4,000 have died": people, when nothing is counted. */
export function happenedTo(tokens: readonly Token[], from: number): string | null {
  for (let k = from; k < from + 4; k++) {
    const { lower } = at(tokens, k)
    const what = HAPPENED.get(lower)
    if (what) return what
    if (!AUXILIARIES.holds(at(tokens, k))) return null
  }
  return null
}

/** "injured more than 5,000", "killing 12": the number right behind, over its bound. */
function isHarmed(tokens: readonly Token[], start: number): boolean {
  let k = start - 1
  while (k > start - 5 && BOUNDS.holds(at(tokens, k))) k--
  return HARMING.holds(at(tokens, k))
}
const HARMING = wordSet(
  'killed killing injured injuring wounded wounding displaced displacing evacuated evacuating sickened',
)
const BOUNDS = wordSet(
  'more than over at least about around nearly almost some up to another as many roughly fewer less',
)

/** "a town of 50,000". */
const isTownOf = (tokens: readonly Token[], start: number): boolean => {
  let k = start - 1
  while (k > start - 4 && BOUNDS.holds(at(tokens, k))) k--
  return at(tokens, k).lower === 'of' && TOWNS.holds(at(tokens, k - 1))
}
const TOWNS = wordSet(
  'town city village community suburb county state nation country island region metropolis settlement congregation',
)

/** Close by in the same sentence, joined by a word of comparison; a percentage lends itself only to small numbers. */
function isCompared(tokens: readonly Token[], last: AmountReading, reading: AmountReading): boolean {
  if (last.unit === '' || last.unit === 'ordinal' || reading.start - last.end > 12) return false
  if (last.unit.startsWith('percent') && reading.value > 1000) return false
  if (
    MONEY.test(last.unit) &&
    (reading.value < last.value / 1000 || reading.value > last.value * 1000 || reading.value < 1e6)
  )
    return false
  if (/ \(age\)$|^(?:year|month|week|day|hour|minute)$/.test(last.unit)) return false
  for (let k = last.end; k < reading.start; k++) if (COMPARING.holds(at(tokens, k))) return true
  return false
}

function isInSentence(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > FARTHEST) return false
  for (let k = from; k < to; k++) {
    const token = at(tokens, k)
    if (token.kind === 'mark' && SENTENCE_ENDS.has(token.text)) return false
  }
  return true
}

/** Walks back over the sentence to "cases per 100,000 people", "the number of boats", "the death toll" or a plural subject. */
function unitNamedBefore(tokens: readonly Token[], start: number): string | null {
  const isSaid = isSaidOf(tokens, start)
  let subject: string | null = null
  for (let k = start - 1; k >= Math.max(0, start - FARTHEST); k--) {
    const token = at(tokens, k)
    if (token.kind === 'mark' && SENTENCE_ENDS.has(token.text)) break
    if (token.kind !== 'word') continue
    if (NAMING.holds(token)) {
      if (token.lower === 'number' && at(tokens, k + 1).lower === 'of') return pluralFrom(tokens, k + 2) ?? subject
      const rate = token.lower === 'per' ? rateNamed(tokens, k) : null
      if (rate) return rate
      if (token.lower === 'sample') return sampled(tokens, k)
      const counted = COUNTED_BY.of(token)
      if (counted !== undefined) return counted || null
    }
    if (isSaid && !subject && looksPlural(token.lower) && !PERIOD_WORDS.holds(token))
      subject = pluralEndingAt(tokens, k)
  }
  return subject
}

/** The word before the number, over approximations, links it to what it is said of: "claims had topped 6 million". */
function isSaidOf(tokens: readonly Token[], start: number): boolean {
  const before = at(tokens, start - 1)
  return (SAID_OF.holds(before) && before.lower !== 'of') || before.lower === 'including'
}

/** "the likely voter sample is 651": of whom the sample is. */
function sampled(tokens: readonly Token[], k: number): string | null {
  const who = at(tokens, k - 1)
  const isNoun = who.kind === 'word' && !ENDS_NOUN_PHRASE.holds(who) && !RANDOM.holds(who)
  return isNoun ? `${who.lower}s` : 'people'
}
const RANDOM = wordSet('random representative national final whole total full overall entire small large')

/** "new infections per 100,000 people" around "per". */
function rateNamed(tokens: readonly Token[], per: number): string | null {
  const base = readNumber(tokens, per + 1)
  if (!base || base.value < 10) return null
  const noun = pluralEndingAt(tokens, per - 1)
  if (!noun) return null
  const what = at(tokens, base.end)
  return `${noun} per ${base.value}${looksPlural(what.lower) ? ` ${what.lower}` : ''}`
}

function pluralFrom(tokens: readonly Token[], i: number): string | null {
  const noun = countedNoun(tokens, i)
  return noun && looksPlural(at(tokens, noun.end - 1).lower) ? noun.noun : null
}

/** The noun phrase that ends with the plural at token `end`: up to three words before it. */
function pluralEndingAt(tokens: readonly Token[], end: number): string | null {
  if (!looksPlural(at(tokens, end).lower)) return null
  let from = end
  while (from > end - 3) {
    const word = at(tokens, from - 1)
    if (word.kind !== 'word' || ENDS_NOUN_PHRASE.holds(word) || word.lower.startsWith("'")) break
    from--
  }
  for (let k = from; k < end; k++) {
    const noun = countedNoun(tokens, k)
    if (noun?.end === end + 1) return noun.noun
  }
  return at(tokens, end).lower
}
