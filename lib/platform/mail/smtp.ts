import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import { addressOf } from './address'
import { MailError } from './failures'
import type { SmtpServer } from './settings.mjs'

/** How long each part may take; a mail is given up after the sum at the latest. */
export type MailTimes = { connectMs: number; silenceMs: number; wholeMs: number }
const TIMES: MailTimes = { connectMs: 10_000, silenceMs: 20_000, wholeMs: 60_000 }

/** Set once the server said that it will take the text: from then on a broken line leaves open what became of it. */
type Progress = { hasBegun: boolean }

/**
 * Hands one mail to the server. Throws MailError. nodemailer's own transport does not tell whether the text was under way
 * when a connection broke, so its connection is used below it.
 */
export async function sendBySmtp(
  server: SmtpServer,
  to: string,
  bytes: Buffer,
  { connectMs, silenceMs, wholeMs }: MailTimes = TIMES,
): Promise<void> {
  const connection = new SMTPConnection({
    ...{ host: server.host, port: server.port, secure: server.isSecure, requireTLS: server.mustUpgrade },
    ...{ connectionTimeout: connectMs, greetingTimeout: connectMs, dnsTimeout: connectMs, socketTimeout: silenceMs },
  })
  const progress: Progress = { hasBegun: false }
  let limit: NodeJS.Timeout | undefined
  // Some failures come by the callback of the step, others as an event, at any time.
  const broken = new Promise<never>((_resolve, reject) => {
    connection.on('error', reject)
    connection.once('end', () => reject(new Error('The server closed the connection.')))
    limit = setTimeout(() => reject(new Error(`No end after ${wholeMs / 1000} s.`)), wholeMs)
  })
  try {
    await Promise.race([converse(connection, server, to, bytes, progress), broken])
  } catch (error) {
    throw failureOf(error, progress)
  } finally {
    clearTimeout(limit)
    broken.catch(() => {})
    connection.close()
  }
}

async function converse(
  connection: SMTPConnection,
  { credentials, from }: SmtpServer,
  to: string,
  bytes: Buffer,
  progress: Progress,
): Promise<void> {
  await step((done) => connection.connect(done))
  // A copy: nodemailer writes into it.
  if (credentials) await step((done) => connection.login({ ...credentials }, done))
  // Read only once the server has answered DATA.
  const text = new Readable({
    read() {
      progress.hasBegun = true
      this.push(bytes)
      this.push(null)
    },
  })
  const envelope = { from: addressOf(from), to: [to], size: bytes.length }
  await step((done) => connection.send(envelope, text, (error) => done(error ?? undefined)))
  connection.quit()
}

const step = (begin: (done: (error?: Error) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => begin((error) => (error ? reject(error) : resolve())))

const WORDS_MAX = 300

function failureOf(error: unknown, { hasBegun }: Progress): MailError {
  const { responseCode, command, response, message } = error as SMTPConnection.SMTPError
  const reason = (response || message).replace(/\s+/g, ' ').slice(0, WORDS_MAX)
  if (responseCode === undefined) return new MailError(hasBegun ? 'unknown' : 'not_now', reason)
  // For good is only what is said of this recipient or this text: a wrong password or a closed relay gets mended.
  const isAboutMail = command === 'RCPT TO' || command === 'DATA'
  return new MailError(responseCode >= 500 && isAboutMail ? 'refused' : 'not_now', reason)
}
