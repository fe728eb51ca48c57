import type { Window } from '@/lib/core/windows'
import { formatWindow } from '@/lib/core/windows'
import { contentWords } from './matching-words'

/** A number as matching sees it: the words, what it says, and its unit. */
export type MatchQuantity = {
  text: string
  value: number | null
  low: number | null
  high: number | null
  unit: string
}

/** What is compared of a candidate or a claim. `speakerKey` is the speaker's id where known, else the folded words. */
export type MatchText = {
  text: string
  kind: string
  quantities: readonly MatchQuantity[]
  speakerKey: string | null
  due: Window | null
  /** Without the publication day a window may be stated and still be unread, so its absence says nothing. */
  isDayKnown: boolean
  isNegated: boolean
}

export type Match = {
  /** 0..1 */
  score: number
  verdict: 'same' | 'similar'
  /** For people, strongest first. */
  reasons: string[]
  /** What speaks against it: another figure, another window, a negation. */
  differences: string[]
}

/** From measurement on pairs that are and are not the same claim, see matching.test.ts. */
export const SAME_AT = 0.72
export const SIMILAR_AT = 0.5

/** How much two texts share of their words (Dice), 0..1: twice the shared over both. */
export function wordShare(a: string, b: string): number {
  const [first, second] = [new Set(contentWords(a)), new Set(contentWords(b))]
  if (first.size === 0 || second.size === 0) return 0
  let shared = 0
  for (const word of first) if (second.has(word)) shared++
  return (2 * shared) / (first.size + second.size)
}

/** How likely two texts make the same claim, with the reasons in words; null when nothing speaks for it. */
export function matchClaims(a: MatchText, b: MatchText): Match | null {
  const share = wordShare(a.text, b.text)
  const reasons: string[] = []
  const differences: string[] = []
  let score = share * 0.9
  if (share >= 0.4) reasons.push(share > 0.995 ? 'the same words' : `${Math.floor(share * 100)} % of the words`)
  const figures = compareFigures(a.quantities, b.quantities)
  if (figures.same.length) {
    reasons.push(`same figure: ${figures.same.join(', ')}`)
    score += 0.12
  }
  if (figures.differing) {
    differences.push(figures.differing)
    score -= 0.25
  }
  if (a.speakerKey !== null && a.speakerKey === b.speakerKey) {
    reasons.push('same speaker')
    score += 0.06
  }
  score += compareWindows(a, b, reasons, differences)
  if (a.isNegated !== b.isNegated) {
    differences.push('one of the two says the opposite')
    score -= 0.4
  }
  score = Math.max(0, Math.min(1, score))
  if (score < SIMILAR_AT || reasons.length === 0) return null
  return { score, verdict: score >= SAME_AT && differences.length === 0 ? 'same' : 'similar', reasons, differences }
}

function compareWindows(a: MatchText, b: MatchText, reasons: string[], differences: string[]): number {
  if (a.due && b.due) {
    if (a.due.from === b.due.from && a.due.to === b.due.to) {
      reasons.push(`same window: ${formatWindow(a.due)}`)
      return 0.06
    }
    differences.push(`another window: ${formatWindow(a.due)} here, ${formatWindow(b.due)} there`)
    return -0.3
  }
  const arePredictions = a.kind === 'prediction' && b.kind === 'prediction' && a.isDayKnown && b.isDayKnown
  if (arePredictions && (a.due === null) !== (b.due === null)) {
    differences.push('only one of the two states a window')
    return -0.1
  }
  return 0
}

/** Figures that both state, in words, and the first that one unit states differently. */
export function compareFigures(
  a: readonly MatchQuantity[],
  b: readonly MatchQuantity[],
): { same: string[]; differing: string | null } {
  const comparable = (q: MatchQuantity) => q.unit !== 'ordinal'
  const same = a.filter((q) => comparable(q) && b.some((other) => isSameFigure(q, other))).map((q) => q.text)
  const lonely = a.find(
    (q) =>
      comparable(q) &&
      !b.some((other) => isSameFigure(q, other)) &&
      b.some((other) => other.unit === q.unit && !a.some((mine) => isSameFigure(mine, other))),
  )
  const rival = lonely && b.find((other) => other.unit === lonely.unit && !a.some((mine) => isSameFigure(mine, other)))
  return {
    same: [...new Set(same)],
    differing: lonely && rival ? `another figure: ${lonely.text} here, ${rival.text} there` : null,
  }
}

const isSameFigure = (a: MatchQuantity, b: MatchQuantity): boolean =>
  a.unit === b.unit && nearly(a.value, b.value) && nearly(a.low, b.low) && nearly(a.high, b.high)

/** Equal but for the noise of binary fractions. */
const nearly = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)))
