import { describe, expect, test } from 'vitest'
import { extract } from '../rules'
import table from './leaning.json'

const read = (text: string) => extract({ text, publishedOn: '2025-03-05' })
const leftOut = (text: string) => read(text).sentences[0]?.leftOut

describe('a clause that leans to a view is left out, and says by what', () => {
  test.each([
    ['More is on the way.', 'vague'],
    ['It is out of service.', 'vague'],
    ['Fishing is a way of life for the islands.', 'vague'],
    ['“We are back where we belong,” Lind said.', 'first-person-view'],
    ['The delay is “regrettable”.', 'opinion'],
    ['Whenever you buy a rope, you should wash your hands.', 'opinion'],
  ])('%s (%s)', (text, why) => {
    expect(leftOut(text)).toBe(why)
  })
})

describe('a judging word does not leave out a clause', () => {
  test.each([
    ['The ferries were out of service for the third night.', 'that tells when'],
    ['Lind told the hearing that documented cases of fraud at the port are rare.', 'that somebody told for a fact'],
    [
      'The crew was desperate to reach the quay of Lund and the lock keeper of Harlow in the storm.',
      'in a long clause',
    ],
    ['The town fined the yard that had built the awful, ugly and dangerous crane.', 'behind its main clause'],
  ])('%s (%s)', (text) => {
    expect(read(text).claims.length).toBeGreaterThan(0)
  })
})

test('every feature of the table has a weight, a limit and a meaning in words', () => {
  for (const [name, { weight, most, meaning }] of Object.entries(table.features))
    expect([name, weight !== 0, most > 0, meaning.includes(' ')]).toEqual([name, true, true, true])
})
