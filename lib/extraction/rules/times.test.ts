import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

/** Wednesday 5 March 2025 */
const SAID = '2025-03-05'
const times = (text: string, publishedOn: string | null = SAID, country: string | null = null) =>
  extract({ text, publishedOn, country }).times.map(({ text: words, from, to }) => `${words} ${from}..${to}`)

describe('times', () => {
  test.each([
    ['The vote is on October 27, 2025.', 'October 27, 2025 2025-10-27..2025-10-27'],
    ['They will meet from October 27 to 29.', 'October 27 to 29 2025-10-27..2025-10-29'],
    ['They will meet on Dec. 30 to Jan. 2.', 'Dec. 30 to Jan. 2 2025-12-30..2026-01-02'],
    ['It opened on 6th Feb, 2024.', '6th Feb, 2024 2024-02-06..2024-02-06'],
    ['The letter is dated 2024-11-30.', '2024-11-30 2024-11-30..2024-11-30'],
    ['The court will sit in mid-October.', 'mid-October 2025-10-11..2025-10-20'],
    ['The court sat in early October.', 'early October 2024-10-01..2024-10-10'],
    ['She took office in October.', 'October 2024-10-01..2024-10-31'],
    ['She will take office in October.', 'October 2025-10-01..2025-10-31'],
    ['Rates will fall in the latter half of 2025.', 'latter half of 2025 2025-07-01..2025-12-31'],
    ['Rates fell in the first quarter of 2024.', 'first quarter of 2024 2024-01-01..2024-03-31'],
    ['A summit will be held in the fall.', 'fall 2025-09-01..2025-11-30'],
    ['It shut in late 2024.', 'late 2024 2024-09-01..2024-12-31'],
    ['It was built in the 1970s and 1980s.', '1970s and 1980s 1970-01-01..1989-12-31'],
    ['Later this week they will vote.', 'Later this week 2025-03-06..2025-03-09'],
    ['They voted last week.', 'last week 2025-02-24..2025-03-02'],
    ['They voted last month.', 'last month 2025-02-01..2025-02-28'],
    ['He arrived 10 years ago.', '10 years ago 2015-01-01..2015-12-31'],
    ['Work ends within 90 days.', 'within 90 days 2025-03-05..2025-06-03'],
    ['The plan runs over the next three years.', 'next three years 2025-03-05..2028-03-05'],
    ['It opens in April next year.', 'April next year 2026-04-01..2026-04-30'],
    ['They met on Monday, Jan. 6.', 'Monday, Jan. 6 2025-01-06..2025-01-06'],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual([expected])
  })

  test.each([
    ['Officials said Monday that the road is open.', '2025-03-03'],
    ['Officials will meet Monday in Lund.', '2025-03-10'],
    ['The board on Friday approved the plan.', '2025-02-28'],
    ['Lind is expected to resign on Friday.', '2025-03-07'],
    ['The panel reviewed Friday’s ruling.', '2025-02-28'],
    ['The court ruled on Wednesday.', '2025-03-05'],
  ])('lets the tense decide a weekday: %s', (text, day) => {
    expect(extract({ text, publishedOn: SAID }).times[0]).toMatchObject({ from: day, to: day })
  })

  test('tells the month from the modal, the name and the noun', () => {
    expect(times('Prime Minister Theresa May may resign in May; the march was on Sunday.')).toEqual([
      'May 2025-05-01..2025-05-31',
      'Sunday 2025-03-02..2025-03-02',
    ])
  })

  test('reads nothing relative without a publication day', () => {
    expect(times('They met on Friday and will meet in 2027.', null)).toEqual(['2027 2027-01-01..2027-12-31'])
  })

  test('reads a slashed date by the country and keeps the other reading when it is unknown', () => {
    expect(times('It closed on 3/4/2025.', SAID, 'GB')).toEqual(['3/4/2025 2025-04-03..2025-04-03'])
    expect(times('It closed on 3/4/2025.', SAID, 'US')).toEqual(['3/4/2025 2025-03-04..2025-03-04'])
    const due = extract({ text: 'The mill will close on 3/4/2026.', publishedOn: SAID }).claims[0]
    expect(due?.due).toMatchObject({ from: '2026-03-04', to: '2026-03-04' })
    expect(due?.dueAlternatives).toEqual([{ from: '2026-04-03', to: '2026-04-03' }])
    expect(due?.flags).toContain('ambiguous-day')
  })
})
