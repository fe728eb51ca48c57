import type { Quantity } from '../schema'
import { opinionSigns } from './opinions'
import { at, isCapitalized, type Token } from './tokens'
import { baseVerb, verbForm } from './verbs'
import { wordSet } from './words'
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

const OTHERS = new Set(['he', 'she', 'they'])
const isDeed = (lower: string): boolean => {
  const form = verbForm(lower)?.form
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
  return scored(found)
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
    if (PUBLIC.has(lower)) add('publicBody', 0.5)
    if (PEOPLE.has(lower)) add('manyPeople', 0.7)
    if (COMPARING.has(lower)) add('comparison', 0.5)
    if (EXTREME.has(lower)) add('superlative', 0.6)
    if (UNIVERSAL.has(lower)) add('universal', 0.6)
    if (CAUSE.has(lower)) add('cause')
    if (VOTING.has(lower)) add('voted', 0.7)
    if (VIEW.has(lower) && ['i', 'we', 'you'].includes(at(tokens, k - 1).lower)) add('firstPersonView')
    if (COURTESY.has(lower)) add('courtesy', 0.5)
    if (OTHERS.has(lower) && isDeed(at(tokens, k + 1).lower)) add('othersDeeds')
    if (lower === 'will' || lower === "'ll" || lower === 'would') add('promise', 0.5)
    if (isCapitalized(token) && k > first && lower !== 'i') add('name', 0.4)
    const form = verbForm(lower)
    if (form && (form.form === 'past' || form.form === 'pastOrParticiple') && !form.isNounish) add('pastVerb', 0.6)
    else if (baseVerb(lower) === 'be' && (lower === 'was' || lower === 'were')) add('pastVerb', 0.4)
  }
  return count
}

function scored(found: ReadonlyMap<Feature, number>): Worth {
  let sum = table.bias
  const parts: { reason: string; part: number }[] = []
  for (const [feature, amount] of found) {
    const { weight, reason } = table.features[feature]
    sum += weight * amount
    parts.push({ reason, part: weight * amount })
  }
  const score = 1 / (1 + Math.exp(-sum))
  const reasons = parts
    .filter(({ part }) => part > 0.3)
    .sort((a, b) => b.part - a.part)
    .slice(0, 4)
  return { score: Math.round(score * 1000) / 1000, reasons: reasons.map(({ reason }) => reason) }
}
