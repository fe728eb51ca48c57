import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const worth = (text: string) => extract({ text, publishedOn: null }).sentences[0]?.checkWorthiness ?? -1

describe('check-worthiness', () => {
  test.each([
    ['a figure before a courtesy', 'Unemployment fell to 4 percent.', 'Thank you all for coming tonight.'],
    ['a record before a view', 'He voted against the tax bill in 2019.', 'I think we all hope for the best.'],
    ['an assertion before its question', 'Crime rose by a third.', 'Did crime rise by a third?'],
    ['an accusation before a plea', 'You closed three schools in one year.', 'We must do more for our children.'],
    ['the way something goes before talk about the talk', 'Rents are falling in the port.', 'That is a good question.'],
    ['a size in words before a value', 'It cost thousands of jobs.', 'We are strong together, and I am proud.'],
  ])('ranks %s', (_, higher, lower) => {
    expect(worth(higher)).toBeGreaterThan(worth(lower))
  })

  test('ranks a sentence higher among others that can be checked', () => {
    const last = (text: string) => extract({ text, publishedOn: null }).sentences.at(-1)?.checkWorthiness ?? -1
    const among = last('Tolls rose by 12 percent. The port lost 400 jobs. The mayor signed it.')
    expect(among).toBeGreaterThan(last('Thank you, thank you. What a question. The mayor signed it.'))
  })

  test('does not count who speaks in a transcript', () => {
    expect(worth('ANN LIND: The mayor signed it.')).toBe(worth('The mayor signed it.'))
  })

  test('says in words why, strongest first', () => {
    const { claims } = extract({ text: 'Unemployment fell to 4 percent in Harlow.', publishedOn: null })
    expect(claims[0]?.reasons.slice(0, 2)).toEqual(['states a percentage', 'says that something rose or fell'])
  })

  test('stays between 0 and 1', () => {
    const loud = '$1 billion and 20 percent more than 30 million Americans lost all their jobs first in 1990. '
    expect(worth(loud)).toBeLessThanOrEqual(1)
    expect(worth('Oh?')).toBeGreaterThanOrEqual(0)
  })
})
