import type { CERTAINTIES } from './choices'

/** Whether words that stand for a probability (null: for none) are of that certainty; as the ledger's SQL says it. */
export function isOfCertainty(certainty: (typeof CERTAINTIES)[number], probability: number | null): boolean {
  if (probability === null) return certainty === 'none'
  switch (certainty) {
    case 'high':
      return probability >= 0.8
    case 'middle':
      return probability >= 0.5 && probability < 0.8
    case 'low':
      return probability < 0.5
    case 'listed':
      return true
    case 'none':
      return false
  }
}
