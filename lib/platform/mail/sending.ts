import { env } from '../env.mjs'
import { catchMail } from './caught'
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
 * Sends a mail, or catches it where that is configured. Throws MailError when it does not go through. Never inside a
 * transaction: a server may take a minute to answer.
 */
export async function sendMail(mail: Mail, settings: MailSettings = env().mail): Promise<void> {
  if (settings.kind === 'none') throw new Error('Mail was to be sent, but MAIL_URL is not set.')
  if (settings.kind === 'caught') return catchMail(mail, settings)
  await sendBySmtp(settings, mail.to.address, await bytesOf(mail, settings.from))
}
