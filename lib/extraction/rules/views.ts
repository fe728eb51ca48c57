import { readClauses } from './clauses'
import type { FoundAttribution } from './cues'
import { opinionSigns } from './opinions'
import type { Reading } from './passages'
import { at } from './tokens'
import { verbOf } from './verbs'
import { wordSet } from './words'

/** Whether what somebody says is a view, so that only the saying can be checked. */

/** "Lind warned that the docks may close": that she warned is the point. */
export const isWarning = ({ tokens }: Reading, { cue }: FoundAttribution): boolean =>
  ['warn', 'caution'].includes(verbOf(at(tokens, cue.first))?.base ?? '')

/** A figure inside a quotation makes a claim by itself: who said it need not be part of it. */
function isConcrete({ tokens }: Reading, first: number, last: number): boolean {
  if (opinionSigns(tokens, first, last) >= 1) return false
  for (let k = first; k < last; k++) if (at(tokens, k).kind === 'number') return true
  return false
}

/** Nouns of intent and worth: what is said with them can hardly be checked. */
const VAGUE = wordSet(`
  focus opportunity commitment willingness cornerstone vision visions importance substance value values proposition relationship
  friendship ties partnership need needs
`)

/** A view in each of its clauses, and no figure: then the saying is what can be checked. */
export function isVagueAll(reading: Reading, first: number, last: number, limit: number): boolean {
  if (!isVague(reading, first, last, limit) || isConcrete(reading, first, last)) return false
  const clauses = readClauses(reading.tokens, first, last, () => false)
  return clauses.length < 2 || clauses.every((clause) => isVague(reading, clause.first, clause.last, limit))
}

/** `limit`: how many signs of a view it takes; fewer in somebody's own words. */
export function isVague({ tokens }: Reading, first: number, last: number, limit = 1): boolean {
  if (opinionSigns(tokens, first, last) >= limit) return true
  for (let k = first; k < last; k++) if (VAGUE.holds(at(tokens, k))) return true
  return false
}
