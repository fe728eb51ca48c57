import type { Span } from '@/lib/core/text'
import type { Token } from './tokens'

/** What one reading found on tokens [start, end). */
export type AmountReading = {
  start: number
  end: number
  value: number
  low: number | null
  high: number | null
  unit: string
  rule: string
}

export type QuantityContext = {
  text: string
  tokens: readonly Token[]
  country: string | null
  /** Calendar words and clock times: numbers inside are dates, not amounts. In order. */
  dates: readonly Span[]
}

/** Where an amount begins and what its number is; its end and unit are read behind. */
export type Base = { start: number; value: number; low: null; high: null }

/** An amount without a range. Field by field: a spread would cost more than all the reading. */
export const amountOf = (base: Base, end: number, unit: string, rule: string): AmountReading => ({
  start: base.start,
  end,
  value: base.value,
  low: null,
  high: null,
  unit,
  rule,
})
