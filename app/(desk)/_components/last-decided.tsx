'use client'

import { type ReactNode, useState } from 'react'
import { FocusOnShow } from '../desk/_components/done-notice'

/**
 * What was last decided: alone it stands there for good; what was decided since the page was opened takes the focus, because
 * the button that did it is gone.
 */
export function LastDecided({ id, isAlone, children }: { id: string | null; isAlone: boolean; children: ReactNode }) {
  const [known] = useState(id)
  if (id !== known) return <FocusOnShow key={id}>{children}</FocusOnShow>
  return isAlone ? children : null
}
