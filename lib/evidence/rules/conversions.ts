/** Units that can be turned into one another, as factor to the first of their family. Money is not: a rate belongs to a day. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { percent: 1, share: 100, 'basis point': 0.01 },
  {
    metre: 1,
    millimetre: 0.001,
    centimetre: 0.01,
    kilometre: 1000,
    inch: 0.0254,
    foot: 0.3048,
    yard: 0.9144,
    mile: 1609.344,
    'nautical mile': 1852,
  },
  {
    'square metre': 1,
    'square kilometre': 1e6,
    'square foot': 0.09290304,
    'square mile': 2589988.110336,
    hectare: 1e4,
    acre: 4046.8564224,
  },
  { kilogram: 1, milligram: 1e-6, gram: 0.001, ounce: 0.028349523125, 'pound-mass': 0.45359237, 'metric ton': 1000 },
  { litre: 1, millilitre: 0.001, 'cubic metre': 1000, barrel: 158.987294928 },
  { watt: 1, kilowatt: 1e3, megawatt: 1e6, gigawatt: 1e9 },
  { 'kilowatt hour': 1, 'megawatt hour': 1e3, 'gigawatt hour': 1e6 },
  { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 },
  { month: 1, year: 12, decade: 120, century: 1200 },
  { 'kilometre per hour': 1, 'mile per hour': 1.609344 },
]

/** Whether a unit is one of the measures that convert: no noun that is counted. */
export const isMeasure = (unit: string): boolean => FAMILIES.some((family) => ownValue(family, unit) !== null)

/** What a value in `from` is to be multiplied with to be in `to`; 1 for the same unit; null when they do not convert. */
export function conversionFactor(from: string, to: string): number | null {
  if (from === to) return 1
  for (const family of FAMILIES) {
    const [a, b] = [ownValue(family, from), ownValue(family, to)]
    if (a !== null && b !== null) return a / b
  }
  return null
}

const ownValue = (family: Readonly<Record<string, number>>, unit: string): number | null =>
  Object.hasOwn(family, unit) ? (family[unit] ?? null) : null
