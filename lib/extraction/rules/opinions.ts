import { at, isDash, oncePerStretch, type Token } from './tokens'
import { anyOf, BE, DETERMINERS, isAdverbial, PERSONAL_PRONOUNS, wordSet } from './words'

/** Words of judgement: a clause carried by them, without a figure or a day, asserts nothing that can be checked. */

export const EVALUATIVE = wordSet(`
  good bad great ideal preferable hurtful terrible horrible awful wonderful beautiful best worst excellent brilliant stupid ridiculous disgraceful embarrassing
  startling calm cool warm genuine crucial vital important importance essential necessary unfortunate unfortunately sad sadly happy proud
  disappointing disappointed impressive remarkable incredible amazing unbelievable exciting excited dangerous reckless irresponsible
  shameful hopefully desperately honestly frankly personally fair unfair wise foolish smart dumb ugly nasty perfect unpredictable
  sensible absurd outrageous win-win challenging challenges strong lovely nice fun funny crazy weird strange scary sick silly cringey
  cringe trendy thrilled delighted grateful fantastic inspiring heartbreaking tragic pathetic hypocritical hypocrisy naive misguided
  unacceptable inappropriate unprecedented troubling worrying worrisome concerning alarming glimmer behemoth easier harder better worse
  worthwhile thrilling stunning gorgeous charming boring tedious welcome wrong devastating brave courageous despicable vile evil
  blown baffling puzzling astonishing astounding shocking surprising surprisingly encouraging discouraging promising disturbing
  disgrace unbearable intolerable nonsense joke mess nightmare genius typical depraved fanatics interesting fascinating sticky messy wonderfully thankfully refreshing elegant superb stellar lousy mediocre underwhelming overrated
`)
/** Half a sign each. */
const INTENSE = wordSet(`
  very really extremely incredibly quite totally absolutely highly deeply hugely truly simply certainly clearly obviously definitely
  way too huge much significant probably perhaps maybe utterly completely just somewhat rather fairly pretty bit
`)
const ATTITUDES = wordSet(
  'hope hopes think thinks believe believes feel feels felt wish wishes guess imagine love loved hate doubt suppose prefer understand mean pray thank salute congratulate',
)
const SPEAKING = wordSet('i we you')
const VAGUE_STARTS = wordSet('that this so it')
const VAGUE_VERBS = wordSet("is 's was could does doesn't did has seems feels may might")
const SEEMING = wordSet('seem seems seemed feels sounds sounded')
/** With "as" behind: somebody's view, and nobody says whose. */
const VIEWED = wordSet('seen regarded viewed perceived considered hailed touted billed')

/** All words that may count: one look passes over the rest. */
const SIGNS = anyOf(
  EVALUATIVE,
  INTENSE,
  ATTITUDES,
  SEEMING,
  VIEWED,
  wordSet(
    "must should ought needs need able enjoyed risks risk risked let lets badly much-needed boost shadow kind sort i i'm",
  ),
)

/** 0 (plain fact) upward: how much a clause reads as judgement. A plain sign counts one. */
export const opinionSigns = oncePerStretch((tokens, first, last): number => {
  let signs = 0
  for (let k = first; k < last; k++) {
    const token = at(tokens, k)
    if (SIGNS.holds(token)) signs += signOf(tokens, k, token)
  }
  const lead = at(tokens, first).kind === 'mark' ? first + 1 : first
  let verb = lead + 1
  while (isAdverbial(at(tokens, verb))) verb++
  if (at(tokens, lead).lower === 'you') signs += 1.5
  return VAGUE_STARTS.holds(at(tokens, lead)) && VAGUE_VERBS.holds(at(tokens, verb)) ? signs + 1 : signs
})

function signOf(tokens: readonly Token[], k: number, token: Token): number {
  const [before, next] = [at(tokens, k - 1), at(tokens, k + 1)]
  const { lower } = token
  let signs = 0
  if (EVALUATIVE.holds(token) && !isDash(next)) signs += before.lower === 'less' || before.lower === 'more' ? 2 : 1
  if (INTENSE.holds(token) && !(lower === 'too' && EARLY.holds(next))) signs += 0.5
  if (SEEMING.holds(token)) signs += 1
  if (ATTITUDES.holds(token) && isOwnAttitude(tokens, k)) signs += 2
  if (VIEWED.holds(token) && BE.holds(before) && next.lower === 'as') signs += 1.5
  switch (lower) {
    case 'should':
      return DETERMINERS.holds(next) || PERSONAL_PRONOUNS.holds(next) || next.isCapitalized ? signs : signs + 2
    case 'ought':
      return signs + 2
    case 'must':
    case 'needs':
      return signs + 1.5
    case 'need':
      return signs + (next.lower === 'to' ? 0.5 : 0)
    case 'able':
      return signs + (before.lower === 'be' ? 1.5 : 0)
    case 'enjoyed':
    case 'much-needed':
      return signs + 1
    case 'risk':
    case 'risks':
      return next.lower.endsWith('ing') ? signs + 2 : signs
    case 'let':
      return next.lower === 'us' || next.lower === "'s" ? signs + 2 : signs
    case 'badly':
      return HURT.holds(next) ? signs : signs + 1.5
    case 'shadow':
      return before.lower === 'a' ? signs + 1.5 : signs
    case 'boost':
      return signs + (at(tokens, k - 1).lower === 'needed' ? 1.5 : 0)
    case 'kind':
    case 'sort':
      return next.lower === 'of' && !['a', 'the', 'some', 'any', 'this', 'that', 'what', 'every'].includes(before.lower)
        ? signs + 1
        : signs
    case 'i':
      return next.lower === "'m" || next.lower === 'am' ? signs + 1 : signs
    default:
      return signs
  }
}

/** "too early to tell": what is not known can be checked. */
const EARLY = wordSet('early soon late')
const HURT = wordSet('injured wounded hurt burned burnt damaged beaten')

/** "I think", "we did not believe", "you really love". */
function isOwnAttitude(tokens: readonly Token[], k: number): boolean {
  for (let j = k - 1; j > k - 4; j--) {
    const token = at(tokens, j)
    if (SPEAKING.holds(token)) return true
    if (!isAdverbial(token) && !['do', "don't", 'did', "didn't", 'not', "n't"].includes(token.lower)) return false
  }
  return false
}
