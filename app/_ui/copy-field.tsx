'use client'

import { useId, useState } from 'react'
import { Button } from './button'
import { inputClasses } from './control-styles'

/** Something to be copied as a whole, by a button or by hand. */
export function CopyField({
  label,
  value,
  copyWords,
  copied,
}: {
  label: string
  value: string
  copyWords: string
  copied: string
}) {
  const id = useId()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="mt-3 flex flex-wrap gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${inputClasses} min-w-0 flex-1 basis-64 font-mono text-13`}
        />
        <Button onClick={copy} className="noscript:hidden">
          {isCopied ? 'Copied' : copyWords}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {isCopied ? copied : ''}
      </p>
    </>
  )
}
