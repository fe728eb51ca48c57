'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { Timestamp } from '@/app/_ui/timestamp'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import type { RestoredText } from './use-editing'

/** Says that what stands in the fields was never saved, and offers to go back to what is stored. */
export function Restored({
  restored,
  onSwap,
  onDiscard,
  zone,
}: {
  restored: RestoredText
  onSwap: () => void
  /** Answers why it was not discarded. */
  onDiscard: () => Promise<string | null>
  zone: string
}) {
  const [refused, setRefused] = useState<string | null>(null)
  if (restored === null) return null
  const discard = async () => setRefused(await onDiscard())
  return (
    <Notice live title="Text that was not saved yet">
      {restored.from === 'browser' ? (
        'What this browser kept stands in the fields.'
      ) : (
        <>
          What you typed{' '}
          {restored.keptAt ? (
            <>
              until <Timestamp at={restored.keptAt} zone={zone} />
            </>
          ) : null}{' '}
          stands in the fields.
        </>
      )}{' '}
      Save it, or{' '}
      <Button variant="quiet" size="small" onClick={discard}>
        discard it and show what is stored
      </Button>
      {restored.other ? (
        <>
          {' '}
          {restored.from === 'browser' ? 'The desk keeps' : 'This browser keeps'} another one:{' '}
          <Button variant="quiet" size="small" onClick={onSwap}>
            show that instead
          </Button>
        </>
      ) : null}
      {refused ? <p className="mt-2 font-medium">{refused}</p> : null}
    </Notice>
  )
}

export function SavedMeanwhile({ version, onCompare }: { version: OpenVersionView; onCompare: () => void }) {
  return (
    <Notice kind="warn">
      {version.lastSave?.by ?? 'Somebody'} saved revision {version.revision} while you were writing. Your text is kept;
      when you save, both texts are shown side by side.{' '}
      <Button variant="quiet" size="small" onClick={onCompare}>
        Compare them now
      </Button>
    </Notice>
  )
}
