import type { Span } from '@/lib/core/text'
import { isDayName } from './contents'
import { ROLES } from './people'
import { at, type Token } from './tokens'
import { DETERMINERS, PREPOSITIONS, wordSet } from './words'

/** Who holds which role, as a sentence says: "Mayor Ann Lind", "the harbour's director, Per Mora," "Lind, head of the board,". */
export type Introduced = { role: string; name: Span }

const PARTICLES = wordSet('de da di del der van von den bin ibn al el la le du dos')
const LONGEST_NAME = 5
const LONGEST_DESCRIPTION = 5

export function introducedIn(tokens: readonly Token[], first: number, last: number): Introduced[] {
  const found: Introduced[] = []
  for (let k = first; k < last; k++) {
    if (!ROLES.holds(at(tokens, k))) continue
    const name = nameBehind(tokens, k, last) ?? nameBefore(tokens, k, first)
    if (name) found.push({ role: at(tokens, k).lower, name })
  }
  return found
}

const isNamePart = (token: Token): boolean =>
  token.isCapitalized && !DETERMINERS.holds(token) && !ROLES.holds(token) && !isDayName(token)

/** "Mayor Ann Lind", "the mayor, Ann Lind,". */
function nameBehind(tokens: readonly Token[], role: number, last: number): Span | null {
  const from = at(tokens, role + 1).text === ',' && !at(tokens, role).isCapitalized ? role + 2 : role + 1
  let end = from
  while (end < Math.min(last, from + LONGEST_NAME) && (isNamePart(at(tokens, end)) || PARTICLES.holds(at(tokens, end))))
    end++
  if (end === from || !at(tokens, end - 1).isCapitalized) return null
  const isAside = from === role + 2
  if (isAside && (end - from < 2 || (at(tokens, end).kind === 'word' && end < last))) return null
  return { start: at(tokens, from).start, end: at(tokens, end - 1).end }
}

/** "Ann Lind, the new mayor of Lund,": back over the description to the comma behind the name. */
function nameBefore(tokens: readonly Token[], role: number, first: number): Span | null {
  let comma = role - 1
  while (comma > first && role - comma <= LONGEST_DESCRIPTION && at(tokens, comma).kind === 'word') {
    if (PREPOSITIONS.holds(at(tokens, comma))) return null
    comma--
  }
  if (at(tokens, comma).text !== ',' || !isNamePart(at(tokens, comma - 1))) return null
  let from = comma - 1
  while (from > first && comma - from < LONGEST_NAME && isNamePart(at(tokens, from - 1))) from--
  return comma - from < 2 ? null : { start: at(tokens, from).start, end: at(tokens, comma - 1).end }
}

/** Papers that speak for who issued them; a report or a study speaks for itself. */
export const PAPERS = wordSet('statement release letter email memo tweet post announcement')
const OPENS = wordSet('a an the its his her their this')

/** "said in a joint statement": the word for the paper in which the sentence's speaker says it, or null. */
export function paperIn(tokens: readonly Token[], first: number, last: number): string | null {
  for (let k = first + 2; k < last; k++) {
    if (!PAPERS.holds(at(tokens, k))) continue
    for (let j = k - 1; j > Math.max(first, k - 5); j--)
      if (OPENS.holds(at(tokens, j)) && IN.holds(at(tokens, j - 1))) return at(tokens, k).lower
  }
  return null
}
const IN = wordSet('in on via through by')
