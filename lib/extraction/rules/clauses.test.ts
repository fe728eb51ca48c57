import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

/** Wednesday 5 March 2025 */
const SAID = '2025-03-05'
const quotes = (text: string) => extract({ text, publishedOn: SAID }).claims.map((claim) => claim.quote)

describe('coordination', () => {
  test.each([
    [
      'cuts a second verb of the same subject',
      'Divers searched the wreck on Monday and found a bell from the yard in Malmo.',
      ['Divers searched the wreck on Monday', 'found a bell from the yard in Malmo'],
    ],
    [
      'leaves a short second verb with the first',
      'Divers searched the wreck on Monday and found a bell.',
      ['Divers searched the wreck on Monday and found a bell'],
    ],
    [
      'cuts a row of verbs',
      'He was born in Lund in 1950, moved to Oland in 1970 and became mayor in 1990.',
      ['He was born in Lund in 1950', 'moved to Oland in 1970', 'became mayor in 1990'],
    ],
    [
      'cuts over an insert before the second verb',
      'She handed the flag to the crew and, wearing a hard hat, toured the engine room of the new ferry.',
      ['She handed the flag to the crew', 'wearing a hard hat, toured the engine room of the new ferry'],
    ],
    [
      'leaves joined names with the verb that follows them',
      'Lind condemned the attacks in Lund and Malmo and offered help to the families of the crew.',
      ['Lind condemned the attacks in Lund and Malmo', 'offered help to the families of the crew'],
    ],
    [
      'leaves verbs together that share their object',
      'The gang robbed and abused dozens of sailors.',
      ['The gang robbed and abused dozens of sailors'],
    ],
    [
      'takes no participle before a noun for a verb',
      'The blast buried the yard under slabs of concrete and twisted steel.',
      ['The blast buried the yard under slabs of concrete and twisted steel'],
    ],
    [
      'takes no verb of a relative clause for a second one',
      'The team includes two divers and a doctor who worked in Oland.',
      ['The team includes two divers and a doctor who worked in Oland'],
    ],
    [
      'cuts a clause that begins with a number',
      'Some 46 percent would sell the docks and 44 percent would keep them.',
      ['Some 46 percent would sell the docks', '44 percent would keep them'],
    ],
    [
      'cuts before "then he" and before nobody',
      'He opened the lock and then he sat down. The boat came back to Lund and nobody knows who had rowed it.',
      ['He opened the lock', 'then he sat down', 'The boat came back to Lund', 'nobody knows who had rowed it'],
    ],
    [
      'cuts before a plural with a phrase of its own',
      'The windows of the yard were broken and members of the crew have left for Malmo.',
      ['The windows of the yard were broken', 'members of the crew have left for Malmo'],
    ],
    [
      'cuts clauses in a row',
      'The ferry was late on Monday, hotels are turning people away, and the port has closed.',
      ['The ferry was late on Monday', 'hotels are turning people away', 'the port has closed'],
    ],
    [
      'leaves a second verb with the relative it belongs to',
      'The work could need a diver who knows the lock and has repaired the pumps of the yard before.',
      ['The work could need a diver who knows the lock and has repaired the pumps of the yard before'],
    ],
    [
      'leaves a list of names with what follows it',
      'Lind called the ferries to Lund and Malmo after trouble flared in the ports of the county on Friday.',
      ['Lind called the ferries to Lund and Malmo', 'trouble flared in the ports of the county on Friday'],
    ],
    [
      'cuts a clause that begins with a time and a pronoun',
      'The pump failed within a month, and by June it had been replaced.',
      ['The pump failed within a month', 'by June it had been replaced'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })
})

describe('subjects', () => {
  test.each([
    [
      'keeps the subject with its verb over a relative clause, which is told too',
      'Lind, who runs the port, bought a ferry on Monday.',
      ['Lind, who runs the port, bought a ferry on Monday', 'Lind, who runs the port'],
    ],
    [
      'keeps the subject over an apposition',
      'Prisoners from Oland, the main jail of the county and its farm, usually do the job.',
      ['Prisoners from Oland, the main jail of the county and its farm, usually do the job'],
    ],
    [
      'keeps the subject over dashes',
      'The ports - which include Lund and Malmo - will grow by 4 percent.',
      ['The ports - which include Lund and Malmo - will grow by 4 percent'],
    ],
    [
      'takes no participle behind a noun for the verb',
      'The daily rise in thefts reported in the port on Friday was 777.',
      ['The daily rise in thefts reported in the port on Friday was 777'],
    ],
    [
      'gives a name with "who" a claim of its own',
      'The council hired Ann Lind who runs the port of Malmo.',
      ['The council hired Ann Lind', 'Ann Lind who runs the port of Malmo'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })
})

describe('conjunctions', () => {
  test.each([
    [
      'cuts a reason',
      'The vote was put off because the chairman was ill.',
      ['The vote was put off', 'the chairman was ill'],
    ],
    [
      'cuts a consequence',
      'The permit is for two years so the builder will work on a design.',
      ['The permit is for two years', 'the builder will work on a design'],
    ],
    [
      'keeps comparisons whole',
      'The new lock is as large as the old one was in its best years.',
      ['The new lock is as large as the old one was in its best years'],
    ],
    [
      'keeps "while" without a comma whole',
      'The council put the sale on hold while the case is heard.',
      ['The council put the sale on hold while the case is heard'],
    ],
    [
      'cuts at a pronoun behind a comma',
      'The marina has 50 berths, it will open in May.',
      ['The marina has 50 berths', 'it will open in May'],
    ],
    [
      'cuts a participle that tells what followed',
      'Two mills in the county closed in June, leaving 300 people without work.',
      ['Two mills in the county closed in June', 'leaving 300 people without work'],
    ],
    [
      'keeps a participle that tells from where a figure came',
      'The port reported 25.9 thefts per 1,000 ships, increasing from 15.6 a week before.',
      ['The port reported 25.9 thefts per 1,000 ships, increasing from 15.6 a week before'],
    ],
    [
      'tells a dated time clause too',
      'The plan was shelved on Feb. 9 when the court made a ruling on the docks.',
      [
        'The plan was shelved on Feb. 9 when the court made a ruling on the docks',
        'the court made a ruling on the docks',
      ],
    ],
    [
      'tells a dated relative clause too',
      'The judges may not hear it in the term that begins next Monday.',
      ['The judges may not hear it in the term that begins next Monday', 'the term that begins next Monday'],
    ],
    [
      'tells what stands before "SPEAKER said" behind a concession',
      'Although the profits of the mill were unknown, Lind said that the owners had paid no tax.',
      ['the profits of the mill were unknown', 'the owners had paid no tax'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })
})

describe('beside an attribution', () => {
  test.each([
    [
      'tells what the speaker did before saying something',
      'The ministry did not name the port and said it was looking for witnesses.',
      ['The ministry did not name the port', 'it was looking for witnesses'],
    ],
    [
      'tells what came about when something was said',
      'Prices in the port fell on Tuesday after the Post reported that the sale was off.',
      ['Prices in the port fell on Tuesday', 'the sale was off'],
    ],
    [
      'tells what the publication says of the speaker',
      '“The lock leaks every spring,” said Dana Lind, who has run the yard in Oland since 1990.',
      ['The lock leaks every spring', 'Dana Lind, who has run the yard in Oland since 1990'],
    ],
    [
      'does not take the main clause for what was said in a time clause',
      'When advisers suggested that Oland resume buying ferries, Mora was not content.',
      ['When advisers suggested that Oland resume buying ferries, Mora was not content'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })

  test.each([
    ['drops the empty half of "comes a week after"', 'This comes less than a week after the port sold two ferries.'],
    ['drops the empty half of "comes after"', 'It comes after the port sold two ferries.'],
  ])('%s', (_, text) => {
    expect(quotes(text)).toEqual(['the port sold two ferries'])
  })

  test('leaves joined names inside a noun phrase', () => {
    expect(quotes('The firm is the subject of a Harbour and Exchange Board inquiry related to its sale.')).toEqual([
      'The firm is the subject of a Harbour and Exchange Board inquiry related to its sale',
    ])
  })
})

describe('figures inside a longer clause', () => {
  test('are told too when they are owned and a fact hangs on them', () => {
    expect(quotes("The ministers could discuss Lind Steel's $14.9 billion bid to buy the docks of Oland.")).toContain(
      "Lind Steel's $14.9 billion bid to buy the docks of Oland",
    )
  })

  test('are no claims of their own otherwise', () => {
    expect(quotes('The fines will be raised to a maximum of £10,000 for repeat offenders.')).toEqual([
      'The fines will be raised to a maximum of £10,000 for repeat offenders',
    ])
  })
})
