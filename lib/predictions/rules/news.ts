import { addDays, type Day } from '@/lib/core/days'
import { formatWindow, isWithin, overlaps, type Window } from '@/lib/core/windows'
import type { Figure } from '@/lib/evidence/rules'
import { type Token, tokenize } from '@/lib/extraction/rules/tokens'
import { verbOf } from '@/lib/extraction/rules/verbs'
import type { NewsRelation } from '../schema'
import { doingOf, lightDoingOf, type StatedEvent, statedEvent } from './event-words'
import { figureNews } from './figure-news'
import type { Target } from './figures'
import { sameEvent, sameMeasure } from './same-event'

/** An opened prediction as far as news goes: its words, when it was said, and its frozen window. */
export type WatchedPrediction = {
  text: string
  saidOn: Day
  window: Window
  isNegated: boolean
  /** The figure that it predicts, where it does. */
  target: Target | null
}

/** What a later article says. */
export type LaterStatement = {
  /** The quote; beside it the statement that people made of it, where there is one. */
  texts: readonly string[]
  kind: 'statistic' | 'prediction' | 'event' | 'statement'
  window: Window | null
  isNegated: boolean
  publishedOn: Day
  /** The times that the words name. */
  times: readonly Window[]
  /** The figures that the words state. */
  figures: readonly Figure[]
}

export type NewsReading = {
  relation: NewsRelation
  /** The window that is stated now, or the days on which it happened. */
  window: Window | null
  /** Whether it says that the event happened. */
  hasHappened: boolean
  /** For people, without its end: "says 27–29 Oct 2025, within Jul–Dec 2025". */
  words: string
  /** 0..1, for the order of several of one article. */
  score: number
}

/**
 * What a later statement says of an open prediction: narrows its window, moves it, confirms it (the same window, no other one, or
 * that it happened) or contradicts it (that it will not or did not happen, was called off, or put off without a day). Null
 * where it is not later, not about the same event, or says nothing of it. A suggestion: a person decides.
 */
export function newsOf(
  prediction: WatchedPrediction,
  later: LaterStatement,
  /** Given by whoever compares many, to read each text once. */
  read: (text: string) => StatedEvent = statedEvent,
): NewsReading | null {
  if (later.publishedOn <= prediction.saidOn) return null
  const watched = read(prediction.text)
  for (const text of later.texts) {
    const event = read(text)
    const told = figureOf(prediction, later, watched, event)
    if (told === 'another') continue
    if (told) return told
    const match = sameEvent(watched, event)
    const reading = match && readingOf(prediction, later, tokenize(text), new Set(match.acts))
    if (reading) return { ...reading, score: match.score }
  }
  return null
}

/** What it says of the predicted figure, whatever the verb: growth "reached", "is put at" or "will be" so much. */
function figureOf(
  prediction: WatchedPrediction,
  later: LaterStatement,
  watched: StatedEvent,
  event: StatedEvent,
): NewsReading | 'another' | null {
  const { target } = prediction
  if (target === null) return null
  const match = sameMeasure(watched, event, [target.targetUnit ?? '', ...later.figures.map(({ unit }) => unit)])
  const told = figureNews({ ...prediction, target }, later)
  if (told === null || told === 'another') return told
  return match ? { ...told, score: match.score } : 'another'
}

type Reading = Omit<NewsReading, 'score'>

function readingOf(
  prediction: WatchedPrediction,
  later: LaterStatement,
  tokens: readonly Token[],
  acts: ReadonlySet<string>,
): Reading | null {
  if (isCalledOff(tokens)) return calledOff(prediction, later)
  if (later.kind === 'prediction') return expected(prediction, later)
  return toldOf(prediction, later, tokens, acts)
}

const none = { window: null, hasHappened: false }

/** Called off, or put off: contradicts, unless another window is named. A negation of it ("was not cancelled") says nothing. */
function calledOff(
  prediction: WatchedPrediction,
  { window, isNegated, publishedOn, times }: LaterStatement,
): Reading | null {
  if (isNegated) return null
  if (prediction.isNegated) return { ...none, relation: 'confirms', words: 'says that it was called off' }
  const ahead = window ?? times.find(({ from }) => from > publishedOn)
  if (ahead) return anotherWindow(prediction.window, ahead, publishedOn)
  return { ...none, relation: 'contradicts', words: 'says that it was called off, or put off without a new day' }
}

/** What is still to come: by the window that it states now. */
function expected(prediction: WatchedPrediction, { window, isNegated, publishedOn }: LaterStatement): Reading | null {
  const { window: was } = prediction
  if (isNegated !== prediction.isNegated) {
    if (window && !overlaps(window, was)) return null
    const words = isNegated ? 'says that it will not happen' : 'says that it will happen after all'
    return { ...none, window, relation: 'contradicts', words }
  }
  if (window) return anotherWindow(was, window, publishedOn)
  return publishedOn > was.to
    ? { ...none, relation: 'moves', words: `still expects it after its window closed (${formatWindow(was)})` }
    : { ...none, relation: 'confirms', words: 'says it again and names no day' }
}

/** Of a window that has begun only the rest can still be stated: "this year" in September is no narrower than "in the second half". */
function anotherWindow(was: Window, window: Window, publishedOn: Day): Reading {
  const now = formatWindow(window)
  if (was.from === window.from && was.to === window.to)
    return { ...none, window, relation: 'confirms', words: `says ${now} too` }
  const rest = { from: addDays(publishedOn, 1), to: was.to }
  const isAllOfRest = rest.from <= rest.to && isWithin(rest.from > was.from ? rest : was, window)
  if (isAllOfRest || isWithin(was, window))
    return { ...none, window, relation: 'confirms', words: `says it again, less exactly: ${now}` }
  if (isWithin(window, was))
    return { ...none, window, relation: 'narrows', words: `says ${now}, within ${formatWindow(was)}` }
  return { ...none, window, relation: 'moves', words: `says ${now} instead of ${formatWindow(was)}` }
}

/** What is told as past: it happened, or it did not. What happened before the prediction was made is another event. */
function toldOf(
  { saidOn, window: was, isNegated: isAgainst }: WatchedPrediction,
  { kind, isNegated, publishedOn, times }: LaterStatement,
  tokens: readonly Token[],
  acts: ReadonlySet<string>,
): Reading | null {
  if (kind === 'statistic' && times.length === 0) return null
  const since = times.filter(({ from, to }) => to >= saidOn && from <= publishedOn)
  if (times.length > 0 ? since.length === 0 : tokens.some(({ lower }) => EARLIER.has(lower))) return null
  const day = since.reduce<Window | null>((least, time) => (least && isWithin(least, time) ? least : time), null)
  if (isNegated || FAILED.some((words) => holdsWords(tokens, words))) {
    if (day && !overlaps(day, was)) return null
    if (isAgainst) return { ...none, relation: 'confirms', words: 'says that it did not happen' }
    return { ...none, relation: 'contradicts', words: 'says that it did not happen' }
  }
  if (!isPast(tokens, acts)) return null
  const happened = { window: day, hasHappened: true }
  const on = day ? `: ${formatWindow(day)}` : ''
  if (isAgainst) return { ...happened, relation: 'contradicts', words: `says that it happened${on}` }
  const beside = day && !overlaps(day, was) ? (day.to < was.from ? ', before its window' : ', after its window') : ''
  return { ...happened, relation: 'confirms', words: `says that it happened${on}${beside}` }
}

/** How what an article says stands to the prediction's claim, when it is taken as evidence. */
export const stanceOf = (relation: NewsRelation): 'supports' | 'refutes' | 'context' => STANCES[relation]
const STANCES = { narrows: 'supports', confirms: 'supports', moves: 'context', contradicts: 'refutes' } as const

/** A text of at most so many characters as it stands; of a longer one its first whole words, nothing added. */
export function beginningOf(text: string, max: number): string {
  if (text.length <= max) return text
  const end = text.slice(0, max + 1).search(/\s\S*$/)
  return text.slice(0, end > 0 ? end : max).trimEnd()
}

/**
 * Of several that one article says of one prediction: the best of each relation, and that it is said again without a day only
 * where nothing else is said.
 */
export function keepTelling<T extends { reading: NewsReading }>(found: readonly T[]): T[] {
  const ranked = [...found].sort((a, b) => tells(b.reading) - tells(a.reading) || b.reading.score - a.reading.score)
  const best = new Map<NewsRelation, T>()
  for (const one of ranked) if (!best.has(one.reading.relation)) best.set(one.reading.relation, one)
  const kept = [...best.values()]
  return kept.filter(({ reading }) => kept.length === 1 || tells(reading) > 0)
}

const tells = ({ window, hasHappened, relation }: NewsReading): number =>
  (window ? 2 : 0) + (hasHappened || relation === 'contradicts' ? 1 : 0)

/** Words by which an event of long ago is told. */
const EARLIER = new Set('previously formerly once earlier ago then last historic anniversary'.split(' '))

const CALLED_OFF = new Set('cancel scrap shelve abandon postpone defer delay reschedule'.split(' '))
const FAILED = ['failed to', 'refused to', 'declined to', 'called off', 'fell through', 'ruled out'].map((words) =>
  words.split(' '),
)
const PUT_OFF = 'called off,call off,put off,dropped its plan,dropped their plan,dropped plans,gave up,given up'
  .split(',')
  .map((words) => words.split(' '))

const isCalledOff = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => CALLED_OFF.has(verbOf(token)?.base ?? '')) ||
  PUT_OFF.some((words) => holdsWords(tokens, words))

const holdsWords = (tokens: readonly Token[], words: readonly string[]): boolean =>
  tokens.some((_, at) => words.every((word, index) => tokens[at + index]?.lower === word))

/** Auxiliaries before a participle that tell the past, and what does with a noun of doing ("the vote was held"). */
const AUXILIARIES = new Set('has have was were been'.split(' '))
const TOOK_PLACE =
  `took place,has taken place,was held,were held,held a,held the,held their,held its,held talks,went ahead,
  got under way,got underway,made a,made an,made his,made her,made its,made their,has begun,began,started,ended,happened`
    .split(/,\s*/)
    .map((words) => words.split(' '))
const PAST = new Set(['past', 'pastOrParticiple', 'participle'])

/** Whether one of these doings is told as past: "visited", "was opened", "the vote took place". */
function isPast(tokens: readonly Token[], acts: ReadonlySet<string>): boolean {
  if (TOOK_PLACE.some((words) => holdsWords(tokens, words))) return true
  return tokens.some((token, at) => {
    const verb = verbOf(token)
    const act = doingOf(token) ?? lightDoingOf(token)
    if (verb === null || !PAST.has(verb.form) || !acts.has(act ?? '')) return false
    const before = tokens.slice(Math.max(0, at - 3), at).map(({ lower }) => lower)
    if (before.includes('to') || before.includes('be') || before.includes('had')) return false
    return verb.form === 'participle' ? before.some((word) => AUXILIARIES.has(word)) : true
  })
}
