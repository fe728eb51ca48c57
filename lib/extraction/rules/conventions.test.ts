import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

/** Wednesday 5 March 2025 */
const SAID = '2025-03-05'
const times = (text: string, country: string | null = null, publishedOn: string | null = SAID) =>
  extract({ text, publishedOn, country }).times.map(({ text: words, from, to }) =>
    from === to ? `${words} ${from}` : `${words} ${from}..${to}`,
  )

describe('days', () => {
  test.each([
    ['The pact must be signed by March 14.', ['March 14 2025-03-14']],
    ['The editorial appeared on Thursday, March 6: it was short.', ['Thursday, March 6 2025-03-06']],
    ['The Feb. 7 blaze destroyed the mill, and nobody will rebuild it.', ['Feb. 7 2025-02-07']],
    ['They will meet from 27 to 29 October.', ['27 to 29 October 2025-10-27..2025-10-29']],
    ['Lind will be in Tarn from May 5 to 7, 2026.', ['May 5 to 7, 2026 2026-05-05..2026-05-07']],
    ['Lind was in Tarn May 5-7, 2019, and left.', ['May 5-7, 2019 2019-05-05..2019-05-07']],
    [
      'The fair runs from 30 December 2025 to 2 January 2026.',
      ['30 December 2025 to 2 January 2026 2025-12-30..2026-01-02'],
    ],
    ['The pier was closed on 24 and 25 February.', ['24 2025-02-24', '25 February 2025-02-25']],
    ['The pier will be closed between May 3 and May 9.', ['May 3 and May 9 2025-05-03..2025-05-09']],
    ['The letter is dated 27.10.2024.', ['27.10.2024 2024-10-27']],
    ['The photo was taken on 10/26/89.', ['10/26/89 1989-10-26']],
    ['The ban will begin on the 15th of next month.', ['15th of next month 2025-04-15']],
    ['The board will decide on the 27th.', ['27th 2025-03-27']],
    ['The vote is on the second Tuesday in November.', ['second Tuesday in November 2025-11-11']],
    ['The hall will reopen on the last Friday of the month.', ['last Friday of the month 2025-03-28']],
    ['They arrived last Tuesday.', ['last Tuesday 2025-03-04']],
    ['The talks will resume next Friday.', ['next Friday 2025-03-14']],
    ['They met on Friday last week.', ['Friday last week 2025-02-28']],
    ['The crews will rest on Monday of next week.', ['Monday of next week 2025-03-10']],
    ['The council will sit Monday through Wednesday.', ['Monday through Wednesday 2025-03-10..2025-03-12']],
    ['The trial starts two weeks from Monday.', ['two weeks from Monday 2025-03-24']],
    ['The ship left this morning.', ['this morning 2025-03-05']],
    ['The vote took place last night.', ['last night 2025-03-04']],
    ['The crew meets every Friday.', []],
    ['The fair will be held on May 3 and 4 between 9am and noon.', ['May 3 2025-05-03', '4 2025-05-04']],
    ['She joined after the Sept. 11 attacks.', ['Sept. 11 2001-09-11']],
    ['The storm struck on Sept. 11.', ['Sept. 11 2024-09-11']],
    ['Patrols will be doubled over the next 48 hours.', ['next 48 hours 2025-03-05..2025-03-07']],
    ['Divers searched for the last 24 hours.', ['last 24 hours 2025-03-04..2025-03-05']],
    ['The town opened a Christmas market.', []],
    ['The hall was closed at Christmas.', ['Christmas 2024-12-25']],
    ['The order was made under the Harbours Act 2014.', []],
    ['The act of 2014 was changed.', ['2014 2014-01-01..2014-12-31']],
    ['Prices rose in the last few weeks.', []],
    ['The strike will last two weeks.', []],
    ['The strike did not last two weeks.', []],
    ['Prices rose over the last two weeks.', ['last two weeks 2025-02-19..2025-03-05']],
    ['Rain will fall over the next few days.', ['next few days 2025-03-06..2025-03-12']],
    ['Prices will rise in the next few weeks.', ['next few weeks 2025-03-06..2025-04-02']],
    ['Four ferries have sunk so far this year.', ['this year 2025-01-01..2025-03-05']],
    ['Four ferries have sunk this month so far.', ['this month 2025-03-01..2025-03-05']],
    ['Profit rose in the December quarter.', ['December quarter 2024-10-01..2024-12-31']],
    ['The divers rested in July and August.', ['July and August 2024-07-01..2024-08-31']],
    ['The divers rested in July and October.', ['July 2024-07-01..2024-07-31', 'October 2024-10-01..2024-10-31']],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual(expected)
  })

  test.each([
    ['The board on Tuesday issued a warning.', '2025-03-04'],
    ['The owners have given the tenants until 9 a.m. Tuesday to leave.', '2025-03-11'],
    ['Lind will cut fares on Tuesday.', '2025-03-11'],
    ['During Friday’s hearing, both sides will call witnesses.', '2025-03-07'],
    ['The ferry could return as soon as Tuesday.', '2025-03-11'],
    ['The council decided to open the lock on Friday.', '2025-03-07'],
    ['Ahead of Friday’s vote, the parties argued.', '2025-03-07'],
  ])('lets verbs and limits decide which: %s', (text, day) => {
    expect(extract({ text, publishedOn: SAID }).times[0]).toMatchObject({ from: day, to: day })
  })

  test('keeps both readings of "next Friday" early in the week', () => {
    const [claim] = extract({ text: 'The council will vote next Friday.', publishedOn: SAID }).claims
    expect(claim?.due).toMatchObject({ from: '2025-03-14', text: 'next Friday' })
    expect(claim?.dueAlternatives).toEqual([{ from: '2025-03-07', to: '2025-03-07' }])
    expect(claim?.flags).toEqual(['ambiguous-day'])
  })

  test('reads a day in digits as the publisher’s country writes it', () => {
    expect(times('It closed on 3/4/2024.', 'IN')).toEqual(['3/4/2024 2024-04-03'])
    expect(times('It closed on 3/4/2024.', 'PH')).toEqual(['3/4/2024 2024-03-04'])
    expect(times('It closed on 25/12/2024.', 'US')).toEqual(['25/12/2024 2024-12-25'])
  })
})

describe('months, seasons, parts', () => {
  test.each([
    ['The March vote will decide it.', ['March 2025-03-01..2025-03-31']],
    ['Since her January appointment, she has been ill.', ['January 2025-01-01..2025-01-31']],
    ['The plan, which was proposed in August, would close the lock.', ['August 2024-08-01..2024-08-31']],
    ['The council rejected the fees that Lind proposed in August.', ['August 2024-08-01..2024-08-31']],
    ['The proposed August visit will cost more.', ['August 2025-08-01..2025-08-31']],
    [
      'The bank will cut its rate in May, citing weak sales in January.',
      ['May 2025-05-01..2025-05-31', 'January 2025-01-01..2025-01-31'],
    ],
    ['Rates were cut more than forecast in July.', ['July 2024-07-01..2024-07-31']],
    ['Landings fell between 2019 and 2024.', ['2019 2019-01-01..2019-12-31', '2024 2024-01-01..2024-12-31']],
    ['Landings fell from 2019 to 2024.', ['2019 to 2024 2019-01-01..2024-12-31']],
    ['The show will run from November 2025 to March 2026.', ['November 2025 to March 2026 2025-11-01..2026-03-31']],
    ['It sold well between October 2023 and March 2024.', ['October 2023 and March 2024 2023-10-01..2024-03-31']],
    ['It fell in the first nine months of 2024.', ['first nine months of 2024 2024-01-01..2024-09-30']],
    ['It will open in the first week of May.', ['first week of May 2025-05-01..2025-05-07']],
    ['The hearing is set for the week of May 12.', ['week of May 12 2025-05-12..2025-05-18']],
    ['Sales rose in the week ended Feb. 28.', ['week ended Feb. 28 2025-02-22..2025-02-28']],
    ['It will open on the weekend of April 12.', ['weekend of April 12 2025-04-12..2025-04-13']],
    ['The pool will open this summer.', ['this summer 2025-06-01..2025-08-31']],
    ['The pool was shut in the winter of 2023-24.', ['winter of 2023-24 2023-12-01..2024-02-29']],
    ['Jan Holm met April Ryan and June Carter.', []],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual(expected)
  })

  test.each([
    ['The road will be finished by year-end.', ['year-end 2025-03-05..2025-12-31']],
    ['The road will be finished later in the year.', ['later in the year 2025-03-06..2025-12-31']],
    ['Profit rose in Q3 2024.', ['Q3 2024 2024-07-01..2024-09-30']],
    [
      'Last year’s third quarter was weak.',
      ['Last year 2024-01-01..2024-12-31', 'third quarter 2024-07-01..2024-09-30'],
    ],
    ['By May, it will have opened 200 shops.', ['May 2025-03-05..2025-05-31']],
    [
      'The case will be heard early next year, in January.',
      ['early next year 2026-01-01..2026-04-30', 'January 2026-01-01..2026-01-31'],
    ],
    ['Fares will rise over the next year.', ['next year 2025-03-05..2026-03-05']],
    ['The hosts scored 24 points in the third quarter.', []],
    ['The suit is No. 095/2018.', []],
    ['Third-quarter profit fell.', ['Third-quarter 2024-07-01..2024-09-30']],
    ['Output will grow in the second half of next year.', ['second half of next year 2026-07-01..2026-12-31']],
    ['It was dug in the mid-1990s.', ['mid-1990s 1994-01-01..1996-12-31']],
    ['It was dug in the 19th century.', ['19th century 1801-01-01..1900-12-31']],
    ['Fares will double by 2030.', ['2030 2025-03-05..2030-12-31']],
    ['The pool will not open until May.', ['May 2025-05-01..2025-05-31']],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual(expected)
  })
})

describe('holidays', () => {
  test.each([
    ['The shop will shut on Good Friday.', null, 'Good Friday 2025-04-18'],
    ['They will march on Easter Monday.', null, 'Easter Monday 2025-04-21'],
    ['The vote is on Election Day.', null, 'Election Day 2025-11-04'],
    ['They met at Thanksgiving.', null, 'Thanksgiving 2024-11-28'],
    ['They will meet at Thanksgiving.', 'CA', 'Thanksgiving 2025-10-13'],
    ['They will march on Independence Day.', 'IN', 'Independence Day 2025-08-15'],
    ['The line will open before Christmas 2026.', null, 'Christmas 2026 2026-12-25'],
    ['They rested during Easter week.', null, 'Easter week 2024-03-25..2024-03-31'],
  ])('%s', (text, country, expected) => {
    expect(times(text, country)).toEqual([expected])
  })
})

describe('fiscal years', () => {
  const claim = (text: string, country: string | null = null) =>
    extract({ text, publishedOn: SAID, country }).claims.at(-1)

  test.each([
    ['Congress will spend more in fiscal 2026.', null, '2025-10-01', '2026-09-30'],
    ['Japan will spend more in fiscal 2025.', null, '2025-04-01', '2026-03-31'],
    ['India will borrow more in FY26.', null, '2025-04-01', '2026-03-31'],
    ['Britain will borrow more in the 2025-26 financial year.', null, '2025-04-01', '2026-03-31'],
    ['The ministry will borrow more in fiscal 2026.', 'AU', '2025-07-01', '2026-06-30'],
    ['Its fiscal year ends in June. The firm will hire more in fiscal 2026.', null, '2025-07-01', '2026-06-30'],
    ['The firm will hire more in the fiscal year ending March 2026.', null, '2025-04-01', '2026-03-31'],
    [
      'The firm will hire more in the third quarter of fiscal 2026, the U.S. unit said.',
      null,
      '2026-04-01',
      '2026-06-30',
    ],
  ])('%s', (text, country, from, to) => {
    expect(claim(text, country)).toMatchObject({ due: { from, to }, flags: ['fiscal-year'] })
  })

  test('asks the desk when nobody says whose year it is', () => {
    expect(claim('The firm will hire more in fiscal 2026.')).toMatchObject({
      due: null,
      flags: ['fiscal-year'],
      dueAlternatives: [
        { from: '2026-01-01', to: '2026-12-31' },
        { from: '2025-10-01', to: '2026-09-30' },
        { from: '2026-04-01', to: '2027-03-31' },
      ],
    })
  })
})

describe('times told from others', () => {
  test.each([
    ['The mill burned on Jan. 12. Earlier that day, a pipe had burst.', 'that day 2025-01-12'],
    ['The mill burned on Jan. 12. It reopened the next morning.', 'next morning 2025-01-13'],
    ['She left in June 2023 and returned later that year.', 'that year 2023-01-01..2023-12-31'],
    ['The mill opened in 2019. It closed two years later.', 'two years later 2021-01-01..2021-12-31'],
    ['Prices rose from a year earlier.', 'a year earlier 2024-01-01..2024-12-31'],
    ['On Friday 80 people came, 20 more than the day before.', 'day before 2025-02-27'],
    ['The fire broke out on Jan. 12. He had left 10 days before the fire.', '10 days 2025-01-02'],
    ['A guard was killed on Jan. 12. Witnesses left town the day after the murder.', 'the day 2025-01-13'],
    ['She called the day before last Tuesday’s hearing.', 'the day before last Tuesday 2025-03-03'],
    [
      'A guard was killed in January. Holm was stabbed to death on Jan. 12. He had left 10 days before the murder.',
      '10 days 2025-01-02',
    ],
    ['The Lund summit will open on March 13. Holm will miss next week’s summit.', 'next week 2025-03-13'],
    ['The Lund summit will open on March 13. Holm will miss next week’s vote.', 'next week 2025-03-10..2025-03-16'],
  ])('%s', (text, expected) => {
    expect(times(text).at(-1)).toBe(expected)
  })

  test('agree on a near weekday that a story for the next day’s paper tells as past', () => {
    const text = 'Lind headed Thursday to Malmo. She will land there early Thursday.'
    expect(times(text)).toEqual(['Thursday 2025-03-06', 'Thursday 2025-03-06'])
    expect(times('Lind arrived Saturday in Malmo. She will leave Saturday.')).toEqual([
      'Saturday 2025-03-01',
      'Saturday 2025-03-08',
    ])
  })

  test('stay unread when nothing was named, or when several would fit', () => {
    expect(times('It reopened the next morning.')).toEqual([])
    expect(times('He had left 10 days before the fire.')).toEqual([])
    expect(
      times('A fire broke out on Jan. 12. A fire broke out on Feb. 3. He left 10 days before the fire.'),
    ).toHaveLength(2)
  })
})
