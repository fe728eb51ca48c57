import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const quantities = (text: string, country: string | null = null) =>
  extract({ text, publishedOn: '2025-03-05', country }).quantities

/** text -> value, unit, modifier, change of its only quantity */
const ONE: [string, number, string, string?, string?][] = [
  ['The port cost $14.9 billion.', 14_900_000_000, 'USD'],
  ['They asked for €3.5m at once.', 3_500_000, 'EUR'],
  ['A bid of ¥43 trillion failed.', 43_000_000_000_000, 'JPY'],
  ['A loan of A$2 million was refused.', 2_000_000, 'AUD'],
  ['A $5 million fund was set up.', 5_000_000, 'USD'],
  ['It fell by −0.4% over winter.', -0.4, 'percent', 'exact', 'down'],
  ['Rents rose 3 percent.', 3, 'percent', 'exact', 'up'],
  ['Support is 4 percentage points lower.', 4, 'percentage point'],
  ['More than 54,000 dock workers walked out.', 54_000, 'dock workers', 'moreThan'],
  ['Around 300 ships are waiting.', 300, 'ships', 'about'],
  ['At least 12 people were hurt.', 12, 'people', 'atLeast'],
  ['No more than 40 guests may enter.', 40, 'guests', 'atMost'],
  ['The grant is worth up to £900.', 900, 'GBP', 'upTo'],
  ['Two-thirds of the seats were empty.', 2 / 3, 'share'],
  ['Nearly one in five pupils was absent.', 0.2, 'share', 'about'],
  ['A quarter of a million voters moved.', 250_000, 'voters'],
  ['A dozen ferries were cancelled.', 12, 'ferries'],
  ['Okafor, 61, runs the harbour.', 61, 'year (age)'],
  ['The 78-year-old captain retired.', 78, 'year (age)'],
  ['It was his third visit to the island.', 3, 'ordinal'],
  ['The two-day meeting ended.', 2, 'day'],
  ['Petrol costs $3 a gallon.', 3, 'USD per gallon'],
  ['The train reached 320 km/h again.', 320, 'kilometre per hour'],
  ['Sales were 75 million dollars.', 75_000_000, 'USD'],
  ['They spend 2% of GDP on the fleet.', 2, 'percent of GDP'],
  ['Rates moved by 25 basis points.', 25, 'basis point'],
]

describe('quantities', () => {
  test.each(ONE)('%s', (text, value, unit, modifier = 'exact', change) => {
    const found = quantities(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ unit, modifier })
    expect(found[0]?.value).toBeCloseTo(value, 9)
    if (change) expect(found[0]?.change).toBe(change)
  })

  test.each([
    ['They ordered F-150 trucks under Article 5 at a Group of 20 dinner.'],
    ['One of the harbours closed; the two sides talked.'],
    ['In 2019 the law was passed.'],
    ['It sank on 3 May at 5 p.m. off the coast.'],
    ['The Boeing 737 landed on Route 66.'],
    ['Covid-19 closed the port.'],
  ])('takes no number inside a name or a date: %s', (text) => {
    expect(quantities(text)).toEqual([])
  })

  test.each([
    ['It will take $5-10 million.', 5e6, 10e6, 'USD'],
    ['Between 3 and 5 percent left.', 3, 5, 'percent'],
    ['They need 20-30 boats.', 20, 30, 'boats'],
  ])('reads a range: %s', (text, low, high, unit) => {
    expect(quantities(text)).toMatchObject([{ low, high, unit, value: (low + high) / 2 }])
  })

  test('takes two amounts behind "between" for one range, also when each carries its currency', () => {
    expect(quantities('It costs between $5 million and $10 million.')).toMatchObject([{ low: 5e6, high: 10e6 }])
  })

  test('reads "$" by the country of the publisher', () => {
    expect(quantities('It cost $5.', 'CA')[0]?.unit).toBe('CAD')
    expect(quantities('It cost $5.', 'AU')[0]?.unit).toBe('AUD')
    expect(quantities('It cost US$5.', 'AU')[0]?.unit).toBe('USD')
  })
})
