import { describe, expect, it } from 'vitest'
import { cleanText } from './cleaning'

const REST = 'The harbour board will deepen the channel by four metres, which it says is enough for large ferries.'

describe('a stated publication day', () => {
  it.each([
    ['Norhaven, (AFP - Quay Daily - 6th Feb, 2025) ', '2025-02-06'],
    ['NORHAVEN, Oct. 22, 2025 (Kyodo) -- ', '2025-10-22'],
    ['NORHAVEN, 22 October 2025 (Reuters) - ', '2025-10-22'],
    ['Norhaven, March 3, 2025 – ', '2025-03-03'],
    ['date 2025-02-06 ', '2025-02-06'],
    ['Published: 3 March 2025\n\n', '2025-03-03'],
    ['Published on March 3rd, 2025 at 10:30 am ET\n\n', '2025-03-03'],
    ['Updated: 5 March 2025\nPublished: 3 March 2025\n\n', '2025-03-03'],
    ['Monday, 3 March 2025 | 10:30 IST\n\n', '2025-03-03'],
    ['2025-03-03T10:30:00Z\n\n', '2025-03-03'],
    ['Posted 25/12/2024\n\n', '2024-12-25'],
    ['Posted 12/25/2024\n\n', '2024-12-25'],
    ['25.12.2024\n\n', '2024-12-25'],
    ['2025年3月3日\n\n', '2025-03-03'],
    ['Quay Daily | 3 March 2025\n\n', '2025-03-03'],
    ['By Ann Holt - 3 March 2025\n\n', '2025-03-03'],
  ])('is read from "%s"', (lead, day) => {
    const { publishedOn, publishedOnBasis, body, candidates } = cleanText(`${lead}${REST}`)
    expect(publishedOn).toBe(day)
    expect(publishedOnBasis).toMatch(/^The text states it: /)
    expect(candidates).toEqual([])
    expect(body).toBe(REST)
  })

  it('is never later than the import day and never a day that does not exist', () => {
    expect(cleanText(`Published: 3 March 2025\n\n${REST}`, { latestOn: '2025-03-02' }).publishedOn).toBeNull()
    expect(cleanText(`Published: 31 February 2025\n\n${REST}`).publishedOn).toBeNull()
  })

  it('gives way to a day that is known from elsewhere', () => {
    const result = cleanText(`Published: 3 March 2025\n\n${REST}`, { publishedOn: '2025-03-01' })
    expect(result).toMatchObject({ publishedOn: '2025-03-01', candidates: [] })
  })

  it('in figures is read by the country, and asked for where the order is not known', () => {
    const raw = `Posted 03/04/2025\n\n${REST}`
    expect(cleanText(raw, { country: 'US' }).publishedOn).toBe('2025-03-04')
    expect(cleanText(raw, { country: 'GB' }).publishedOn).toBe('2025-04-03')
    const asked = cleanText(raw)
    expect(asked.publishedOn).toBeNull()
    expect(asked.candidates.map((c) => c.day)).toEqual(['2025-04-03', '2025-03-04'])
  })

  it('is not taken from the body', () => {
    expect(cleanText(`${REST} The law of 3 March 2021 forbids it, the board said.`).publishedOn).toBeNull()
  })
})

describe('days proposed where none is stated', () => {
  const propose = (text: string, latestOn = '2025-11-20') => cleanText(text, { latestOn }).candidates

  it('come from the weekday on which something was said, newest first, with the words that speak for them', () => {
    const [first, second] = propose('The board will deepen the channel by four metres, its chairman said Thursday.')
    expect(first).toEqual({ day: '2025-11-20', reason: '"said Thursday" fits a Thursday' })
    expect(second?.day).toBe('2025-11-13')
  })

  it('lie before the days and months that are still to come', () => {
    const text = 'The board announced Wednesday that the ferry will sail from October 27 to 29 for the first time.'
    expect(propose(text)[0]).toMatchObject({
      day: '2025-10-22',
      reason: expect.stringContaining('"October 27 to 29" lies ahead'),
    })
  })

  it('lie before a year that is still to come', () => {
    const text = 'The quay is expected to open in the latter half of 2024, officials said Monday.'
    const days = propose(text).map((c) => c.day)
    expect(days.length).toBeGreaterThan(0)
    expect(days.every((day) => day <= '2024-12-31')).toBe(true)
  })

  it('are not held back by a goal for a year that is past', () => {
    const text =
      'The goal set for 2020 was missed again in 2024, officials said Monday, and the quay is still not there.'
    expect(propose(text)[0]?.day).toBe('2025-11-17')
  })

  it('fit events that come round every year', () => {
    const text =
      'The minister, who met his colleagues last week at the U.N. General Assembly, said Thursday that fees will fall.'
    expect(propose(text)[0]?.day).toBe('2025-10-02')
  })

  it('are the days of a dateline without a year, best those that fit the weekdays', () => {
    const text = `NORHAVEN, Oct. 2 (Kyodo) -- The board will deepen the channel, its chairman said Thursday. ${REST}`
    expect(propose(text)[0]).toMatchObject({ day: '2025-10-02', reason: expect.stringContaining('dateline') })
    expect(propose(text, '2026-11-20')[0]?.day).toBe('2025-10-02')
  })

  it('are none where nothing points to a day', () => {
    expect(propose(REST)).toEqual([])
    expect(cleanText('The chairman said Thursday that the channel will be deepened.').candidates).toEqual([])
  })

  it('are never later than the import day', () => {
    const days = propose('The board said Friday that work will begin on December 1.', '2024-03-06').map((c) => c.day)
    expect(days.length).toBeGreaterThan(0)
    expect(days.every((day) => day <= '2024-03-06')).toBe(true)
  })

  it('do not depend on the order in which they are asked', () => {
    const text = 'The board announced Wednesday that the ferry will sail from October 27 to 29 for the first time.'
    expect(propose(text)).toEqual(propose(text))
  })
})
