import { finiteIn, isFiniteVerb } from './phrases'
import { type Clause, nextStop, nounPhraseStart, skipAdverbs } from './stretches'
import { clauseVerb, hasOpening, isDoneBy } from './subjects'
import { at, isGlued, type Token } from './tokens'
import { verbOf } from './verbs'
import { anyOf, COORDINATORS, isAdverbial, PREPOSITIONS, RELATIVES, SUBORDINATORS, wordSet } from './words'

/** Where dashes, colons and semicolons cut a sentence into pieces that each tell something. */

/** Pieces between semicolons and dashes. What stands between two dashes is its own, and the sentence goes on around it. */
export function partsOf(tokens: readonly Token[], first: number, last: number): Clause[] {
  const breaks: number[] = []
  for (let k = first; k < last; k++) if (isBreak(tokens, k)) breaks.push(k)
  if (breaks.length === 0 && first < last) return [{ first, last, rule: 'claims/part' }]
  const [open, close] = breaks
  if (
    open !== undefined &&
    close !== undefined &&
    breaks.length === 2 &&
    (isFiniteVerb(tokens, close + 1) ||
      finiteIn(tokens, first, open) < 0 ||
      RELATIVES.holds(at(tokens, open + 1)) ||
      (LEADS.holds(at(tokens, first)) && nextStop(tokens, first, open) === open)) &&
    !isColon(at(tokens, open))
  ) {
    const head = nounPhraseStart(tokens, first, open - 1)
    const insert = {
      first: verbOf(at(tokens, open + 1)) ? head : open + 1,
      last: close,
      rule: 'claims/insert',
    }
    return [insert, { first, last, rule: 'claims/part' }]
  }
  if (open !== undefined && breaks.length === 1 && finiteIn(tokens, first, open) < 0 && !isColon(at(tokens, open)))
    return [{ first, last, rule: 'claims/part' }]
  const parts: Clause[] = []
  let from = first
  for (const k of [...breaks, last]) {
    const next = breaks[breaks.indexOf(k) + 1] ?? last
    if (k < last && !standsApart(tokens, from, k, next)) continue
    if (k > from) parts.push({ first: from, last: k, rule: from === first ? 'claims/part' : 'claims/behind-dash' })
    from = k + 1
  }
  return parts
}

/** "When the lock leaked - its second leak - the crew left": the main clause is still to come. */
const LEADS = wordSet('if when once unless after before while as although though since because')

/** Whether tokens [from, k) and (k, next) each tell something: "a tool — a piece of flint that was sharp" is one. */
function standsApart(tokens: readonly Token[], from: number, k: number, next: number): boolean {
  if (at(tokens, k).text === ';' && finiteIn(tokens, from, k) < 0) return false
  if (at(tokens, k).text === ':') {
    const verb = finiteIn(tokens, from, k) < 0 ? -1 : clauseVerb(tokens, k, next)
    // "The Ferry: How Lund Was Built" is a title
    return verb >= 0 && !at(tokens, verb).isCapitalized
  }
  const opening = at(tokens, k + 1)
  if (at(tokens, k).text !== ';' && onlyAdds(tokens, k, next)) return false
  const isNoun =
    opening.kind === 'word' &&
    (!verbOf(opening) || verbOf(opening)?.isNounish) &&
    !isAdverbial(opening) &&
    !/(?:ing|ed)$/.test(opening.lower)
  if (!isNoun || COORDINATORS.holds(opening) || SUBORDINATORS.holds(opening) || PREPOSITIONS.holds(opening)) return true
  return (
    clauseVerb(tokens, k, next) >= 0 ||
    isFiniteVerb(tokens, skipAdverbs(tokens, k + 1)) ||
    (!hasOpening(tokens, k + 1, next) && isDoneBy(tokens, k + 1, next))
  )
}

/** "— based in the old town", "– including the pumps": tells more of what stands before. */
function onlyAdds(tokens: readonly Token[], k: number, next: number): boolean {
  const opening = at(tokens, k + 1)
  if (verbOf(opening)?.form === 'pastOrParticiple') return PREPOSITIONS.holds(at(tokens, k + 2))
  if (!ADDING.holds(opening)) return false
  const stop = nextStop(tokens, k + 1, next)
  return clauseVerb(tokens, k, next) < 0 && (at(tokens, stop).text !== ',' || clauseVerb(tokens, stop, next) < 0)
}
const ADDING = anyOf(PREPOSITIONS, ['including', 'to', 'namely'])

const isColon = ({ text }: Token): boolean => text === ';' || text === ':'

const isBreak = (tokens: readonly Token[], k: number): boolean => {
  const token = at(tokens, k)
  if (token.kind !== 'mark') return false
  if (token.text === ';') return true
  if (token.text === ':') return !isGlued(token, at(tokens, k + 1))
  // "d---ed": letters left out
  if (isGlued(at(tokens, k - 1), token) && isGlued(token, at(tokens, k + 1)) && token.text.length > 2) return false
  if (token.text.startsWith('--') || token.text === '—' || token.text === '_') return true
  return (
    (token.text === '–' || token.text === '-') &&
    at(tokens, k - 1).end < token.start &&
    token.end < at(tokens, k + 1).start
  )
}
