import { describe, expect, test } from 'vitest'
import { extract } from '../rules'
import { versioned } from './registry'

/** Wednesday 5 March 2025 */
const SAID = '2025-03-05'
const claims = (text: string) => extract({ text, publishedOn: SAID }).claims
const quotes = (text: string) => claims(text).map((claim) => claim.quote)

describe('spans', () => {
  test.each([
    ['leaves the saying out of the span', 'The lock will open in May, officials said.', ['The lock will open in May']],
    [
      'cuts two assertions apart',
      'Lind took over the harbour in June and the council approved the budget last month.',
      ['Lind took over the harbour in June', 'the council approved the budget last month'],
    ],
    [
      'gives a relative clause its head',
      'The ferry will stop at Oland, which will host a two-day fair from Oct. 31.',
      ['The ferry will stop at Oland', 'Oland, which will host a two-day fair from Oct. 31'],
    ],
    [
      'asserts an opening while-clause too',
      'While the two ports have been merging their fleets, the council may sell the docks.',
      ['the two ports have been merging their fleets', 'the council may sell the docks'],
    ],
    [
      'drops the empty half of "comes as"',
      'The visit comes as the council seeks to sell the docks.',
      ['the council seeks to sell the docks'],
    ],
    ['takes no question', 'Will the lock open in May?', []],
    ['takes no heading', 'Harbour Opens Again\n\nThe lock opened in May.', ['The lock opened in May']],
    ['takes no plain opinion', 'This is a terrible and shameful plan.', []],
  ])('%s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })
})

describe('kinds', () => {
  test.each([
    ['The port employs around 4,000 dock workers in the city.', 'statistic'],
    ['The port is expected to close by the end of 2027.', 'prediction'],
    ['The council is considering a sale of the docks.', 'prediction'],
    ['The ferry leaves for Oland on Saturday.', 'prediction'],
    ['The council approved the sale last month.', 'event'],
    ['Lind has stressed the need for a new lock in the city.', 'statement'],
    ['The council has not yet issued a permit for the docks.', 'event'],
    ['A 5-5 ruling would leave the docks open.', 'prediction'],
    ['The smuggler was jailed for six years.', 'statistic'],
    ['Lind was sworn in for a four-year term in Lund.', 'event'],
    ['Visitors must stay on board until Saturday.', 'prediction'],
    ['Of the ten judges who will hear the case, six were born in Lund.', 'statistic'],
    ['The plans were rejected by the council in Lund.', 'event'],
    ['The ferry was about three times as large.', 'statistic'],
    ['The rate for thefts is now at 20.4 in the port.', 'statistic'],
  ])('%s is a %s', (text, kind) => {
    expect(claims(text).map((claim) => claim.kind)).toEqual([kind])
  })
})

describe('certainty, condition, negation', () => {
  test.each([
    ['The lock is set to open in May.', 'is set to'],
    ['The council plans to sell the docks.', 'plans to'],
    ['The mayor might veto the sale of the docks.', 'might'],
    ['They’ll sell the old docks next year.', '’ll'],
  ])('%s', (text, certainty) => {
    expect(claims(text)[0]?.certainty).toBe(certainty)
  })

  test('keeps the condition as written', () => {
    expect(claims('If approved, the sale is expected in the latter half of 2025.')[0]).toMatchObject({
      condition: 'If approved',
      certainty: 'If approved … is expected',
      due: { from: '2025-07-01', to: '2025-12-31' },
    })
  })

  test('sees a negation', () => {
    expect(claims('The council will not sell the old docks.')[0]).toMatchObject({ isNegated: true, kind: 'prediction' })
    expect(claims('The council will sell the old docks.')[0]?.isNegated).toBe(false)
  })
})

describe('due windows', () => {
  test.each([
    ['The mill must and will close by the end of 2027.', '2025-03-05', '2027-12-31'],
    ['Oland will host a two-day fair from Oct. 31.', '2025-10-31', '2025-11-01'],
    ['The council will vote later this week.', '2025-03-06', '2025-03-09'],
    ['The lock will be finished this year.', '2025-03-05', '2025-12-31'],
    ['The mayor will visit Lund this year when the ports hold a fair on Saturday.', '2025-03-08', '2025-03-08'],
  ])('%s', (text, from, to) => {
    expect(claims(text)[0]?.due).toMatchObject({ from, to })
  })

  test('is empty without a time, for the past, and for "since"', () => {
    expect(claims('The council plans to sell the docks.')[0]?.due).toBeNull()
    expect(claims('The council sold the docks last month.')[0]?.due).toBeNull()
    expect(claims('The lock will be the first new one since January.')[0]?.due).toBeNull()
  })

  test('flags a prediction when the publication day is unknown', () => {
    const [claim] = extract({ text: 'The lock will open on Friday.', publishedOn: null }).claims
    expect(claim).toMatchObject({ kind: 'prediction', due: null, flags: ['no-publication-day'] })
  })

  test('flags a fiscal year', () => {
    expect(claims('The port will spend more in fiscal 2026.')[0]?.flags).toEqual(['fiscal-year'])
  })
})

describe('speakers', () => {
  test.each([
    ['The lock leaks at both ends, divers said.', 'divers'],
    ['The lock leaks at both ends every winter.', null],
    ['Ann Lind opened the hearing. The lock leaks at both ends, she said.', 'Ann Lind'],
    ['The docks will be sold, port officials said. The lock will stay, they said.', 'port officials'],
  ])('%s', (text, speaker) => {
    expect(claims(text).at(-1)?.speaker).toBe(speaker)
  })

  test('names who passed it on', () => {
    expect(
      claims('According to two officials cited by the Harbour Post, the council is preparing a sale.')[0],
    ).toMatchObject({
      speaker: 'two officials cited by the Harbour Post',
      relay: 'the Harbour Post',
    })
  })
})

describe('explanations', () => {
  test('every claim names its rules with their version, and why it is worth checking', () => {
    const [claim] = claims('The port will spend $40 million on a new lock by 2027, officials said.')
    const fired = ['claims/main', 'certainty/modal', 'windows/deadline', 'attributions/clause-said'].map(versioned)
    expect(claim?.rules).toEqual(fired)
    expect(claim?.reasons).toContain('states a sum of money')
  })

  test('each rule names the words because of which it fired', () => {
    const text =
      'While the port of Olmdal lost money last year, Ann Lind said the town will possibly sell two ferries by June if the council agrees.'
    const { claims } = extract({ text, publishedOn: SAID })
    const words = claims.at(-1)?.signs.map(({ rule, start, end }) => `${rule.split('@')[0]}: ${text.slice(start, end)}`)
    expect(words).toEqual([
      'claims/main: will',
      'certainty/modal: will',
      'windows/deadline: by',
      'windows/deadline: June',
      'attributions/said-clause: Ann Lind',
      'attributions/said-clause: said',
      'certainty/condition: if the council agrees',
      'certainty/hedge: possibly',
    ])
  })

  test('the verb of a clause is not the "last" of "last year"', () => {
    const text = 'The airline carried 2.3 million passengers last year.'
    const main = extract({ text, publishedOn: SAID }).claims[0]?.signs.find(({ rule }) =>
      rule.startsWith('claims/main'),
    )
    expect(text.slice(main?.start, main?.end)).toBe('carried')
  })

  test.each([
    ['The council met.\nWill it sell the ferry?', 'question'],
    ['It is a wonderful, exciting and proud harbour.', 'opinion'],
    ['Rain, fog and ice.', 'no-assertion'],
    ['The mayor told the hearing on Monday:', 'no-assertion'],
    ['“Don’t sell the ferry,” she said.', 'no-assertion'],
  ])('a sentence without a claim says why: %j', (text, why) => {
    expect(extract({ text, publishedOn: SAID }).sentences.at(-1)?.leftOut).toBe(why)
  })

  test('links a claim to its quantities', () => {
    const result = extract({ text: 'Two ships sank. The port employs 4,000 workers.', publishedOn: SAID })
    const claim = result.claims.at(-1)
    expect(claim?.quantities.map((index) => result.quantities[index]?.text)).toEqual(['4,000'])
  })
})
