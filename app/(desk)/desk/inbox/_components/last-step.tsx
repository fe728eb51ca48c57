'use client'

import { Button } from '@/app/_ui/button'
import type { InboxState, Step } from './inbox-state'

/** What was just decided, in sight wherever one is in the list, with the way back. Screen readers are told apart from it. */
export function LastStep({
  said,
  step,
  onUndo,
}: {
  said: InboxState['said']
  step: Step | undefined
  onUndo: (step: Step) => void
}) {
  if (!said.isUndoable || !step) return null
  return (
    <p className="sticky top-12 z-10 flex min-h-9 items-center gap-3 border-accent border-l-2 bg-sunk px-3 text-13">
      <span className="min-w-0 flex-1">{said.text}</span>
      <Button variant="quiet" size="small" onClick={() => onUndo(step)}>
        Undo
      </Button>
    </p>
  )
}
