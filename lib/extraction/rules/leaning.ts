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

const ENTRIES = Object.values(FEATURES)
/** Features by their place in the table. */
const AT = Object.fromEntries(Object.keys(FEATURES).map((feature, index) => [feature, index])) as Readonly<
  Record<Feature, number>
>
const WEIGHTS = Float64Array.from(ENTRIES, ({ weight }) => weight)
const MOST = Float64Array.from(ENTRIES, ({ most }) => most)
/** What each feature adds for the clause that is read; one for all clauses, one after the other. */
const PARTS = new Float64Array(ENTRIES.length)

/** Why a clause leans to a view, by what speaks most for it; null for a clause that can be checked. */
export function leaningOf(scope: LeaningScope): LeftOut | null {
  PARTS.fill(0)
  addWords(scope)
  addPredicate(scope)
  addIf(AT.quoted, scope.isQuoted)
  addIf(AT.told, scope.isTold && !scope.isQuoted)
  addIf(AT.withSaying, scope.isWhole)
  addIf(AT.forecast, scope.isForecast)
  addIf(AT.time, scope.hasTime)
  addIf(AT.number, scope.hasNumber)
  addIf(AT.figure, scope.hasFigure)
  let sum = table.bias
  for (const part of PARTS) sum += part
  return sum > 0 ? strongest() : null
}

function add(feature: number, amount: number): void {
  PARTS[feature] = (WEIGHTS[feature] ?? 0) * Math.min(MOST[feature] ?? 0, amount)
}
const addIf = (feature: number, is: boolean): void => {
  if (is) add(feature, 1)
}

/** Judging words first; then who talks of themselves in quotation marks; the rest is too general. */
function strongest(): LeftOut {
  if (speakingFor('opinion') > FEATURES.judged.weight) return 'opinion'
  return speakingFor('first-person-view') >= TALK ? 'first-person-view' : 'vague'
}
const speakingFor = (why: LeftOut): number =>
  ENTRIES.reduce((sum, { says }, feature) => (says === why ? sum + Math.max(0, PARTS[feature] ?? 0) : sum), 0)
const TALK = FEATURES.self.weight + FEATURES.quoted.weight

function addWords({ tokens, first, last, isQuoted }: LeaningScope): void {
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
  add(AT.name, counts.names)
  add(AT.degree, counts.degree)
  add(AT.abstract, counts.abstract)
  add(AT.self, counts.self)
  add(AT.reader, isQuoted ? 0 : counts.reader)
  add(AT.contraction, counts.spoken)
  add(AT.length, Math.log(1 + counts.words))
  addIf(AT.short, counts.words < SHORT)
  addIf(AT.definite, DETERMINERS.holds(at(tokens, lead)) && !POINTING.holds(at(tokens, lead)))
}

const leadOf = (tokens: readonly Token[], first: number, last: number): number => {
  let lead = first
  while (lead < last && at(tokens, lead).kind === 'mark') lead++
  return lead
}

/** "it's", "we'll", "don't"; not "Lind's". */
const isContraction = (tokens: readonly Token[], k: number): boolean => {
  const { text, lower, kind } = at(tokens, k)
  if (kind === 'word') return lower.charCodeAt(lower.length - 2) === APOSTROPHE && lower.endsWith("n't")
  if (lower === "'s") return isBeForm(tokens, k)
  const opening = text.charCodeAt(0)
  return text.length > 1 && (opening === APOSTROPHE || opening === CURLY_APOSTROPHE)
}
const [APOSTROPHE, CURLY_APOSTROPHE] = [0x27, 0x2019]

function addPredicate(scope: LeaningScope): void {
  const { tokens, first, last, isWhole, isForecast, hasTime, hasFigure } = scope
  // how a condition is put ("if it is not too badly rusted") is no view of what follows from it
  const lead = leadOf(tokens, isForecast ? behindLead(tokens, first, last) : first, last)
  const verb = mainVerb(tokens, lead, last)
  const predicate = verb < 0 ? null : predicateAt(tokens, verb, last)
  let end = predicate ? predicate.at + 1 : last
  while (end < last && !ASIDE.holds(at(tokens, end))) end++
  const judged = judgementSigns(tokens, lead, end)
  add(AT.judged, judged)
  add(AT.judgedAside, end < last ? Math.max(0, judgementSigns(tokens, lead, last) - judged) : 0)
  const isVerdict = judged >= (isForecast ? VERDICT_AHEAD : VERDICT)
  addIf(AT.verdict, isVerdict && !isWhole && !hasTime && !hasFigure)
  if (!predicate) return
  const isPresent = !predicate.isPast && !predicate.isPerfect && predicate.modal === ''
  addIf(AT.present, isPresent)
  addIf(AT.being, isPresent && predicate.isBe)
  addIf(AT.having, HAVE.holds(at(tokens, verb)) && !predicate.isPerfect)
  addIf(AT.passive, predicate.isPassive)
  addIf(AT.deed, !isPresent && DEEDS.has(predicate.base))
}
