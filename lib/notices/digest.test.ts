import { expect, test } from 'vitest'
import { digestMail } from './present/digest'
import { noticePath, noticeWords } from './present/notice'
import { hourInZone, isDigestDue, nextStep } from './rules/digest'
import { briefly, tellOnce } from './rules/news'
import { readUnsubscribeToken, unsubscribeToken } from './rules/unsubscribing'
import { NOTICE_KINDS } from './schema'

const zone = 'Europe/Vienna'
const long = new Date('2026-01-01T00:00:00Z')
const due = (now: string, hour: number | 'off' = 7, since = long) =>
  isDigestDue({ hour, since, now: new Date(now), zone })

test('is due from its hour on, in the newsroom’s zone, also across a change of clocks', () => {
  expect([due('2026-11-22T05:59:00Z'), due('2026-11-22T06:00:00Z'), due('2026-11-22T22:59:00Z')]).toEqual([
    false,
    true,
    true,
  ])
  expect([due('2026-07-01T04:59:00Z'), due('2026-07-01T05:00:00Z')]).toEqual([false, true])
  // On 29 March 2026 there is no two o’clock in Vienna.
  expect([due('2026-03-29T00:59:00Z', 2), due('2026-03-29T01:00:00Z', 2)]).toEqual([false, true])
  expect(due('2026-11-22T12:00:00Z', 'off')).toBe(false)
  expect(hourInZone(new Date('2026-11-21T23:00:00Z'), zone)).toBe(0)
})

test('who comes, or chooses an hour, after it has passed gets the first one tomorrow', () => {
  const noon = new Date('2026-11-22T11:00:00Z')
  expect([due('2026-11-22T12:00:00Z', 7, noon), due('2026-11-23T06:00:00Z', 7, noon)]).toEqual([false, true])
  expect(due('2026-11-22T15:00:00Z', 16, noon)).toBe(true)
})

test.each([
  ['queued', '2026-11-22', 'send'],
  ['queued', '2026-11-21', 'lapse'],
  ['sending', '2026-11-22', 'give_up'],
  ['sending', '2026-11-21', 'give_up'],
  ['sent', '2026-11-22', 'leave'],
  ['unknown', '2026-11-22', 'leave'],
  ['refused', '2026-11-22', 'leave'],
] as const)('a digest that is %s, of %s: %s', (state, forOn, step) => {
  expect(nextStep({ state, forOn }, '2026-11-22')).toBe(step)
})

test('a token is good for its person and its key only', () => {
  const [ada, ben] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
  const token = unsubscribeToken('key', ada)
  expect(readUnsubscribeToken('key', token)).toBe(ada)
  expect(readUnsubscribeToken('other', token)).toBeNull()
  expect(readUnsubscribeToken('key', token.replace(ada, ben))).toBeNull()
  for (const wrong of ['', ada, `${token}x`, token.slice(0, -1), 'x'.repeat(80)])
    expect(readUnsubscribeToken('key', wrong)).toBeNull()
})

const items = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ title: `Claim ${n}`, why: null, path: `/desk/claims/${n}` }))
const queue = { title: 'Your work', path: '/desk/claims?view=mine&x=1' }
const facts = { name: 'Ada', newsroomName: 'The Quay', day: '2026-11-22', hour: 7, site: 'https://facts.example' }

test('counts what is not listed, and says “+” where it was not counted to the end', () => {
  const mail = (count: number, isMore: boolean) =>
    digestMail({ ...facts, queues: [{ ...queue, count, isMore, items: items(5) }], unsubscribeUrl: null })
  expect(mail(5, false).text).not.toContain('more')
  expect(mail(7, false).text).toContain('and 2 more: https://facts.example/desk/claims?view=mine&x=1')
  expect(mail(99, true)).toMatchObject({ subject: '99+ things wait for you at The Quay' })
  expect(mail(99, true).html).toContain('and 94+ more')
  expect(mail(5, false).text).not.toContain('without signing in')
})

test('whatever people wrote is text in HTML, one line in the mail, and adds nothing to its head', () => {
  const title = `<script>alert(1)</script>"'&\n${'x'.repeat(500)}`
  const item = { title, why: '</li><img src=x>', path: '/desk/claims/1' }
  const mail = digestMail({
    ...{ ...facts, newsroomName: 'A\r\nBcc: <b>', unsubscribeUrl: null },
    queues: [{ ...queue, count: 1, isMore: false, items: [item] }],
  })
  expect(mail.html).not.toMatch(/<script|<img|<b>/)
  expect(mail.subject).not.toMatch(/[\r\n]/)
  expect(mail.text).toMatch(/x …\n/)
})

test('every kind of notice has its words, and its way', () => {
  for (const kind of NOTICE_KINDS)
    for (const subjectType of ['claim', 'article', 'prediction', 'outcome', 'run'] as const) {
      expect(noticeWords(kind, subjectType, 'Ben')).toMatch(/^[A-Z].*[a-z]$/)
      expect(noticePath({ kind, subjectType, subjectId: 'x' }, 'import_batch')).toMatch(/^\/desk\/.*x/)
    }
  expect(noticePath({ kind: 'import_failed', subjectType: 'run', subjectId: 'x' }, 'unknown')).toBe('/desk')
})

test('nobody is told of their own doing, or twice of one', () => {
  const about = { subjectType: 'claim', subjectId: 'x' } as const
  const news = [
    { userId: 'ada', kind: 'approval', ...about },
    { userId: 'ben', kind: 'approval', ...about },
    { userId: 'ben', kind: 'correction', ...about },
  ] as const
  expect(tellOnce(news, 'ada')).toEqual([news[1]])
  expect(briefly(`  one\n two ${'three '.repeat(100)}`)).toMatch(/^one two three .* …$/)
})
