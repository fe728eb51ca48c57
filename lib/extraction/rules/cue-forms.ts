import type { VerbReading } from './lexicon'
import { isFiniteVerb } from './phrases'
import { at, isCapitalized, type Token } from './tokens'
import { verbOf } from './verbs'
import { BE, COORDINATORS, DETERMINERS, DO, HAVE, isAdverbial, MODALS, PREPOSITIONS } from './words'

/** How a cue stands in its sentence: as a verb with tense, behind an auxiliary, as a participle, in the passive. */

/** "…, the Harbour Post reports.": a form that may be a noun, at the end behind a name. */
export const isLastVerb = (tokens: readonly Token[], k: number, { form }: VerbReading): boolean =>
  ['.', ',', ''].includes(at(tokens, k + 1).text) &&
  (form === 'third'
    ? at(tokens, k - 1).isCapitalized
    : form === 'base' &&
      at(tokens, k - 1).lower.endsWith('s') &&
      (opensInsert(tokens, k - 2) || (at(tokens, k + 1).text !== ',' && isBehindComma(tokens, k - 2))))

/** "…, official figures show." */
const isBehindComma = (tokens: readonly Token[], k: number): boolean =>
  [k, k - 1, k - 2].some((j) => at(tokens, j).text === ',')

/** "…, the divers note, …": a determiner and at most two words behind a comma. */
const opensInsert = (tokens: readonly Token[], k: number): boolean =>
  [k, k - 1, k - 2].some((j) => DETERMINERS.holds(at(tokens, j)) && at(tokens, j - 1).text === ',')

/** "data from Lund show that …", "the agency estimates 300 homes …": a present form that may be a noun, with its content behind it. */
export function opensItsContent(tokens: readonly Token[], k: number, { form, isNounish }: VerbReading): boolean {
  if (form !== 'third' && form !== 'base') return false
  const [before, next] = [at(tokens, k - 1), at(tokens, k + 1)]
  if (before.kind !== 'word' || before.lower === 'to' || before.lower === "'s" || DETERMINERS.holds(before))
    return false
  if (PREPOSITIONS.holds(before) || COORDINATORS.holds(before) || MODALS.holds(before)) return false
  // "a viral post that says so": a noun with its relative
  if (next.lower === 'that') return form === 'third' || !isNounish || !isFiniteVerb(tokens, k + 2)
  const isSubject = DETERMINERS.holds(at(tokens, k - 2)) && at(tokens, k - 3).kind === 'mark'
  return form === 'third' && isSubject && (next.kind === 'number' || DETERMINERS.holds(next))
}

const OBJECT_TAKING: ReadonlySet<string> = new Set(['pastOrParticiple', 'ing'])
/** "has touted estimates that": a noun right behind another verb. */
export const isObjectHere = (tokens: readonly Token[], k: number, { form, isNounish }: VerbReading): boolean =>
  isNounish &&
  (form === 'third' || form === 'base') &&
  (at(tokens, k - 1).lower === "'s" || OBJECT_TAKING.has(verbOf(at(tokens, k - 1))?.form ?? 'base'))

/** "has said", "did not say", "will announce", "has been saying". */
export function isAfterAuxiliary(tokens: readonly Token[], k: number): boolean {
  let j = k - 1
  while (j > k - 4 && (isAdverbial(at(tokens, j)) || at(tokens, j).lower === 'been')) j--
  const lead = at(tokens, j)
  const isPlain = verbOf(at(tokens, k))?.form === 'base'
  if (isPlain) return (MODALS.holds(lead) && lead.text !== 'May') || DO.holds(lead)
  return HAVE.holds(lead) || BE.holds(lead)
}

export const isSayingParticiple = (tokens: readonly Token[], k: number): boolean =>
  [',', 'by', 'and'].includes(at(tokens, k - 1).lower) ||
  isQuotedAs(tokens, k) ||
  isCapitalized(at(tokens, k - 1)) ||
  (at(tokens, k - 1).kind === 'word' && !PREPOSITIONS.holds(at(tokens, k - 1)))

/** "was quoted as saying" */
const isQuotedAs = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k - 1).lower === 'as' && ['quoted', 'cited', 'reported'].includes(at(tokens, k - 2).lower)

export const isPassive = (tokens: readonly Token[], k: number): boolean => {
  let j = k - 1
  while (isAdverbial(at(tokens, j))) j--
  const form = verbOf(at(tokens, k))?.form
  return (
    ['is', 'are', 'was', 'were', 'be', 'been', 'being'].includes(at(tokens, j).lower) &&
    form !== 'ing' &&
    !['expected'].includes(at(tokens, k).lower)
  )
}
