import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const quotes = (text: string) => extract({ text, publishedOn: '2025-03-05' }).claims.map((claim) => claim.quote)

describe('two facts in one sentence', () => {
  test.each([
    [
      'a row of verbs with objects of their own',
      'The firm took the boats from Lind, stored them in a shed, painted the hulls and shipped the lot to Oland.',
      ['The firm took the boats from Lind', 'stored them in a shed', 'painted the hulls', 'shipped the lot to Oland'],
    ],
    [
      'a bracket inside the second subject',
      'The Coast Index (COX) fell 0.3%, while the Harbour Index (HAX) rose 0.5%.',
      ['The Coast Index (COX) fell 0.3%', 'the Harbour Index (HAX) rose 0.5%'],
    ],
    [
      'a comma inside the quotation before the conjunction',
      'Some 52 percent called Lind "fit for office," while 40 percent called her tired.',
      ['Some 52 percent called Lind "fit for office,"', '40 percent called her tired'],
    ],
    [
      'a phrase of place before the second subject',
      'The towns are making these changes, but in the north, the county is closing the ferries.',
      ['The towns are making these changes', 'in the north, the county is closing the ferries'],
    ],
    [
      'an insert behind "but"',
      'The council invited both firms but Lind, a former diver, never answered.',
      ['The council invited both firms', 'Lind, a former diver, never answered'],
    ],
    [
      'a second content',
      'Lind argued that the lock was old, and that the county had never paid for it.',
      ['the lock was old', 'the county had never paid for it'],
    ],
    [
      'however without commas around it',
      'The cause of the fire is not known, however the crew does not suspect arson.',
      ['The cause of the fire is not known', 'the crew does not suspect arson'],
    ],
    [
      'a preposition before the relative',
      'The ban will last until the 27th of March, at which point the council will look at it again.',
      ['The ban will last until the 27th of March', 'at which point the council will look at it again'],
    ],
    [
      'a part of what was named',
      'The yard built 40 boats, most of which sank in the storm of 1990.',
      ['The yard built 40 boats', 'most of which sank in the storm of 1990'],
    ],
    [
      'a second verb of the relative behind "but"',
      'The ferry ran over Dana Lind, who was hit by the mast but swam back to the yard in Malmo.',
      ['The ferry ran over Dana Lind', 'Dana Lind, who was hit by the mast but swam back to the yard in Malmo'],
    ],
    [
      'who somebody is, with a verb of its own',
      'Lind gave the lease of the old yard to the Malmo Fund, a group that pays for ferries across the county.',
      [
        'Lind gave the lease of the old yard to the Malmo Fund',
        'the Malmo Fund, a group that pays for ferries across the county',
      ],
    ],
    [
      'what was first done to the subject',
      'The ferries, first built in Malmo in 1950, are full of salt.',
      ['The ferries, first built in Malmo in 1950, are full of salt', 'The ferries, first built in Malmo in 1950'],
    ],
    [
      'a participle with a figure at the end of its sentence',
      'Mora had a leading role in the yard of Lund, quietly dealing in ferries worth 40 million euros. Officers found her.',
      [
        'Mora had a leading role in the yard of Lund',
        'quietly dealing in ferries worth 40 million euros',
        'Officers found her',
      ],
    ],
    [
      'the name before a relative, not the infinitive',
      'They praised a plan to benefit small yards, which include a firm in Malmo.',
      ['They praised a plan to benefit small yards', 'small yards, which include a firm in Malmo'],
    ],
    [
      'the name before an age and a relative',
      'The council thanked Dana Lind, 56, who has led the yard since 1990.',
      ['The council thanked Dana Lind, 56', 'Dana Lind, 56, who has led the yard since 1990'],
    ],
    [
      'a clause behind a colon',
      'The harbour reached its goal early: the crew sold 40 berths in a week.',
      ['The harbour reached its goal early', 'the crew sold 40 berths in a week'],
    ],
    [
      'persons of whom a part is told',
      'The county trained forty divers, all of whom live in Oland.',
      ['The county trained forty divers', 'all of whom live in Oland'],
    ],
    [
      'a time with its comma',
      'The lease of the yard runs through May, when the council will sell it.',
      ['The lease of the yard runs through May', 'the council will sell it'],
    ],
    [
      'a long clause behind "after"',
      'The ferry was renamed in Lund after the council of the county had voted for it twice.',
      ['The ferry was renamed in Lund', 'the council of the county had voted for it twice'],
    ],
    [
      'a long participle behind a comma',
      'Lind spoke to the owners of the yard, promising to repair the old lock before the first ferry leaves.',
      ['Lind spoke to the owners of the yard', 'promising to repair the old lock before the first ferry leaves'],
    ],
    [
      'a verb behind "but instead,"',
      'He asked for a berth on Monday, but instead, bought the whole yard.',
      ['He asked for a berth on Monday', 'instead, bought the whole yard'],
    ],
    [
      'a clause in brackets',
      'From Monday the cafes will be closed again (some of the smaller ones never opened).',
      ['From Monday the cafes will be closed again', 'some of the smaller ones never opened'],
    ],
    [
      'a concession behind "so"',
      'So while the port will reach its target, the crew does not know the day.',
      ['the port will reach its target', 'the crew does not know the day'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })
})

describe('one fact in two parts', () => {
  test.each([
    ['two verbs of a condition', 'If the crew has left and the ferry is late, the council will close the quay.'],
    ['a plural behind "and" with a participle', 'There is no lack of boats and nets sold to the yard.'],
    ['what only came about then', 'The loss only came to light after a diver wrote to the council.'],
    [
      'a span of time between two events',
      'Their release came hours after the county freed three sailors and sent them to Oland.',
    ],
    ['a noun phrase behind a dash', 'The divers found a bell — a lump of bronze that was shaped by hand.'],
    [
      'a relative between two dashes',
      'The lakes hold salts like borax and soda - which are solids here - in liquid form.',
    ],
    ['what follows without a figure', 'The crew sold the boats across the county, ruining the trade of the town.'],
    ['what a dash adds without a verb', 'The council sold the yard — in the old part of Malmo — in 1990.'],
    [
      'where the noun before a dash is',
      'Divers searched the wreck of the ferry — based on a plan of the yard in Malmo.',
    ],
    ['a condition with its verb first', 'Should the lock leak again in May, it will be shut by the council.'],
    ['a cause in a noun phrase', 'Because of the noise the pump was making, the council shut the lock.'],
    ['a pronoun behind "as"', 'The crew shut the lock as it was towing the ferry to Malmo.'],
    ['a bare reason', 'The yard lost the order simply because it was late.'],
    ['what came before', 'The council sold the ferry before it was repaired in Malmo.'],
    [
      'a second object',
      'The council sold not only the yard in Malmo, but also some ferries that were no longer in use.',
    ],
    ['a lead with dashes in it', 'When the lock leaked in May - its second leak - the crew was ready to leave.'],
    [
      'verbs in a row of a relative',
      'They met a diver who raised two wrecks, cleaned the docks and painted the old ferries.',
    ],
    ['a time with a clause of its own', 'The morning Lind sold the yard last year, he called the crew to the office.'],
    ['a title with a colon in it', 'Mora wrote a book called The Old Ferry: My Sailors Were Kings of the Sound.'],
    ['a lead without a subject', 'After leaving the yard that Lind had sold, the crew went to Malmo.'],
    ['letters left out of a word', 'Lind called the d---ed lock a hazard to shipping.'],
  ])('%s', (_, text) => {
    expect(quotes(text)).toEqual([text.slice(0, -1)])
  })

  test('how others see it is no claim before a comma', () => {
    expect(quotes('As we noted, the council shut the lock in May.')).toEqual(['the council shut the lock in May'])
  })

  test('how it became known is left out', () => {
    expect(quotes('The clerk ran up a bill of 900 euros in Oland, it has emerged.')).toEqual([
      'The clerk ran up a bill of 900 euros in Oland',
    ])
  })

  test('who is meant is no claim of its own inside a subject', () => {
    expect(quotes('Sailors who paid up to 600 euros for a place were turned away in Lund.')).toEqual([
      'Sailors who paid up to 600 euros for a place were turned away in Lund',
    ])
  })
})
