'use client'

import { useId, useState } from 'react'
import { Button } from '../../_ui/button'
import { inputClasses } from '../../_ui/control-styles'
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
  const id = useId()
  const [isCopied, setCopied] = useState(false)
  const { title, does } = WORDS[link.kind]
  const copy = async () => {
    await navigator.clipboard.writeText(link.url)
    setCopied(true)
  }
  return (
    <Notice kind="success" title={title}>
      <p>
        {link.mailed ? MAILED[link.mailed] : null} Send this link to {link.name} yourself; with it they {does}. It works
        once, until <Timestamp at={link.expiresAt} zone={zone} />, and is <strong>shown only now</strong>.
      </p>
      <label htmlFor={id} className="sr-only">
        The link
      </label>
      <div className="mt-3 flex flex-wrap gap-2">
        <input
          id={id}
          readOnly
          value={link.url}
          onFocus={(event) => event.currentTarget.select()}
          className={`${inputClasses} min-w-0 flex-1 basis-64 font-mono text-13`}
        />
        <Button onClick={copy} className="noscript:hidden">
          {isCopied ? 'Copied' : 'Copy the link'}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {isCopied ? 'The link is copied.' : ''}
      </p>
    </Notice>
  )
}
