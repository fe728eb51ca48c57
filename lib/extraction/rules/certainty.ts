import { isBeForm } from './auxiliaries'
import type { VerbForm } from './lexicon'
import { isWillOf } from './phrases'
import { at, isDash, type Token } from './tokens'
import { formsOf, verbOf } from './verbs'
import { anyOf, BE, DETERMINERS, isAdverbial, MODALS, NEGATIONS, POSSESSIVES, PREPOSITIONS, wordSet } from './words'

/** Certainty words of a clause: where they are; `isForward` false where only a day ahead makes them so ("would"). */
export type CertaintyPhrase = { first: number; last: number; isForward: boolean; rule: string }

/** After a form of be: "is expected to", "are set to", "is considering". */
const EXPECTED = wordSet(`
  expected likely unlikely set scheduled due slated poised projected forecast anticipated planned bound
  certain sure about going supposed predicted tipped ready estimated to destined doomed earmarked billed pencilled penciled primed positioned
`)
const UNDER_WAY = wordSet(`
  planning considering preparing arranging aiming hoping seeking looking intending weighing mulling expecting
  proposing threatening pushing pondering contemplating plotting bidding headed
`)
/** With "to" behind: "plans to", "hopes to". */
const INTENDING = wordSet(`
  plan intend aim hope expect promise pledge vow prepare propose agree threaten commit
`)
/** What somebody said of the time to come is a statement, unless it is set for a day. */
const WORDS_GIVEN = wordSet('promise pledge vow threaten')
const PAST_INTENTIONS = wordSet('planned intended agreed promised pledged vowed committed')

/** The strongest sign of the future in tokens [first, last): the first phrase that is not inside a relative of its own. */
export function certaintyIn(tokens: readonly Token[], first: number, last: number): CertaintyPhrase | null {
  for (let k = first; k < last; k++) {
    const found = phraseAt(tokens, k, first, last)
    if (found) return found
  }
  return null
}

function phraseAt(tokens: readonly Token[], k: number, first: number, last: number): CertaintyPhrase | null {
  if (!mayStart(at(tokens, k))) return null
  return modalAt(tokens, k) ?? expectedAt(tokens, k, last) ?? intendingAt(tokens, k) ?? toBeAt(tokens, k, first)
}

/** Most words can open no such phrase: one look passes over them. */
const STARTERS = anyOf(
  MODALS,
  EXPECTED,
  BE,
  formsOf((base) => INTENDING.has(base)),
  ['to'],
)
const mayStart = (token: Token): boolean => token.kind !== 'number' && STARTERS.holds(token)

/** "The aim is to …" tells an aim; "The minister is to …" tells the future. */
const AIMS = wordSet(
  'aim intention goal idea plan purpose point way key task challenge job thing hope it option alternative choice one another',
)

const ABLE = wordSet("can cannot can't ought")
function modalAt(tokens: readonly Token[], k: number): CertaintyPhrase | null {
  const token = at(tokens, k)
  const { lower } = token
  if (!MODALS.holds(token) || ABLE.holds(token)) return null
  if (token.text === 'May' || (token.text === 'Will' && k > 0 && at(tokens, k - 1).text === ',')) return null
  const before = at(tokens, k - 1).lower
  if (
    lower === 'will' &&
    (isWillOf(tokens, k) ||
      (DETERMINERS.has(before) &&
        !['this', 'that', 'which', 'what', 'all', 'both', 'these', 'those'].includes(before)) ||
      POSSESSIVES.has(before))
  )
    return null
  let next = k + 1
  while (isAdverbial(at(tokens, next))) next++
  if (isPerfect(tokens, next) && !['will', "'ll", 'should'].includes(lower)) return null
  if (lower === "couldn't") return null
  if (lower === 'could' && (isPastCould(tokens, k) || at(tokens, k - 1).lower === 'as')) return null
  const isExpecting = at(tokens, next).lower === 'expect'
  const isGuessed = GUESSING.has(lower) && (isGuess(tokens, next) || isConceded(tokens, k, next))
  const isOpen = (!DEPENDING.has(lower) || isExpecting) && !isGuessed
  const rule = DEPENDING.has(lower) ? 'certainty/would' : isOpen ? 'certainty/modal' : 'certainty/guess'
  return { first: k, last: k + 1, isForward: isOpen, rule }
}

/** "may have left", but "may have to leave" and "may have a leak". */
function isPerfect(tokens: readonly Token[], k: number): boolean {
  if (at(tokens, k).lower !== 'have' && at(tokens, k).lower !== "'ve") return false
  let next = k + 1
  while (isAdverbial(at(tokens, next)) || NEGATIONS.holds(at(tokens, next))) next++
  if (at(tokens, next).lower === 'been') return true
  const form = verbOf(at(tokens, next))?.form
  return form === 'pastOrParticiple' || form === 'participle'
}

/** Look forward only with a day ahead: told futures and duties. */
const DEPENDING = wordSet(`would wouldn't must should shouldn't`)

const GUESSING = wordSet('may might could')
const PLACES = wordSet('in at on behind inside outside near among')
/** "may be hiding", "might be in Lund": a guess about now, not about what is to come. */
function isGuess(tokens: readonly Token[], k: number): boolean {
  const be = at(tokens, k).lower === 'not' ? k + 1 : k
  if (at(tokens, be).lower !== 'be') return false
  let next = be + 1
  while (isAdverbial(at(tokens, next))) next++
  return (
    PLACES.holds(at(tokens, next)) || (verbOf(at(tokens, next))?.form === 'ing' && at(tokens, next).lower !== 'going')
  )
}

/** "We may have the boats": granted of oneself, before what one lacks. */
const isConceded = (tokens: readonly Token[], k: number, next: number): boolean =>
  ['i', 'we', 'you'].includes(at(tokens, k - 1).lower) &&
  at(tokens, next).lower === 'have' &&
  at(tokens, next + 1).lower !== 'to'

/** "could not find", "neither could be reached": an inability in the past. */
const isPastCould = (tokens: readonly Token[], k: number): boolean => {
  if (at(tokens, k + 1).lower === 'not' || at(tokens, k + 1).lower === "n't") return true
  for (let j = k - 1; j > k - 9; j--)
    if (['neither', 'nor', 'nobody', 'none'].includes(at(tokens, j).lower)) return true
  return false
}

/** "it would seem", "I would like": a way of saying what is so. */
const POLITE = wordSet('seem appear like prefer love say argue think hope imagine suggest want')
const ASKING = wordSet('what how whether why who where')
/** "neither would comment", "would not say", "what it would cost": a refusal or a question, no forecast. */
export function isRefusedOrAsked(tokens: readonly Token[], k: number): boolean {
  let next = k + 1
  while (isAdverbial(at(tokens, next))) next++
  if (POLITE.holds(at(tokens, next))) return true
  if (NEGATIONS.holds(at(tokens, k + 1)) || isPastCould(tokens, k)) return true
  for (let j = k - 1; j > k - 5; j--) if (ASKING.holds(at(tokens, j))) return true
  return false
}

export const TALKING = wordSet(`
  say comment answer discuss give identify name speculate confirm elaborate disclose reveal talk speak provide tell respond
`)
/** Of what somebody reported: "he would not say", "what it would cost"; "the strike would not end it" looks ahead. */
export function isSilenceOrAsked(tokens: readonly Token[], k: number): boolean {
  if (!isRefusedOrAsked(tokens, k)) return false
  let next = k + 1
  while (isAdverbial(at(tokens, next)) || NEGATIONS.holds(at(tokens, next))) next++
  const isNegated = next > k + 1 || NEGATIONS.holds(at(tokens, k))
  return !isNegated || TALKING.hasBase(verbOf(at(tokens, next)))
}

/** be (+ adverbs) + expected/set/considering … (+ to). A past "was expected to" still looks forward only by its own clause. */
function expectedAt(tokens: readonly Token[], k: number, last: number): CertaintyPhrase | null {
  const isBe = isBeForm(tokens, k)
  let j = k + (isBe ? 1 : 0)
  if (isBe)
    while (
      j < last &&
      !EXPECTED.holds(at(tokens, j)) &&
      (isAdverbial(at(tokens, j)) || NEGATIONS.holds(at(tokens, j)) || at(tokens, j).lower === 'widely')
    )
      j++
  const { lower } = at(tokens, j)
  const hasTo = at(tokens, j + 1).lower === 'to' && isBaseBehind(tokens, j + 2)
  if (isBe && lower === 'to' && isBaseBehind(tokens, j + 1))
    return was(tokens, k) ||
      at(tokens, k).lower === 'been' ||
      AIMS.holds(at(tokens, k - 1)) ||
      at(tokens, k - 1).lower === 'who' ||
      isPlaceAdverb(at(tokens, j - 1))
      ? null
      : { first: k, last: j + 1, isForward: true, rule: 'certainty/is-to' }
  if (isBe && lower === 'for' && isPlanFor(tokens, k, j))
    return { first: k - 1, last: j + 1, isForward: true, rule: 'certainty/is-to' }
  if (
    EXPECTED.has(lower) &&
    (hasTo ||
      (isBe &&
        ['expected', 'scheduled', 'slated', 'planned', 'due', 'likely', 'unlikely', 'forecast', 'projected'].includes(
          lower,
        )))
  ) {
    if (
      !isBe &&
      !['expected', 'scheduled', 'set', 'due', 'slated', 'likely', 'poised', 'projected', 'forecast'].includes(lower)
    )
      return null
    if (lower === 'likely' && at(tokens, j - 1).lower === 'as') return null
    if (isBe && !hasTo && isOfWhat(tokens, j)) return null
    if (!isBe && lower === 'set' && at(tokens, k - 1).lower.endsWith('s') && !SEEMING.holds(at(tokens, k - 1)))
      return null
    if (was(tokens, k)) return { first: k, last: j + (hasTo ? 2 : 1), isForward: false, rule: 'certainty/was-expected' }
    return { first: k, last: j + (hasTo ? 2 : 1), isForward: true, rule: 'certainty/expected' }
  }
  if (isBe && UNDER_WAY.has(lower) && !was(tokens, k)) {
    const isEvent = (lower === 'seeking' || lower === 'looking' || lower === 'pushing') && !isWill(tokens, k)
    const next = at(tokens, j + 1).lower
    if (isEvent || (DELIBERATING.has(lower) && isBeforeThem(tokens, j + 1))) return null
    // "are hoping that it holds": a wish, no intention
    if ((lower === 'hoping' && next !== 'to') || (lower === 'headed' && next !== 'to' && next !== 'for')) return null
    return {
      first: k,
      last: j + 1 + (next === 'to' || next === 'for' ? 1 : 0),
      isForward: true,
      rule: 'certainty/under-way',
    }
  }
  return null
}

/** "The plan is for the crew to stay": who is to do what. */
function isPlanFor(tokens: readonly Token[], k: number, to: number): boolean {
  if (!PLANS.holds(at(tokens, k - 1)) || was(tokens, k)) return false
  for (let j = to + 2; j < to + LONGEST_SUBJECT && at(tokens, j).kind === 'word'; j++)
    if (at(tokens, j).lower === 'to') return isBaseBehind(tokens, j + 1)
  return false
}
const PLANS = wordSet('plan schedule arrangement intention idea')
const LONGEST_SUBJECT = 16

const SEEMING = wordSet('appears seems looks')
/** "is likely a sign of", "is due to the heat": what something is or comes from. */
const isOfWhat = (tokens: readonly Token[], j: number): boolean => {
  const next = at(tokens, j + 1)
  return at(tokens, j).lower === 'likely'
    ? DETERMINERS.holds(next)
    : at(tokens, j).lower === 'due' && next.lower === 'to'
}

const DELIBERATING = wordSet('considering weighing mulling pondering contemplating')
/** What is put before somebody to decide is no plan of theirs. */
const REQUESTS = wordSet('request bid petition appeal application motion attempt offer issues case evidence')
const isBeforeThem = (tokens: readonly Token[], k: number): boolean =>
  DETERMINERS.holds(at(tokens, k)) && REQUESTS.holds(at(tokens, k + 1))

/** "to sell", "to officially announce" */
function isBaseBehind(tokens: readonly Token[], k: number): boolean {
  const j = isAdverbial(at(tokens, k)) ? k + 1 : k
  return verbOf(at(tokens, j))?.form === 'base'
}
/** "is here to tell" says where somebody is, and why. */
const isPlaceAdverb = ({ lower }: Token): boolean => lower === 'here' || lower === 'there'

const was = (tokens: readonly Token[], k: number): boolean =>
  ['was', 'were', "wasn't", "weren't"].includes(at(tokens, k).lower)
const isWill = (tokens: readonly Token[], k: number): boolean => at(tokens, k - 1).lower === 'will'

/** "We expect the market to grow" */
function isExpectedOf(tokens: readonly Token[], k: number, form: VerbForm): boolean {
  if (form !== 'base' && form !== 'third') return false
  for (let j = k + 2; j < k + LONGEST_OBJECT; j++) {
    const token = at(tokens, j)
    if (token.kind === 'mark' && !isDash(token) && token.lower !== "'s") return false
    if (token.lower === 'to') return isBaseBehind(tokens, j + 1)
    if (PREPOSITIONS.holds(token) && token.lower !== 'of' && token.lower !== 'in') return false
  }
  return false
}
const LONGEST_OBJECT = 10

function intendingAt(tokens: readonly Token[], k: number): CertaintyPhrase | null {
  const form = verbOf(at(tokens, k))
  if (!form || !INTENDING.hasBase(form)) return null
  if (form.base === 'expect' && isExpectedOf(tokens, k, form.form))
    return { first: k, last: k + 1, isForward: true, rule: 'certainty/intention' }
  if (at(tokens, k + 1).lower !== 'to' || !isBaseBehind(tokens, k + 2)) return null
  const before = at(tokens, k - 1)
  if (POSSESSIVES.holds(before) || DETERMINERS.holds(before)) return null
  const isPast = form.form === 'past' || form.form === 'pastOrParticiple'
  if (isPast && !PAST_INTENTIONS.holds(at(tokens, k))) return null
  if (form.form === 'base' && !(before.kind === 'word')) return null
  const isForward = !isPast && !WORDS_GIVEN.has(form.base)
  return { first: k, last: k + 2, isForward, rule: 'certainty/intention' }
}

/** "the summit to be held in the fall". */
function toBeAt(tokens: readonly Token[], k: number, first: number): CertaintyPhrase | null {
  if (at(tokens, k).lower !== 'to' || at(tokens, k + 1).lower !== 'be') return null
  const form = verbOf(at(tokens, k + 2))
  const isParticiple = form?.form === 'pastOrParticiple' || form?.form === 'participle'
  const before = verbOf(at(tokens, k - 1))
  if (!isParticiple || k === first || (before && !before.isNounish)) return null
  return { first: k, last: k + 3, isForward: false, rule: 'certainty/to-be' }
}

const HEDGES = wordSet(`
  possibly probably likely perhaps reportedly allegedly apparently maybe potentially
`)
/** A hedge without a verb of its own ("possibly before the summit"). */
export function hedgeIn(tokens: readonly Token[], first: number, last: number): number {
  for (let k = first; k < last; k++) if (HEDGES.holds(at(tokens, k))) return k
  return -1
}

const NEGATING = wordSet("not never n't no")
const NOBODY = wordSet('nobody none neither nothing')
/** "not", "never", "no longer", "has yet to" beside the clause's first verb. */
export function isNegatedIn(tokens: readonly Token[], verb: number, last: number): boolean {
  if (verb < 0) return false
  if (NEGATIONS.holds(at(tokens, verb))) return true
  for (let k = verb + 1; k < Math.min(last, verb + 4); k++) if (NEGATING.holds(at(tokens, k))) return true
  return NOBODY.holds(at(tokens, verb - 1))
}
