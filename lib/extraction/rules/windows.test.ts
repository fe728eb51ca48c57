import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

/** Wednesday 5 March 2025 */
const SAID = '2025-03-05'
const claims = (text: string) => extract({ text, publishedOn: SAID }).claims

describe('due windows', () => {
  test.each([
    ['The court will rule no later than May 14.', '2025-03-05', '2025-05-14'],
    ['The bridge could open as early as June.', '2025-06-01', '2025-06-30'],
    ['The mill will close before Christmas.', '2025-03-05', '2025-12-24'],
    ['A vote is expected before the end of her term in 2027.', '2025-03-05', '2027-12-31'],
    ['A ruling is unlikely before the end of the year.', '2025-03-05', '2025-12-31'],
    ['The strike will last through May 3.', '2025-03-05', '2025-05-03'],
    ['They must reply within 90 days.', '2025-03-05', '2025-06-03'],
    ['Fares will rise over the next three years.', '2025-03-05', '2028-03-05'],
    ['They must leave by 5 p.m. on Friday.', '2025-03-05', '2025-03-07'],
    ['The vote was postponed until Tuesday.', '2025-03-11', '2025-03-11'],
    ['The pool will not open until May.', '2025-05-01', '2025-05-31'],
    ['The mayor will pay a three-day visit to Lund starting Friday.', '2025-03-07', '2025-03-09'],
    ['The fair will run for two weeks from May 5.', '2025-05-05', '2025-05-18'],
    ['The firm won a two-year contract starting in July.', '2025-07-01', '2027-06-30'],
    ['Owners arriving after 4 a.m. on Saturday must register.', '2025-03-08', '2025-03-08'],
    ['They will meet between May 3 and May 9.', '2025-05-03', '2025-05-09'],
    ['The pier will be closed on May 24 and 25.', '2025-05-24', '2025-05-25'],
    ['The new fares take effect on Friday.', '2025-03-07', '2025-03-07'],
    ['The talks resume on Monday.', '2025-03-10', '2025-03-10'],
    ['Polls open at 7 a.m. Tuesday.', '2025-03-11', '2025-03-11'],
    ['The vote is Tuesday.', '2025-03-11', '2025-03-11'],
    ['Mora faces ten years in prison when he is sentenced in April.', '2025-04-01', '2025-04-30'],
    ['If she were to win in May, the pool would be sold.', '2025-05-01', '2025-05-31'],
    ['The road will be closed from 8pm on Friday until 5am on Monday.', '2025-03-07', '2025-03-10'],
    ['The season opens on May 1 and ends on Sept. 4.', '2025-05-01', '2025-09-04'],
    ['The fair starts on Monday and runs until March 20.', '2025-03-10', '2025-03-20'],
    ['The board extended the deadline to March 30.', '2025-03-30', '2025-03-30'],
    ['The firm will publish third-quarter figures on Friday.', '2025-03-07', '2025-03-07'],
    ['The May launch will bring two hundred jobs to the town.', '2025-05-01', '2025-05-31'],
    ['She will be on the May ballot.', '2025-05-01', '2025-05-31'],
    ['The court has set a hearing for May 8.', '2025-05-08', '2025-05-08'],
    ['The court could rule at any time before the hearing on May 8.', '2025-03-05', '2025-05-07'],
    ["Friday's debate will be watched by millions.", '2025-03-07', '2025-03-07'],
    ['The list is open until the end of April.', '2025-03-05', '2025-04-30'],
    ['The docks will stay shut until at least next summer.', '2025-03-05', '2025-08-31'],
    ['The board has 14 days to appeal.', '2025-03-05', '2025-03-19'],
    ['The docks will stay shut for at least two more weeks.', '2025-03-05', '2025-03-19'],
    ['The docks will stay shut for another week.', '2025-03-05', '2025-03-12'],
    ['The levy was designed to halve traffic by 2030.', '2025-03-05', '2030-12-31'],
  ])('%s', (text, from, to) => {
    expect(claims(text)[0]?.due).toMatchObject({ from, to })
  })

  test('a happening told in passing with its day is a claim of its own', () => {
    const found = claims('Members asked for the papers well ahead of a March 29 meeting of the board.')
    expect(found.map(({ quote, kind, due }) => [quote, kind, due?.to])).toContainEqual([
      'a March 29 meeting',
      'prediction',
      '2025-03-29',
    ])
  })

  test.each([
    ['a time that is over', 'Rates will fall by less than forecast in July.'],
    ['an attribute', 'The May 8 election could decide the fate of the docks.'],
    ['a duration in the past', 'Her fever fell rapidly within a month.'],
    ['a length that is over', 'It took the crew two more weeks to find the leak.'],
    ['"after"', 'The docks will be sold after 2026.'],
    ['when it was ruled', 'The sailors must go home, the harbour board ruled Wednesday.'],
    ['a relative clause', 'The mayor will skip the fair that opens on Friday.'],
  ])('are not made from %s', (_, text) => {
    expect(claims(text)[0]?.due).toBeNull()
  })

  test('keep the other of two times joined by "or"', () => {
    const [claim] = claims('The vote is due in late 2026 or early 2027.')
    expect(claim?.due).toMatchObject({ from: '2026-09-01', to: '2026-12-31' })
    expect(claim?.dueAlternatives).toEqual([{ from: '2027-01-01', to: '2027-04-30' }])
  })
})

describe('windows anchored to an event', () => {
  test('follow the day that the article gives the event', () => {
    const text = 'The council will decide before the Lund summit. The Lund summit will open on May 3.'
    expect(claims(text)[0]).toMatchObject({
      due: { from: '2025-03-05', to: '2025-05-02', text: 'before the Lund summit' },
      flags: ['anchored-to-event'],
    })
    expect(claims('Holm will speak at the Lund summit. The Lund summit will open on May 3.')[0]?.due).toMatchObject({
      from: '2025-05-03',
      to: '2025-05-03',
    })
  })

  test('are those of the gathering that a forecast tells of', () => {
    const forecast = (text: string) => claims(text).at(-1)
    expect(
      forecast(
        'The council invited the owners to a ceremony in Lund on March 12. The ceremony will be held at the dock.',
      ),
    ).toMatchObject({
      due: { from: '2025-03-12', to: '2025-03-12', text: 'The ceremony' },
      flags: ['anchored-to-event'],
    })
    expect(forecast('A fire broke out on Jan. 12. The fire will cost the port millions.')?.due).toBeNull()
    expect(forecast('The merger is set for May 3. The merger will cut 200 jobs.')?.due).toBeNull()
  })

  test('are those of the sentence before where somebody will be there', () => {
    expect(claims('The captain will speak in Lund on Friday. The mayor will also be there.').at(-1)).toMatchObject({
      due: { from: '2025-03-07', to: '2025-03-07', text: 'there' },
      flags: ['anchored-to-event'],
    })
    expect(claims('The captain will speak on Friday. It is cold. The mayor will be there.').at(-1)?.due).toBeNull()
    expect(claims('The captain will speak on Friday. In all, there will be a fee.').at(-1)?.due).toBeNull()
  })

  test('are shared by what is done along with what is to come', () => {
    const along = claims(
      'The mayor will head to Oland on Friday, seeking to win support after the storm that struck Tarn.',
    )
    expect(along.map(({ kind, due }) => [kind, due?.from])).toEqual([
      ['prediction', '2025-03-07'],
      ['prediction', '2025-03-07'],
    ])
  })

  test('are left to the desk when it gives none, and behind an event', () => {
    for (const text of [
      'The council will decide before the Lund summit.',
      'The council will decide after the Lund summit.',
    ])
      expect(claims(text)[0]).toMatchObject({ due: null, flags: ['anchored-to-event'] })
  })
})

describe('what looks forward', () => {
  test.each([
    ['The ports, which were built in 1902, will merge.', 'prediction'],
    ['The group formed last month will meet the mayor.', 'prediction'],
    ['The fear is that the dam will break.', 'prediction'],
    ['The firm is set to officially name its new ship.', 'prediction'],
    ['The council invited the owners to a hearing on May 12.', 'prediction'],
    ['Of the divers who will search the lock, six were trained in Lund.', 'event'],
    ['The captain may be hiding in the old mill.', 'event'],
    ['Neither side would comment on the sale.', 'event'],
    ['The mayor vowed to find the thieves.', 'statement'],
    ['The divers could not find the wreck.', 'event'],
  ])('%s: %s', (text, kind) => {
    expect(claims(text)[0]?.kind).toBe(kind)
  })
})
