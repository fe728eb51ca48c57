import { describe, expect, test } from 'vitest'
import { addressOfPage, readingProblem, statusProblem } from './fetched'

test.each([
  [401, 'sign-in'],
  [402, 'subscribers'],
  [403, 'programs'],
  [429, 'too often'],
  [451, 'legal'],
  [404, 'no page'],
  [503, 'Try again later'],
  [418, 'Check the address'],
  [204, 'without a page'],
])('the status %i is told in words', (status, words) => {
  expect(statusProblem(status)).toContain(words)
})

test('a page that came is none of these', () => {
  expect(statusProblem(200)).toBeNull()
})

test('a page that shows hardly any text, or only the beginning of what it sells, is no article', () => {
  const body = 'The ferry left at nine. '.repeat(20)
  expect(readingProblem({ body: 'Watch it now.', isFree: null })).toContain('hardly any text')
  expect(readingProblem({ body: 'Subscribe.', isFree: false })).toContain('for subscribers')
  expect(readingProblem({ body, isFree: false })).toContain('only the beginning')
  expect(readingProblem({ body: body.repeat(5), isFree: false })).toBeNull()
  expect(readingProblem({ body, isFree: null })).toBeNull()
})

describe('the address of an article', () => {
  const found = 'https://amp.courier.example/story?ref=x'
  test.each([
    ['https://www.courier.example/story', 'https://www.courier.example/story'],
    ['https://news.courier.example/story', 'https://news.courier.example/story'],
    ['https://gazette.example/story', found],
    ['https://courier.example.gazette.example/story', found],
    ['https://courier.example/', found],
    ['https://courier.example:8443/story', found],
    ['no address', found],
  ])('that calls itself %s is %s', (canonical, expected) => {
    expect(addressOfPage(canonical, found)).toBe(expected)
  })

  test('is where it was found when the page says nothing', () => {
    expect(addressOfPage(null, found)).toBe(found)
  })
})
