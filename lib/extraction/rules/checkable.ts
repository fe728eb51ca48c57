import type { LeftOut, Quantity } from '../schema'
import { SAYING } from './cues'
import { isFigure } from './figures'
import { judgementSigns } from './judgements'
import { type Passage, quotationAt, type Reading } from './passages'
import { finiteIn } from './phrases'
import type { FoundTime } from './readings'
import { behindLead, type Clause, wordCount } from './stretches'
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

/** Opinion, vague talk and fragments are left out; null for what can be checked. */
export function whyLeftOut(
  { reading, passage }: { reading: Reading; passage: Passage },
  isWhole: boolean,
  clause: Clause,
  figures: readonly Quantity[],
  times: readonly FoundTime[],
  isPrediction: boolean,
): LeftOut | null {
  const { tokens } = reading
  if (opensList(tokens, passage, clause) || isGapped(tokens, clause)) return 'no-assertion'
  if (clause.rule === 'claims/insert' && ((figures.length === 0 && times.length === 0) || isBare(tokens, clause)))
    return 'no-assertion'
  if (isCommand(tokens, clause.first) || isComing(tokens, clause) || isComment(tokens, clause)) return 'no-assertion'
  if (clause.rule.startsWith('claims/noun') || clause.rule === 'claims/what-calls') return null
  const verb = finiteIn(tokens, clause.first, clause.last)
  const hasFacts = figures.some(isFigure) || times.length > 0
  if (verb < 0 && !hasFacts && !isPrediction && !VERBLESS.has(clause.rule) && !isDoneBehind(tokens, clause))
    return 'no-assertion'
  if (verb < 0 && clause.rule === 'claims/behind-dash' && !isDoneBehind(tokens, clause)) return 'no-assertion'
  const isDangling = at(tokens, clause.first).lower === 'that' && verb === clause.first + 1
  if (isDangling && clause.first !== passage.first && !hasFacts) return 'dangling'
  // how a condition is put ("if it is not too badly rusted") is no view of what follows from it
  const judged = isPrediction ? behindLead(tokens, clause.first, clause.last) : clause.first
  const signs = judgementSigns(tokens, judged, clause.last) + addressing(reading, clause)
  const isDated = times.length > 0
  const limit = isPrediction && isDated ? 3 : isWhole || isPrediction || isDated ? 2 : 1.5
  if (signs >= limit && !figures.some(isFigure)) return 'opinion'
  return isFirstPersonView(reading, clause) && !hasFacts && !isPrediction ? 'first-person-view' : null
}

const isDoneBehind = (tokens: readonly Token[], { first, last, rule }: Clause): boolean =>
  rule === 'claims/behind-dash' && isDoneBy(tokens, first, last)

/** "If you use the link, we may earn": outside quotation marks the reader is meant, not somebody. */
function addressing({ tokens, quotations }: Reading, { first, last }: Clause): number {
  if (quotationAt(quotations, at(tokens, first).start)) return 0
  for (let k = first; k < last; k++) if (READER.holds(at(tokens, k))) return 0.75
  return 0
}
const READER = wordSet('you your')

const isFirstPersonView = (reading: Reading, { first }: Clause): boolean => {
  const { tokens } = reading
  const word = at(tokens, first).kind === 'mark' ? first + 1 : first
  return (
    at(tokens, word).lower === 'i' &&
    ['think', 'hope', 'believe', 'feel', 'want', 'love', 'mean'].includes(at(tokens, word + 1).lower) &&
    quotationAt(reading.quotations, at(tokens, word).start) !== null
  )
}
