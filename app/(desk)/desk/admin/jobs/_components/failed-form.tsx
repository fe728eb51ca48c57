'use client'

import { type ReactNode, useRef } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import { failedJobsAction } from '../actions'

/** Around the whole list. The button that was pressed goes with its row: the focus goes to what was done. */
export function FailedForm({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  return (
    <div ref={box} tabIndex={-1} className="focus-visible:outline-offset-4">
      <ActionForm
        action={failedJobsAction}
        id="failed-jobs"
        className="gap-4"
        onResult={({ status }) => {
          if (status === 'ok') box.current?.focus()
        }}
      >
        {children}
      </ActionForm>
    </div>
  )
}
