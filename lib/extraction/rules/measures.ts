import { WordMap } from './lexicon'
import type { Token } from './tokens'
import { wordSet } from './words'

/** One line per unit: its name, then all spellings in lower case. Phrases ("square miles") are built in `units`. */
const TABLE = `
percent: % percent pct percents ％
nanosecond: nanosecond nanoseconds
microsecond: microsecond microseconds
millisecond: millisecond milliseconds ms msec
second: second seconds sec secs
minute: minute minutes min mins
hour: hour hours hr hrs
day: day days
week: week weeks wk wks
fortnight: fortnight fortnights
month: month months
year: year years yr yrs annum
decade: decade decades
century: century centuries
picometre: picometer picometers picometre picometres
nanometre: nanometer nanometers nanometre nanometres
micrometre: micrometer micrometers micrometre micrometres micron microns μm µm
millimetre: millimeter millimeters millimetre millimetres mm
centimetre: centimeter centimeters centimetre centimetres cm
decimetre: decimeter decimeters decimetre decimetres dm
metre: meter meters metre metres m
kilometre: kilometer kilometers kilometre kilometres km kms
inch: inch inches
foot: foot feet ft
yard: yard yards yd yds
mile: mile miles mi
fathom: fathom fathoms
furlong: furlong furlongs
acre: acre acres
hectare: hectare hectares ha
millilitre: milliliter milliliters millilitre millilitres ml
centilitre: centiliter centiliters centilitre centilitres cl
litre: liter liters litre litres
megalitre: megaliter megaliters megalitre megalitres
gigalitre: gigaliter gigaliters gigalitre gigalitres
gallon: gallon gallons gal
ounce: ounce ounces oz
pint: pint pints
quart: quart quarts
barrel: barrel barrels bbl bbls
bushel: bushel bushels
tablespoon: tablespoon tablespoons tbsp
teaspoon: teaspoon teaspoons tsp
cup: cup cups
nanogram: nanogram nanograms
microgram: microgram micrograms microgramme microgrammes μg µg mcg
milligram: milligram milligrams milligramme milligrammes mg
gram: gram grams g gramme grammes
kilogram: kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos
pound-mass: pound pounds lb lbs
stone: stone
ton: ton tons
metric ton: tonne tonnes t
kiloton: kiloton kilotons kilotonne kilotonnes kt
megaton: megaton megatons megatonne megatonnes mt
gigaton: gigaton gigatons gigatonne gigatonnes gt
carat: carat carats
troy ounce: ozt
mile per hour: mph
kilometre per hour: kph kmh kmph
knot: knot knots kt kts
mile per gallon: mpg
revolutions per minute: rpm
barrel per day: bpd
horsepower: horsepower hp
brake horsepower: bhp
milliwatt: milliwatt milliwatts
watt: watt watts w
kilowatt: kilowatt kilowatts kw
megawatt: megawatt megawatts mw
gigawatt: gigawatt gigawatts gw
terawatt: terawatt terawatts tw
watt hour: wh
kilowatt hour: kwh
megawatt hour: mwh
gigawatt hour: gwh
terawatt hour: twh
milliampere-hour: mah
joule: joule joules
kilojoule: kilojoule kilojoules kj
megajoule: megajoule megajoules mj
gigajoule: gigajoule gigajoules gj
volt: volt volts v
kilovolt: kilovolt kilovolts kv
ampere: amp amps ampere amperes
british thermal unit: btu btus
calorie: calorie calories
kilocalorie: kilocalorie kilocalories kcal
hertz: hertz hz
kilohertz: kilohertz khz
megahertz: megahertz mhz
gigahertz: gigahertz ghz
decibel: decibel decibels db
pascal: pascal pascals
hectopascal: hectopascal hectopascals hpa
kilopascal: kilopascal kilopascals kpa
megapascal: megapascal megapascals mpa
millibar: millibar millibars mbar
pound per square inch: psi
sievert: sievert sieverts
millisievert: millisievert millisieverts msv
becquerel: becquerel becquerels bq
bit: bit bits
byte: byte bytes
kilobyte: kilobyte kilobytes kb
megabyte: megabyte megabytes mb
gigabyte: gigabyte gigabytes gb
terabyte: terabyte terabytes tb
petabyte: petabyte petabytes pb
exabyte: exabyte exabytes eb
kilobit: kilobit kilobits kbit
megabit: megabit megabits mbit
gigabit: gigabit gigabits gbit
kilobit per second: kbps
megabit per second: mbps
gigabit per second: gbps
frame per second: fps
megapixel: megapixel megapixels mp
part per million: ppm
part per billion: ppb
celsius: celsius celcius centigrade centigrate ℃
fahrenheit: fahrenheit farenheit ℉
kelvin: kelvin kelvins
radian: radian radians rad
degree: degree degrees ° deg
share: share shares
point: point points
basis point: bps bp
times: times
`

/** Of a spelling in two lines the first counts. */
const SPELLINGS = new WordMap(
  TABLE.trim()
    .split('\n')
    .reverse()
    .flatMap((line) => {
      const [name = '', spellings = ''] = line.split(': ')
      return spellings.split(' ').map((spelling): [string, string] => [spelling, name])
    }),
)

/** The unit that a word or sign spells, or undefined. */
export const spelledUnit = (token: Token): string | undefined => SPELLINGS.of(token)

/** Short spellings that count only behind digits. */
export const SHORT = wordSet(`
  m g t v w mi min sec ha kw mw gw tw mb gb tb kb pb eb db hp cm mm dm cl ms kt mt gt mj gj kj mp bp rad amp amps
  ml oz lb gal yd yr hr wk ft deg
`)
/** Of the short ones, those that only count when glued to the digits: alone they are words or initials. */
export const GLUED = wordSet('t v w mp eb pb')

export const PERIODS = wordSet(`
  second minute hour day week fortnight month year decade century
`)

/** What a price or an amount is given for behind "a": "$3 a gallon", "64 cents a dozen", "$12 a head". */
export const RATED = wordSet(`
  gallon barrel ton litre kilogram pound-mass ounce mile kilometre acre hectare share bushel pint
  millisecond gram milligram metre foot
`)
