import { isBeForm } from './auxiliaries'
import { type VerbForm, type VerbReading, wordOf } from './lexicon'
import { at, oncePerStretch, type Token } from './tokens'
import { verbOf } from './verbs'
import { DO, HAVE, isAdverbial, MODALS, NEGATIONS } from './words'

/** What carries a clause behind its auxiliaries: "has not been told" -> tell, passive, perfect, at token `at`. */
export type Predicate = {
  at: number
  base: string
  modal: string
  /** A form of be that carries the clause by itself ("is open"); `at` is its last form. */
  isBe: boolean
  isPassive: boolean
  isProgressive: boolean
  isPerfect: boolean
  isPast: boolean
}

/** How many auxiliaries, adverbs and negations can stand before the verb itself. */
const REACH = 7
const isParticiple = (form: VerbForm | undefined): boolean => form === 'participle' || form === 'pastOrParticiple'

/** The predicate whose first verb with tense is at token `verb`, of a clause that ends before token `last`. */
export const predicateAt = oncePerStretch((tokens, verb, last): Predicate => {
  const found: Predicate = {
    at: verb,
    base: '',
    modal: '',
    isBe: false,
    isPassive: false,
    isProgressive: false,
    isPerfect: false,
    isPast: false,
  }
  for (let k = verb; k < Math.min(last, verb + REACH); k++) {
    const token = at(tokens, k)
    if (k === verb && MODALS.holds(token)) found.modal = token.lower
    else if (isAnyBe(tokens, k)) {
      found.isBe = true
      found.at = k
      if (k === verb) found.isPast = token.lower.startsWith('w')
    } else if (k === verb && DO.holds(token)) found.isPast = token.lower.startsWith('did')
    else if (!found.isBe && HAVE.holds(token) && hasParticiple(tokens, k + 1)) found.isPerfect = true
    else if (!isBetween(token)) return closed(found, tokens, k, verb)
  }
  return found
})

const isAnyBe = (tokens: readonly Token[], k: number): boolean => isBeForm(tokens, k) || at(tokens, k).lower === 'being'

const isBetween = (token: Token): boolean =>
  NEGATIONS.holds(token) || (isAdverbial(token) && verbOf(token) === null) || token.lower === "n't"

/** "has (not yet) left", "have been": a perfect; "has a boat" is none. */
function hasParticiple(tokens: readonly Token[], from: number): boolean {
  let k = from
  while (k < from + 3 && isBetween(at(tokens, k))) k++
  return isAnyBe(tokens, k) || isParticiple(verbOf(at(tokens, k))?.form)
}

/** With the word at token `k`, which is no auxiliary: the verb itself, or what stands behind a form of be. */
function closed(found: Predicate, tokens: readonly Token[], k: number, verb: number): Predicate {
  const token = at(tokens, k)
  const form = HAVE.holds(token) ? { base: 'have', form: 'past' as const } : (verbOf(token) ?? unknownIng(token))
  if (!form) return found
  const isIng = form.form === 'ing'
  if (found.isBe && !isIng && !isParticiple(form.form)) return found
  found.isPassive = found.isBe && !isIng
  found.isProgressive = found.isBe && isIng
  found.isBe = false
  found.at = k
  found.base = form.base
  if (k === verb)
    found.isPast = HAVE.holds(token) ? token.lower === 'had' : form.form === 'past' || isParticiple(form.form)
  return found
}

/** "was dampening": behind a form of be also what no table knows. */
const unknownIng = ({ lower }: Token): VerbReading | null => {
  if (lower.length <= 6 || !lower.endsWith('ing')) return null
  const base = lower.slice(0, -3)
  return { base, form: 'ing', isNounish: true, stem: wordOf(base) }
}
