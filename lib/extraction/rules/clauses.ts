import { finiteIn, isClosingMark, isFiniteVerb, isOpeningMark } from './phrases'
import { at, isDash, type Token } from './tokens'
import { verbForm } from './verbs'
import { COORDINATORS, DETERMINERS, HAVE, isAdverb, MODALS, PREPOSITIONS, RELATIVES } from './words'

/** A piece of a sentence on tokens [first, last) that can be a claim by itself. */
export type Clause = { first: number; last: number; rule: string }

/** Conjunctions that open a clause with news of its own, and leave the clause before complete without it. */
const SPLITTING = new Set([
  'as',
  'while',
  'although',
  'though',
  'whereas',
  'after',
  'before',
  'because',
  'but',
  'amid',
  'with',
])
/** Conjunctions whose clause stays a part of the clause before. */
const SHORTEST = 4

/**
 * The clauses of tokens [first, last): cut at conjunctions, relative clauses, dashes and semicolons where a finite
 * verb follows. The order is that of the text; clauses may overlap where a relative shares its antecedent.
 */
export function readClauses(tokens: readonly Token[], first: number, last: number): Clause[] {
  const clauses: Clause[] = []
  for (const part of partsOf(tokens, first, last)) collect(tokens, part, clauses)
  return clauses.filter((clause) => wordCount(tokens, clause) >= SHORTEST || hasNumber(tokens, clause))
}

/** Pieces between semicolons and dashes. A piece in dashes is its own; what follows it goes on with the first. */
function partsOf(tokens: readonly Token[], first: number, last: number): Clause[] {
  const parts: Clause[] = []
  let from = first
  for (let k = first; k < last; k++) {
    if (!isBreak(tokens, k)) continue
    if (k > from) parts.push({ first: from, last: k, rule: 'claims/part' })
    from = k + 1
  }
  if (from < last) parts.push({ first: from, last, rule: 'claims/part' })
  return parts
}

const isBreak = (tokens: readonly Token[], k: number): boolean => {
  const token = at(tokens, k)
  if (token.text === ';') return true
  if (/^-{2,}$/.test(token.text) || token.text === '—' || token.text === '_') return true
  return (
    (token.text === '–' || token.text === '-') &&
    at(tokens, k - 1).end < token.start &&
    token.end < at(tokens, k + 1).start
  )
}

function collect(tokens: readonly Token[], part: Clause, clauses: Clause[]): void {
  const lead = leadingClause(tokens, part)
  if (lead) clauses.push(...trimmed(tokens, { first: part.first + 1, last: lead, rule: 'claims/leading-clause' }))
  collectMain(tokens, lead ? { first: lead + 1, last: part.last, rule: 'claims/main' } : part, clauses)
}

/** "While X, Y": X is asserted too; "If X, Y", "Once X, Y" and "When X, Y" keep it as their condition. */
function leadingClause(tokens: readonly Token[], part: Clause): number | null {
  const word = at(tokens, part.first).lower
  if (!['while', 'although', 'though', 'whereas', 'as', 'after', 'because', 'since', 'despite'].includes(word))
    return null
  const verb = finiteIn(tokens, part.first + 1, part.last)
  if (verb < 0) return null
  for (let k = verb + 1; k < part.last; k++) {
    if (at(tokens, k).text !== ',' || finiteIn(tokens, k + 1, part.last) < 0) continue
    if (RELATIVES.has(at(tokens, k + 1).lower)) continue
    return k
  }
  return null
}

/** Cuts a stretch at its splitting points from left to right. */
function collectMain(tokens: readonly Token[], part: Clause, clauses: Clause[]): void {
  let from = part.first
  let rule = part.rule === 'claims/part' ? 'claims/main' : part.rule
  let depth = 0
  for (let k = part.first; k < part.last; k++) {
    const token = at(tokens, k)
    if (token.text === '(') depth++
    if (token.text === ')') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const cut = cutAt(tokens, from, k, part.last)
    if (!cut) continue
    if (cut.end > from) clauses.push(...trimmed(tokens, { first: from, last: cut.end, rule }))
    from = cut.next
    rule = cut.rule
    k = Math.max(k, cut.next - 1)
  }
  clauses.push(...trimmed(tokens, { first: from, last: part.last, rule }))
}

type Cut = { end: number; next: number; rule: string }

/** Whether the clause that began at `from` ends at token `k`, and where the next begins. */
function cutAt(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k)
  if (k <= from + 1) return null
  if (SPLITTING.has(lower)) return conjunction(tokens, from, k, last)
  if (RELATIVES.has(lower)) return relative(tokens, from, k, last)
  if (lower === 'and' || lower === 'or') return coordination(tokens, from, k, last)
  return null
}

/** ", as", " while", " after" with a clause of its own behind and a whole one before. */
function conjunction(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k)
  const before = at(tokens, k - 1)
  if (finiteIn(tokens, from, k) < 0) return null
  const end = before.text === ',' ? k - 1 : k
  if (lower === 'with' || lower === 'amid') {
    return before.text === ',' && participleIn(tokens, k + 2, Math.min(last, k + 8))
      ? { end, next: k + 1, rule: 'claims/with-clause' }
      : null
  }
  const verb = finiteIn(tokens, k + 1, Math.min(last, nextStop(tokens, k + 1, last) + 8))
  if (verb < 0 || (verb === k + 1 && lower !== 'but')) return null
  if (
    lower === 'as' &&
    (['such', 'as', 'same', 'well', 'soon', 'much', 'far', 'long', 'many', 'known', 'seen'].includes(before.lower) ||
      at(tokens, k + 1).lower === 'well' ||
      verb - k > 9)
  )
    return null
  if ((lower === 'after' || lower === 'before') && verb - k > 7) return null
  if (lower === 'but' && verb - k > 7) return null
  return { end, next: k + 1, rule: `claims/${lower}-clause` }
}

/** A relative clause: "South Korea, which will host …" takes its head along; "which China calls …" stands alone. */
function relative(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k)
  const before = at(tokens, k - 1)
  if (finiteIn(tokens, from, k) < 0) return null
  if (before.text !== ',') return null
  const next = skipAdverbs(tokens, k + 1)
  const verb = finiteIn(tokens, k + 1, Math.min(last, k + 12))
  if (verb < 0) return null
  const isSubject = verb === next && lower !== 'where' && lower !== 'when'
  if (lower === 'when' || lower === 'that' || lower === 'whose' || lower === 'whom') return null
  if (
    isSubject &&
    MODALS.has(at(tokens, verb).lower) &&
    ['could', 'may', 'might', 'would'].includes(at(tokens, verb).lower)
  )
    return null
  if (!isSubject) return { end: k - 1, next: lower === 'where' ? k + 1 : k, rule: 'claims/relative-object' }
  return { end: k - 1, next: nounPhraseStart(tokens, from, k - 2), rule: 'claims/relative-subject' }
}

/** ", and" / "and" before a verb of the same subject or before a clause of its own. */
function coordination(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  if (finiteIn(tokens, from, k) < 0) return null
  const before = at(tokens, k - 1)
  const end = before.text === ',' ? k - 1 : k
  const next = skipAdverbs(tokens, k + 1)
  if (isFiniteVerb(tokens, next) && isPlainVerb(tokens, next)) return { end, next: k + 1, rule: 'claims/second-verb' }
  const stop = nextStop(tokens, k + 1, last)
  const verb = finiteIn(tokens, k + 2, Math.min(stop, k + 9))
  if (verb < 0 || !startsSubject(tokens, k + 1)) return null
  if (before.text !== ',' && !hasOwnSubject(tokens, from, k, verb)) return null
  return { end, next: k + 1, rule: 'claims/second-clause' }
}

/** A past or third-person form that is surely a verb; not "sold by", not a modal's second verb. */
function isPlainVerb(tokens: readonly Token[], k: number): boolean {
  const { lower } = at(tokens, k)
  if (MODALS.has(lower) || HAVE.has(lower) || ['is', 'are', 'was', 'were'].includes(lower)) return true
  const form = verbForm(lower)
  if (!form || at(tokens, k + 1).lower === 'by') return false
  return (
    form.form === 'past' ||
    (form.form === 'pastOrParticiple' && !['in', 'of'].includes(at(tokens, k + 1).lower)) ||
    (form.form === 'third' && !form.isNounish)
  )
}

const startsSubject = (tokens: readonly Token[], k: number): boolean => {
  const token = at(tokens, k)
  return token.kind === 'word' && !PREPOSITIONS.has(token.lower) && token.lower !== 'to' && !isVerbal(token)
}
const isVerbal = (token: Token): boolean => {
  const form = verbForm(token.lower)
  return !!form && !form.isNounish && form.form !== 'pastOrParticiple'
}

/** Without a comma, "and X did" is a clause only when what stands before is complete: no open verb that X could be an object of. */
function hasOwnSubject(tokens: readonly Token[], from: number, k: number, verb: number): boolean {
  const first = finiteIn(tokens, from, k)
  return (
    first >= 0 && k - first >= 3 && verb - k <= 6 && !isOpeningMark(at(tokens, k + 1)) && !hasRelative(tokens, from, k)
  )
}
const hasRelative = (tokens: readonly Token[], from: number, k: number): boolean => {
  for (let j = k - 1; j > Math.max(from, k - 5); j--) if (RELATIVES.has(at(tokens, j).lower)) return true
  return false
}

const skipAdverbs = (tokens: readonly Token[], k: number): number => {
  let j = k
  while (isAdverb(at(tokens, j).lower)) j++
  return j
}
function nextStop(tokens: readonly Token[], from: number, last: number): number {
  for (let k = from; k < last; k++) if ([',', ';', ':', '(', ')'].includes(at(tokens, k).text)) return k
  return last
}
const participleIn = (tokens: readonly Token[], from: number, last: number): boolean => {
  for (let k = from; k < last; k++)
    if (verbForm(at(tokens, k).lower)?.form === 'ing' || ['stationed', 'expected', 'set'].includes(at(tokens, k).lower))
      return true
  return false
}

/** The start of the noun phrase that ends at token `k`: back to a preposition, verb, mark or conjunction. */
export function nounPhraseStart(tokens: readonly Token[], from: number, k: number): number {
  let first = k
  for (let j = k; j >= from; j--) {
    const token = at(tokens, j)
    const { lower } = token
    if (token.kind === 'mark' && !isDash(token)) break
    if (
      PREPOSITIONS.has(lower) ||
      COORDINATORS.has(lower) ||
      RELATIVES.has(lower) ||
      lower === 'that' ||
      lower === 'to'
    )
      break
    if (j < k && isFiniteVerb(tokens, j)) break
    const form = verbForm(lower)
    if (j < k && form && form.form === 'base' && !form.isNounish) break
    first = j
    if (DETERMINERS.has(lower) && lower !== 'all') break
  }
  return first
}

/** Without white marks at the ends; nothing when empty. */
function trimmed(tokens: readonly Token[], clause: Clause): Clause[] {
  let { first, last } = clause
  while (
    first < last &&
    at(tokens, first).kind === 'mark' &&
    !isOpeningMark(at(tokens, first)) &&
    !/[$€£¥]/.test(at(tokens, first).text)
  )
    first++
  while (
    first < last &&
    (COORDINATORS.has(at(tokens, first).lower) ||
      (['also', 'however', 'meanwhile', 'then'].includes(at(tokens, first).lower) &&
        at(tokens, first + 1).text === ','))
  )
    first++
  while (last > first && isEndMark(tokens, first, last)) last--
  return first < last ? [{ ...clause, first, last }] : []
}

const isEndMark = (tokens: readonly Token[], first: number, last: number): boolean => {
  const token = at(tokens, last - 1)
  if (token.kind !== 'mark') return false
  if (isClosingMark(token)) return !opensBefore(tokens, first, last - 1)
  return !/[%€£¢°″]/.test(token.text)
}
const opensBefore = (tokens: readonly Token[], first: number, k: number): boolean => {
  for (let j = k - 1; j >= first; j--) if (isOpeningMark(at(tokens, j))) return true
  return false
}

const wordCount = (tokens: readonly Token[], { first, last }: Clause): number => {
  let count = 0
  for (let k = first; k < last; k++) if (at(tokens, k).kind === 'word') count++
  return count
}
const hasNumber = (tokens: readonly Token[], { first, last }: Clause): boolean => {
  for (let k = first; k < last; k++) if (at(tokens, k).kind === 'number') return true
  return false
}
