import { expect, test } from 'vitest'
import { QuantityInput } from './schema'

const read = (value: unknown) =>
  QuantityInput.safeParse({ text: 'as written', value, unit: 'container', countOf: null, asOfOn: null })

test.each([
  ['54,000', '54000'],
  [' 14.9 ', '14.9'],
  ['−3', '-3'],
  [54001, '54001'],
])('a figure typed as %j is kept as %s', (typed, kept) => {
  expect(read(typed).data?.value).toBe(kept)
})

test.each(['5,40', '1e6', 'many', ''])('%j is no figure, and says how to write one', (typed) => {
  expect(read(typed).error?.issues[0]).toMatchObject({
    path: ['value'],
    message: expect.stringMatching(/digits|number/),
  })
})
