'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useField } from '@/app/_ui/form-context'

// The Markdown library comes only when a preview is asked for.
const Rationale = dynamic(() => import('@/app/_parts/rationale/rationale').then((part) => part.Rationale), {
  loading: () => <p className="text-ink-soft">Preparing the preview …</p>,
})

/** Shows the text of the field around it as readers will see it. */
export function RationalePreview() {
  const field = useField()
  const [shown, setShown] = useState<string | null>(null)
  const toggle = () => {
    const control = document.getElementById(field?.id ?? '')
    setShown(shown === null && control instanceof HTMLTextAreaElement ? control.value : null)
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Button variant="quiet" size="small" aria-expanded={shown !== null} onClick={toggle}>
        {shown === null ? 'Preview the rationale' : 'Hide the preview'}
      </Button>
      {shown === null ? null : (
        <section aria-label="Preview of the rationale" className="w-full border-rule border-y py-4">
          {shown.trim() === '' ? <p className="text-ink-soft">Nothing written yet.</p> : <Rationale markdown={shown} />}
        </section>
      )}
    </div>
  )
}
