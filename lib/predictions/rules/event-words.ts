import { contentWords, eventWords, namesIn, stemOf } from '@/lib/claims/rules/matching-words'
import { hash32 } from '@/lib/core/minhash'
import { type Token, tokenize } from '@/lib/extraction/rules/tokens'
import { verbOf } from '@/lib/extraction/rules/verbs'
import { BE, HAVE, MODALS } from '@/lib/extraction/rules/words'

/** What a statement says is done, and to whom or what: the names and words around its verbs, each once. */
export type StatedEvent = {
  /** Base verbs, or the one that stands for verbs and nouns of the same doing ("trip", "travel" and "visit" are "visit"). */
  acts: string[]
  /** What is begun, held or ended, where the doing is named by a noun that is none of those known ("the trial will begin"). */
  lightActs: string[]
  /** Names of the main clause, by their last word, and with all their words. */
  names: string[]
  fullNames: string[][]
  /** Further words of the main clause, and of the whole, stemmed. */
  things: string[]
  allThings: string[]
  /** What stands before what: "water" before "bill". */
  kinds: Map<string, string>
  /** What each doing is done to, where that stands right behind its verb: "publish" to "report". */
  objects: Map<string, string>
}

/** Verbs and nouns by which the news tells the same doing; the first stands for all. General English, no subject's own words. */
const SAME_DOING = [
  'visit trip travel tour fly stopover',
  'meet meeting summit talks',
  'open opening inaugurate inauguration launch reopen',
  'close closure shut shutdown shutter',
  'sign signing signature conclude',
  'elect election vote ballot referendum',
  'build construct construction complete completion finish',
  'cut reduce reduction lower slash',
  'raise increase hike rise grow growth',
  'resign resignation quit',
  'publish publication release',
  'sell sale',
  'decide decision rule ruling',
  'approve approval ratify ratification adopt adoption pass',
  'win victory',
  'deliver delivery',
  'arrive arrival',
  'depart departure leave',
  'appoint appointment',
  'strike walkout',
  'buy purchase acquire acquisition takeover',
  'withdraw withdrawal pullout',
  'resume resumption',
  'merge merger',
  'retire retirement',
  'introduce introduction',
  'extend extension',
  'expand expansion',
  'relocate relocation',
  'demolish demolition',
  'arrest detention',
  'convict conviction',
  'join accession',
].map((line) => line.split(' '))
const DOING = new Map(SAME_DOING.flatMap(([first = '', ...others]) => [first, ...others].map((word) => [word, first])))

/** Verbs that carry no doing of their own ("make a visit", "hold a vote"), and those that only tell or plan. */
const LIGHT = new Set(
  `be have do make take hold give get go come keep put set begin start end happen occur remain seem become see follow
  place say tell add announce confirm report state note warn suggest deny claim expect plan schedule slate consider aim hope
  want intend propose arrange prepare seek try attempt agree commit promise pledge vow threaten predict forecast need use
  include relate lead base head part last call`.split(/\s+/),
)

/** Verbs that undo or put off what was to come: never the doing itself. */
const UNDOING = new Set(
  'cancel scrap shelve abandon suspend halt postpone delay defer reschedule push fail refuse decline drop'.split(' '),
)

/** Verbs that say that something named by a noun is begun, held or ended: the doing, where a clause has no other. */
const LIGHT_DOING = ['begin start commence', 'end finish', 'hold happen occur', 'lead head', 'host'].map((line) =>
  line.split(' '),
)
const LIGHTS = new Map(
  LIGHT_DOING.flatMap(([first = '', ...others]) => [first, ...others].map((word) => [word, first])),
)

/** Titles that name no person where they are not part of a name ("a new mayor"). */
const TITLES = new Set(
  'president minister governor chancellor secretary king queen chairman chairwoman chief mayor premier'.split(' '),
)

/** Words that open a clause beside the main one. */
const JOINT =
  /(?:[,;:()–—]|\s-{1,2}\s|\s(?=(?:after|before|when|while|as|since|because|which|who|where|whose|amid|following|if|unless|despite|although|during|possibly|for (?:an?|the|\p{Ll}+)|on the (?:sidelines|margins|fringes))\s))/gu
const OPENER =
  /^(?:if|once|when|while|after|before|during|at|on|in|by|following|despite|although|as|with|under|speaking|according)\b[^,]{0,160},\s*/iu

/** The clause that says it: without what stands before or beside it, as long as enough is left to say what and who. */
export function mainClause(text: string): string {
  const rest = text.replace(OPENER, '')
  for (const match of rest.matchAll(JOINT)) {
    const clause = rest.slice(0, match.index)
    const { names, words } = eventWords(clause)
    if (names.length + words.length >= 3 && actsIn(tokenize(clause)).length > 0) return clause
  }
  return rest
}

/** The doing that a word tells, as verb or noun; null for light, telling and undoing ones. */
export function doingOf(token: Token): string | null {
  if (token.kind !== 'word') return null
  const named = DOING.get(token.lower) ?? DOING.get(token.lower.replace(/s$/, ''))
  if (named !== undefined) return named
  const base = verbOf(token)?.base
  if (base === undefined || LIGHT.has(base) || UNDOING.has(base)) return null
  return DOING.get(base) ?? base
}

/** The light doing that a verb tells. */
export const lightDoingOf = (token: Token): string | null => LIGHTS.get(verbOf(token)?.base ?? '') ?? null

/** What goes before a verb that is ahead or done; a form that is as often a noun ("the harbor") tells a doing only behind them. */
const BEFORE_VERBS = new Set([...MODALS, ...HAVE, ...BE, 'to', "'ll", '’ll'])
const AHEAD = new Set([...MODALS, 'to', "'ll", '’ll'])
const isBehind = (tokens: readonly Token[], at: number, words: ReadonlySet<string>): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => words.has(lower))

/** The doings of a clause, the one that is ahead ("will visit", "to be opened") first. */
function actsIn(tokens: readonly Token[]): string[] {
  const ahead: string[] = []
  const told: string[] = []
  const unsure: string[] = []
  tokens.forEach((token, at) => {
    const act = token.isCapitalized && token.start > 0 ? null : doingOf(token)
    if (act === null) return
    const isSure = DOING.has(token.lower) || !verbOf(token)?.isNounish || isBehind(tokens, at, BEFORE_VERBS)
    if (isBehind(tokens, at, AHEAD) && verbOf(token)) ahead.push(act)
    else if (isSure) told.push(act)
    else unsure.push(act)
  })
  const sure = [...ahead, ...told]
  return [...new Set(sure.length > 0 ? sure : unsure)]
}

/** A statement says in its beginning what it is about; the rest is not read, because each clause is tried from the start. */
const MOST_READ = 600

/** Reads what a statement is about, from its first 600 characters. */
export function statedEvent(whole: string): StatedEvent {
  const text = whole.replace(/\s+/g, ' ').slice(0, MOST_READ)
  const main = mainClause(text)
  const own = eventWords(main)
  const tokens = tokenize(main)
  const acts = actsIn(tokens)
  return {
    acts,
    lightActs: [...new Set(tokens.flatMap((token) => lightDoingOf(token) ?? []))],
    names: own.names,
    fullNames: namesIn(main),
    things: thingsOf(own.words, main, acts),
    allThings: thingsOf(eventWords(text).words, text, acts),
    kinds: kindsIn(tokens),
    objects: objectsIn(tokens),
  }
}

const ARTICLES = new Set('a an the its his her their our'.split(' '))

/** Of each word in small letters the one that stands before it and says of which kind it is; not of a word of time or telling. */
function kindsIn(tokens: readonly Token[]): Map<string, string> {
  const kinds = new Map<string, string>()
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]
    if (before?.kind !== 'word' || token.kind !== 'word' || before.isCapitalized || token.isCapitalized) return
    // behind an article it is no verb, however much it looks like one ("the housing bill")
    const isNamed = verbOf(before) === null || ARTICLES.has(tokens[at - 2]?.lower ?? '')
    const [[kind], [thing]] = [eventWords(before.lower).words, eventWords(token.lower).words].map((words) =>
      words.length === 1 ? words : [],
    ) as [string[], string[]]
    if (kind !== undefined && thing !== undefined && isNamed) kinds.set(thing, kind)
  })
  return kinds
}

/** Words at which what stands behind a verb ends. */
const ENDS = new Set(
  'of in on at to for from by with into onto over under about after before during between and or but as than until till that'.split(
    ' ',
  ),
)

/** The last word of what stands right behind the verb of a doing; only of one in small letters, since names have their own rule. */
function objectsIn(tokens: readonly Token[]): Map<string, string> {
  const objects = new Map<string, string>()
  tokens.forEach((token, at) => {
    const act = doingOf(token)
    if (act === null || verbOf(token) === null || objects.has(act)) return
    const rest = tokens.slice(at + 1, at + 7)
    const end = rest.findIndex(({ kind, lower }) => kind !== 'word' || ENDS.has(lower))
    const head = rest.slice(0, end < 0 ? rest.length : end).at(-1)
    const [thing] = head && !head.isCapitalized ? eventWords(head.lower).words : []
    if (thing !== undefined) objects.set(act, thing)
  })
  return objects
}

/** Words that are no doing, and neither tell, plan nor undo one. */
function thingsOf(words: readonly string[], text: string, acts: readonly string[]): string[] {
  const verbs = new Set<string>()
  for (const token of tokenize(text)) {
    const base = verbOf(token)?.base
    const act = doingOf(token)
    const isDoing = act === null ? base !== undefined && (LIGHT.has(base) || UNDOING.has(base)) : acts.includes(act)
    if (isDoing) for (const stem of [stemOf(token.lower), stemOf(token.lower).replace(/e$/, '')]) verbs.add(stem)
  }
  const titles = tokenize(text).filter(({ lower, isCapitalized }) => !isCapitalized && TITLES.has(lower))
  return [
    ...new Set([...words.filter((word) => !verbs.has(word)), ...titles.flatMap(({ lower }) => contentWords(lower))]),
  ]
}

/** Raised with each change of what `newsKeys` gives: keys of different rules do not meet, so all are made anew by the clock. */
export const NEWS_RULES_VERSION = 2

const MOST_ACTS = 4
const MOST_ANCHORS = 10

/**
 * What a statement is found by: each of its doings with each of its names and things ("visit|japan"), hashed to signed 32 bits.
 * Two that are about one event, or with a figure each about one measure, share at least one. At most 70.
 */
export function newsKeys(text: string, hasFigure = false): number[] {
  const { acts, lightActs, fullNames, things, allThings } = statedEvent(text)
  const anchors = [...new Set([...fullNames.flat(), ...things, ...allThings])].slice(0, MOST_ANCHORS)
  const keys = [...acts.slice(0, MOST_ACTS), ...lightActs.slice(0, 2), ...(hasFigure ? ['#'] : [])].flatMap((act) =>
    anchors.map((anchor) => hash32(`${act}|${anchor}`, 0x6e657773) | 0),
  )
  return [...new Set(keys)]
}
