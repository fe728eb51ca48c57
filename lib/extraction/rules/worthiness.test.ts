import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const worth = (text: string) => extract({ text, publishedOn: null }).sentences[0]?.checkWorthiness ?? -1

describe('check-worthiness', () => {
  test.each([
    ['a figure before a courtesy', 'Unemployment fell to 4 percent.', 'Thank you all for coming tonight.'],
    ['a record before a view', 'He voted against the tax bill in 2019.', 'I think we all hope for the best.'],
    ['an assertion before its question', 'Crime rose by a third.', 'Did crime rise by a third?'],
  ])('ranks %s', (_, higher, lower) => {
    expect(worth(higher)).toBeGreaterThan(worth(lower))
  })

  test('stays between 0 and 1', () => {
    const loud = '$1 billion and 20 percent more than 30 million Americans lost all their jobs first in 1990. '
    expect(worth(loud)).toBeLessThanOrEqual(1)
    expect(worth('Oh?')).toBeGreaterThanOrEqual(0)
  })
})
