'use client'

import type { ReactNode } from 'react'
import { Folded } from '@/app/_ui/folded'
import { useForm } from '@/app/_ui/form-context'

/** The fields of a form, folded until they are wanted; open after a refusal, so that without a script its reasons are in sight. */
export function FoldedFields({ label, children }: { label: string; children: ReactNode }) {
  const { result } = useForm()
  return (
    <Folded label={label} open={result.status === 'error' || undefined}>
      <div className="flex flex-col gap-4">{children}</div>
    </Folded>
  )
}
