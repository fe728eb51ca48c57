import { PARTICLES, SAYING, TELLING } from './cues'
import type { WordClass } from './lexicon'
import { type Passage, quotationAt, type Reading } from './passages'
import { isFiniteVerb, isOpeningMark } from './phrases'
import { at, isCapitalized, isGlued, type Token } from './tokens'
import { verbOf } from './verbs'
import { COORDINATORS, isAdverbial, PERSONAL_PRONOUNS, PREPOSITIONS, wordSet } from './words'

/** What is said: where the content of a cue begins and ends. */
export type CueClass = { base: string; isSaying: boolean; isHolding: boolean; isTalking: boolean }

/** Where content behind the cue begins: behind the person told, a day, "that", a colon. */
export function contentFrom(reading: Reading, passage: Passage, k: number, cue: CueClass): number | null {
  const { tokens } = reading
  let j = k + 1
  const particles = cue.isSaying ? undefined : PARTICLES.get(cue.base)
  if (particles) {
    const isNamed = cue.base === 'call' && isCapitalized(at(tokens, j))
    if (!isNamed && !particles.holds(at(tokens, j))) return null
    if (!isNamed) j += 1
  }
  if (TELLING.has(cue.base)) j = behindListener(tokens, j, passage.last)
  j = behindAdjunct(reading, j, passage.last)
  if (at(tokens, j).lower === 'that' || at(tokens, j).text === ':') {
    j += 1
    if (at(tokens, j).text === ',') j += 1
  }
  if (at(tokens, j).text === ',')
    return isOpeningMark(at(tokens, j + 1)) ? j + 1 : behindInsert(tokens, j, passage.last)
  return at(tokens, j).kind === 'mark' && !isOpeningMark(at(tokens, j)) && at(tokens, j).text !== '$' ? null : j
}

/** "cautioned, as did others, that …": what stands between commas before "that" belongs to the cue. */
function behindInsert(tokens: readonly Token[], comma: number, last: number): number | null {
  for (let j = comma + 2; j < Math.min(last, comma + 16); j++)
    if (at(tokens, j).lower === 'that' && at(tokens, j - 1).text === ',') return j + 1
  return null
}

/** "told reporters in Washington that …": up to "that", a quote, a day or the next subject. */
function behindListener(tokens: readonly Token[], from: number, last: number): number {
  for (let j = from; j < Math.min(last, from + 12); j++) {
    const token = at(tokens, j)
    if (token.lower === 'that' || token.text === ':' || isOpeningMark(token) || token.text === ',') return j
    if (j > from && token.lower === 'to' && verbOf(at(tokens, j + 1))?.form === 'base') return j
    if (j > from && isFiniteVerb(tokens, j) && verbOf(token)) return subjectStart(tokens, from + 1, j)
  }
  return from + 1
}

const OPENS_NEXT = wordSet('he she it they the a his her their there we i')
/** The next clause's subject is taken to begin at its determiner, pronoun or first capital before the verb. */
function subjectStart(tokens: readonly Token[], from: number, verb: number): number {
  let j = verb - 1
  while (j > from && !OPENS_NEXT.holds(at(tokens, j))) j--
  return Math.max(from, j)
}

const LATELY = wordSet('today yesterday earlier recently')
const PARTS_OF_DAY = wordSet('morning night evening afternoon')
/** "said Thursday that", "said on Monday that", "announced in March", "said in a statement that". */
function behindAdjunct(reading: Reading, from: number, last: number): number {
  const { tokens } = reading
  const first = at(tokens, from)
  if (isDayName(first) || LATELY.holds(first)) {
    const skip = PARTS_OF_DAY.holds(at(tokens, from + 1)) ? 2 : 1
    return at(tokens, from + skip).text === ',' && !isOpeningMark(at(tokens, from + skip + 1))
      ? from + skip + 1
      : behindAdjunct(reading, from + skip, last)
  }
  if (!OPENS_ADJUNCT.holds(first)) return from
  for (let j = from + 1; j < Math.min(last, from + 14); j++) {
    const token = at(tokens, j)
    // "said in the paper that appeared on Monday": a relative of the paper
    if (token.lower === 'that' && isFiniteVerb(tokens, j + 1)) return from
    if (token.lower === 'that' || token.text === ':') return j
    if (isOpeningMark(token) && at(tokens, j - 1).text === ',') return j
    if (j > from + 1 && j < from + 8 && SUBJECT_PRONOUNS.holds(token) && isFiniteVerb(tokens, j + 1)) return j
    if (j > from + 2 && opensOtherSubject(tokens, j, last)) return j
    const isShort = token.text === '.' && isGlued(at(tokens, j - 1), token) && at(tokens, j + 1).kind === 'number'
    if ((token.text === '.' && !isShort) || token.text === ';') break
  }
  return from
}

/** "said in the report these locks leak": right behind a noun another phrase begins, with a verb of its own. */
function opensOtherSubject(tokens: readonly Token[], j: number, last: number): boolean {
  const before = at(tokens, j - 1)
  if (!OPENS_SUBJECT.holds(at(tokens, j)) || before.kind !== 'word' || isLoose(before)) return false
  for (let k = j + 1; k < Math.min(last, j + 6); k++) {
    if (at(tokens, k).kind === 'mark' || isLoose(at(tokens, k))) return false
    if (isFiniteVerb(tokens, k)) return k > j + 1
  }
  return false
}
const OPENS_SUBJECT = wordSet('the a an this these those his her its their our no')
const isLoose = (token: Token): boolean =>
  PREPOSITIONS.holds(token) || COORDINATORS.holds(token) || isAdverbial(token) || verbOf(token)?.form === 'ing'

const DAY_NAMES = wordSet('monday tuesday wednesday thursday friday saturday sunday')
export const isDayName = (token: Token): boolean => DAY_NAMES.holds(token)
const OPENS_ADJUNCT = wordSet(
  'in on at during last this to via through late early after of about before following under amid',
)
const SUBJECT_PRONOUNS = wordSet('he she it they we i there')

/** Whether a clause begins there: a quote, or a subject with a finite verb. */
export function opensClause(reading: Reading, from: number, last: number): boolean {
  const { tokens } = reading
  if (isOpeningMark(at(tokens, from)) && at(tokens, from).text !== '(') return true
  const before = at(tokens, from - 1)
  const verb = clauseVerb(tokens, from, Math.min(last, from + 25))
  if (before.lower === 'that') return last - from > 2
  if (before.text === ':') return verb > from
  if (
    PREPOSITIONS.holds(at(tokens, from)) &&
    !['in', 'on', 'at', 'by', 'if', 'as', 'for', 'with', 'under', 'despite', 'during'].includes(at(tokens, from).lower)
  )
    return false
  return verb > from
}

/** The verb of the clause that begins at `from`; none when only a second verb of the cue's own subject follows. */
function clauseVerb(tokens: readonly Token[], from: number, last: number): number {
  for (let k = from; k < last; k++) {
    if (at(tokens, k).text === ',' && at(tokens, k + 1).lower.endsWith('ing')) return -1
    if (k > from && isSubordinate(tokens, k, SUBORDINATING)) return -1
    if (!isFiniteVerb(tokens, k)) continue
    if (k === from) return k
    const before = at(tokens, k - 1).lower
    if (before === 'and' || before === 'or' || before === 'but') return -1
    const isReduced = before === ',' && verbOf(at(tokens, k))?.form === 'pastOrParticiple'
    if (!isReduced && !['which', 'who', 'that', 'where', 'when'].includes(before)) return k
  }
  return -1
}

/** "claimed victory as the board met": what has the verb is another clause; not "boats such as the Lind are". */
const isSubordinate = (tokens: readonly Token[], k: number, words: WordClass): boolean =>
  words.holds(at(tokens, k)) &&
  at(tokens, k - 1).lower !== 'such' &&
  (OPENS_SUBJECT.holds(at(tokens, k + 1)) || PERSONAL_PRONOUNS.holds(at(tokens, k + 1)))
const SUBORDINATING = wordSet('as when while because')
const TIMING = wordSet('as when while because after before since until once if where')

/** "posted a loss, it said": the comma, a pronoun and who says it. */
const isSourceBehind = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).text === ',' && PERSONAL_PRONOUNS.holds(at(tokens, k + 1)) && SAYING.hasBase(verbOf(at(tokens, k + 2)))

/** "added 2% after the board met", "reported a loss before the flood came": a thing, and the verb stands in a clause below it. */
export function isThingBeforeClause(tokens: readonly Token[], from: number, last: number): boolean {
  if (at(tokens, from - 1).lower === 'that' || isOpeningMark(at(tokens, from))) return false
  for (let k = from; k < Math.min(last, from + 25); k++) {
    if (k > from && (isSubordinate(tokens, k, TIMING) || isSourceBehind(tokens, k))) return true
    if (isFiniteVerb(tokens, k)) return false
  }
  return false
}

/** Content goes to the sentence's end without its last stop, over the end of a quotation it opens, and up to a second verb of the same subject. */
export function contentEnd(reading: Reading, passage: Passage, from: number, isClause: boolean): number {
  const { tokens } = reading
  const opening = at(tokens, from)
  const quotation = quotationAt(reading.quotations, opening.start)
  if (quotation && quotation.start === opening.start) {
    if (quotation.end >= passage.end - 1) return quotation.end
    if (quotation.end - quotation.start > 60 && at(tokens, from - 1).text !== ',') return quotation.end
  }
  for (let k = from + 2; k < passage.last - 1; k++) {
    const token = at(tokens, k)
    if (token.kind === 'word' ? !MAY_END.holds(token) : isClause || !isPause(token)) continue
    const end = at(tokens, k - 1).text === ',' ? at(tokens, k - 1).start : at(tokens, k).start
    if (
      isSecondCue(reading, k) ||
      isAdding(reading, k) ||
      isOtherSource(tokens, k, passage.last) ||
      (!isClause && endsObject(tokens, k))
    )
      return trimmedEnd(tokens, k, end)
  }
  const last = at(tokens, passage.last - 1)
  return last.text === '.' ? last.start : last.end
}

/** The only words and marks at which content can end before its sentence does. */
const MAY_END = wordSet('and but after while because although when adding saying noting stressing insisting explaining')
const isPause = ({ text }: Token): boolean => text === ',' || text === '—' || text.startsWith('--')

const trimmedEnd = (tokens: readonly Token[], k: number, end: number): number =>
  at(tokens, k - 1).text === ',' ? at(tokens, k - 2).end : Math.min(end, at(tokens, k - 1).end)

/** "…, but Mora said": the first verb behind the comma and the conjunction says who else says something. */
function isOtherSource(tokens: readonly Token[], k: number, last: number): boolean {
  if (at(tokens, k - 1).text !== ',' || at(tokens, k).kind !== 'word') return false
  for (let j = k + 2; j < Math.min(last, k + 10); j++) {
    if (at(tokens, j).kind === 'mark') return false
    if (isFiniteVerb(tokens, j)) return SAYING.hasBase(verbOf(at(tokens, j)))
  }
  return false
}

/** "… and said", "… but added": the same speaker goes on with another cue. */
function isSecondCue({ tokens, quotations }: Reading, k: number): boolean {
  const { lower, start } = at(tokens, k)
  if (lower !== 'and' && lower !== 'but') return false
  const form = verbOf(at(tokens, k + 1))
  return (
    !!form &&
    form.form !== 'base' &&
    form.form !== 'ing' &&
    (SAYING.hasBase(form) || DEMANDING.hasBase(form)) &&
    isFiniteVerb(tokens, k + 1) &&
    quotationAt(quotations, start) === null
  )
}

/** Acts of the one who speaks: "said the lock leaked and urged the board to close it". */
const DEMANDING = wordSet('ask urge call accuse blame criticize condemn demand reject praise thank brand describe')

/** "said the lock leaked, adding that …": the same speaker goes on behind the comma. */
const isAdding = ({ tokens, quotations }: Reading, k: number): boolean =>
  at(tokens, k - 1).text === ',' &&
  verbOf(at(tokens, k))?.form === 'ing' &&
  SAYING.hasBase(verbOf(at(tokens, k))) &&
  quotationAt(quotations, at(tokens, k).start) === null

/** What was criticized or announced ends where a clause of its own begins. */
function endsObject(tokens: readonly Token[], k: number): boolean {
  const { lower, text, kind } = at(tokens, k)
  const next = at(tokens, k + 1)
  if (kind !== 'word') return text !== ',' || GOES_ON.holds(next) || next.lower.endsWith('ing')
  if (lower === 'and' || lower === 'but') return isFiniteVerb(tokens, k + 1)
  return isFiniteVerb(tokens, k + 2) || isFiniteVerb(tokens, k + 3)
}
const GOES_ON = wordSet('but and who which that')
