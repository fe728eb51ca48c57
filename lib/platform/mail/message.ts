import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { domainOf } from './address'

export type Mail = {
  to: { name: string; address: string }
  subject: string
  text: string
  /** A whole document; whatever came from people is escaped in it. */
  html: string
  /** The same for each try of one mail: receivers tell doubles by it. Without brackets, without a domain. */
  id: string
  /** Where the person is taken off the list: a POST there does it, without signing in (RFC 8058). */
  unsubscribeUrl?: string
}

/** The bytes of a mail as they travel. */
export function bytesOf(mail: Mail, from: string): Promise<Buffer> {
  const { to, subject, text, html, id, unsubscribeUrl } = mail
  const composer = new MailComposer({
    ...{ from, to, subject, text, html },
    messageId: `<${id}@${domainOf(from)}>`,
    headers: {
      // Nobody's out-of-office note is to come back (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return new Promise((resolve, reject) =>
    composer.compile().build((error, bytes) => (error ? reject(error) : resolve(bytes))),
  )
}
