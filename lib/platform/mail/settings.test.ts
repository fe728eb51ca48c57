import { expect, test } from 'vitest'
import { mailSettingsOf } from './settings.mjs'

const from = 'Quay Desk <desk@quay.example>'

test.each([
  ['smtp://mail.example', { port: 587, isSecure: false, mustUpgrade: false, credentials: undefined }],
  ['smtps://mail.example', { port: 465, isSecure: true, mustUpgrade: false }],
  [
    'smtp://desk:a%40b@mail.example:2525',
    { port: 2525, mustUpgrade: true, credentials: { user: 'desk', pass: 'a@b' } },
  ],
  ['smtp://desk:x@localhost:1025', { host: 'localhost', mustUpgrade: false }],
  ['smtp://desk:x@[::1]:1025', { host: '::1', mustUpgrade: false }],
])('%s', (MAIL_URL, expected) => {
  expect(mailSettingsOf({ MAIL_URL, MAIL_FROM: from }, true)).toMatchObject({ kind: 'smtp', from, ...expected })
})

test.each(['mail.example', 'https://mail.example', 'smtp://', 'smtp://desk:%zz@mail.example'])(
  'refuses %s',
  (MAIL_URL) => {
    expect(mailSettingsOf({ MAIL_URL, MAIL_FROM: from }, true)).toEqual({
      problem: expect.stringContaining('MAIL_URL'),
    })
  },
)

test('asks whom mail comes from', () => {
  expect(mailSettingsOf({ MAIL_URL: 'smtp://mail.example' }, true)).toEqual({
    problem: expect.stringContaining('MAIL_FROM'),
  })
  for (const wrong of ['desk', 'Desk <desk>', 'a@b.example\r\nBcc: c@d.example'])
    expect(mailSettingsOf({ MAIL_URL: 'smtp://mail.example', MAIL_FROM: wrong }, true)).toHaveProperty('problem')
})

test('without a server mail is caught on the own machine, and not made at all in production', () => {
  expect(mailSettingsOf({}, false)).toMatchObject({ kind: 'caught', folder: '.data/mail' })
  expect(mailSettingsOf({}, true)).toEqual({ kind: 'none' })
})
