import type { Day } from '@/lib/core/days'
import type { Span } from '@/lib/core/text'
import type { Due, Flag } from '../schema'
import type { Anchors } from './anchors'
import type { Token } from './tokens'

/**
 * A due window with the other readings of its words; `signs`: the words it was read from, with their preposition apart.
 * `due` is null where only the desk can tell: a fiscal year of nobody known, an event that the article does not date.
 */
export type DueReading = {
  due: Due | null
  alternatives: { from: Day; to: Day }[]
  flags: Flag[]
  rule: string
  signs: Span[]
}

/** The clause on tokens [first, last) that a window is read for. */
export type Scope = {
  text: string
  tokens: readonly Token[]
  said: Day
  first: number
  last: number
  anchors: Anchors
  /** The window of the claim right before, in this sentence or the one before it. */
  previous: Due | null
}
