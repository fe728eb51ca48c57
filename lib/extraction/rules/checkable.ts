import type { LeftOut, Quantity } from '../schema'
import { SAYING } from './cues'
import { isFigure } from './figures'
import { leaningOf } from './leaning'
import { type Passage, quotationAt, type Reading } from './passages'
import { finiteIn } from './phrases'
import type { FoundTime } from './readings'
import type { Region } from './regions'
import { type Clause, wordCount } from './stretches'
import { isDoneBy } from './subjects'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { MODALS, NEGATIONS, wordSet } from './words'

/** Whether a clause asserts something that can be checked. */

/** "-- $40 million --": a figure alone belongs to the clause around it. */
const isBare = (tokens: readonly Token[], clause: Clause): boolean => wordCount(tokens, clause) < 4

/** "The sale comes" says nothing without what it comes after. */
const COMING = wordSet('come comes came')

/** "The sale comes" and "This comes less than a week". */
function isComing(tokens: readonly Token[], { first, last }: Clause): boolean {
  if (COMING.holds(at(tokens, last - 1))) return true
  const isBriefly = last - first <= 7 && SPANS.holds(at(tokens, last - 1))
  return isBriefly && POINTING.holds(at(tokens, first)) && COMING.holds(at(tokens, first + 1))
}
const SPANS = wordSet('day days week weeks month months year years hour hours minutes')
const POINTING = wordSet('this that it')

/** "(a victory) it will not have", "which she is not about to do": what is had or done stands outside. */
function isGapped(tokens: readonly Token[], { first, last }: Clause): boolean {
  if (!GAPPED.holds(at(tokens, last - 1))) return false
  const before = at(tokens, last - 2)
  return last - first <= LONGEST_GAPPED && (MODALS.holds(before) || NEGATIONS.holds(before) || before.lower === 'to')
}
const GAPPED = wordSet('have be do')
const LONGEST_GAPPED = 8

/** "(The mayor has left,) it has emerged", "it was learned on Tuesday": how it became known. */
function isComment(tokens: readonly Token[], { first, last, rule }: Clause): boolean {
  if (rule !== 'claims/second-clause' || at(tokens, first).lower !== 'it' || last - first > 6) return false
  for (let k = first + 1; k < Math.min(last, first + 4); k++) if (KNOWING.hasBase(verbOf(at(tokens, k)))) return true
  return false
}
const KNOWING = wordSet('emerge learn reveal report announce confirm claim understand seem appear say disclose')

/** "Don't leave": nothing is asserted. */
const COMMANDS = wordSet("don't do let please")
function isCommand(tokens: readonly Token[], first: number): boolean {
  const k = at(tokens, first).kind === 'mark' ? first + 1 : first
  const opening = at(tokens, k)
  if (COMMANDS.holds(opening)) return true
  if (!opening.isCapitalized || verbOf(opening)?.form !== 'base') return false
  const next = at(tokens, k + 1)
  if (AFTER_COMMAND.holds(next)) return true
  const isPlain = next.kind === 'word' && !next.isCapitalized && finiteIn(tokens, k + 1, k + 3) < 0
  return isPlain && (!verbOf(opening)?.isNounish || DEMANDS.holds(opening)) && next.lower !== 'of'
}
/** Nouns, too, but as the first word nearly always what the reader is to do. */
const DEMANDS = wordSet(
  'use see check note click visit try read watch look call follow make hang skip hold turn mix sign search share scroll tap',
)
/** Behind a plain form that opens the sentence, these are its object: "Pick a lock", "Call your council". */
const AFTER_COMMAND = wordSet('a an the your it them us me yourself')

/** "The mayor added:", "The minister told the hearing on Monday:": what is said stands below. */
function opensList(tokens: readonly Token[], { last }: Passage, clause: Clause): boolean {
  if (at(tokens, last - 1).text !== ':' || clause.last < last - 1) return false
  for (let k = clause.first; k < clause.last; k++) if (SAYING.hasBase(verbOf(at(tokens, k)))) return true
  return false
}

/** Rules whose clauses need no verb with tense. */
const VERBLESS = new Set(['claims/with-clause', 'claims/participle'])

/** What was read in a clause so far. `isForecast`: a prediction that is more than a duty. */
type Content = { figures: readonly Quantity[]; times: readonly FoundTime[]; isForecast: boolean }

/** Opinion, vague talk and fragments are left out; null for what can be checked. */
export function whyLeftOut(
  { reading, passage }: { reading: Reading; passage: Passage },
  { isWhole, attribution }: Region,
  clause: Clause,
  { figures, times, isForecast }: Content,
): LeftOut | null {
  const { tokens } = reading
  const { first, last, rule } = clause
  const hasFigure = figures.some(isFigure)
  const hasTime = times.length > 0
  if (opensList(tokens, passage, clause) || isGapped(tokens, clause)) return 'no-assertion'
  if (rule === 'claims/insert' && ((figures.length === 0 && !hasTime) || isBare(tokens, clause))) return 'no-assertion'
  if (isCommand(tokens, first) || isComing(tokens, clause) || isComment(tokens, clause)) return 'no-assertion'
  if (rule.startsWith('claims/noun') || rule === 'claims/what-calls') return null
  const verb = finiteIn(tokens, first, last)
  const hasFacts = hasFigure || hasTime
  if (verb < 0 && !isDoneBehind(tokens, clause))
    if (rule === 'claims/behind-dash' || (!hasFacts && !isForecast && !VERBLESS.has(rule))) return 'no-assertion'
  const isDangling = at(tokens, first).lower === 'that' && verb === first + 1
  if (isDangling && first !== passage.first && !hasFacts) return 'dangling'
  return leaningOf({
    tokens,
    first,
    last,
    isQuoted: quotationAt(reading.quotations, at(tokens, first).start) !== null,
    isTold: attribution !== null,
    isWhole,
    isForecast,
    hasTime,
    hasNumber: figures.some(({ unit }) => unit !== 'ordinal'),
    hasFigure,
  })
}

const isDoneBehind = (tokens: readonly Token[], { first, last, rule }: Clause): boolean =>
  rule === 'claims/behind-dash' && isDoneBy(tokens, first, last)
