'use client'

import { useKeyActions } from '@/app/_parts/keys/keys-context'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { highlightsAction } from '../actions'

const FORM = 'highlights'

/** Whether names of speakers, figures and days stand out in the text; kept for the person. */
export function HighlightSwitch({ isShown }: { isShown: boolean }) {
  useKeyActions({
    'text-highlights': () => {
      const form = document.getElementById(FORM)
      if (form instanceof HTMLFormElement) form.requestSubmit()
    },
  })
  return (
    <ActionForm action={highlightsAction} id={FORM} className="gap-2">
      <input type="hidden" name="show" value={isShown ? 'no' : 'yes'} />
      <p className="flex flex-wrap items-center gap-x-3 text-13 text-ink-soft">
        Speakers, figures and days {isShown ? 'stand out' : 'do not stand out'}.
        <SubmitButton
          variant="quiet"
          size="small"
          aria-label={`${isShown ? 'Hide' : 'Show'} speakers, figures and days`}
        >
          {isShown ? 'Hide' : 'Show'} <Shortcut id="text-highlights" />
        </SubmitButton>
      </p>
    </ActionForm>
  )
}
