import type { Day } from '@/lib/core/days'
import { isWithin, type Window } from '@/lib/core/windows'
import { type WindowLinkKind, windowLinkKind, windowReason } from './link-kinds'
import { eventWords } from './matching-words'

/** A prediction as far as linking goes: what it says, when it was said, and its window. */
export type LinkablePrediction = { text: string; saidOn: Day | null; due: Window | null }

export type LinkProposal = {
  kind: WindowLinkKind
  /** Whether the first of the two is the later one, which narrows or moves the other. */
  isFirstLater: boolean
  reasons: string[]
  /** 0..1, for the order of proposals. */
  score: number
}

const NAMES_NEEDED = 2

/**
 * Whether two predictions are about one event and state different windows, so that the later narrows (its window lies
 * within, or the earlier has none), moves, or (stating none) updates the earlier one. A suggestion: a person confirms it. Null when nothing
 * speaks for it.
 */
export function proposeLink(a: LinkablePrediction, b: LinkablePrediction): LinkProposal | null {
  const [first, second] = [eventWords(a.text), eventWords(b.text)]
  const names = shared(first.names, second.names)
  const words = shared(first.words, second.words)
  if (names.length < NAMES_NEEDED || words.length === 0) return null
  if (a.due === null && b.due === null) return null
  if (a.due && b.due && a.due.from === b.due.from && a.due.to === b.due.to) return null
  const isFirstLater = orderOf(a, b)
  const [later, earlier] = isFirstLater ? [a, b] : [b, a]
  const kind = windowLinkKind(later.due, earlier.due)
  return {
    kind,
    isFirstLater,
    reasons: [`both about ${[...names, ...words].slice(0, 5).join(', ')}`, windowReason(kind, later.due, earlier.due)],
    score: Math.min(1, 0.2 * names.length + 0.15 * words.length),
  }
}

const shared = (a: readonly string[], b: readonly string[]): string[] =>
  [...new Set(a)].filter((word) => b.includes(word))

/** Whether the first was said later; without both days the one with the shorter window is taken for the later. */
function orderOf(a: LinkablePrediction, b: LinkablePrediction): boolean {
  if (a.saidOn && b.saidOn && a.saidOn !== b.saidOn) return a.saidOn > b.saidOn
  if (a.due === null || b.due === null) return a.due !== null
  return isWithin(a.due, b.due)
}
