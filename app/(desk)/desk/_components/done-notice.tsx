'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '@/app/_ui/notice'

/**
 * What has just been done, above the page that shows it: takes the focus, because the button that did it is gone. Its address
 * (`without`, the page's own) takes the place of the one that said so: read again, the page does not say it again.
 * To be given a key of its request, so that the next message is a new one.
 */
export function DoneNotice({ without, children }: { without: string; children: ReactNode }) {
  useEffect(() => {
    window.history.replaceState(null, '', without)
  }, [without])
  return (
    <FocusOnShow data-done>
      <Notice kind="success">{children}</Notice>
    </FocusOnShow>
  )
}

/** Takes the focus when it appears: for what answers somebody and stands somewhere else than where they were. */
export function FocusOnShow({ children, ...rest }: { children: ReactNode; 'data-done'?: true }) {
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => shown.current?.focus(), [])
  return (
    <div {...rest} ref={shown} tabIndex={-1} className="focus-visible:outline-offset-4">
      {children}
    </div>
  )
}
