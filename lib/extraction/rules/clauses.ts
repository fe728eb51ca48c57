import { coordination } from './coordination'
import { type Insert, subjectInsert } from './inserts'
import { finiteIn, isFiniteVerb } from './phrases'
import {
  type Clause,
  type Cut,
  hasNumber,
  nextStop,
  nounPhraseStart,
  skipAdverbs,
  trimmed,
  wordCount,
} from './stretches'
import { at, isCapitalized, isDash, type Token } from './tokens'
import { verbOf } from './verbs'
import { anyOf, BE, MODALS, PERSONAL_PRONOUNS, PREPOSITIONS, RELATIVES, SUBORDINATORS, wordSet } from './words'

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
  'so',
])
const LEADING = new Set(['while', 'although', 'though', 'whereas', 'as', 'after', 'because'])
/** Whether a time stands in tokens [first, last). */
export type Timed = (first: number, last: number) => boolean

/** A clause needs so many words, or a figure. */
const SHORTEST = 3

/**
 * The clauses of tokens [first, last): cut at conjunctions, relative clauses, dashes and semicolons where a finite
 * verb follows. Clauses may overlap where a relative shares its antecedent, or where one is put into another.
 */
export function readClauses(tokens: readonly Token[], first: number, last: number, timed: Timed): Clause[] {
  const clauses: Clause[] = []
  for (const part of partsOf(tokens, first, last)) collect(tokens, part, timed, clauses)
  return clauses.filter((clause) => wordCount(tokens, clause) >= SHORTEST || hasNumber(tokens, clause))
}

/** Pieces between semicolons and dashes. What stands between two dashes is its own, and the sentence goes on around it. */
function partsOf(tokens: readonly Token[], first: number, last: number): Clause[] {
  const breaks: number[] = []
  for (let k = first; k < last; k++) if (isBreak(tokens, k)) breaks.push(k)
  const [open, close] = breaks
  if (
    open !== undefined &&
    close !== undefined &&
    breaks.length === 2 &&
    isFiniteVerb(tokens, close + 1) &&
    at(tokens, open).text !== ';'
  ) {
    const head = nounPhraseStart(tokens, first, open - 1)
    const insert = {
      first: verbOf(at(tokens, open + 1)) ? head : open + 1,
      last: close,
      rule: 'claims/insert',
    }
    return [insert, { first, last, rule: 'claims/part' }]
  }
  if (open !== undefined && breaks.length === 1 && finiteIn(tokens, first, open) < 0 && at(tokens, open).text !== ';')
    return [{ first, last, rule: 'claims/part' }]
  const parts: Clause[] = []
  let from = first
  for (const k of [...breaks, last]) {
    if (k > from) parts.push({ first: from, last: k, rule: from === first ? 'claims/part' : 'claims/behind-dash' })
    from = k + 1
  }
  return parts
}

const isBreak = (tokens: readonly Token[], k: number): boolean => {
  const token = at(tokens, k)
  if (token.kind !== 'mark') return false
  if (token.text === ';') return true
  if (/^-{2,}$/.test(token.text) || token.text === '—' || token.text === '_') return true
  return (
    (token.text === '–' || token.text === '-') &&
    at(tokens, k - 1).end < token.start &&
    token.end < at(tokens, k + 1).start
  )
}

function collect(tokens: readonly Token[], part: Clause, timed: Timed, clauses: Clause[]): void {
  if (part.rule === 'claims/insert') {
    clauses.push(...trimmed(tokens, part))
    return
  }
  const lead = leadingClause(tokens, part)
  if (lead) collectMain(tokens, { first: part.first + 1, last: lead, rule: 'claims/leading-clause' }, timed, clauses)
  collectMain(tokens, lead ? { ...part, first: lead + 1 } : part, timed, clauses)
}

/** "While X, Y": X is asserted too; "If X, Y", "Once X, Y" and "When X, Y" keep it as their condition. */
function leadingClause(tokens: readonly Token[], part: Clause): number | null {
  if (!LEADING.has(at(tokens, part.first).lower)) return null
  const verb = finiteIn(tokens, part.first + 1, part.last)
  const comma = nextStop(tokens, part.first, part.last)
  if (verb < 0 || (verb > comma && !RELATIVES.holds(at(tokens, comma + 1)))) return null
  for (let k = verb + 1; k < part.last; k++) {
    if (at(tokens, k).text !== ',' || finiteIn(tokens, k + 1, part.last) < 0) continue
    if (!RELATIVES.has(at(tokens, k + 1).lower)) return k
  }
  return null
}

/** Every word that a rule below may cut at or begin a clause with: all others are passed over with one look. */
const CUTTING = anyOf(SPLITTING, RELATIVES, PERSONAL_PRONOUNS, ['what', 'and', ','])

/** A second verb in these belongs to the first: "which flooded the docks and sank two ships". */
const SUBJECTLESS = new Set([
  'claims/with-clause',
  'claims/relative-subject',
  'claims/relative-object',
  'claims/participle',
])

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
    if (token.text === '(') depth++
    if (token.text === ')') depth = Math.max(0, depth - 1)
    if (depth > 0 || !CUTTING.holds(token)) continue
    const extra =
      restrictive(tokens, from, k, part.last, timed) ??
      dated(tokens, from, k, part.last, timed) ??
      freeRelative(tokens, k, part.last)
    if (extra) clauses.push(...trimmed(tokens, extra))
    const cut = cutAt(tokens, from, k, part.last)
    if (!cut || (cut.rule === 'claims/second-verb' && SUBJECTLESS.has(rule))) continue
    if (cut.resume) {
      clauses.push(...trimmed(tokens, { first: cut.next, last: cut.resume, rule: cut.rule }))
      k = cut.resume
      continue
    }
    if (cut.end > from && !isComing(tokens, from, cut))
      clauses.push(...trimmed(tokens, { first: from, last: cut.end, rule }))
    from = cut.next
    rule = cut.rule
    k = Math.max(k, cut.next - 1)
  }
  clauses.push(...trimmed(tokens, { first: from, last: part.last, rule }))
}

/** "Lind, who runs the port, …" and "The ban, due to end in May, …": what is told of the subject, with the subject. */
function toldBetween(tokens: readonly Token[], from: number, { open, close, isRelative }: Insert): Clause[] {
  if (at(tokens, open).text !== ',') return []
  const next = at(tokens, open + 1)
  const form = verbOf(next)?.form
  const isTold = isRelative || next.lower === 'due' || form === 'pastOrParticiple' || form === 'participle'
  if (!isTold) return []
  const first = next.lower === 'where' ? open + 2 : nounPhraseStart(tokens, from, open - 1)
  return trimmed(tokens, { first, last: close, rule: isRelative ? 'claims/relative-subject' : 'claims/insert' })
}

/** "The visit comes as …": the first part says nothing that the second does not. */
const isComing = (tokens: readonly Token[], from: number, cut: Cut): boolean =>
  ['come', 'comes', 'came'].includes(at(tokens, cut.end - 1).lower) && cut.end - from <= 12

/** Whether the clause that began at `from` ends at token `k`, and where the next begins. */
function cutAt(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k)
  if (k <= from + 1) return null
  if (SPLITTING.has(lower)) return conjunction(tokens, from, k, last)
  if (RELATIVES.has(lower)) return relative(tokens, from, k, last)
  if (
    lower === 'what' &&
    at(tokens, k - 1).lower === 'of' &&
    MODALS.has(at(tokens, k + 1).lower) &&
    finiteIn(tokens, from, k) >= 0
  )
    return { end: k - (at(tokens, k - 2).lower === 'ahead' ? 2 : 1), next: k, rule: 'claims/what-will' }
  if (lower === 'and') return coordination(tokens, from, k, last)
  if (lower === ',') return participle(tokens, from, k, last) ?? splice(tokens, from, k, last)
  return null
}

/** "…, leaving 30 people without a home": what followed is a fact of its own when enough is said of it. */
function participle(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const opening = ['while', 'thus', 'thereby'].includes(at(tokens, k + 1).lower) ? k + 2 : k + 1
  const verb = skipAdverbs(tokens, opening)
  const form = verbOf(at(tokens, verb))
  if (form?.form !== 'ing' || ATTENDING.has(form.base) || k - from < 6 || finiteIn(tokens, from, k) < 0) return null
  const end = nextStop(tokens, verb, last)
  if (end - verb < 5 || isFiniteVerb(tokens, end + 1)) return null
  return { end: k, next: opening, rule: 'claims/participle' }
}
/** Participles that only go with what was told: how somebody said it, or from where to where a figure went. */
const ATTENDING = wordSet(`
  include follow accord cite say add note refer call tell be have regard consider concern increase rise fall drop climb decline
  point describe argue claim warn urge insist quote speak use depend become go come look stand sit hold
`)

/** "The lock was shut, it will open in May": a pronoun with its verb right behind the comma. */
function splice(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const next = at(tokens, k + 1)
  if (!PERSONAL_PRONOUNS.holds(next) || !isFiniteVerb(tokens, skipAdverbs(tokens, k + 2)) || last - k < 5) return null
  const opening = at(tokens, from)
  if (SUBORDINATORS.holds(opening) || PREPOSITIONS.holds(opening) || finiteIn(tokens, from, k) < 0) return null
  return { end: k, next: k + 1, rule: 'claims/second-clause' }
}

/** ", as", " while", " after" with a clause of its own behind and a whole one before. */
function conjunction(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k)
  const before = at(tokens, k - 1)
  if (finiteIn(tokens, from, k) < 0 || k - from < 5) return comesBefore(tokens, from, k, last)
  const end = before.text === ',' ? k - 1 : k
  if (lower === 'with' || lower === 'amid')
    return before.text === ',' && hasParticiple(tokens, k + 2, Math.min(last, k + 8))
      ? { end, next: k + 1, rule: 'claims/with-clause' }
      : null
  // without a comma "while" tells when, and "so" how much
  if ((lower === 'while' || lower === 'so') && before.text !== ',' && !isSoSubject(tokens, k)) return null
  const stop = nextStop(tokens, k + 1, last)
  const verb = finiteIn(tokens, k + 1, Math.min(last, stop + (stop - k < 4 ? 8 : 0)))
  if (verb < 0 || (verb === k + 1 && lower !== 'but') || isInRelative(tokens, verb)) return null
  if (lower === 'as' && (verb - k > 9 || isComparing(tokens, from, k))) return null
  if (['after', 'before', 'but'].includes(lower) && verb - k > 7) return null
  const rule = `claims/${lower}-clause`
  if (before.text === ',' && stop < last - 2 && PREPOSITIONS.has(at(tokens, stop + 1).lower) && verb < stop)
    return { end, next: k + 1, rule, resume: stop }
  return { end, next: k + 1, rule }
}

/** "so the council will vote", "so during that time …": a consequence, not "so large" or "so that". */
const isSoSubject = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).lower === 'so' &&
  (PERSONAL_PRONOUNS.holds(at(tokens, k + 1)) ||
    PREPOSITIONS.holds(at(tokens, k + 1)) ||
    ['the', 'there', 'this'].includes(at(tokens, k + 1).lower))

/** "as an example of a city that leads": the verb is not that of a clause behind the conjunction. */
const isInRelative = (tokens: readonly Token[], verb: number): boolean =>
  ['that', 'who', 'which'].includes(at(tokens, verb - 1).lower)

/** "as large as", "the same day as", "is known as", "as well as": no clause of its own. */
function isComparing(tokens: readonly Token[], from: number, k: number): boolean {
  const before = at(tokens, k - 1)
  if (NAMED_AS.has(before.lower) || ['well', 'of', 'if', 'though'].includes(at(tokens, k + 1).lower)) return true
  if (before.text === ',') return false
  for (let j = k - 1; j > Math.max(from - 1, k - 9); j--) {
    const { lower, kind } = at(tokens, j)
    if (lower === 'as' || lower === 'so' || lower === 'such' || lower === 'same') return true
    if (kind === 'mark' && !isDash(at(tokens, j))) return false
  }
  return false
}
/** Words right before "as" that take it as their complement. */
const NAMED_AS = wordSet(`
  such as same well soon much far long many known seen described regarded identified viewed named listed considered treated
  served serve serves serving used it them him her works worked working acted acting classified designated portrayed hailed
`)

/** A short "X comes" before "as" is cut away although it is short. */
function comesBefore(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const isCome = ['come', 'comes', 'came'].includes(at(tokens, k - 1).lower)
  return isCome && finiteIn(tokens, k + 1, Math.min(last, k + 9)) > k + 1 && k > from
    ? { end: k, next: k + 1, rule: 'claims/as-clause' }
    : null
}

/** A relative clause: "South Korea, which will host …" takes its head along; "which China calls …" stands alone. */
function relative(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const { lower } = at(tokens, k)
  if (finiteIn(tokens, from, k) < 0 || ['when', 'that', 'whose', 'whom'].includes(lower)) return null
  const hasComma = at(tokens, k - 1).text === ','
  const verb = finiteIn(tokens, k + 1, Math.min(last, k + 12))
  if (verb < 0) return null
  const isNamed = (lower === 'who' || lower === 'where') && at(tokens, k - 1).isCapitalized
  if (!hasComma && !isNamed) return null
  const end = hasComma ? k - 1 : k
  if (lower === 'where') return verb > k + 1 ? { end, next: k + 1, rule: 'claims/relative-where' } : null
  const isSubject = verb === skipAdverbs(tokens, k + 1)
  if (isSubject && ['could', 'may', 'might', 'would'].includes(at(tokens, verb).lower)) return null
  if (!isSubject) return { end, next: k, rule: 'claims/relative-object' }
  return { end, next: nounPhraseStart(tokens, from, end - 1), rule: 'claims/relative-subject' }
}

/** "nationals who were abducted in 1975", "the term that ends in June", "the target it set last May": a dated or counted fact of its own inside the clause. */
function restrictive(tokens: readonly Token[], from: number, k: number, last: number, timed: Timed): Clause | null {
  const verb = restrictiveVerb(tokens, k, last)
  if (verb < 0 || MODALS.has(at(tokens, verb).lower)) return null
  const end = nextStop(tokens, k + 1, last)
  const first = nounPhraseStart(tokens, from, k - 1)
  if (end - k < 5 || first - from < 4 || k - first < 1) return null
  const isWho = at(tokens, k).lower === 'who'
  return timed(verb, end) || (isWho && hasNumber(tokens, { first: k, last: end, rule: '' }))
    ? { first, last: end, rule: 'claims/restrictive' }
    : null
}

/** The verb of a relative clause without commas that begins at token `k`, or −1. */
function restrictiveVerb(tokens: readonly Token[], k: number, last: number): number {
  const { lower } = at(tokens, k)
  const before = at(tokens, k - 1)
  if (before.kind !== 'word' || verbOf(before)?.isNounish === false || PREPOSITIONS.has(before.lower)) return -1
  if (lower === 'who') return finiteIn(tokens, k + 1, Math.min(last, k + 4))
  if (lower === 'that') return isFiniteVerb(tokens, skipAdverbs(tokens, k + 1)) ? skipAdverbs(tokens, k + 1) : -1
  if (!PERSONAL_PRONOUNS.has(lower)) return -1
  return isFiniteVerb(tokens, k + 1) && !RELATIVES.has(before.lower) && !SUBORDINATORS.has(before.lower) ? k + 1 : -1
}

/** "… when they hold a summit later this week": a day in the time clause, or right before it, makes it a claim too. */
function dated(tokens: readonly Token[], from: number, k: number, last: number, timed: Timed): Clause | null {
  if (at(tokens, k).lower !== 'when' || k - from < 5) return null
  const verb = finiteIn(tokens, k + 2, Math.min(last, k + 9))
  const end = nextStop(tokens, k + 1, last)
  return verb > 0 && verb < end && (timed(k, end) || (timed(k - 4, k) && !BE.holds(at(tokens, verb))))
    ? { first: k + 1, last: end, rule: 'claims/when-clause' }
    : null
}

/** "what Tokyo describes as …": that they call it so is the point. */
function freeRelative(tokens: readonly Token[], k: number, last: number): Clause | null {
  if (at(tokens, k).lower !== 'what' || !isCapitalized(at(tokens, k + 1))) return null
  const verb = finiteIn(tokens, k + 2, Math.min(last, k + 7))
  const base = verb < 0 ? '' : (verbOf(at(tokens, verb))?.base ?? '')
  if (!['describe', 'call', 'term', 'consider', 'regard', 'see', 'deem'].includes(base)) return null
  return { first: k, last: nextStop(tokens, verb, last), rule: 'claims/what-calls' }
}

const hasParticiple = (tokens: readonly Token[], from: number, last: number): boolean => {
  for (let k = from; k < last; k++)
    if (['ing', 'pastOrParticiple', 'participle'].includes(verbOf(at(tokens, k))?.form ?? '')) return true
  return false
}
