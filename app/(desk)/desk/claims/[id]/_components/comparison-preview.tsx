'use client'

import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { controlTexts } from '@/app/_ui/controls-by-name'
import type { Figure } from '@/lib/evidence/rules'

// Comparing comes when there is a figure to compare.
const TypedComparison = dynamic(() => import('./typed-comparison').then((part) => part.TypedComparison))

/** A figure of the claim that a found one may be compared with. */
export type ClaimedFigure = Figure & { id: string }

const NAMES = [
  'quantityId',
  'foundText',
  'foundValue',
  'foundLow',
  'foundHigh',
  'foundUnit',
  'foundModifier',
  'foundAsOfOn',
]

/** What the figures would suggest as they stand in the form, before it is sent. */
export function ComparisonPreview({ figures }: { figures: readonly ClaimedFigure[] }) {
  const place = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<Record<string, string>>({})
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const read = () => setTyped(controlTexts(form, NAMES))
    read()
    form.addEventListener('input', read)
    form.addEventListener('change', read)
    return () => {
      form.removeEventListener('input', read)
      form.removeEventListener('change', read)
    }
  }, [])
  const claimed = figures.find(({ id }) => id === typed.quantityId)
  return (
    <div ref={place}>{claimed && typed.foundText ? <TypedComparison claimed={claimed} typed={typed} /> : null}</div>
  )
}
