import { expect, test } from 'vitest'
import { donePath } from './done'

test('what was done joins what the address says already, in place of what was done before', () => {
  expect(donePath('/desk/speakers?q=Lena&done=saved#list', { done: 'merged', moved: 3 })).toBe(
    '/desk/speakers?q=Lena&done=merged&moved=3',
  )
})
