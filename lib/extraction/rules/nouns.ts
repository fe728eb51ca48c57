import { type Day, daysBetween } from '@/lib/core/days'
import type { Quantity } from '../schema'
import { certaintyIn } from './certainty'
import { GATHERINGS, happeningOf } from './happenings'
import { isBeforeNoun, isPlainNoun, monthAt } from './months'
import { isFiniteVerb } from './phrases'
import type { FoundTime } from './readings'
import { type Clause, nounPhraseStart } from './stretches'
import { at, firstTokenFrom, type Token } from './tokens'
import { verbOf } from './verbs'
import { POSSESSIVES } from './words'

/**
 * Noun phrases that carry a checkable figure or day of their own inside a longer clause: "the $550 billion in …",
 * "a three-day visit … starting Thursday", "this year's summit to be held in the fall".
 */
export function nounClaims(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  quantities: readonly Quantity[],
  times: readonly FoundTime[],
  said: Day | null,
): Clause[] {
  const found: Clause[] = []
  for (const clause of clauses) {
    const figure = quantities.length > 0 ? figurePhrase(tokens, clause, quantities) : null
    if (figure && certaintyIn(tokens, clause.first, clause.last)) found.push(figure)
    const visit = datedPhrase(tokens, clause, times, said)
    if (visit) found.push(visit)
  }
  return found
}

/**
 * Money or a share in the second half of a longer clause, owned or determined and with a fact hanging on it: "the $40
 * million in aid that Lund has promised", "the port's $3 million bid to buy two ferries".
 */
function figurePhrase(tokens: readonly Token[], clause: Clause, quantities: readonly Quantity[]): Clause | null {
  for (const quantity of quantities) {
    if (!/^[A-Z]{3}$/.test(quantity.unit) && !quantity.unit.startsWith('percent of ')) continue
    const k = firstTokenFrom(tokens, quantity.start)
    if (k < clause.first + 6 || k >= clause.last) continue
    const first = nounPhraseStart(tokens, clause.first, at(tokens, k).kind === 'mark' ? k - 1 : k)
    if (first - clause.first < 4 || clause.last - k < 4 || !isOwned(tokens, first, k)) continue
    if (hasFactBehind(tokens, k + 1, clause.last)) return { first, last: clause.last, rule: 'claims/noun-figure' }
  }
  return null
}

const isOwned = (tokens: readonly Token[], first: number, k: number): boolean => {
  if (['the', 'its', 'his', 'her', 'their', 'this', 'that'].includes(at(tokens, first).lower)) return true
  for (let j = first; j < k; j++) if (POSSESSIVES.holds(at(tokens, j))) return true
  return false
}

/** A relative clause, an infinitive or a set day behind the figure, before the next stop. */
const hasFactBehind = (tokens: readonly Token[], from: number, last: number): boolean => {
  for (let k = from; k < last; k++) {
    const { lower, text } = at(tokens, k)
    if (text === ',' || text === ';') return false
    if (['that', 'which', 'set', 'agreed', 'announced', 'promised', 'pledged'].includes(lower)) return true
    if (lower === 'to' && verbOf(at(tokens, k + 1))?.form === 'base') return true
  }
  return false
}

/** "… to be held in the fall", "… starting Thursday" behind a noun phrase that is not the clause's subject. */
function datedPhrase(
  tokens: readonly Token[],
  clause: Clause,
  times: readonly FoundTime[],
  said: Day | null,
): Clause | null {
  if (said === null) return null
  for (const time of times) {
    if (time.first <= clause.first + 4 || time.first >= clause.last || time.to < said) continue
    if (isDatedGathering(tokens, time, said))
      return {
        first: nounPhraseStart(tokens, clause.first, time.first),
        last: gatheringEnd(tokens, time),
        rule: 'claims/noun-date',
      }
    const hook = hookBefore(tokens, clause.first, time.first)
    if (hook < 0 || at(tokens, hook - 1).kind === 'mark' || isFiniteVerb(tokens, hook - 1)) continue
    const first = phraseBefore(tokens, clause.first, hook - 1)
    if (first - clause.first < 4) continue
    return { first, last: time.last, rule: 'claims/noun-date' }
  }
  return null
}

/** "(well ahead of) a Nov. 29 meeting": a happening with its day to come, told in passing. */
const isDatedGathering = (tokens: readonly Token[], time: FoundTime, said: Day): boolean =>
  time.grain === 'day' &&
  time.from > said &&
  daysBetween(said, time.from) < NEAR &&
  monthAt(tokens, time.first) !== null &&
  isBeforeNoun(tokens, time.first, time.last) &&
  gatheringEnd(tokens, time) > time.last
/** A month and day farther ahead may be meant of the year before. */
const NEAR = 183
/** Behind the noun of a happening, at most two words behind its day; the day's own end when none follows. */
function gatheringEnd(tokens: readonly Token[], { last }: FoundTime): number {
  for (let k = last; k < last + 3 && isPlainNoun(at(tokens, k)); k++)
    if (HAPPENINGS.has(happeningOf(at(tokens, k)) ?? '')) return k + 1
  return last
}
const HAPPENINGS: ReadonlySet<string> = new Set([...GATHERINGS, 'election', 'deadline', 'launch', 'ruling', 'strike'])

function hookBefore(tokens: readonly Token[], from: number, k: number): number {
  for (let j = k - 1; j > Math.max(from, k - 8); j--) {
    const { lower } = at(tokens, j)
    if (lower === 'starting' || lower === 'beginning' || lower === 'scheduled') return j
    if (lower === 'be' && at(tokens, j - 1).lower === 'to') return verbOf(at(tokens, j - 2)) ? -1 : j - 1
    if (isFiniteVerb(tokens, j)) return -1
  }
  return -1
}

/** Over prepositional attachments back to the phrase's determiner. */
function phraseBefore(tokens: readonly Token[], from: number, k: number): number {
  let j = k
  for (let step = 0; step < 4; step++) {
    const first = nounPhraseStart(tokens, from, j)
    const before = at(tokens, first - 1).lower
    if ((before === 'to' || before === 'of' || before === 'in' || before === 'for') && first - 2 > from) {
      j = first - 2
      if (isFiniteVerb(tokens, j)) return first
      continue
    }
    return first
  }
  return nounPhraseStart(tokens, from, j)
}
