import type { LeftOut } from '../schema'
import { isBeForm } from './auxiliaries'
import { judgementSigns } from './judgements'
import table from './leaning.json'
import { predicateAt } from './predicates'
import { behindLead, mainVerb } from './stretches'
import { at, type Token } from './tokens'
import { anyOf, DETERMINERS, HAVE, wordSet } from './words'

/**
 * Whether a clause leans to a view: a table of weights (leaning.json) over what a reader would point at. They were
 * fitted by logistic regression on annotated articles, judged on those left out a few at a time, then rounded and read by hand.
 */

type Feature = keyof typeof table.features
export type LeaningScope = {
  tokens: readonly Token[]
  first: number
  last: number
  isQuoted: boolean
  /** Somebody is named who says it. */
  isTold: boolean
  /** The clause is a quotation or a view with its saying. */
  isWhole: boolean
  isForecast: boolean
  hasTime: boolean
  hasNumber: boolean
  hasFigure: boolean
}

const FEATURES = table.features
const DEGREE = wordSet(FEATURES.degree.words)
const ABSTRACT = wordSet(FEATURES.abstract.words)
const SELF = wordSet(FEATURES.self.words)
const READER = wordSet(FEATURES.reader.words)
const DEEDS = wordSet(FEATURES.deed.words)
/** One look passes over all other words. */
const COUNTED = anyOf(DEGREE, ABSTRACT, SELF, READER)

/** Where a main clause ends: behind these, judging words are somebody else's or beside the point. */
const ASIDE = wordSet(
  'who which that whose where when because if while after before although though since as ; : ( ) — –',
)
const POINTING = wordSet('it this that there these those what here')
/** Fewer words than this make a short clause. */
const SHORT = 7
/** So many signs of `judgements` in a main clause are a verdict. */
const VERDICT = 1.5
/** What is foreseen is often told with one: "may be able to". */
const VERDICT_AHEAD = 2

/** Why a clause leans to a view, by what speaks most for it; null for a clause that can be checked. */
export function leaningOf(scope: LeaningScope): LeftOut | null {
  const says = new Map<string, number>()
  let sum = table.bias
  const add = (name: Feature, amount: number) => {
    if (amount === 0) return
    const { weight, most, says: why } = FEATURES[name]
    const part = weight * Math.min(most, amount)
    sum += part
    if (part > 0) says.set(why, (says.get(why) ?? 0) + part)
  }
  addWords(scope, add)
  addPredicate(scope, add)
  add('quoted', scope.isQuoted ? 1 : 0)
  add('told', scope.isTold && !scope.isQuoted ? 1 : 0)
  add('withSaying', scope.isWhole ? 1 : 0)
  add('forecast', scope.isForecast ? 1 : 0)
  add('time', scope.hasTime ? 1 : 0)
  add('number', scope.hasNumber ? 1 : 0)
  add('figure', scope.hasFigure ? 1 : 0)
  return sum > 0 ? strongestOf(says) : null
}

type Add = (name: Feature, amount: number) => void

/** Judging words first; then who talks of themselves in quotation marks; the rest is too general. */
function strongestOf(says: ReadonlyMap<string, number>): LeftOut {
  if ((says.get('opinion') ?? 0) > FEATURES.judged.weight) return 'opinion'
  return (says.get('first-person-view') ?? 0) >= TALK ? 'first-person-view' : 'vague'
}
const TALK = FEATURES.self.weight + FEATURES.quoted.weight

function addWords({ tokens, first, last, isQuoted }: LeaningScope, add: Add): void {
  const lead = leadOf(tokens, first, last)
  const counts = { words: 0, names: 0, degree: 0, abstract: 0, self: 0, reader: 0, spoken: 0 }
  for (let k = first; k < last; k++) {
    const token = at(tokens, k)
    if (isContraction(tokens, k)) counts.spoken++
    if (token.kind !== 'word') continue
    counts.words++
    if (token.isCapitalized && k > lead && token.lower !== 'i') counts.names++
    if (!COUNTED.holds(token)) continue
    if (DEGREE.holds(token)) counts.degree++
    else if (ABSTRACT.holds(token)) counts.abstract++
    else if (SELF.holds(token)) counts.self++
    else if (READER.holds(token)) counts.reader++
  }
  add('name', counts.names)
  add('degree', counts.degree)
  add('abstract', counts.abstract)
  add('self', counts.self)
  add('reader', isQuoted ? 0 : counts.reader)
  add('contraction', counts.spoken)
  add('length', Math.log(1 + counts.words))
  add('short', counts.words < SHORT ? 1 : 0)
  add('definite', DETERMINERS.holds(at(tokens, lead)) && !POINTING.holds(at(tokens, lead)) ? 1 : 0)
}

const leadOf = (tokens: readonly Token[], first: number, last: number): number => {
  let lead = first
  while (lead < last && at(tokens, lead).kind === 'mark') lead++
  return lead
}

/** "it's", "we'll", "don't"; not "Lind's". */
const isContraction = (tokens: readonly Token[], k: number): boolean => {
  const { text, lower } = at(tokens, k)
  if (lower === "'s") return isBeForm(tokens, k)
  return lower.endsWith("n't") || (text.length > 1 && APOSTROPHES.includes(text.charCodeAt(0)))
}
const APOSTROPHES = [0x27, 0x2019]

function addPredicate(scope: LeaningScope, add: Add): void {
  const { tokens, first, last, isWhole, isForecast, hasTime, hasFigure } = scope
  // how a condition is put ("if it is not too badly rusted") is no view of what follows from it
  const lead = leadOf(tokens, isForecast ? behindLead(tokens, first, last) : first, last)
  const verb = mainVerb(tokens, lead, last)
  const predicate = verb < 0 ? null : predicateAt(tokens, verb, last)
  let end = predicate ? predicate.at + 1 : last
  while (end < last && !ASIDE.holds(at(tokens, end))) end++
  const judged = judgementSigns(tokens, lead, end)
  add('judged', judged)
  add('judgedAside', end < last ? Math.max(0, judgementSigns(tokens, lead, last) - judged) : 0)
  const isVerdict = judged >= (isForecast ? VERDICT_AHEAD : VERDICT)
  add('verdict', isVerdict && !isWhole && !hasTime && !hasFigure ? 1 : 0)
  if (!predicate) return
  const isPresent = !predicate.isPast && !predicate.isPerfect && predicate.modal === ''
  add('present', isPresent ? 1 : 0)
  add('being', isPresent && predicate.isBe ? 1 : 0)
  add('having', HAVE.holds(at(tokens, verb)) && !predicate.isPerfect ? 1 : 0)
  add('passive', predicate.isPassive ? 1 : 0)
  add('deed', !isPresent && DEEDS.has(predicate.base) ? 1 : 0)
}
