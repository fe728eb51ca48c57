import type { Quantity } from '../schema'
import { isMoneyUnit } from './currencies'
import { WordMap } from './lexicon'
import { opinionSigns } from './opinions'
import { at, isCapitalized, type Token } from './tokens'
import { verbOf } from './verbs'
import { anyOf, BE, wordSet } from './words'
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

const FEATURES = Object.values(table.features)
/** Features by their place in the table. */
const AT = Object.fromEntries(Object.keys(table.features).map((feature, index) => [feature, index])) as Readonly<
  Record<Feature, number>
>

const WEIGHTS = Float64Array.from(FEATURES, ({ weight }) => weight)

/** How much of each feature a stretch has, at most 2, in the order in which they were found. */
class Tally {
  private readonly order = new Int32Array(FEATURES.length)
  private readonly amounts = new Float64Array(FEATURES.length)
  private count = 0

  clear(): void {
    this.amounts.fill(0)
    this.count = 0
  }

  add(feature: number, amount = 1): void {
    const before = this.amounts[feature] ?? 0
    if (before === 0) this.order[this.count++] = feature
    this.amounts[feature] = Math.min(2, before + amount)
  }

  /** What all features add together. */
  sum(): number {
    let sum = table.bias
    for (let k = 0; k < this.count; k++) sum += this.part(this.order[k] ?? 0)
    return sum
  }

  /** Takes out the feature that adds most, the one found first of two alike; −1 when none adds more than `least`. */
  takeMost(least: number): number {
    let best = -1
    let most = least
    for (let k = 0; k < this.count; k++) {
      const feature = this.order[k] ?? 0
      const part = this.part(feature)
      if (part <= most) continue
      best = feature
      most = part
    }
    if (best >= 0) this.amounts[best] = 0
    return best
  }

  private part(feature: number): number {
    return (WEIGHTS[feature] ?? 0) * (this.amounts[feature] ?? 0)
  }
}

/** One for all stretches, one after the other: a new array of numbers for each costs more than all the counting. */
const TALLY = new Tally()

const VIEW = wordSet('think believe hope feel want wish guess love like hate know')

/** Words that count wherever they stand: the features of each, and how much it adds to them. */
const counting = new Map<string, { feature: number; each: number }[]>()
for (const [feature, entry] of Object.values(table.features).entries())
  if ('words' in entry)
    for (const word of wordSet(entry.words))
      counting.set(word, [...(counting.get(word) ?? []), { feature, each: entry.each }])
const COUNTING = new WordMap(counting)

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

/** "we must", "we'll", "we are going". */
const JOINT = wordSet("need want must should can will have 'll going")
const ASKS = wordSet('what why how do does did would can could will who are is when where')

const isJoint = (tokens: readonly Token[], i: number): boolean =>
  JOINT.holds(at(tokens, i)) || (BE.holds(at(tokens, i)) && at(tokens, i + 1).lower === 'going')

const isPast = (token: Token): boolean => {
  const form = verbOf(token)?.form
  return form === 'past' || form === 'pastOrParticiple' || token.lower === 'were'
}

/** Score 0..1 and the reasons with the most weight first. */
export function worthOf(scope: Scope): Worth {
  const found = featuresOf(scope)
  return { score: logistic(found.sum()), reasons: reasonsOf(found) }
}

/** What stands before a sentence, newest weighing most: 0 at the start, above among statements that can be checked. */
export type Company = number
export const ALONE: Company = 0

/**
 * The score of a sentence and the company it leaves for the next one: what stands among checkable statements is likelier
 * to be one, in transcripts above all.
 */
export function worthInCompany(scope: Scope, company: Company): { score: number; company: Company } {
  const sum = featuresOf(scope).sum()
  const left = Math.max(-FARTHEST, Math.min(FARTHEST, sum - ORDINARY))
  return {
    score: logistic(sum + table.features.company.weight * company),
    company: KEPT * company + (1 - KEPT) * left,
  }
}
/** Of the company so far, this much is kept from one sentence to the next. */
const KEPT = 0.6
/** The sum of an ordinary sentence, and how far from it a single one may count. */
const ORDINARY = -1.5
const FARTHEST = 2

function featuresOf(scope: Scope): Tally {
  const found = TALLY
  found.clear()
  fromQuantities(scope, found)
  const wordCount = fromWords(scope, found)
  if (scope.hasPastDate) found.add(AT.pastDate)
  if (scope.hasDue) found.add(AT.dueDate)
  if (scope.isQuestion) found.add(AT.question)
  if (wordCount < 5) found.add(AT.short)
  found.add(AT.length, Math.min(1.5, wordCount / 20))
  const opinion = opinionSigns(scope.tokens, scope.first, scope.last)
  if (opinion > 0) found.add(AT.judgement, Math.min(1.5, opinion / 2))
  return found
}

function fromQuantities({ quantities }: Scope, found: Tally): void {
  for (const quantity of quantities) {
    if (isMoneyUnit(quantity.unit) && (quantity.unit.length === 3 || quantity.unit.startsWith(' per', 3)))
      found.add(AT.money)
    else if (quantity.unit.startsWith('percent') || quantity.unit === 'share') found.add(AT.percent)
    else if (quantity.unit === 'ordinal') found.add(AT.superlative, 0.5)
    else found.add(AT.count, quantity.unit === '' ? 0.5 : 1)
    if (Math.abs(quantity.value) >= 1000) found.add(AT.largeNumber)
    if (quantity.change) found.add(AT.change)
  }
}

/** Behind the "LIND:" or "ANN LIND (HARLOW):" that opens a turn of a transcript: who speaks is no part of what is said. */
function behindTurn(tokens: readonly Token[], first: number, last: number): number {
  for (let k = first; k < Math.min(last, first + 8); k++) {
    const token = at(tokens, k)
    if (token.text === ':') return k + 1
    if (token.kind === 'word' && !isShouted(token)) return first
  }
  return first
}

const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122
/** Without a small letter; most words end in one. */
const isShouted = ({ text }: Token): boolean =>
  !isSmallLetter(text.charCodeAt(text.length - 1)) && text === text.toUpperCase()

function fromWords({ tokens, first, last }: Scope, found: Tally): number {
  let count = 0
  for (let k = behindTurn(tokens, first, last); k < last; k++) {
    const token = at(tokens, k)
    if (token.kind !== 'word') continue
    count++
    const { lower } = token
    if (NOTED.holds(token)) fromWord(tokens, k, count, found)
    if (isCapitalized(token) && count > 1 && lower !== 'i') found.add(AT.name, 0.4)
    const form = verbOf(token)
    if (form && (form.form === 'past' || form.form === 'pastOrParticiple') && !form.isNounish)
      found.add(AT.pastVerb, 0.6)
  }
  return count
}

const SPEAKING = wordSet('i we you')
const PROMISING = wordSet("will 'll would")
/** One look passes over all words that say nothing by themselves. */
const NOTED = anyOf(COUNTING.keys(), VIEW, OTHERS, SPEAKING, ASKS, PROMISING)
function fromWord(tokens: readonly Token[], k: number, count: number, found: Tally): void {
  const token = at(tokens, k)
  const next = at(tokens, k + 1)
  const counts = COUNTING.of(token)
  if (counts) for (const { feature, each } of counts) found.add(feature, each)
  if (VIEW.holds(token) && SPEAKING.holds(at(tokens, k - 1))) found.add(AT.firstPersonView)
  if (OTHERS.holds(token) && isDeed(next)) found.add(AT.othersDeeds)
  if (token.lower === 'we' && isJoint(tokens, k + 1)) found.add(AT.joint)
  if (count === 1 && ASKS.holds(token)) found.add(AT.asking)
  if (token.lower === 'you' && isPast(next)) found.add(AT.accusation)
  if (PROMISING.holds(token)) found.add(AT.promise, 0.5)
}

/** 0..1 with four digits. */
const logistic = (sum: number): number => Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000

/** The reasons that add most, at most four: taken out of what was found. */
function reasonsOf(found: Tally): string[] {
  const reasons: string[] = []
  while (reasons.length < 4) {
    const feature = found.takeMost(LEAST_PART)
    if (feature < 0) break
    reasons.push(FEATURES[feature]?.reason ?? '')
  }
  return reasons
}
/** What adds less is no reason. */
const LEAST_PART = 0.3
