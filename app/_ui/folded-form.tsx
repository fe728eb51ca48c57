'use client'

import { type ReactNode, useState } from 'react'
import { Folded } from './folded'
import { useForm } from './form-context'

/**
 * The fields of a form that is seldom needed, folded inside of it: open where it was refused, also without JavaScript, and from
 * then on, because what closed around the focus would take it away.
 */
export function FoldedForm({ label, children }: { label: ReactNode; children: ReactNode }) {
  const { result } = useForm()
  const [wasRefused, setWasRefused] = useState(false)
  const isOpen = wasRefused || result.status === 'error'
  if (isOpen && !wasRefused) setWasRefused(true)
  return (
    <Folded label={label} open={isOpen}>
      <div className="flex flex-col gap-4">{children}</div>
    </Folded>
  )
}
