import { expect, test } from 'vitest'
import { kappaOf } from '@/lib/verdicts/rules/agreement'
import { decimal, kappaWords, percentWords } from './figure-words'

test('figures are written with two decimals and a real minus sign', () => {
  expect([decimal(0.4), decimal(-0.256), decimal(-0.001), decimal(1)]).toEqual(['0.40', '−0.26', '0.00', '1.00'])
  expect(percentWords({ value: 0.708 })).toBe('71 %')
})

test('a kappa that is not defined says so', () => {
  expect(kappaWords(kappaOf([[12]]))).toBe('not defined')
})
