'use client'

import type { ReactNode } from 'react'
import { Folded } from './folded'
import { useForm } from './form-context'

/** The fields of a form that is seldom needed, folded inside of it: open again where it was refused, also without JavaScript. */
export function FoldedForm({ label, children }: { label: ReactNode; children: ReactNode }) {
  const { result } = useForm()
  return (
    <Folded label={label} open={result.status === 'error'}>
      <div className="flex flex-col gap-4">{children}</div>
    </Folded>
  )
}
