import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import type { Target } from '@/lib/predictions/rules/figures'
import type { NewsRelation } from '@/lib/predictions/schema'

/**
 * Predictions with what later articles might say: own sentences about invented people and places, written in one go before any
 * rule was looked at with them. `a` may be looked at sentence by sentence to find general rules; of `b` only the sums are read.
 * A relation that is null: a near miss, which must not be suggested.
 */
export type NewsPair = {
  text: string
  saidOn: Day
  window: Window
  isNegated?: boolean
  target?: Target
  later: readonly (readonly [text: string, publishedOn: Day, relation: NewsRelation | null])[]
}

export const year = (which: number): Window => ({ from: `${which}-01-01`, to: `${which}-12-31` })
export const months = (from: string, to: string, last: number): Window => ({ from: `${from}-01`, to: `${to}-${last}` })

export const equal = (targetValue: string, targetUnit: string, tolerance: string): Target => ({
  ...{ comparator: 'equal', targetValue, targetUnit, tolerance },
})
