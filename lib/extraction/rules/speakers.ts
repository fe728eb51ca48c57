import type { Span } from '@/lib/core/text'
import { isDayName } from './contents'
import { type Passage, quotationAt, type Reading } from './passages'
import { hasNoun, isBareNoun, isClauseWord, isPhraseStop, isTitleAdjective } from './phrase-words'
import { finiteIn, isClosingMark, isFiniteVerb, isOpeningMark } from './phrases'
import { nounPhraseStart } from './stretches'
import { beforeTime, behindTime } from './subject-times'
import { at, isCapitalized, isGlued, type Token } from './tokens'
import { verbOf } from './verbs'
import {
  COORDINATORS,
  DETERMINERS,
  HAVE,
  isAdverbial,
  MODALS,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  wordSet,
} from './words'

/** Who speaks: the noun phrase before or behind a cue. */
export type Subject = { span: Span; firstToken: number; lastToken: number }

export const LONGEST = 30
const AUXILIARIES = wordSet(`
  has have had 've did didn't does do don't doesn't is are was were 's been to not will would 'd 'll
  isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't shouldn't being 're 'm am long first
`)
/** The subject of the verb at token `k`, with its apposition: "Ann Lee, head of the union, told …". Null when there is none. */
export function subjectBefore(reading: Reading, passage: Passage, k: number, joints = 0): Subject | null {
  const { tokens } = reading
  let last = k - 1
  while (
    last >= passage.first &&
    (isAdverbial(at(tokens, last)) ||
      AUXILIARIES.holds(at(tokens, last)) ||
      HAVE.holds(at(tokens, last)) ||
      isModal(at(tokens, last)))
  )
    last--
  last = beforeTime(tokens, last)
  if (last < passage.first) return null
  if (COORDINATORS.holds(at(tokens, last))) return sharedSubject(reading, passage, last, joints)
  if (PERSONAL_PRONOUNS.holds(at(tokens, last)) && at(tokens, last - 1).lower !== 'and')
    return subjectOf(tokens, last, last)
  const apposition = appositionBefore(reading, passage, last)
  if (apposition) return apposition
  const first = phraseStart(tokens, passage.first, last)
  if (first === null || (first === last && POINTING.holds(at(tokens, first)))) return null
  return aroundAdjunct(reading, passage, first) ?? subjectOf(tokens, behindTime(tokens, first, last), last)
}
/** "Lind, who said …", "a post that said …": whom or what the relative stands for. */
export function antecedentOf(tokens: readonly Token[], passage: Passage, relative: number): Span | null {
  const last = at(tokens, relative - 1).text === ',' ? relative - 2 : relative - 1
  if (last <= passage.first || at(tokens, last).kind !== 'word') return null
  const form = verbOf(at(tokens, last))
  if (PREPOSITIONS.holds(at(tokens, last)) || (form && !form.isNounish)) return null
  const first = nounPhraseStart(tokens, passage.first, last)
  return first <= last && hasNoun(tokens, first, last) ? subjectOf(tokens, first, last).span : null
}

/** "That said, the lock leaks": nobody says it. */
const POINTING = wordSet('that')

/** "Lind shortly after the flood said", "the director at that time asked": the subject before what stands between it and its verb. */
function aroundAdjunct(reading: Reading, passage: Passage, first: number): Subject | null {
  const { tokens } = reading
  const opening = TIMING.holds(at(tokens, first)) ? first : first - 1
  if (opening <= passage.first || !TIMING.holds(at(tokens, opening))) return null
  let last = opening - 1
  while (last > passage.first && (isAdverbial(at(tokens, last)) || at(tokens, last).lower === 'shortly')) last--
  const isName = isCapitalized(at(tokens, last)) || at(tokens, last).text === ')'
  if (!isName || isDayName(at(tokens, last))) return null
  const subject = subjectBefore(reading, { ...passage, last: opening }, last + 1, MOST_JOINTS)
  return subject && !tellsMore(tokens, subject) ? subject : null
}

/** "the board called on Lind after …": a clause of its own stands before, not only who speaks. */
function tellsMore(tokens: readonly Token[], { firstToken, lastToken }: Subject): boolean {
  for (let k = firstToken + 1; k <= lastToken; k++) {
    const form = verbOf(at(tokens, k))?.form
    if (form === 'past' || form === 'pastOrParticiple' || at(tokens, k).lower === 'to') return true
  }
  return false
}
const TIMING = wordSet('after before since during')

/** "May" is a name. */
const isModal = (token: Token): boolean => MODALS.holds(token) && token.text !== 'May'

/** "Lee denied it and said …": the subject of the verb before. */
function sharedSubject(reading: Reading, passage: Passage, joint: number, joints: number): Subject | null {
  if (joints >= MOST_JOINTS) return null
  let verb = joint - 1
  while (verb > passage.first && !isFiniteVerb(reading.tokens, verb)) verb--
  return verb > passage.first ? subjectBefore(reading, { ...passage, last: joint }, verb, joints + 1) : null
}
/** Verbs in a row that share one subject. */
const MOST_JOINTS = 4

/** Where the noun phrase that ends at `last` begins; null when none does. */
export const phraseBefore = (tokens: readonly Token[], from: number, last: number): number | null =>
  phraseStart(tokens, from, last)

const subjectOf = (tokens: readonly Token[], first: number, last: number): Subject => ({
  span: { start: at(tokens, first).start, end: at(tokens, last).end },
  firstToken: first,
  lastToken: last,
})

/** "NAME, senior fellow at the Council," and "NAME (D-Ohio)": from the name to the comma before the verb. */
function appositionBefore(reading: Reading, passage: Passage, last: number): Subject | null {
  const { tokens } = reading
  const mark = at(tokens, last).text
  if (mark === ')') {
    for (let j = last - 1; j >= Math.max(passage.first, last - 12); j--)
      if (at(tokens, j).text === '(') {
        const first = phraseStart(tokens, passage.first, j - 1)
        return first === null ? null : subjectOf(tokens, first, last)
      }
    return null
  }
  if (mark === '—' || mark === '–' || mark === '―' || mark.startsWith('--')) return insertBefore(reading, passage, last)
  if (mark !== ',') return null
  for (let j = last - 1; j >= Math.max(passage.first + 1, last - LONGEST); j--) {
    const token = at(tokens, j)
    if (isClosingMark(token) && quotationAt(reading.quotations, token.start)) return null
    if (token.text !== ',') continue
    const first = phraseStart(tokens, passage.first, j - 1)
    const isPlain = first !== null && DETERMINERS.holds(at(tokens, first)) && opensHere(tokens, passage, first)
    if (first === null || !(isPlain || isNamed(tokens, first, j - 1))) continue
    const isRelative = RELATIVES.holds(at(tokens, j + 1))
    const from = verbOf(at(tokens, j + 1))?.form === 'pastOrParticiple' ? j + 2 : j + 1
    const verb = isRelative ? -1 : finiteIn(tokens, from, last)
    if (verb >= 0 && !isRelativeVerb(tokens, j + 1, verb)) continue
    return subjectOf(tokens, nameBefore(reading, passage, first), last - 1)
  }
  return null
}

/** The sentence begins there, what it tells behind "At the hearing,", or a clause behind "and" or "but". */
const opensHere = (tokens: readonly Token[], passage: Passage, first: number): boolean =>
  first === passage.first ||
  COORDINATORS.holds(at(tokens, first - 1)) ||
  (at(tokens, first - 1).text === ',' && PREPOSITIONS.holds(at(tokens, passage.first)))

/** "Ann Lee -- the head of the union -- told …": the name before the first dash. */
function insertBefore({ tokens }: Reading, passage: Passage, last: number): Subject | null {
  const { text } = at(tokens, last)
  for (let j = last - 1; j > Math.max(passage.first, last - LONGEST); j--) {
    if (at(tokens, j).text !== text) continue
    const first = phraseStart(tokens, passage.first, j - 1)
    return first === null ? null : subjectOf(tokens, first, last - 1)
  }
  return null
}

const OPENS_APPOSITION = wordSet(
  'a an the who which head director chief president chairman professor senior former executive',
)
/** Of two appositions in a row, back to the name that both describe. */
function nameBefore(reading: Reading, passage: Passage, first: number): number {
  if (at(reading.tokens, first - 1).text !== ',' || !OPENS_APPOSITION.holds(at(reading.tokens, first))) return first
  const name = phraseStart(reading.tokens, passage.first, first - 2)
  return name !== null &&
    !PREPOSITIONS.holds(at(reading.tokens, name)) &&
    isNamed(reading.tokens, name, first - 2) &&
    finiteIn(reading.tokens, name, first - 2) < 0
    ? name
    : first
}

/** A name or a noun phrase that can be followed by an apposition. */
const isNamed = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let k = first; k <= last; k++)
    if (
      isCapitalized(at(tokens, k)) ||
      ['spokesman', 'spokeswoman', 'official', 'source', 'who'].includes(at(tokens, k).lower)
    )
      return true
  return false
}

const LEADING = wordSet('also meanwhile and but when while as then still yet so even later thus')

/** Left to the start of the phrase that ends at `last`: a stop, a clause word or a verb ends it. */
function phraseStart(tokens: readonly Token[], from: number, last: number): number | null {
  let first = last + 1
  for (let k = last; k >= Math.max(from, last - LONGEST); k--) {
    const token = at(tokens, k)
    if (token.kind === 'mark' && endsPhrase(tokens, k)) break
    if (k < last && isClauseWord(tokens, k)) break
    if (token.lower === 'that' && k < last && !PREPOSITIONS.holds(at(tokens, k - 1))) break
    if (
      isFiniteVerb(tokens, k) &&
      !isTitleAdjective(tokens, k, last) &&
      !(token.lower === 'close' && at(tokens, k + 1).lower === 'to') &&
      token.lower !== 'who' &&
      !isReducedHere(tokens, k, from) &&
      !isRelativeVerb(tokens, from, k)
    ) {
      first = k === last ? last + 1 : first
      break
    }
    if (COORDINATORS.holds(token) && !joinsNames(tokens, k, from)) break
    first = k
    if (
      OPENS_PHRASE.holds(token) &&
      k > from &&
      k < last &&
      isBareNoun(at(tokens, k - 1)) &&
      !isRelativeVerb(tokens, from, k - 1)
    )
      break
  }
  while (first <= last && LEADING.holds(at(tokens, first))) first++
  return first > last || !hasNoun(tokens, first, last) ? null : first
}

/** "the third time the union said", "Monday the council said": behind a noun an article opens another phrase. */
const OPENS_PHRASE = wordSet('the a an')
/** A stop, a mark that opens, a dash; not the full stop of "Gen." and the hyphen of "vice-president". */
const endsPhrase = (tokens: readonly Token[], k: number): boolean => {
  const token = at(tokens, k)
  if (token.text === '-') return !isGlued(at(tokens, k - 1), token)
  return (isPhraseStop(token) && !(token.text === '.' && isAbbreviated(tokens, k))) || isOpeningMark(token)
}

/** "people involved in the talks said": a participle behind its noun and before a preposition. */
const isReducedHere = (tokens: readonly Token[], k: number, from: number): boolean => {
  const [before, token, next] = [at(tokens, k - 1), at(tokens, k), at(tokens, k + 1)]
  return (
    (PREPOSITIONS.holds(next) || isDayName(next) || LATELY.holds(next)) &&
    before.kind === 'word' &&
    (!before.isCapitalized || (k - 1 === from && before.lower.endsWith('s'))) &&
    !PERSONAL_PRONOUNS.holds(before) &&
    !isAdverbial(before) &&
    verbOf(token)?.form === 'pastOrParticiple'
  )
}

const LATELY = wordSet('last this earlier recently today yesterday')

/** "people who know him said": the verb belongs to the relative clause inside the phrase. */
const isRelativeVerb = (tokens: readonly Token[], from: number, k: number): boolean => {
  for (let j = k - 1; j >= Math.max(from, k - 4); j--) if (at(tokens, j).lower === 'who') return true
  return false
}

/** "Trump and Smith said", "Lind and two divers said": no verb on the left side. "talks ended in Lund and Smith said": not. */
function joinsNames(tokens: readonly Token[], k: number, from: number): boolean {
  const before = at(tokens, k - 1)
  if (at(tokens, k).lower !== 'and' || k <= from || isPhraseStop(before)) return false
  if (isCapitalized(before) && isCapitalized(at(tokens, k + 1))) return true
  for (let j = k - 1; j >= Math.max(from, k - LONGEST_JOINED) && !isPhraseStop(at(tokens, j)); j--)
    if (isFiniteVerb(tokens, j)) return false
  return true
}
const LONGEST_JOINED = 14

/** A full stop inside a name: "Gen. Lee", "J. Smith". */
export const isAbbreviated = (tokens: readonly Token[], j: number): boolean =>
  isGlued(at(tokens, j - 1), at(tokens, j)) &&
  ((isCapitalized(at(tokens, j + 1)) && at(tokens, j - 1).text.length <= 5) || SHORTENED.holds(at(tokens, j - 1)))
const SHORTENED = wordSet('jr sr inc corp ltd co bros llc plc esq')
