import { takesTo } from './tense'
import { at, isCapitalized, isDash, isGlued, type Token } from './tokens'
import { verbOf } from './verbs'
import {
  BE,
  COORDINATORS,
  DETERMINERS,
  DO,
  HAVE,
  isAdverbial,
  MODALS,
  PERSONAL_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
  wordSet,
} from './words'

/** Whether a past or a plain form is the verb of its clause, by its neighbours; nothing here asks that of another word. */

export const FINITE_BE = wordSet("is are was were isn't aren't wasn't weren't am 're 'm")
export const FINITE_HAVE = wordSet("has have had hasn't haven't hadn't 've")
/** What "last" as a verb goes on with ("talks last until May"); before a plain noun it tells which one ("last year"). */
const LASTING = wordSet('long longer until till for about only just up more less over through')
/** Open a noun phrase: what follows is no verb. */
export const NOUN_PRECEDED = wordSet(`
  the a an his her its their our my your 's this these those no any some each every
`)
/** Of these, the ones that are also subjects: "that led", "some wore". */
export const PRONOUNS_TOO = wordSet('this that these those some each any')

/** A verb whatever stands around it: be, have, do, a modal, a past form that is nothing else. */
function isSureVerb(tokens: readonly Token[], k: number): boolean {
  const token = at(tokens, k)
  if (FINITE_BE.holds(token)) return token.lower !== 'am' || at(tokens, k - 1).kind !== 'number'
  if (FINITE_HAVE.holds(token) || DO.holds(token)) return true
  if (MODALS.holds(token)) return token.text !== 'May'
  const form = verbOf(token)
  return form?.form === 'past' && !form.isNounish && !NOUN_PRECEDED.holds(at(tokens, k - 1))
}

const PASSED = wordSet("- % $ £ € 's")

/** A sure verb in tokens [from, to), before the next stop, conjunction or relative. */
function hasSureVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const token = at(tokens, k)
    if (token.kind === 'mark' && !PASSED.holds(token)) return false
    if (COORDINATORS.holds(token) || RELATIVES.holds(token) || token.lower === 'to' || PERSONAL_PRONOUNS.holds(token))
      return false
    if (SUBORDINATORS.holds(token) && !PREPOSITIONS.holds(token)) return false
    if (isSureVerb(tokens, k)) return true
  }
  return false
}

/** "took" is a verb; "proposed" after a determiner or before "by" is not; after be and have the auxiliary is the verb. */
export function isPastVerb(tokens: readonly Token[], k: number): boolean {
  const [before, token, next] = [at(tokens, k - 1), at(tokens, k), at(tokens, k + 1)]
  const form = verbOf(token)
  if (NOUN_PRECEDED.holds(before) && !isPronounBefore(tokens, k)) return false
  if (PREPOSITIONS.holds(before) && !['as', 'than', 'like', 'before', 'after', 'since'].includes(before.lower))
    return false
  if (isDash(before) && isGlued(before, token)) return false
  if (token.text === 'United') return false
  if (before.lower === 'other' && next.kind === 'word' && !PREPOSITIONS.holds(next)) return false
  if (token.isCapitalized && (!(before.isCapitalized && before.kind === 'word') || next.isCapitalized)) return false
  if (form?.form === 'past')
    return !form.isNounish || before.kind === 'word' || before.text === ')' || isApartDash(before, token)
  if (next.lower === 'by' && !PERSONAL_PRONOUNS.holds(before)) return false
  if (before.text === ',' && DESCRIBING.holds(token) && PREPOSITIONS.holds(next)) return false
  let j = k - 1
  while (j > k - 4 && isAdverbial(at(tokens, j))) j--
  const lead = at(tokens, j)
  if (BE.holds(lead) || HAVE.holds(lead)) return false
  if (lead.lower === 'to' || lead.lower === 'newly') return false
  if (isAdjectiveSpot(tokens, k) || isReduced(tokens, k)) return false
  return (
    before.kind !== 'mark' ||
    [',', '.', '”', '"', ')'].includes(before.text) ||
    isDash(before) ||
    isApartDash(before, token)
  )
}

const isApartDash = (before: Token, token: Token): boolean =>
  (isDash(before) || before.text === '_' || before.text.startsWith('--')) && !isGlued(before, token)

/** "This prompted the council", "some wore masks"; "this proposed law" is no verb. */
function isPronounBefore(tokens: readonly Token[], k: number): boolean {
  if (!PRONOUNS_TOO.holds(at(tokens, k - 1))) return false
  if (verbOf(at(tokens, k))?.form === 'past') return true
  const next = at(tokens, k + 1)
  return (
    DETERMINERS.holds(next) ||
    POSSESSIVES.holds(next) ||
    PERSONAL_PRONOUNS.holds(next) ||
    next.isCapitalized ||
    PREPOSITIONS.holds(next) ||
    next.kind === 'number' ||
    OPENS_CONTENT.holds(next)
  )
}

const OPENS_CONTENT = wordSet('to whether how why it them there')

/** "cases reported in the city have doubled": a participle behind its noun, when a surer verb follows in the same clause. */
function isReduced(tokens: readonly Token[], k: number): boolean {
  const [before, next] = [at(tokens, k - 1), at(tokens, k + 1)]
  if (!PREPOSITIONS.holds(next) && !isAdverbial(next) && !TELLS_WHEN.holds(next)) return false
  if (before.kind !== 'word' || isAdverbial(before) || PERSONAL_PRONOUNS.holds(before)) return false
  if (RELATIVES.holds(before) || before.lower === 'that') return false
  if (before.isCapitalized && at(tokens, k - 2).isCapitalized) return false
  if (verbOf(at(tokens, k))?.base === 'say' || isToldOnDay(tokens, k)) return false
  if (DESCRIBING.holds(at(tokens, k)) && DESCRIBED_BY.holds(next)) return true
  if (!before.isCapitalized && PREPOSITIONS.holds(next) && NEEDING.hasBase(verbOf(at(tokens, k)))) return true
  return hasSureVerb(tokens, k + 1, k + LONGEST_REDUCED)
}
/** "The club confirmed on Sunday morning the player had died": behind the day another subject begins. */
function isToldOnDay(tokens: readonly Token[], k: number): boolean {
  if (!TELLING.hasBase(verbOf(at(tokens, k)))) return false
  let j = k + 1
  let isDated = false
  for (; j < k + 5 && (TELLS_WHEN.holds(at(tokens, j)) || DAY_PARTS.holds(at(tokens, j))); j++)
    if (TELLS_WHEN.holds(at(tokens, j))) isDated = true
  return isDated && SUBJECTS.holds(at(tokens, j)) && at(tokens, j).lower !== 'this'
}
const TELLING = wordSet('confirm announce report reveal admit claim warn acknowledge')
const DAY_PARTS = wordSet('on in morning afternoon evening night late early week month year')
const SUBJECTS = wordSet('the a an its his her their he she it they that there')
const TELLS_WHEN = wordSet('monday tuesday wednesday thursday friday saturday sunday today yesterday last this earlier')
const LONGEST_REDUCED = 14
/** Nothing without an object: "the crews sent to Lund", "the boats damaged in the storm" are no clauses. */
const NEEDING = wordSet(`
  send give build make use cause create issue kill injure wound identify damage destroy design develop produce seize steal detain
  accuse publish impose commit deploy install manufacture abandon award appoint
`)
/** "a law named for him", "a firm based in Lund". */
const DESCRIBING = wordSet('based located related known named associated linked tied dated entitled titled')
const DESCRIBED_BY = wordSet('for after in at near to as with')

/** Between an adjective or number and a noun ("newly elected leader", "two combined forces"). */
const isAdjectiveSpot = (tokens: readonly Token[], k: number): boolean => {
  const [before, next] = [at(tokens, k - 1), at(tokens, k + 1)]
  if (before.kind === 'mark')
    return ![',', '.', '"', '”', ')'].includes(before.text) && !isDash(before) && !isApartDash(before, at(tokens, k))
  // "said that advanced economies grew", not "a law that raised taxes"
  if (before.lower === 'that' && isPlural(next)) return verbOf(at(tokens, k - 2))?.isNounish === false
  if (!before.text.endsWith('ly') || !isCapitalized(next)) return false
  const lead = at(tokens, k - 2)
  return lead.kind !== 'word' || DETERMINERS.holds(lead) || POSSESSIVES.holds(lead) || PREPOSITIONS.holds(lead)
}

/** A base form as a plural's verb: after a plural noun, a pronoun or joined names, before a complement. */
export function isPresentPlural(tokens: readonly Token[], k: number): boolean {
  let j = k - 1
  while (isAdverbial(at(tokens, j)) || at(tokens, j).lower === 'today') j--
  const [before, token, next] = [at(tokens, j), at(tokens, k), at(tokens, k + 1)]
  if (before.text === ',' && isBehindExamples(tokens, j)) return isComplement(next) || NEVER_NOUNS.holds(token)
  if (before.kind !== 'word' || token.isCapitalized) return false
  if (token.lower === 'last' && next.kind === 'word' && !isComplement(next) && !LASTING.holds(next)) return false
  if (token.lower === 'say') return !['to', 'will', 'would', 'can', 'could'].includes(before.lower)
  if (PLURAL_SUBJECTS.holds(before)) return !isInfinitive(tokens, j) && !isCounted(tokens, k)
  if (isVerbOfPlural(tokens, j, k)) return true
  const isJoined = before.isCapitalized && [2, 3, 4].some((back) => at(tokens, j - back + 1).lower === 'and')
  if ((!isPlural(before) && !isJoined) || DETERMINERS.holds(before) || at(tokens, j - 1).lower === 'to') return false
  if (isComplement(next) || (next.lower === 'to' && takesTo(token.lower))) return true
  if (next.kind !== 'word' && next.kind !== 'number') return false
  const isNounish = verbOf(token)?.isNounish === true
  if (!isNounish || (j < k - 1 && isPlural(before))) return !isInfinitive(tokens, j)
  if (isCompounding(before) || COORDINATORS.holds(next) || next.lower === 'of' || isSureVerb(tokens, k + 1))
    return false
  if (verbOf(next)?.form === 'pastOrParticiple') return false
  return !isInfinitive(tokens, j) && !hasSureVerb(tokens, k + 1, k + LONGEST_REDUCED)
}

/** "Critics, including the mayor, believe": a plural subject with its examples between commas. */
function isBehindExamples(tokens: readonly Token[], close: number): boolean {
  for (let open = close - 2; open > close - LONGEST_EXAMPLES; open--) {
    if (at(tokens, open).text !== ',' || !EXAMPLES.holds(at(tokens, open + 1))) continue
    return isPlural(at(tokens, open - 1)) || pluralBefore(tokens, open - 1) >= 0
  }
  return false
}
const EXAMPLES = wordSet('including among like such especially notably')
const LONGEST_EXAMPLES = 24

/** "Members of the council remain", "firms applying for the lease include": the plural stands before a phrase of its own. */
function isVerbOfPlural(tokens: readonly Token[], j: number, k: number): boolean {
  const [token, next] = [at(tokens, k), at(tokens, k + 1)]
  if (isPlural(at(tokens, j))) return false
  const isObject =
    next.lower !== 'that' && !next.isCapitalized && !/^['’]|^(?:each|every|few)$/.test(next.lower) && isComplement(next)
  const isNeeding = next.lower === 'to' && (token.lower === 'need' || token.lower === 'want')
  if ((!isObject && !isNeeding && !NEVER_NOUNS.holds(token)) || PREPOSITIONS.holds(token) || token.lower === 'last')
    return false
  const head = pluralBefore(tokens, j)
  return head >= 0 && !isInfinitive(tokens, head) && at(tokens, head - 1).lower !== 'to'
}
const NEVER_NOUNS = wordSet(`
  remain include continue belong exist expect involve enable become receive require provide allow contain consist depend apply
  appear seem operate forbid exceed believe agree prefer suggest spend give take keep hang bring produce lose know think see tell mean
  refer relate vary differ occur begin improve prevent protect serve represent create reflect indicate reveal reach earn
`)
const LONGEST_PHRASE = 9

/** The plural before the prepositional phrase that ends with the word at token `j`, or −1. */
function pluralBefore(tokens: readonly Token[], j: number): number {
  for (let k = j; k > j - LONGEST_PHRASE; k--) {
    const token = at(tokens, k)
    if (token.kind === 'mark' || token.lower === 'to' || isSureVerb(tokens, k) || PERSONAL_PRONOUNS.holds(token))
      return -1
    if (COORDINATORS.holds(token) || RELATIVES.holds(token)) return -1
    if (SUBORDINATORS.holds(token) && !PREPOSITIONS.holds(token)) return -1
    if (!PREPOSITIONS.holds(token) || k === j) continue
    const form = verbOf(at(tokens, k - 1))?.form
    const head = form === 'ing' || form === 'pastOrParticiple' || form === 'participle' ? k - 2 : k - 1
    if (isPlural(at(tokens, head)) && !DETERMINERS.holds(at(tokens, head))) return head
  }
  return -1
}

/** "Some state and local ports are", "most bear tracks": what is some is a noun. */
const isCounted = (tokens: readonly Token[], k: number): boolean =>
  COUNTING.holds(at(tokens, k - 1)) &&
  verbOf(at(tokens, k))?.isNounish === true &&
  (COORDINATORS.holds(at(tokens, k + 1)) || hasSureVerb(tokens, k + 1, k + LONGEST_REDUCED))
const COUNTING = wordSet('some many most')

/** "helped the ports grow", "let people leave", "will the officials say": the verb of the clause stands before. */
function isInfinitive(tokens: readonly Token[], subject: number): boolean {
  for (let j = subject - 1; j > subject - 6; j--) {
    const token = at(tokens, j)
    if (token.kind === 'mark' || SUBORDINATORS.holds(token)) return false
    if (HELPING.holds(token)) return true
  }
  return false
}
const HELPING = wordSet(`
  help helps helped helping let lets letting make makes made making see sees saw seeing watch watched watching have has had hear
  heard do does did will would can could should may might
`)

const isPlural = ({ lower }: Token): boolean =>
  lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss') && !lower.endsWith('us') && !lower.endsWith('is')
/** Plurals that stand before other nouns: "sales drop", "arms control". */
const isCompounding = (token: Token): boolean => COMPOUNDING.holds(token) || verbOf(token)?.form === 'third'
const COMPOUNDING = wordSet(`
  sales arms goods sports savings jobs drugs weapons operations systems communications securities rights relations affairs works
  elections services markets news economics politics customs futures earnings defenses bonds women men
`)

const PLURAL_SUBJECTS = wordSet(`
  they we you who whom which people officials i police women men children some many others most
`)
const isComplement = (next: Token): boolean =>
  DETERMINERS.holds(next) ||
  POSSESSIVES.holds(next) ||
  ['that', 'how', 'what', 'whether', 'it', 'them', 'him'].includes(next.lower)

/** "The session lasts for an hour": the first noun phrase of its clause before it, and no surer verb behind. */
export function isOpeningVerb(tokens: readonly Token[], k: number): boolean {
  const [before, token, next] = [at(tokens, k - 1), at(tokens, k), at(tokens, k + 1)]
  if (token.isCapitalized || before.kind !== 'word' || isPlural(before) || next.kind === 'mark') return false
  if (next.lower === 'of' || COORDINATORS.holds(next) || verbOf(next)?.form === 'pastOrParticiple') return false
  for (let j = k - 2; j > k - 6; j--) {
    const determiner = at(tokens, j)
    if (determiner.kind === 'mark' || PREPOSITIONS.holds(determiner)) return false
    if (!NOUN_PRECEDED.holds(determiner)) continue
    const opening = at(tokens, j - 1)
    const isStart = opening.kind === 'mark' ? !isDash(opening) : opening.lower === 'that' || COORDINATORS.holds(opening)
    return isStart && !hasSureVerb(tokens, k + 1, k + LONGEST_REDUCED)
  }
  return false
}

const SINGULAR_PRONOUNS = wordSet('he she it who which')
const PARTICLES = wordSet('up out down off over')

/** A word in "-s" that no table knows, between a subject and what only a verb has behind it: "Lind chalks up the loss". */
export function isUnknownVerb(tokens: readonly Token[], k: number): boolean {
  const token = at(tokens, k)
  if (token.kind !== 'word' || token.isCapitalized || token.lower.length < 5 || !isPlural(token)) return false
  const [before, next] = [at(tokens, k - 1), at(tokens, k + 1)]
  const hasObject = DETERMINERS.holds(next) || POSSESSIVES.holds(next) || PARTICLES.holds(next)
  return hasObject && next.lower !== "'s" && (SINGULAR_PRONOUNS.holds(before) || before.isCapitalized)
}
