'use client'

import { compareFigures, type Figure, MODIFIERS } from '@/lib/evidence/rules'
import { ComparisonView } from './comparison-view'

/** A figure of the claim beside the one that stands in the form, by the names of its fields; nothing while that has no number. */
export function TypedComparison({ claimed, typed }: { claimed: Figure; typed: Record<string, string> }) {
  const found = figureIn(typed, claimed.unit)
  return found ? <ComparisonView claimed={claimed} found={found} comparison={compareFigures(claimed, found)} /> : null
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
