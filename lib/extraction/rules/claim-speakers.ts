import { REPORTS, SAYING, SHOWING } from './cues'
import type { Passage, Reading } from './passages'
import { finiteIn, isFiniteVerb } from './phrases'
import { isShare, isShareOfPeople, namesPoll } from './polls'
import { predicateAt } from './predicates'
import type { References } from './references'
import type { Region } from './regions'
import { antecedentOf, subjectBefore } from './speakers'
import { isSpeaking, isStating, isStatingAside } from './stating'
import { behindLead, type Clause, mainVerb, nextStop } from './stretches'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { PERSONAL_PRONOUNS, PREPOSITIONS, RELATIVES, wordSet } from './words'

/** Who a claim is told by: whom its region belongs to, or the one who says it inside the clause itself. */

type Scope = { reading: Reading; passage: Passage; references: References }

/**
 * Who "calls it so" speaks, whoever told it; else who says it inside a relative clause, the region's speaker, who
 * "stresses" or "warns", the report that shows it, the poll whose shares it tells. Null when the publication tells it.
 */
export function speakerOf(scope: Scope, region: Region, clause: Clause, kindRule: string): string | null {
  if (clause.rule === 'claims/what-calls') return subjectName(scope, clause)
  const inner = insideRelative(scope, clause)
  if (inner !== null) return inner
  if (isConceded(scope, region, clause)) return null
  const own = kindRule === 'kinds/stating-verb' || region.speaker === null ? actor(scope, clause, kindRule) : null
  const told = (OF_THEIR_OWN.has(clause.rule) ? own : null) ?? region.speaker ?? own
  return told ?? poll(scope, clause)
}

/** Clauses that can bring somebody else who says something: "…, after the crew said it leaked". */
const OF_THEIR_OWN = new Set([
  'claims/second-clause',
  'claims/after-clause',
  'claims/but-clause',
  'claims/while-clause',
])

/** "Lind said the lock leaked, though the board had repaired it": behind the comma the publication speaks again. */
const isConceded = ({ reading: { tokens } }: Scope, { attribution }: Region, { first, rule }: Clause): boolean =>
  (rule === 'claims/though-clause' || rule === 'claims/although-clause') &&
  attribution?.rule === 'attributions/said-clause' &&
  at(tokens, first - 2).text === ','

function actor(scope: Scope, clause: Clause, kindRule: string): string | null {
  const { tokens } = scope.reading
  if (clause.rule === 'claims/with-clause') return accuser(scope, clause)
  const verb = mainVerb(tokens, behindLead(tokens, clause.first, clause.last), clause.last)
  if (verb < 0) return null
  const by = agent(scope, verb, clause.last)
  if (by !== null) return by
  if (kindRule === 'kinds/stating-verb' || isSpeaking(tokens, verb, clause.last)) return subjectName(scope, clause)
  return isShown(scope, verb, clause.last) ? subjectName(scope, clause) : null
}

/** "was described by police as a leak": who stands behind "by", up to the next preposition. */
function agent({ reading, references }: Scope, verb: number, last: number): string | null {
  const { tokens } = reading
  const { at: k, isPassive } = predicateAt(tokens, verb, last)
  if (!isPassive || at(tokens, k + 1).lower !== 'by' || !isStating(tokens, k, last)) return null
  let end = k + 2
  while (end < last && at(tokens, end).kind === 'word' && !PREPOSITIONS.holds(at(tokens, end))) end++
  return end > k + 2 ? references.nameOf({ start: at(tokens, k + 2).start, end: at(tokens, end - 1).end }) : null
}

/** "The survey found a rise", "recent counts have shown a loss": a document that shows. */
function isShown({ reading, passage }: Scope, verb: number, last: number): boolean {
  const { tokens } = reading
  let k = verb
  while (k < Math.min(last, verb + 3) && !SHOWING.hasBase(verbOf(at(tokens, k)))) k++
  // "Harbour Video is showing the race": on a screen
  if (!SHOWING.hasBase(verbOf(at(tokens, k))) || verbOf(at(tokens, k))?.form === 'ing') return false
  const subject = subjectBefore(reading, passage, verb)
  if (!subject) return false
  for (let j = subject.firstToken; j <= subject.lastToken; j++) if (REPORTS.holds(at(tokens, j))) return true
  return false
}

/** "with critics accusing the board of …": who stands before the participle. */
function accuser({ reading, references }: Scope, { first, last }: Clause): string | null {
  const { tokens } = reading
  const from = at(tokens, first).lower === 'with' ? first + 1 : first
  for (let k = from + 1; k < Math.min(last, from + 8); k++) {
    const token = at(tokens, k)
    if (token.kind === 'mark') return null
    if (verbOf(token)?.form === 'ing')
      return isStatingAside(tokens, k, k + 1)
        ? references.nameOf({ start: at(tokens, from).start, end: at(tokens, k - 1).end })
        : null
  }
  return null
}

const RELATIVE_RULES = new Set(['claims/relative-object', 'claims/relative-subject', 'claims/restrictive'])
const LONGEST_INNER = 6

/** ", which Lind said was sold in June": the one who says it stands between the relative and its verb. */
function insideRelative({ reading, passage, references }: Scope, { first, last, rule }: Clause): string | null {
  if (!RELATIVE_RULES.has(rule)) return null
  const { tokens } = reading
  for (let k = first; k < last; k++) {
    if (!isRelative(at(tokens, k))) continue
    const verb = finiteIn(tokens, k + 1, Math.min(last, k + LONGEST_INNER))
    if (verb <= k + 1 || !SAYING.hasBase(verbOf(at(tokens, verb))) || !goesOn(tokens, verb + 1)) return null
    const subject = subjectBefore(reading, { ...passage, first: k + 1 }, verb)
    if (!subject) return null
    const isPronoun = PERSONAL_PRONOUNS.holds(at(tokens, subject.firstToken))
    const outer = isPronoun ? subjectBefore(reading, passage, finiteIn(tokens, passage.first, passage.last)) : null
    return references.nameOf(outer?.span ?? subject.span)
  }
  return null
}
const isRelative = (token: Token): boolean => RELATIVES.holds(token) || token.lower === 'that'
/** Another verb follows at once: "said was", "say include". */
const goesOn = (tokens: readonly Token[], k: number): boolean =>
  isFiniteVerb(tokens, k) || (verbOf(at(tokens, k))?.form === 'base' && !verbOf(at(tokens, k))?.isNounish)

/** The poll that a clause opens with ("In the last poll, …"), else the last one named, for what shares of people think. */
function poll({ reading: { tokens, text }, references }: Scope, { first, last }: Clause): string | null {
  const end = at(tokens, first).lower === 'in' ? nextStop(tokens, first, last) : first
  if (end < last && end > first && namesPoll(tokens, end - 1, end))
    return text.slice(at(tokens, first + 1).start, at(tokens, end - 1).end)
  const isOfLast = references.poll !== null && isShareOfPeople(tokens, first, last)
  return isOfLast && !namesPoll(tokens, first, last) ? references.poll : null
}

/** Of "Lee has stressed …" the one who says it. */
function subjectName({ reading, passage, references }: Scope, { first, last, rule }: Clause): string | null {
  const isCalled = rule === 'claims/what-calls'
  const from = isCalled ? first + 1 : first
  const verb = mainVerb(reading.tokens, from, last)
  const subject = verb < 0 ? null : subjectBefore(reading, isCalled ? { ...passage, first: from } : passage, verb)
  if (!subject || isShare(reading.tokens, subject.firstToken, subject.lastToken + 1)) return null
  const antecedent = RELATIVES.holds(at(reading.tokens, subject.lastToken))
    ? antecedentOf(reading.tokens, passage, subject.lastToken)
    : null
  const isOneself = FIRST_OR_SECOND.holds(at(reading.tokens, subject.lastToken))
  return isOneself ? null : references.nameOf(antecedent ?? subject.span)
}
/** Who is meant by them stands outside the clause. */
const FIRST_OR_SECOND = wordSet('i we you')
