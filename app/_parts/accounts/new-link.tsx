'use client'

import { CopyField } from '../../_ui/copy-field'
import { Notice } from '../../_ui/notice'
import { Timestamp } from '../../_ui/timestamp'

export type ShownLink = {
  name: string
  kind: 'invite' | 'reset'
  url: string
  expiresAt: string
  /** Whether it was mailed as well; left out where it never is. */
  mailed?: 'sent' | 'caught' | 'failed' | 'off'
}

const MAILED = {
  sent: 'It was sent to them by e-mail. If it does not arrive:',
  caught: 'It was caught on this machine in place of being mailed (Admin, Mail).',
  failed: 'It could not be mailed.',
  off: null,
}

const WORDS = {
  invite: { title: 'Invitation ready', does: 'choose a password and join' },
  reset: { title: 'Reset link ready', does: 'choose a new password' },
} as const

/** A link that is shown this once: nothing that could be read later is stored. */
export function NewLink({ link, zone }: { link: ShownLink; zone: string }) {
  const { title, does } = WORDS[link.kind]
  return (
    <Notice kind="success" title={title}>
      <p>
        {link.mailed ? MAILED[link.mailed] : null} Send this link to {link.name} yourself; with it they {does}. It works
        once, until <Timestamp at={link.expiresAt} zone={zone} />, and is <strong>shown only now</strong>.
      </p>
      <CopyField label="The link" value={link.url} copyWords="Copy the link" copied="The link is copied." />
    </Notice>
  )
}
