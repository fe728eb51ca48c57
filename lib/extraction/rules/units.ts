import { at, isDash, type Token } from './tokens'
import { wordSet } from './words'

/** Spellings -> unit name. One-word spellings only; phrases are built in `unitAfter`. */
const SPELLINGS: Readonly<Record<string, string>> = {}
const TABLE = `
percent: % percent pct percents ％
second: second seconds sec secs
minute: minute minutes min mins
hour: hour hours hr hrs
day: day days
week: week weeks wk
month: month months
year: year years yr yrs
decade: decade decades
century: century centuries
millimetre: millimeter millimeters millimetre millimetres mm
centimetre: centimeter centimeters centimetre centimetres cm
metre: meter meters metre metres m
kilometre: kilometer kilometers kilometre kilometres km kms
inch: inch inches
foot: foot feet ft
yard: yard yards yd yds
mile: mile miles mi
acre: acre acres
hectare: hectare hectares ha
millilitre: milliliter milliliters millilitre millilitres ml
litre: liter liters litre litres
gallon: gallon gallons gal
ounce: ounce ounces oz
pint: pint pints
quart: quart quarts
barrel: barrel barrels bbl
tablespoon: tablespoon tablespoons tbsp
teaspoon: teaspoon teaspoons tsp
cup: cup cups
microgram: microgram micrograms microgramme microgrammes μg µg mcg
milligram: milligram milligrams mg
gram: gram grams g gramme grammes
kilogram: kilogram kilograms kg kgs kilo kilos
pound-mass: pound pounds lb lbs
ton: ton tons
metric ton: tonne tonnes
mile per hour: mph
kilometre per hour: kph kmh
mile per gallon: mpg
horsepower: horsepower hp
watt: watt watts
kilowatt: kilowatt kilowatts kw
megawatt: megawatt megawatts mw
gigawatt: gigawatt gigawatts gw
kilowatt hour: kwh
megawatt hour: mwh
gigawatt hour: gwh
volt: volt volts
calorie: calorie calories
hertz: hertz hz
kilohertz: khz
megahertz: mhz
gigahertz: ghz
decibel: decibel decibels db
bit: bit bits
byte: byte bytes
kilobyte: kilobyte kilobytes kb
megabyte: megabyte megabytes mb
gigabyte: gigabyte gigabytes gb
terabyte: terabyte terabytes tb
megabit: megabit megabits
celsius: celsius celcius centigrade centigrate ℃
fahrenheit: fahrenheit farenheit ℉
kelvin: kelvin kelvins
radian: radian radians rad
share: share shares
degree: degree degrees ° deg
point: point points
basis point: bps
times: times
`
for (const line of TABLE.trim().split('\n')) {
  const [name, spellings] = line.split(': ')
  for (const spelling of spellings?.split(' ') ?? []) Object.assign(SPELLINGS, { [spelling]: name })
}
/** Short spellings that count only behind digits. */
const SHORT = wordSet(`
  m g mi min sec ha kw mw gw mb gb tb kb db hp cm mm ml oz lb gal yd yr hr wk ft deg
`)
export const PERIODS = wordSet(`
  second minute hour day week month year decade century
`)

const spelled = (word: string): string | undefined => (Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : undefined)

/**
 * The measured unit that begins at token `i` (behind the number and an optional dash): "percentage points", "square
 * miles", "km/h", "miles per hour", "degrees Celsius", "barrels of oil", "years old".
 */
export function unitAfter(
  tokens: readonly Token[],
  i: number,
  isDigits: boolean,
): { end: number; unit: string } | null {
  const first = at(tokens, i)
  const next = at(tokens, i + 1)
  const percent = percentAt(tokens, i)
  if (percent) return percent
  if (first.text === '"' || first.text === '″' || first.text === "''")
    return isDigits && isInchSign(tokens, i) ? { end: i + 1, unit: 'inch' } : null
  if (first.lower === 'basis' && next.lower.startsWith('point')) return { end: i + 2, unit: 'basis point' }
  if (['square', 'cubic', 'sq', 'nautical', 'metric', 'light'].includes(first.lower)) return squareAt(tokens, i)
  const name = spelled(first.lower)
  if (!name) return null
  if ((SHORT.has(first.lower) && !isDigits) || name === 'share') return null
  if (name === 'degree') return degreeAt(tokens, i)
  const age = ageAt(tokens, i, name)
  if (age) return age
  return rateAt(tokens, i + 1, powered(tokens, i, name))
}

function percentAt(tokens: readonly Token[], i: number): { end: number; unit: string } | null {
  const [first, second, third] = [at(tokens, i), at(tokens, i + 1), at(tokens, i + 2)]
  let end = -1
  if (spelled(first.lower) === 'percent') end = i + 1
  else if (first.lower === 'per' && second.lower === 'cent') end = i + 2
  else if (first.lower === 'percentage' && second.lower.startsWith('point'))
    return { end: i + 2, unit: 'percentage point' }
  if (end < 0) return null
  const gap = isDash(at(tokens, end)) ? 1 : 0
  if (/^points?$/.test(at(tokens, end + gap).lower) && first.text !== '%')
    return { end: end + gap + 1, unit: 'percentage point' }
  const base = end === i + 1 ? second : third
  const noun = at(tokens, end + 1)
  if (base.lower === 'of' && /^[A-Z]{3}$/.test(noun.text)) return { end, unit: `percent of ${noun.text}` }
  return { end, unit: 'percent' }
}

/** A quote sign is inches only where no quotation is open before it in the same stretch. */
const isInchSign = (tokens: readonly Token[], i: number): boolean => {
  for (let k = i - 1; k >= Math.max(0, i - 40); k--) if (/["“]/.test(at(tokens, k).text)) return false
  return true
}

function squareAt(tokens: readonly Token[], i: number): { end: number; unit: string } | null {
  const kind = at(tokens, i).lower === 'sq' ? 'square' : at(tokens, i).lower
  const skip = at(tokens, i + 1).text === '.' || isDash(at(tokens, i + 1)) ? 2 : 1
  const word = at(tokens, i + skip).lower
  const name = spelled(word)
  if (!name) return null
  if (kind === 'metric')
    return name === 'ton' || name === 'metric ton' ? rateAt(tokens, i + skip + 1, 'metric ton') : null
  return { end: i + skip + 1, unit: `${kind} ${name}` }
}

/** "m2", "km²". */
const powered = (tokens: readonly Token[], i: number, name: string): string => {
  const sign = at(tokens, i + 1)
  if (sign.start !== at(tokens, i).end) return name
  if (sign.text === '²' || sign.text === '2') return `square ${name}`
  if (sign.text === '³' || sign.text === '3') return `cubic ${name}`
  return name
}

function degreeAt(tokens: readonly Token[], i: number): { end: number; unit: string } {
  const next = at(tokens, i + 1)
  const scale = spelled(next.lower)
  if (scale === 'celsius' || scale === 'fahrenheit') return { end: i + 2, unit: scale }
  if (next.lower === 'c' || next.lower === 'f')
    return { end: i + 2, unit: next.lower === 'c' ? 'celsius' : 'fahrenheit' }
  return { end: i + 1, unit: 'degree' }
}

/** "60 years old", "78-year-old", "95 years of age", "three months old". */
function ageAt(tokens: readonly Token[], i: number, name: string): { end: number; unit: string } | null {
  if (!['day', 'week', 'month', 'year'].includes(name)) return null
  let k = i + 1
  if (isDash(at(tokens, k))) k += 1
  if (at(tokens, k).lower === 'old' || at(tokens, k).lower === 'olds') return { end: k + 1, unit: `${name} (age)` }
  if (at(tokens, k).lower === 'of' && at(tokens, k + 1).lower === 'age') return { end: k + 2, unit: `${name} (age)` }
  return null
}

/** "per hour", "/h", "a day", "a gallon" behind a unit. */
function rateAt(tokens: readonly Token[], i: number, name: string): { end: number; unit: string } {
  const start = name.startsWith('square ') || name.startsWith('cubic ') ? i + 1 : i
  const rate = readRate(tokens, start)
  return rate ? { end: rate.end, unit: `${name} per ${rate.unit}` } : { end: start, unit: name }
}

export function readRate(tokens: readonly Token[], i: number): { end: number; unit: string } | null {
  const [word, next] = [at(tokens, i), at(tokens, i + 1)]
  if (word.lower !== 'per' && word.text !== '/' && word.lower !== 'a' && word.lower !== 'an') return null
  const name =
    word.text === '/' && next.lower === 'h'
      ? 'hour'
      : word.text === '/' && next.lower === 's'
        ? 'second'
        : spelled(next.lower)
  if (!name || name === 'percent') return null
  if (['earlier', 'ago', 'before', 'later', 'old'].includes(at(tokens, i + 2).lower)) return null
  const isRate =
    word.lower === 'per' ||
    word.text === '/' ||
    PERIODS.has(name) ||
    [
      'gallon',
      'barrel',
      'ton',
      'metric ton',
      'litre',
      'kilogram',
      'pound-mass',
      'ounce',
      'mile',
      'acre',
      'share',
    ].includes(name)
  return isRate ? { end: i + 2, unit: name } : null
}
