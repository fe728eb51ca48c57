import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const quantities = (text: string, country: string | null = null) =>
  extract({ text, publishedOn: '2025-03-05', country }).quantities
const amounts = (text: string, country: string | null = null) =>
  quantities(text, country).map(({ value, unit }) => [value, unit] as const)

describe('units and rates', () => {
  test.each([
    ['Diesel costs 94 cents a litre.', 94, 'cent per litre'],
    ['Eggs are 80 cents a dozen.', 80, 'cent per dozen'],
    ['The offer is $70-a-share.', 70, 'USD per share'],
    ['They spend $9,000 per pupil.', 9000, 'USD per pupil'],
    ['The wind blew at 45 miles an hour.', 45, 'mile per hour'],
    ['It grew 3 percent a year.', 3, 'percent per year'],
    ['The mill burns 400 tonnes of straw a day.', 400, 'metric ton per day'],
    ['Doctors saw 12 cases per 100,000 people.', 12, 'cases per 100000 people'],
    ['The plant makes 40 GWh.', 40, 'gigawatt hour'],
    ['The field is 30 km² wide.', 30, 'square kilometre'],
    ['The lift carries 100t.', 100, 'metric ton'],
    ['Water warmed to −2 degrees Celsius.', -2, 'celsius'],
    ['The patient is 87 y/o.', 87, 'year (age)'],
  ])('%s', (text, value, unit) => {
    expect(amounts(text)).toEqual([[value, unit]])
  })
})

describe('money of the world', () => {
  test.each([
    ['It cost 400 Egyptian pounds.', 400, 'EGP'],
    ['It cost 12 million Kuwaiti dinars.', 12_000_000, 'KWD'],
    ['It cost J$500.', 500, 'JMD'],
    ['The loan is MEUR 60.', 60_000_000, 'EUR'],
    ['The bridge cost 1.8m dollars.', 1_800_000, 'USD'],
    ['He owes 2,000 rupees.', 2000, 'rupee'],
    ['The Indian firm lost Rs 40 lakh.', 4_000_000, 'INR'],
    ['A Kenyan court set the fine at 9,000 shillings.', 9000, 'KES'],
    ['Shippers asked for dlrs 12 million.', 12_000_000, 'USD'],
    ['The port owes N750m.', 750_000_000, 'NGN'],
  ])('%s', (text, value, unit) => {
    expect(amounts(text)).toEqual([[value, unit]])
  })

  test('names that several countries share are decided by the country of the publisher', () => {
    expect(amounts('He owes 2,000 rupees.', 'IN')).toEqual([[2000, 'INR']])
    expect(amounts('He owes 90 pesos.', 'PH')).toEqual([[90, 'PHP']])
    expect(amounts('He owes 90 Chilean pesos.', 'PH')).toEqual([[90, 'CLP']])
  })

  test('the text may say which dollar it means', () => {
    expect(amounts('The dam cost $5 million. (All figures are in Canadian dollars.)')).toEqual([[5_000_000, 'CAD']])
  })

  test('pounds are money where somebody pays', () => {
    expect(amounts('He was fined 500 pounds.')).toEqual([[500, 'GBP']])
    expect(amounts('They sold 500 pounds of butter.')).toEqual([[500, 'pound-mass']])
  })

  test('an amount in brackets behind another shares its bound', () => {
    expect(quantities('They want up to $12bn (£10bn).').map(({ modifier }) => modifier)).toEqual(['upTo', 'upTo'])
  })

  test('a code before the next amount is not taken for the one behind the last', () => {
    expect(amounts('They paid rmb 10 usd 20.')).toEqual([
      [10, 'CNY'],
      [20, 'USD'],
    ])
  })
})

describe('fractions, multiples and compound amounts', () => {
  test.each([
    ['Ann Lind, a mother of three, left.', 3, 'children'],
    ['Half of the crew left.', 0.5, 'share'],
    ['A third of the fleet is old.', 1 / 3, 'share'],
    ['Rents rose by a quarter.', 0.25, 'share'],
    ['It grew half a percentage point.', 0.5, 'percentage point'],
    ['They walked two and a half miles.', 2.5, 'mile'],
    ['Sales reached two and a half million dollars.', 2_500_000, 'USD'],
    ['A quarter million tickets were sold.', 250_000, 'tickets'],
    ['Rents doubled.', 2, 'times'],
    ['It was a tenfold rise.', 10, 'times'],
    ['She was jailed for two years and three months.', 27, 'month'],
    ['It took 5 hours 20 minutes.', 320, 'minute'],
    ['The mast is 12 ft 2 in tall.', 146, 'inch'],
    ['They waited one hour and a half.', 1.5, 'hour'],
  ])('%s', (text, value, unit) => {
    const found = amounts(text)
    expect(found).toHaveLength(1)
    expect(found[0]?.[0]).toBeCloseTo(value, 9)
    expect(found[0]?.[1]).toBe(unit)
  })
})

describe('ranges', () => {
  test.each([
    ['Bonuses for pilots were $500 to $2,000.', 500, 2000, 'USD'],
    ['The yard will pay $500 to $600 million.', 500_000_000, 600_000_000, 'USD'],
    ['Pilots earn between $30,000 and $60,000 a year.', 30_000, 60_000, 'USD per year'],
    ['The pumps need 80% to 90% of the power.', 80, 90, 'percent'],
    ['There are fees ranging from 5 percent to 25 percent.', 5, 25, 'percent'],
    ['It hired 18- to 24-year-old sailors.', 18, 24, 'year (age)'],
    ['Crews are tested two or three times a week.', 2, 3, 'times per week'],
  ])('%s', (text, low, high, unit) => {
    expect(quantities(text).map((found) => [found.low, found.high, found.unit])).toEqual([[low, high, unit]])
  })

  test('from one figure to another is a change, not a range', () => {
    expect(amounts('Fees rose from 5 percent to 25 percent.')).toEqual([
      [5, 'percent'],
      [25, 'percent'],
    ])
  })

  test.each([
    ['The lock took a year and a half to build.', 1.5, 'year'],
    ['They are less than half of 1 percent of the crew.', 0.5, 'percent'],
  ])('%s', (text, value, unit) => {
    expect(amounts(text)).toEqual([[value, unit]])
  })

  test.each([
    'The plan is 100 percent wrong, Lind said.',
    'The shop stands in the 4100 block of Quay Lane.',
    'The paper +412 Harbour reported it.',
  ])('no amount: %s', (text) => {
    expect(amounts(text)).toEqual([])
  })
})

describe('what is counted', () => {
  test.each([
    ['Of the 10 judges, six were appointed last year.', ['judges', 'judges']],
    ['Ten ferries sail rather than 11.', ['ferries', 'ferries']],
    ['The number of idle boats rose to 400.', ['idle boats']],
    ['The death toll stands at 31.', ['deaths']],
    ['Jobless claims topped 6 million.', ['Jobless claims']],
    ['In the north 23 were killed.', ['people']],
    ['Five of its nine mills closed.', ['mills', 'mills']],
    ['The 12-member council met.', ['member']],
    ['One dealer said so.', ['dealer']],
    ['It sank 10m people.', ['people']],
    ['In Harlow 300 people were hurt.', ['people']],
    ['Five more losses followed.', ['losses']],
    ['Rates are 3 and 5 percent.', ['percent', 'percent']],
    ['They are 27 and 29 years old.', ['year (age)', 'year (age)']],
    ['It is for pupils aged 12 to 16.', ['year (age)']],
    ['About 25 boats a week are built.', ['boats']],
  ])('%s', (text, units) => {
    expect(quantities(text).map(({ unit }) => unit)).toEqual(units)
  })

  test.each([
    ['The three harbours reopened.', [[3, 'harbours']]],
    [
      'The storm killed 40 farmers and injured more than 300.',
      [
        [40, 'farmers'],
        [300, 'people'],
      ],
    ],
    ['She is the mayor of a town of 8,000.', [[8000, 'people']]],
    ['The likely voter sample was 640.', [[640, 'voters']]],
    ['The Nikkei closed at 38,120.40.', [[38_120.4, 'point']]],
    ['Pollsters see her ahead by 3 points.', [[3, 'percentage point']]],
    ['The Gulls won by 3 points.', [[3, 'point']]],
    ['The margin is plus or minus 4 percentage points.', [[4, 'percentage point']]],
    ['Nearly eight of 10 divers agree.', [[0.8, 'share']]],
    ['It burns half as much oil as it did.', [[0.5, 'share']]],
    ['The disk holds 2 gigabytes per square inch.', [[2, 'gigabyte per square inch']]],
    ['Dr. Ole Ruud Jr., 61, resigned.', [[61, 'year (age)']]],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected)
  })

  test('a rate stated once is the unit of the numbers compared with it', () => {
    const text = 'The rate of new cases per 100,000 people is now 20.4, up from 18.4 a week before.'
    expect(amounts(text)).toEqual([
      [20.4, 'new cases per 100000 people'],
      [18.4, 'new cases per 100000 people'],
    ])
  })
})

describe('comparisons', () => {
  test.each([
    ['Joblessness was 3.4 percent, up from 3.1 percent in May.', [1, null], 'up'],
    ['Joblessness fell to 3.1 percent from 3.4 percent.', [1, null], 'down'],
    ['Tolls rose from 3.1 to 3.4 percent.', [null, 0], null],
    ['They built 40 boats rather than 30.', [1, null], null],
    ['It takes 3 days and costs 4 dollars.', [null, null], null],
  ])('%s', (text, partners, change) => {
    const found = quantities(text)
    expect(found.map(({ comparedWith }) => comparedWith)).toEqual(partners)
    if (change) expect(found[0]?.change).toBe(change)
    if (partners.some((partner) => partner !== null)) expect(found[0]?.unit).toBe(found[1]?.unit)
  })

  test('money that is raised does not rise', () => {
    expect(quantities('They raised $5 million.')[0]?.change).toBeNull()
    expect(quantities('Ferries make up 80 percent of it.')[0]?.change).toBeNull()
    expect(quantities('She showed up at the second hearing.')[0]?.change).toBeNull()
  })
})

describe('numbers that are no quantities', () => {
  test.each([
    ['Write to 12 Old Mill Lane, Harlow.'],
    ['The part has the code 24703m212.'],
    ['He was seen on 1 may that year.'],
    ['It 1) saves time and 2) needs no fuel.'],
    ['The doctor first treated her.'],
    ['A 911 caller told them so.'],
    ['It was the worst day since 9/11.'],
    ['The Gulls (1-2) lost.'],
    ['She earns a six-figure sum.'],
    ['It left only after first asking them.'],
    ['Lind won 6-4, 7-6 (5).'],
    ['Its number is 778257943577919488.'],
    ['She moved from one room to another.'],
    ['The two harbours reopened.'],
    ['Call the coast guard or police on 101.'],
    ['Witnesses should ring quoting reference 4471.'],
    ['The hotline is 0800 555 222.'],
    ['The shop is at 131 West 23rd Street.'],
    ['The section 35 dispersal order was lifted.'],
    ['The 4th District Court agreed.'],
    ['Goods of third-party sellers are sold.'],
    ['He earns £120,00 there.'],
    ['He rested for a second and went on.'],
    ['They wore N95 masks.'],
    ['Nearly a year ago the ferry sank.'],
    ['Those in the bottom fifth of incomes pay more.'],
  ])('%s', (text) => {
    expect(quantities(text)).toEqual([])
  })

  test('a rank in a row is one', () => {
    expect(amounts('Prices rose for the second week in a row.')).toEqual([[2, 'ordinal']])
  })

  test.each([
    ['It was the third time that the ferry failed.', 3],
    ['Divers found a second wreck.', 2],
    ['It was the first of three storms.', 1],
    ['The town saw a second day of floods.', 2],
    ['It is the second-biggest lake.', 2],
    ['It is the third 90-day delay.', 3],
    ['The fire began on the fourth floor.', 4],
  ])('a rank: %s', (text, value) => {
    expect(amounts(text)[0]).toEqual([value, 'ordinal'])
  })

  test.each([
    ['The ferry sank a day after the storm hit the coast.', 1, 'day'],
    ['Repairs take less than a week.', 1, 'week'],
    ['Dockers began a week-long strike.', 1, 'week'],
    ['Dockers began a monthlong strike.', 1, 'month'],
    ['Sales fell for four straight years.', 4, 'year'],
    ['The crew waited 20 more minutes.', 20, 'minute'],
    ['It would end the town’s 18-year dispute.', 18, 'year'],
  ])('a length of time: %s', (text, value, unit) => {
    expect(amounts(text)).toEqual([[value, unit]])
  })
})
