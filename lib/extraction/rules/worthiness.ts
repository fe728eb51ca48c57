import type { Quantity } from '../schema'
import type { WordClass } from './lexicon'
import { opinionSigns } from './opinions'
import { at, isCapitalized, type Token } from './tokens'
import { verbOf } from './verbs'
import { anyOf, wordSet } from './words'
import table from './worthiness.json'

/** How much a stretch is worth checking: the logistic of a table of readable features (worthiness.json). */
export type Worth = { score: number; reasons: string[] }

type Feature = keyof typeof table.features
type Scope = {
  tokens: readonly Token[]
  first: number
  last: number
  quantities: readonly Quantity[]
  hasPastDate: boolean
  hasDue: boolean
  isQuestion: boolean
}

const PUBLIC =
  wordSet(`government congress senate parliament president minister ministry administration state states federal police court military army nato
  tax taxes budget deficit debt spending law laws bill program programs policy welfare medicare medicaid pension security defense defence trade tariff tariffs economy economic unemployment
  inflation jobs job energy oil gas immigration border health education schools school war troops crime election treaty nuclear agreement deal billion trillion`)
const PEOPLE = wordSet(
  'americans people families workers children women men students patients citizens voters residents households seniors veterans immigrants refugees population countries companies businesses farmers',
)
const COMPARING = wordSet(
  'more less fewer higher lower than larger smaller greater double doubled triple tripled twice half better worse fewer compared',
)
const EXTREME = wordSet(
  'first last record highest lowest largest biggest smallest most least best worst only ever fastest slowest oldest youngest',
)
const UNIVERSAL = wordSet('all every never always none nobody no entire whole')
const CAUSE = wordSet('because due caused causes led resulted thanks responsible')
const VOTING = wordSet(
  'voted vote votes passed signed vetoed law bill legislation record supported opposed introduced amendment',
)
const VIEW = wordSet('think believe hope feel want wish guess love like hate know')
const COURTESY = wordSet(
  'thank thanks welcome congratulations sorry please hello god bless tonight evening applause laughter',
)

/** Classes whose words count wherever they stand: the feature, and how much each of them adds. */
const COUNTING: readonly (readonly [WordClass, Feature, number])[] = [
  [PUBLIC, 'publicBody', 0.5],
  [PEOPLE, 'manyPeople', 0.7],
  [COMPARING, 'comparison', 0.5],
  [EXTREME, 'superlative', 0.6],
  [UNIVERSAL, 'universal', 0.6],
  [CAUSE, 'cause', 1],
  [VOTING, 'voted', 0.7],
  [COURTESY, 'courtesy', 0.5],
]
const COUNTED = anyOf(...COUNTING.map(([words]) => words))

const OTHERS = wordSet('he she they')
const isDeed = (token: Token): boolean => {
  const { lower } = token
  const form = verbOf(token)?.form
  return (
    lower === 'has' ||
    lower === 'have' ||
    lower === 'was' ||
    lower === 'wants' ||
    form === 'past' ||
    form === 'pastOrParticiple'
  )
}

/** Score 0..1 and the reasons with the most weight first. */
export function worthOf(scope: Scope): Worth {
  const found = featuresOf(scope)
  return { score: scoreOf(found), reasons: reasonsOf(found) }
}

/** The score alone. */
export const scoreOfSentence = (scope: Scope): number => scoreOf(featuresOf(scope))

function featuresOf(scope: Scope): ReadonlyMap<Feature, number> {
  const found = new Map<Feature, number>()
  const add = (feature: Feature, amount = 1) => found.set(feature, Math.min(2, (found.get(feature) ?? 0) + amount))
  fromQuantities(scope, add)
  const wordCount = fromWords(scope, add)
  if (scope.hasPastDate) add('pastDate')
  if (scope.hasDue) add('dueDate')
  if (scope.isQuestion) add('question')
  if (wordCount < 5) add('short')
  add('length', Math.min(1.5, wordCount / 20))
  const opinion = opinionSigns(scope.tokens, scope.first, scope.last)
  if (opinion > 0) add('judgement', Math.min(1.5, opinion / 2))
  return found
}

function fromQuantities({ quantities }: Scope, add: (feature: Feature, amount?: number) => void): void {
  for (const quantity of quantities) {
    if (/^[A-Z]{3}(?: per|$)/.test(quantity.unit)) add('money')
    else if (quantity.unit.startsWith('percent') || quantity.unit === 'share') add('percent')
    else if (quantity.unit === 'ordinal') add('superlative', 0.5)
    else add('count', quantity.unit === '' ? 0.5 : 1)
    if (Math.abs(quantity.value) >= 1000) add('largeNumber')
    if (quantity.change) add('change')
  }
}

function fromWords({ tokens, first, last }: Scope, add: (feature: Feature, amount?: number) => void): number {
  let count = 0
  for (let k = first; k < last; k++) {
    const token = at(tokens, k)
    if (token.kind !== 'word') continue
    count++
    const { lower } = token
    if (COUNTED.holds(token))
      for (const [words, feature, amount] of COUNTING) if (words.holds(token)) add(feature, amount)
    if (VIEW.holds(token) && ['i', 'we', 'you'].includes(at(tokens, k - 1).lower)) add('firstPersonView')
    if (OTHERS.holds(token) && isDeed(at(tokens, k + 1))) add('othersDeeds')
    if (lower === 'will' || lower === "'ll" || lower === 'would') add('promise', 0.5)
    if (isCapitalized(token) && k > first && lower !== 'i') add('name', 0.4)
    const form = verbOf(token)
    if (form && (form.form === 'past' || form.form === 'pastOrParticiple') && !form.isNounish) add('pastVerb', 0.6)
  }
  return count
}

function scoreOf(found: ReadonlyMap<Feature, number>): number {
  let sum = table.bias
  for (const [feature, amount] of found) sum += table.features[feature].weight * amount
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000
}

function reasonsOf(found: ReadonlyMap<Feature, number>): string[] {
  const parts: { reason: string; part: number }[] = []
  for (const [feature, amount] of found) {
    const { weight, reason } = table.features[feature]
    if (weight * amount > 0.3) parts.push({ reason, part: weight * amount })
  }
  parts.sort((a, b) => b.part - a.part)
  return parts.slice(0, 4).map(({ reason }) => reason)
}
