import { expect, test } from 'vitest'
import { differenceWords } from './difference-rows'

type Told = Parameters<typeof differenceWords>[0]
const words = (difference: Partial<Told>): string =>
  differenceWords({
    ...{ candidateState: 'accepted', fields: [], takeable: [], staying: [], claim: null },
    ...difference,
  } as Told)

test('says what taking over changes, and for each reason what stays', () => {
  const staying = [
    { field: 'span', because: 'place' },
    { field: 'window', because: 'no_prediction' },
    { field: 'certainty', because: 'no_prediction' },
  ] as const
  expect(
    words({ fields: ['span', 'window', 'certainty', 'figures'], takeable: ['figures'], staying: [...staying] }),
  ).toBe(
    'Taking over changes the figures. The words stay: a place under a claim never changes. The window and certainty stay: the claim is no prediction.',
  )
})

test('sends to the claim for who said it', () => {
  expect(words({ fields: ['speaker'], staying: [{ field: 'speaker', because: 'speaker' }] })).toBe(
    'The speaker stays: whom these words name is chosen in the claim’s own form.',
  )
})

test('says that there is nothing left to decide', () => {
  expect(words({})).toBe('People decided meanwhile what newer rules read. Keep it, and this is closed.')
})
