import { finiteIn, isFiniteVerb, isOpeningMark } from './phrases'
import { type Clause, hasNumber, nextStop, nounPhraseStart, skipAdverbs, trimmed, wordCount } from './stretches'
import { at, isCapitalized, isDash, type Token } from './tokens'
import { verbForm } from './verbs'
import { DETERMINERS, HAVE, MODALS, PERSONAL_PRONOUNS, POSSESSIVES, PREPOSITIONS, RELATIVES } from './words'

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
const LEADING = new Set(['while', 'although', 'though', 'whereas', 'as', 'after', 'because'])
/** Whether a time stands in tokens [first, last). */
export type Timed = (first: number, last: number) => boolean

/** A clause needs so many words, or a figure. */
const SHORTEST = 4

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
      first: verbForm(at(tokens, open + 1).lower) ? head : open + 1,
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
  if (verb < 0) return null
  for (let k = verb + 1; k < part.last; k++) {
    if (at(tokens, k).text !== ',' || finiteIn(tokens, k + 1, part.last) < 0) continue
    if (!RELATIVES.has(at(tokens, k + 1).lower)) return k
  }
  return null
}

/** Cuts a stretch at its splitting points from left to right. */
function collectMain(tokens: readonly Token[], part: Clause, timed: Timed, clauses: Clause[]): void {
  let from = part.first
  let rule = part.rule === 'claims/part' ? 'claims/main' : part.rule
  let depth = 0
  for (let k = part.first; k < part.last; k++) {
    const token = at(tokens, k)
    if (token.text === '(') depth++
    if (token.text === ')') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const extra =
      restrictive(tokens, from, k, part.last, timed) ??
      dated(tokens, from, k, part.last, timed) ??
      freeRelative(tokens, k, part.last)
    if (extra) clauses.push(...trimmed(tokens, extra))
    const cut = cutAt(tokens, from, k, part.last)
    if (!cut) continue
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

/** `resume`: the clause is put into the one before, which goes on at that token. */
type Cut = { end: number; next: number; rule: string; resume?: number }

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
  if (lower === 'and' || lower === 'or') return coordination(tokens, from, k, last)
  return null
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
  const stop = nextStop(tokens, k + 1, last)
  const verb = finiteIn(tokens, k + 1, Math.min(last, stop + (stop - k < 4 ? 8 : 0)))
  if (verb < 0 || (verb === k + 1 && lower !== 'but')) return null
  if (
    lower === 'as' &&
    (['such', 'as', 'same', 'well', 'soon', 'much', 'far', 'long', 'many', 'known', 'seen'].includes(before.lower) ||
      ['well', 'of'].includes(at(tokens, k + 1).lower) ||
      verb - k > 9)
  )
    return null
  if (['after', 'before', 'but'].includes(lower) && verb - k > 7) return null
  const rule = `claims/${lower}-clause`
  if (before.text === ',' && stop < last - 2 && PREPOSITIONS.has(at(tokens, stop + 1).lower) && verb < stop)
    return { end, next: k + 1, rule, resume: stop }
  return { end, next: k + 1, rule }
}

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
  const end = hasComma ? k - 1 : k
  if (lower === 'where') return verb > k + 1 ? { end, next: k + 1, rule: 'claims/relative-where' } : null
  if (!hasComma) return null
  const isSubject = verb === skipAdverbs(tokens, k + 1)
  if (isSubject && ['could', 'may', 'might', 'would'].includes(at(tokens, verb).lower)) return null
  if (!isSubject) return { end, next: k, rule: 'claims/relative-object' }
  return { end, next: nounPhraseStart(tokens, from, k - 2), rule: 'claims/relative-subject' }
}

/** "nationals who were abducted by …": a fact of its own inside the clause, when it has been told what and by whom or when. */
function restrictive(tokens: readonly Token[], from: number, k: number, last: number, timed: Timed): Clause | null {
  if (at(tokens, k).lower !== 'who' || at(tokens, k - 1).kind !== 'word') return null
  const verb = finiteIn(tokens, k + 1, Math.min(last, k + 4))
  if (verb < 0 || MODALS.has(at(tokens, verb).lower)) return null
  const end = nextStop(tokens, k + 1, last)
  const first = nounPhraseStart(tokens, from, k - 1)
  if (end - k < 5 || first - from < 4) return null
  return hasNumber(tokens, { first: k, last: end, rule: '' }) || timed(k, end)
    ? { first, last: end, rule: 'claims/restrictive' }
    : null
}

/** "… when they hold a summit later this week": a day of its own makes the time clause a claim too. */
function dated(tokens: readonly Token[], from: number, k: number, last: number, timed: Timed): Clause | null {
  if (at(tokens, k).lower !== 'when' || k - from < 5) return null
  const verb = finiteIn(tokens, k + 2, Math.min(last, k + 7))
  const end = nextStop(tokens, k + 1, last)
  return verb > 0 && verb < end && timed(k, end) ? { first: k + 1, last: end, rule: 'claims/when-clause' } : null
}

/** "what Tokyo describes as …": that they call it so is the point. */
function freeRelative(tokens: readonly Token[], k: number, last: number): Clause | null {
  if (at(tokens, k).lower !== 'what' || !isCapitalized(at(tokens, k + 1))) return null
  const verb = finiteIn(tokens, k + 2, Math.min(last, k + 7))
  const base = verb < 0 ? '' : (verbForm(at(tokens, verb).lower)?.base ?? '')
  if (!['describe', 'call', 'term', 'consider', 'regard', 'see', 'deem'].includes(base)) return null
  return { first: k, last: nextStop(tokens, verb, last), rule: 'claims/what-calls' }
}

/** ", and" / "and" before a verb of the same subject or before a clause of its own. */
function coordination(tokens: readonly Token[], from: number, k: number, last: number): Cut | null {
  const before = at(tokens, k - 1)
  if (finiteIn(tokens, from, k) < 0 || k - from < 5) return null
  const end = before.text === ',' ? k - 1 : k
  const next = skipAdverbs(tokens, k + 1)
  if (isFiniteVerb(tokens, next) && isPlainVerb(tokens, next))
    return last - next >= 5 ? { end, next: k + 1, rule: 'claims/second-verb' } : null
  const stop = nextStop(tokens, k + 1, last)
  const verb = finiteIn(tokens, k + 2, Math.min(stop, k + 9))
  if (verb < 0 || !startsSubject(tokens, k + 1, before.text === ',')) return null
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

/** A subject of its own: a determiner, pronoun or name; a bare plural only behind a comma. */
const startsSubject = (tokens: readonly Token[], k: number, hasComma: boolean): boolean => {
  const token = at(tokens, k)
  if (token.kind !== 'word' || PREPOSITIONS.has(token.lower)) return false
  if (
    DETERMINERS.has(token.lower) ||
    PERSONAL_PRONOUNS.has(token.lower) ||
    POSSESSIVES.has(token.lower) ||
    token.lower === 'there'
  )
    return true
  if (isCapitalized(token)) return !isDash(at(tokens, k + 1)) || hasComma
  return hasComma && !verbForm(token.lower) && isFiniteVerb(tokens, k + 1)
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
const hasParticiple = (tokens: readonly Token[], from: number, last: number): boolean => {
  for (let k = from; k < last; k++)
    if (verbForm(at(tokens, k).lower)?.form === 'ing' || ['stationed', 'expected', 'set'].includes(at(tokens, k).lower))
      return true
  return false
}
