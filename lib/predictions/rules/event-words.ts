import { eventWords, stemOf } from '@/lib/claims/rules/matching-words'
import { hash32 } from '@/lib/core/minhash'
import { type Token, tokenize } from '@/lib/extraction/rules/tokens'
import { verbOf } from '@/lib/extraction/rules/verbs'
import { BE, HAVE, MODALS } from '@/lib/extraction/rules/words'

/** What a statement says is done, and to whom or what: the names and words around its verbs, each once. */
export type StatedEvent = {
  /** Base verbs, or the one that stands for verbs and nouns of the same doing ("trip", "travel" and "visit" are "visit"). */
  acts: string[]
  /** Names of the main clause, by their last word. */
  names: string[]
  /** Further words of the main clause, and of the whole, stemmed. */
  things: string[]
  allThings: string[]
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
  'cancel scrap shelve abandon suspend halt postpone delay defer reschedule move push fail refuse decline drop'.split(
    ' ',
  ),
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
  const acts = actsIn(tokenize(main))
  return {
    acts,
    names: own.names,
    things: thingsOf(own.words, main, acts),
    allThings: thingsOf(eventWords(text).words, text, acts),
  }
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
  return words.filter((word) => !verbs.has(word))
}

/** Raised with each change of what `newsKeys` gives: keys of different rules do not meet, so all are made anew by the clock. */
export const NEWS_RULES_VERSION = 1

const MOST_ACTS = 4
const MOST_ANCHORS = 10

/**
 * What a statement is found by: each of its doings with each of its names and things ("visit|japan"), hashed to signed 32 bits.
 * Two that are about one event share at least one. At most 40.
 */
export function newsKeys(text: string): number[] {
  const { acts, names, things, allThings } = statedEvent(text)
  const anchors = [...new Set([...names, ...things, ...allThings])].slice(0, MOST_ANCHORS)
  const keys = acts
    .slice(0, MOST_ACTS)
    .flatMap((act) => anchors.map((anchor) => hash32(`${act}|${anchor}`, 0x6e657773) | 0))
  return [...new Set(keys)]
}

const shared = (a: readonly string[], b: readonly string[]): string[] => a.filter((word) => b.includes(word))
const isPartOf = (a: readonly string[], b: readonly string[]): boolean => a.every((word) => b.includes(word))

/** How much of the smaller one's names and things has to be in both. */
const SHARE = 0.6
/** Where these are what is done, the rest is what is wished for. */
const ASKING = new Set(['ask', 'urge', 'invite', 'call', 'request', 'demand', 'encourage', 'press'])

/**
 * Whether two statements are about one event: what the first says is done is done in the second too, no name on either side has
 * another one in its place, and at least two names or things are in common, which are most of what the shorter one has.
 * The doings in common, or null; `score` is the share of the shorter one that is in both.
 */
export function sameEvent(a: StatedEvent, b: StatedEvent): { acts: string[]; score: number } | null {
  const acts = shared(a.acts, b.acts)
  const [main] = a.acts
  if (main === undefined || !acts.includes(main) || b.acts.some((act) => ASKING.has(act) && !acts.includes(act)))
    return null
  const [aAll, bAll] = [
    [...a.names, ...a.allThings],
    [...b.names, ...b.allThings],
  ]
  if (!isPartOf(a.names, bAll) && !isPartOf(b.names, aAll)) return null
  const names = [...new Set([...shared(a.names, bAll), ...shared(b.names, aAll)])]
  const things = [...new Set([...shared(a.things, b.allThings), ...shared(b.things, a.allThings)])].filter(
    (thing) => !names.includes(thing),
  )
  const found = names.length + things.length
  const least = Math.min(a.names.length + a.things.length, b.names.length + b.things.length)
  if (found < 2 || found < SHARE * least) return null
  return { acts, score: Math.min(1, found / Math.max(2, least)) }
}
