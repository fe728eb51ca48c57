import { env } from '../env.mjs'
import { catchMail } from './caught'
import { MailError } from './failures'
import { bytesOf, type Mail } from './message'
import type { MailSettings } from './settings.mjs'
import { sendBySmtp } from './smtp'

/** Whether a mail would go anywhere. */
export const canSendMail = (): boolean => env().mail.kind !== 'none'

/** Where mails are caught instead of sent; null where they are sent, or not made at all. */
export function caughtFolder(): string | null {
  const { mail } = env()
  return mail.kind === 'caught' ? mail.folder : null
}

/**
 * Sends a mail, or catches it where that is configured. Throws MailError when it does not go through; whatever else it throws
 * leaves open what became of it (see outcomeOf). Never inside a transaction: a server may take a minute to answer.
 */
export async function sendMail(mail: Mail, settings: MailSettings = env().mail): Promise<void> {
  if (settings.kind === 'none') throw new MailError('not_now', 'No mail server is set up here (MAIL_URL).')
  if (settings.kind === 'caught') return catchMail(mail, settings)
  await sendBySmtp(settings, mail.to.address, await written(mail, settings.from))
}

/** Nothing is under way before the text is whole. */
async function written(mail: Mail, from: string): Promise<Buffer> {
  try {
    return await bytesOf(mail, from)
  } catch {
    throw new MailError('not_now', 'It could not be written.')
  }
}
