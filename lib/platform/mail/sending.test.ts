import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSmtpServer } from '../../testing/smtp-server'
import { listCaught, readCaught } from './caught'
import { outcomeOf } from './failures'
import { sendMail } from './sending'
import type { SmtpServer } from './settings.mjs'
import { sendBySmtp } from './smtp'

let server: Awaited<ReturnType<typeof startSmtpServer>>
let folder: string

beforeAll(async () => {
  server = await startSmtpServer()
  folder = await mkdtemp(path.join(os.tmpdir(), 'mail-'))
})
beforeEach(() => server.behave('take'))
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const MAIL = {
  to: { name: 'Ada "Quay" Mårsh', address: 'ada@newsroom.example' },
  subject: 'Three things wait – 3 Nov',
  text: 'One.\n\n.\n\nTwo, after a line with a dot alone.',
  html: '<p>One &amp; two: ü</p>',
  id: '01890000-0000-7000-8000-000000000001',
}

const at = (port: number, changes: Partial<SmtpServer> = {}): SmtpServer => ({
  ...{ kind: 'smtp', host: '127.0.0.1', port, isSecure: false, mustUpgrade: false, credentials: undefined },
  from: 'The Quay Desk <desk@quay.example>',
  ...changes,
})

test('a mail arrives whole, in both parts, with an id of its own and the way off the list', async () => {
  await sendMail({ ...MAIL, unsubscribeUrl: 'https://facts.example/off/1' }, at(server.port))
  const [mail] = server.taken
  expect(mail).toMatchObject({ subject: MAIL.subject, messageId: `<${MAIL.id}@quay.example>` })
  expect(mail?.text?.trim()).toBe(MAIL.text)
  expect(mail?.html).toContain(MAIL.html)
  expect(mail?.from?.text).toBe('"The Quay Desk" <desk@quay.example>')
  expect(mail?.to).toMatchObject({ value: [MAIL.to] })
  expect(mail?.headers.get('list')).toMatchObject({ unsubscribe: { url: 'https://facts.example/off/1' } })
  expect(mail?.headerLines.map(({ line }) => line)).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
})

test('what people wrote adds no header and no recipient', async () => {
  const subject = 'Hello\r\nBcc: eve@evil.example'
  const to = { name: 'Ada\r\nCc: eve@evil.example', address: MAIL.to.address }
  await sendMail({ ...MAIL, subject, to }, at(server.port))
  expect(server.taken[0]?.cc ?? server.taken[0]?.bcc).toBeUndefined()
  expect(server.taken[0]?.to).toMatchObject({ value: [{ address: MAIL.to.address }] })
})

test.each([
  ['refuse_recipient', 'refused', /No such mailbox/],
  ['refuse_text', 'refused', /Looks like spam/],
  ['refuse_for_now', 'not_now', /Come back later/],
  ['drop_at_recipient', 'not_now', /closed/i],
  ['lost', 'unknown', /closed/i],
] as const)('tells what became of a mail where the server does this: %s', async (behaviour, outcome, reason) => {
  server.behave(behaviour)
  await expect(sendMail(MAIL, at(server.port))).rejects.toMatchObject({
    outcome,
    reason: expect.stringMatching(reason),
  })
})

test('does not wait for a server that falls silent, and does not know what it did with the text', async () => {
  server.behave('silent')
  const times = { connectMs: 1000, silenceMs: 200, wholeMs: 1000 }
  await expect(sendBySmtp(at(server.port), MAIL.to.address, Buffer.from('x'), times)).rejects.toMatchObject({
    outcome: 'unknown',
  })
})

test('may be tried again where nobody listens, and where TLS was asked for and not offered', async () => {
  const gone = await startSmtpServer()
  await gone.stop()
  await expect(sendMail(MAIL, at(gone.port))).rejects.toMatchObject({ outcome: 'not_now' })
  await expect(sendMail(MAIL, at(server.port, { mustUpgrade: true }))).rejects.toMatchObject({ outcome: 'not_now' })
  expect(server.taken).toEqual([])
})

test('what fails without saying what became of the mail is never taken for a mail that may be sent again', async () => {
  const file = path.join(folder, 'a-file')
  await writeFile(file, '')
  const caught = { kind: 'caught' as const, folder: file, from: 'The Quay Desk <desk@quay.example>' }
  const error = await sendMail(MAIL, caught).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: expect.stringMatching(/EEXIST|ENOTDIR/) })
  expect(outcomeOf(error)).toMatchObject({ outcome: 'unknown' })
  expect(outcomeOf(undefined)).toMatchObject({ outcome: 'unknown' })
  const unset = await sendMail(MAIL, { kind: 'none' }).catch((thrown: unknown) => thrown)
  expect(outcomeOf(unset)).toMatchObject({ outcome: 'not_now', reason: expect.stringContaining('MAIL_URL') })
})

test('signs in where a password is given; a wrong one may be mended', async () => {
  const login = { user: 'desk', pass: 'quay & co' }
  const closed = await startSmtpServer({ login })
  await sendMail(MAIL, at(closed.port, { credentials: login }))
  expect(closed.taken).toHaveLength(1)
  const wrong = at(closed.port, { credentials: { ...login, pass: 'x' } })
  await expect(sendMail(MAIL, wrong)).rejects.toMatchObject({ outcome: 'not_now', reason: /Wrong password/ })
  await closed.stop()
})

test('a mail that is caught can be read, and opened by any mail program', async () => {
  await sendMail(MAIL, { kind: 'caught', folder, from: 'desk@localhost' })
  await sendMail({ ...MAIL, subject: 'The second' }, { kind: 'caught', folder, from: 'desk@localhost' })
  const [second, first] = await listCaught(folder)
  expect([second?.subject, first?.subject]).toEqual(['The second', MAIL.subject])
  expect(await readCaught(folder, first?.id ?? '')).toMatchObject({ text: MAIL.text, html: MAIL.html, to: MAIL.to })
  expect(await readCaught(folder, '../../etc/passwd')).toBeNull()
  const eml = await simpleParser(await readFile(path.join(folder, `${first?.id}.eml`)))
  expect(eml.subject).toBe(MAIL.subject)
})
