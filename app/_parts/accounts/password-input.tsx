'use client'

import { useState } from 'react'
import { Button } from '../../_ui/button'
import { Input } from '../../_ui/controls'

/** A password that can be looked at while it is typed (WCAG 3.3.8: pasting and password managers work as well). */
export function PasswordInput({ autoComplete }: { autoComplete: 'current-password' | 'new-password' }) {
  const [isShown, setShown] = useState(false)
  return (
    <div className="flex gap-2">
      <Input
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        spellCheck={false}
        autoCapitalize="none"
      />
      <Button
        onClick={() => setShown(!isShown)}
        aria-pressed={isShown}
        aria-label="Show the password"
        className="shrink-0 noscript:hidden"
      >
        {isShown ? 'Hide' : 'Show'}
      </Button>
    </div>
  )
}
