import { isBeForm } from './auxiliaries'
import { type CertaintyPhrase, certaintyIn, isRefusedOrAsked, isSilenceOrAsked, TALKING } from './certainty'
import { opinionSigns } from './opinions'
import { finiteIn, isFiniteVerb } from './phrases'
import { STATING } from './stating'
import { at, isDash, type Token } from './tokens'
import { verbOf } from './verbs'
import { isAdverbial, NEGATIONS, wordSet } from './words'

/** Whether a phrase that looks forward is the clause's own, and whether what it says is still open. */

/** What of a clause decides it; the fields are those of the scope of its kind. */
type Scope = {
  tokens: readonly Token[]
  first: number
  last: number
  hasTimeAhead: boolean
  isSpeech: boolean
  isReported: boolean
  isQuoted: boolean
  /** It was said more than a year before the publication day. */
  isLongAgo: boolean
}

/** Phrases looked at in one clause: the first may stand in a relative or under another verb. */
const MOST_PHRASES = 5

/** The first phrase that makes the clause look forward. */
export function governingPhrase(scope: Scope, start: number, verb: number): CertaintyPhrase | null {
  let from = start
  for (let n = 0; n < MOST_PHRASES; n++) {
    const phrase = certaintyIn(scope.tokens, from, scope.last)
    if (!phrase) return null
    if (looksAhead(scope, phrase, verb) && isGoverning(scope, phrase, verb)) return phrase
    from = phrase.last
  }
  return null
}

/** By its words, by a day ahead, or because it is left open; not what was meant long ago, nor a refusal to speak. */
function looksAhead(scope: Scope, phrase: CertaintyPhrase, verb: number): boolean {
  if (scope.hasTimeAhead) return true
  if ((scope.isLongAgo && BACKSHIFTED.holds(at(scope.tokens, phrase.first))) || isRefusal(scope.tokens, phrase))
    return false
  return phrase.isForward || isForeseen(scope, phrase) || isOpen(scope, phrase) || isLeftOpen(scope, phrase, verb)
}
/** "said it was unlikely to hold": somebody's forecast, told in the past. */
const isForeseen = ({ tokens, isReported, isQuoted }: Scope, { first, last, rule }: CertaintyPhrase): boolean => {
  if (!isReported || isQuoted) return false
  if (rule === 'certainty/intention')
    return MEANT.holds(at(tokens, first)) && !HAD.holds(at(tokens, first - 1)) && !isAdverbial(at(tokens, first - 1))
  if (rule !== 'certainty/was-expected') return false
  for (let k = first + 1; k < last; k++) if (FORESEEN.holds(at(tokens, k))) return true
  return false
}
const MEANT = wordSet('planned intended')
const HAD = wordSet("had have has 'd")
const FORESEEN = wordSet('likely unlikely bound certain sure')
const BACKSHIFTED = wordSet("would could might wouldn't couldn't 'd")

/** "I'm not going to speculate", "We will not comment": who says so tells nothing of the time to come. */
function isRefusal(tokens: readonly Token[], { first, last }: CertaintyPhrase): boolean {
  if (!FIRST_PERSON.holds(at(tokens, first - 1))) return false
  let k = first
  let isNegated = false
  for (; k < last || NEGATIONS.holds(at(tokens, k)) || isAdverbial(at(tokens, k)); k++)
    if (NEGATIONS.holds(at(tokens, k)) || at(tokens, k).lower === "won't") isNegated = true
  return isNegated && (TALKING.hasBase(verbOf(at(tokens, k))) || at(tokens, k + 1).lower.startsWith('conclusion'))
}

/** "It was not clear whether the lock would hold": what is unclear is open whoever says it. */
function isLeftOpen({ tokens }: Scope, { rule, first }: CertaintyPhrase, verb: number): boolean {
  if (rule !== 'certainty/would' || verb < 0) return false
  for (let k = verb + 1; k < first; k++) if (isUnclear(tokens, k) || isPossible(tokens, verb, k)) return true
  return false
}

/** "A new lock would cost …", "Visitors must …": open when the publication itself says so; "would not say" tells a refusal. */
function isOpen(
  { tokens, first: start, last, isReported, isQuoted, isSpeech }: Scope,
  { rule, first }: CertaintyPhrase,
): boolean {
  const { lower } = at(tokens, first)
  if (rule !== 'certainty/would' || lower === 'should' || lower === "shouldn't") return false
  if (lower === 'must') return !isQuoted && !isSpeech
  const isClosed =
    isReported && !isQuoted
      ? isSilenceOrAsked(tokens, first)
      : isRefusedOrAsked(tokens, first) || isImagined(tokens, start, first, last)
  return !isClosed && (!isContentOfPast(tokens, start) || hasAmount(tokens, first, last))
}

/** "I would stay", "That would be asking too much", "The best way would be to …": imagined or judged, not foreseen. */
function isImagined(tokens: readonly Token[], first: number, would: number, last: number): boolean {
  const isNeed = NEEDING.holds(at(tokens, would + 1)) && at(tokens, would + 2).lower === 'to'
  if ((FIRST_PERSON.holds(at(tokens, would - 1)) && !isNeed) || opinionSigns(tokens, first, last) >= 1) return true
  if (at(tokens, would + 1).lower !== 'be') return false
  const isNamed = THAT.holds(at(tokens, would - 1)) && ARTICLES.holds(at(tokens, would + 2))
  return verbOf(at(tokens, would + 2))?.form === 'ing' || (isNamed && !hasNumber(tokens, would, last))
}
/** "That would be a loss": a name for what was told. */
const THAT = wordSet('that this')
const ARTICLES = wordSet('a an')
const hasNumber = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (at(tokens, k).kind === 'number') return true
  return false
}
/** "said it would cost $40": the amount of what is to come, whoever told it. */
const hasAmount = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++)
    if (at(tokens, k).kind === 'number' && (OF_MONEY.holds(at(tokens, k - 1)) || OF_SHARE.holds(at(tokens, k + 1))))
      return true
  return false
}
const OF_MONEY = wordSet('$ £ € ¥')
const OF_SHARE = wordSet('percent % million billion trillion')
const FIRST_PERSON = wordSet('i we you')
/** "We would need to sell": not what is imagined but what follows. */
const NEEDING = wordSet('need have')

/** "hoped she would return", "to vow that he would sell": what somebody said or thought then. */
function isContentOfPast(tokens: readonly Token[], first: number): boolean {
  const k = at(tokens, first - 1).lower === 'that' ? first - 2 : first - 1
  const verb = verbOf(at(tokens, k))
  if (!verb || verb.form === 'third' || (verb.form === 'base' && at(tokens, k - 1).lower !== 'to')) return false
  return CONTENT.hasBase(verb) || STATING.hasBase(verb)
}

const RELATIVES = wordSet('who which that whose')
/** The forward phrase is the clause's own, not one inside an object or a relative far behind a past verb. */
function isGoverning(scope: Scope, certainty: CertaintyPhrase, verb: number): boolean {
  const { tokens, first, last } = scope
  if (verb < 0) return true
  if (RELATIVES.holds(at(tokens, certainty.first - 1)) && (certainty.first < verb || isLeftAgain(scope, certainty)))
    return false
  // "help the port prepare to open": an infinitive inside
  if (certainty.rule === 'certainty/intention' && certainty.first > verb + 1 && !isFiniteVerb(tokens, certainty.first))
    return false
  if (isAsked(tokens, verb, certainty.first) || isInNews(scope, certainty.first, verb)) return false
  // "others fear may be foolish": what may be stands outside
  if (certainty.first === verb + 1 && FEARING.hasBase(verbOf(at(tokens, verb)))) return false
  if (certainty.first <= verb + 1 || isBehindInsert(tokens, verb, certainty.first)) return true
  if (isSameClause(tokens, verb, certainty.first)) return true
  const isWill = WILL.holds(at(tokens, certainty.first))
  if (isWill && hasContent(tokens, verb, certainty.first)) return true
  if (isLeftOpen(scope, certainty, verb)) return true
  if (isPastForm(tokens, verb)) return false
  for (let k = verb + 1; k < certainty.first; k++)
    if (RELATIVES.holds(at(tokens, k)) && !isOfContent(tokens, verb, k)) return false
  return isWill || certainty.first - first < Math.max(SHORT, (last - first) * 0.6)
}
const FEARING = wordSet('fear hope worry doubt')
const WILL = wordSet("will 'll won't")

/** "News that the mill will close worried the owners": with no verb before it, the phrase only says which news. */
function isInNews({ tokens, first }: Scope, phrase: number, verb: number): boolean {
  if (verb < phrase) return false
  for (let k = first + 1; k < phrase; k++)
    if (at(tokens, k).lower === 'that' && NEWS.holds(at(tokens, k - 1))) return true
  return false
}
const NEWS = wordSet(
  'news report reports rumor rumors rumour rumours word speculation claims allegation allegations fact',
)

/** "I don't see how the dam could hold", "It is wrong to argue the dam may break": a question, or words that nobody said. */
function isAsked(tokens: readonly Token[], verb: number, phrase: number): boolean {
  for (let k = verb + 1; k < phrase - 1; k++) {
    const base = verbOf(at(tokens, k))?.base ?? ''
    if (at(tokens, k).lower === 'to' && ARGUING.hasBase(verbOf(at(tokens, k + 1))) && isBeForm(tokens, verb))
      return true
    if (WONDERING.has(base) && (at(tokens, k + 1).lower === 'how' || at(tokens, k + 1).lower === 'why')) return true
  }
  return false
}
const ARGUING = wordSet('argue claim say suggest assume pretend imagine think believe')
const WONDERING = new Set(['see', 'wonder', 'understand', 'imagine', 'explain', 'ask'])

const hasContent = (tokens: readonly Token[], verb: number, phrase: number): boolean => {
  const isPast = isPastForm(tokens, verb) && !isBeForm(tokens, verb)
  for (let k = verb + 1; k < phrase; k++) {
    if (isOfContent(tokens, verb, k)) return true
    // "filed a request asking for assurance that it will stay": the content of what was asked for
    if (isPast && verbOf(at(tokens, k))?.form === 'ing') return false
  }
  return false
}

/** "is a guarantee that", "The fear is that", "means that": what follows is what the clause is about. */
const isOfContent = (tokens: readonly Token[], verb: number, k: number): boolean =>
  (isUnclear(tokens, k) || at(tokens, k).lower === 'that') &&
  (isUnclear(tokens, k) ||
    CONTENT_NOUNS.holds(at(tokens, k - 1)) ||
    isBeForm(tokens, k - 1) ||
    at(tokens, k - 1).lower === 'been' ||
    ASSURING.hasBase(verbOf(at(tokens, k - 1))) ||
    isPossible(tokens, verb, k))

/** "is (entirely) possible that": over adverbs and marks of quotation. */
function isPossible(tokens: readonly Token[], verb: number, k: number): boolean {
  if (at(tokens, k).lower !== 'that' || k > verb + FARTHEST_THAT || !isBeForm(tokens, verb)) return false
  const before = at(tokens, k - 1)
  return LIKELY.holds(before.kind === 'mark' ? at(tokens, k - 2) : before)
}
const FARTHEST_THAT = 8
/** "It is unclear whether the lock will hold" */
const isUnclear = (tokens: readonly Token[], k: number): boolean =>
  ['whether', 'if', 'when'].includes(at(tokens, k).lower) &&
  ['clear', 'unclear', 'uncertain', 'certain', 'sure'].includes(at(tokens, k - 1).lower)
const CONTENT_NOUNS = wordSet(`
  guarantee protection assurance assurances hope hopes fear fears concern concerns chance chances promise possibility
  prospect expectation expectations belief sign signs plan decision risk idea danger likelihood odds
`)
const ASSURING = wordSet('mean guarantee ensure imply know believe think expect predict')
const LIKELY = wordSet('likely unlikely possible certain clear unclear inevitable doubtful')
/** "Of the divers who will search the lock, six come from Lund": behind its comma the clause has a verb of its own. */
function isLeftAgain({ tokens, last }: Scope, { first }: CertaintyPhrase): boolean {
  for (let k = first + 1; k < last; k++) if (at(tokens, k).text === ',') return finiteIn(tokens, k, last) >= 0
  return false
}
/** In so few words the phrase cannot stand far from what it governs. */
const SHORT = 6

/** Verbs whose content can follow without "that": what governs there is not theirs. */
const CONTENT = wordSet(`
  say think believe hope expect know fear feel suppose predict warn promise claim argue insist tell announce decide rule
  agree confirm show mean suggest indicate add note report estimate conclude guess bet doubt wish worry see find learn
  hear read write deny admit be have do ask order urge want demand propose recommend require
`)
const SPLITS = wordSet(`
  and or but to as if while when where because after before since until what how why whether so
`)
/** "The group formed in May will meet": two verbs with nothing between that opens a clause, so the first only describes. */
function isSameClause(tokens: readonly Token[], verb: number, phrase: number): boolean {
  const told = verbOf(at(tokens, verb))
  if (!told || CONTENT.hasBase(told) || !isFiniteVerb(tokens, phrase)) return false
  for (let k = verb + 1; k < phrase; k++) {
    const { lower, kind } = at(tokens, k)
    if (kind === 'mark' && !isDash(at(tokens, k)) && lower !== "'s") return false
    if (RELATIVES.has(lower) || SPLITS.has(lower))
      return lower === 'after' || lower === 'before' ? hasNoVerb(tokens, k + 1, phrase) : false
  }
  return true
}
const hasNoVerb = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (isFiniteVerb(tokens, k)) return false
  return true
}

const isPastForm = (tokens: readonly Token[], k: number): boolean => {
  const form = verbOf(at(tokens, k))?.form
  return form === 'past' || form === 'pastOrParticiple' || PAST_AUXILIARIES.holds(at(tokens, k))
}
const PAST_AUXILIARIES = wordSet('was were had has have')

/** "The ports, which were built last year, will merge": the first verb belongs to an insert that is closed again. */
function isBehindInsert(tokens: readonly Token[], verb: number, phrase: number): boolean {
  if (!RELATIVES.holds(at(tokens, verb - 1))) return false
  let k = phrase - 1
  while (isAdverbial(at(tokens, k))) k--
  return at(tokens, k).text === ',' || isDash(at(tokens, k))
}
