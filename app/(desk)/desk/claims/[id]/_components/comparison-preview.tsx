'use client'

import { useEffect, useRef, useState } from 'react'
import { compareFigures, type Figure, MODIFIERS } from '@/lib/evidence/rules'
import { ComparisonView } from './comparison-view'
import { controlTexts } from './controls-by-name'

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
  const found = claimed && figureIn(typed, claimed.unit)
  return (
    <div ref={place}>
      {claimed && found ? (
        <ComparisonView claimed={claimed} found={found} comparison={compareFigures(claimed, found)} />
      ) : null}
    </div>
  )
}

function figureIn(typed: Record<string, string>, claimedUnit: string): Figure | null {
  const [value, low, high] = [typed.foundValue, typed.foundLow, typed.foundHigh].map(numberIn)
  if (!typed.foundText || (value == null && low == null && high == null)) return null
  return {
    text: typed.foundText,
    value: value ?? null,
    low: low ?? null,
    high: high ?? null,
    unit: typed.foundUnit || claimedUnit,
    modifier: MODIFIERS.find((one) => one === typed.foundModifier) ?? 'exact',
    asOfOn: typed.foundAsOfOn || null,
  }
}

/** A number as the server reads it (`numberField`): digits with optional grouping commas. */
function numberIn(text: string | undefined): number | null {
  const plain = (text ?? '').trim().replace('−', '-')
  return /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain) ? Number(plain.replaceAll(',', '')) : null
}
