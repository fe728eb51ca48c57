import { expect, test } from 'vitest'
import { currentSection } from './desk-nav'

const LINKS = [
  { href: '/desk/inbox', label: 'Inbox' },
  { href: '/desk/claims', label: 'Claims', also: ['/desk/sources'] },
]

test.each([
  ['/desk/inbox', '/desk/inbox'],
  ['/desk/claims/1/history', '/desk/claims'],
  ['/desk/sources', '/desk/claims'],
  ['/desk/notices', undefined],
  ['/desk/account', undefined],
  ['/desk', undefined],
  ['/desk/inboxes', undefined],
])('at %s the section %s is lit', (pathname, section) => {
  expect(currentSection(LINKS, pathname)).toBe(section)
})
