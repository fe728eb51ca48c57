'use client'

import { useSyncExternalStore } from 'react'
import { cx } from '@/app/_ui/classes'
import { useKeys } from './keys-context'
import { Shortcut } from './shortcut'

/** Opens the palette by mouse and finger. Without JavaScript there is no palette, and so no button. */
export function PaletteButton() {
  const { run } = useKeys()
  const isLive = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  return (
    <button
      type="button"
      onClick={() => run('palette-open')}
      className={cx(
        'inline-flex h-9 cursor-pointer items-center gap-2 rounded-m border border-line bg-raised px-2.5 text-15 text-ink-soft hover:border-ink hover:text-ink',
        isLive ? '' : 'invisible',
      )}
    >
      <svg viewBox="0 0 16 16" className="size-3.5" fill="none" stroke="currentColor" aria-hidden="true">
        <circle cx="6.75" cy="6.75" r="4.75" strokeWidth="1.6" />
        <path d="m10.4 10.4 4 4" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
      Find
      <span className="hidden 2xl:inline-flex">
        <Shortcut id="palette-open" />
      </span>
    </button>
  )
}
