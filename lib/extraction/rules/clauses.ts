import { conjunction, participle, splice } from './conjunctions'
import { coordination, series } from './coordination'
import { partsOf } from './dashes'
import { subjectInsert } from './inserts'
import { finiteIn, isFiniteVerb } from './phrases'
import { apposition, dated, freeRelative, relative, restrictive, toldBetween } from './relatives'
import { type Clause, type Cut, hasNumber, nextStop, skipAdverbs, type Timed, trimmed, wordCount } from './stretches'
import { clauseVerb } from './subjects'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { anyOf, MODALS, PERSONAL_PRONOUNS, RELATIVES, wordSet } from './words'

/** Conjunctions that open a clause with news of its own, and leave the clause before complete without it. */
const SPLITTING = wordSet('as while although though whereas after because but amid with so')
const LEADING = wordSet('while although though whereas as after because')

/** A clause needs so many words, or a figure. */
const SHORTEST = 3

/**
 * The clauses of tokens [first, last): cut at conjunctions, relative clauses, dashes and semicolons where a finite
 * verb follows. Clauses may overlap where a relative shares its antecedent, or where one is put into another.
 */
export function readClauses(tokens: readonly Token[], first: number, last: number, timed: Timed): Clause[] {
  const clauses: Clause[] = []
  for (const part of partsOf(tokens, first, last)) collect(tokens, part, timed, clauses)
  return clauses.filter(
    (clause) => !isLoose(tokens, clause) && (wordCount(tokens, clause) >= SHORTEST || hasNumber(tokens, clause)),
  )
}

/** "-- most of whom had gone": behind a dash, and about what stands before it. */
const isLoose = (tokens: readonly Token[], { first, rule }: Clause): boolean =>
  rule === 'claims/behind-dash' &&
  (RELATIVES.holds(at(tokens, first)) || RELATIVES.holds(at(tokens, first + 2)) || at(tokens, first).lower === 'to') &&
  at(tokens, first).lower !== 'when'

function collect(tokens: readonly Token[], part: Clause, timed: Timed, clauses: Clause[]): void {
  if (part.rule === 'claims/insert') {
    clauses.push(...trimmed(tokens, part))
    return
  }
  const opening = LINKS.holds(at(tokens, part.first)) ? part.first + 1 : part.first
  const lead = leadingClause(tokens, { ...part, first: opening })
  if (lead && !isBesideSaying(tokens, opening, lead))
    collectMain(tokens, { first: opening + 1, last: lead, rule: 'claims/leading-clause' }, timed, clauses)
  collectMain(tokens, lead ? { ...part, first: lead + 1 } : part, timed, clauses)
}

const LINKS = wordSet('so and but yet')

/** "As we noted, X": nothing but X is told. */
const isBesideSaying = (tokens: readonly Token[], first: number, comma: number): boolean =>
  at(tokens, first).lower === 'as' && comma - first <= 4 && PERSONAL_PRONOUNS.holds(at(tokens, first + 1))

const BARE_FORMS = new Set(['ing', 'participle', 'pastOrParticiple'])

/** "While X, Y": X is asserted too; "If X, Y", "Once X, Y" and "When X, Y" keep it as their condition. */
function leadingClause(tokens: readonly Token[], part: Clause): number | null {
  if (!LEADING.holds(at(tokens, part.first)) || at(tokens, part.first + 1).lower === 'of') return null
  // "After saying that …", "As stated in the book, …": no subject of its own
  if (BARE_FORMS.has(verbOf(at(tokens, part.first + 1))?.form ?? '')) return null
  const verb = finiteIn(tokens, part.first + 1, part.last)
  const comma = nextStop(tokens, part.first, part.last)
  if (verb < 0 || (verb > comma && !RELATIVES.holds(at(tokens, comma + 1)))) return null
  for (let k = verb + 1; k < part.last; k++) {
    if (at(tokens, k).text !== ',' || finiteIn(tokens, k + 1, part.last) < 0) continue
    if (!RELATIVES.holds(at(tokens, k + 1))) return k
  }
  return null
}

/** "(the smaller ones never opened)": a clause of its own between brackets. */
function inBrackets(tokens: readonly Token[], open: number, last: number): Clause | null {
  let close = open + 1
  while (close < last && at(tokens, close).text !== ')') close++
  return close < last && close - open >= 5 && clauseVerb(tokens, open, close) >= 0
    ? { first: open + 1, last: close, rule: 'claims/second-clause' }
    : null
}

/** "even after", "shortly before": the word belongs to the time clause. */
const FOCUS = wordSet('even just only shortly soon immediately especially particularly simply partly mainly')
const behindFocus = (tokens: readonly Token[], end: number): number =>
  FOCUS.holds(at(tokens, end - 1)) ? end - 1 : end

/** Every word that a rule below may cut at or begin a clause with: all others are passed over with one look. */
const CUTTING = anyOf(SPLITTING, RELATIVES, PERSONAL_PRONOUNS, ['what', 'and', ','])

/** A second verb in these belongs to the first: "which flooded the docks and sank two ships". */
const SUBJECTLESS = new Set([
  'claims/with-clause',
  'claims/relative-subject',
  'claims/relative-object',
  'claims/participle',
])

const lacksSubject = (tokens: readonly Token[], { rule, next }: Cut): boolean =>
  rule === 'claims/second-verb' || (rule === 'claims/but-clause' && isFiniteVerb(tokens, skipAdverbs(tokens, next)))

/** Cuts a stretch at its splitting points from left to right. */
function collectMain(tokens: readonly Token[], part: Clause, timed: Timed, clauses: Clause[]): void {
  let from = part.first
  let rule = part.rule === 'claims/part' ? 'claims/main' : part.rule
  let depth = 0
  const insert = subjectInsert(tokens, part.first, part.last)
  if (insert) clauses.push(...toldBetween(tokens, part.first, insert))
  for (let k = part.first; k < part.last; k++) {
    if (k === insert?.open) k = insert.close
    const token = at(tokens, k)
    const aside = depth === 0 && token.text === '(' ? inBrackets(tokens, k, part.last) : null
    if (aside) {
      clauses.push(...trimmed(tokens, aside))
      if (aside.last >= part.last - 2 && k > from) {
        clauses.push(...trimmed(tokens, { first: from, last: k, rule }))
        return
      }
    }
    if (token.text === '(') depth++
    if (token.text === ')') depth = Math.max(0, depth - 1)
    if (depth > 0 || !CUTTING.holds(token)) continue
    const extra =
      restrictive(tokens, from, k, part.last, timed) ??
      dated(tokens, from, k, part.last, timed) ??
      freeRelative(tokens, k, part.last)
    if (extra) clauses.push(...trimmed(tokens, extra))
    const cut = cutAt(tokens, from, k, part.last)
    if (!cut || (SUBJECTLESS.has(rule) && lacksSubject(tokens, cut))) continue
    if (cut.resume) {
      clauses.push(...trimmed(tokens, { first: cut.next, last: cut.resume, rule: cut.rule }))
      k = cut.resume
      continue
    }
    if (cut.end > from && !isComing(tokens, from, cut))
      clauses.push(...trimmed(tokens, { first: from, last: behindFocus(tokens, cut.end), rule }))
    from = cut.next
    rule = cut.rule
    k = Math.max(k, cut.next - 1)
  }
  clauses.push(...trimmed(tokens, { first: from, last: part.last, rule }))
}

/** "The visit comes as …": the first part says nothing that the second does not. */
const isComing = (tokens: readonly Token[], from: number, cut: Cut): boolean =>
  cut.end - from <= 12 && COMING.holds(at(tokens, behindSpan(tokens, cut.end))) && isComingRule(cut.rule)

const COMING = wordSet('come comes came')
const isComingRule = (rule: string): boolean => rule === 'claims/as-clause' || rule === 'claims/after-clause'

/** Of "comes less than a week after", the verb before the span. */
function behindSpan(tokens: readonly Token[], end: number): number {
  if (!SPANS.holds(at(tokens, end - 1))) return end - 1
  for (let k = end - 2; k > end - 7; k--) if (COMING.holds(at(tokens, k))) return k
  return end - 1
}
const SPANS = wordSet('day days week weeks month months year years hours hour minutes shortly just soon')

/** "If the ferry is late and the crew has left, …": what stands before the comma only says when, and is not cut. */
function isInLead(tokens: readonly Token[], from: number, k: number): boolean {
  const opening = FOCUS.holds(at(tokens, from)) ? from + 1 : from
  if (!CONDITIONS.holds(at(tokens, opening))) return false
  for (let comma = nextStop(tokens, opening, k); comma < k; comma = nextStop(tokens, comma + 1, k))
    if (!RELATIVES.holds(at(tokens, comma + 1)) && finiteIn(tokens, comma + 1, k) >= 0) return false
  return true
}
const CONDITIONS = wordSet('if when whenever unless once given')

/** Whether the clause that began at `from` ends at token `k`, and where the next begins. */
function cutAt(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const token = at(tokens, k)
  const { lower } = token
  if (k <= from + 1) return null
  if (isInLead(tokens, from, k)) return null
  if (SPLITTING.holds(token)) return conjunction(tokens, from, k, last)
  if (RELATIVES.holds(token)) return relative(tokens, from, k, last)
  if (
    lower === 'what' &&
    at(tokens, k - 1).lower === 'of' &&
    MODALS.holds(at(tokens, k + 1)) &&
    finiteIn(tokens, from, k) >= 0
  )
    return { end: k - (at(tokens, k - 2).lower === 'ahead' ? 2 : 1), next: k, rule: 'claims/what-will' }
  if (lower === 'and') return coordination(tokens, from, k, last)
  if (lower === ',')
    return (
      participle(tokens, from, k, last) ??
      splice(tokens, from, k, last) ??
      apposition(tokens, from, k, last) ??
      series(tokens, from, k, last)
    )
  return null
}
