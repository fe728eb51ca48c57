import { expect, test } from 'vitest'
import { unreadCount, unreadWords } from './unread-words'

test.each([
  [{ n: 0, isMore: false }, '0', 'no unread notices'],
  [{ n: 1, isMore: false }, '1', '1 unread notice'],
  [{ n: 9, isMore: false }, '9', '9 unread notices'],
  [{ n: 9, isMore: true }, '9+', 'more than 9 unread notices'],
])('%j', (unread, count, words) => {
  expect([unreadCount(unread), unreadWords(unread)]).toEqual([count, words])
})
