import { at, type Chance, chanceFrom, idsFrom, instantOf } from './chance'
import { drawEvent, type Saying, type SimulatedEvent, type Voice } from './events'
import { makeWorld, type World } from './world'

/** How far the desk has come with a prediction. */
export type DeskState = 'unsaved' | 'draft' | 'proposed' | 'opened' | 'too_vague'
/** What became of an opened one: nothing recorded yet, an outcome, or a judgement of people. */
export type Ending = { is: 'none' } | { is: 'outcome'; on: number } | { is: 'void' | 'too_vague'; on: number }

export type SimulatedPrediction = Saying & {
  id: string
  claimId: string
  /** Counts all of them from 1: what tells their texts apart. */
  serial: number
  event: RecordedEvent
  state: DeskState
  openedOn: number
  /** The prediction that this one says over in a copy of the same text. */
  copyOf: SimulatedPrediction | null
}

export type RecordedEvent = SimulatedEvent & {
  outcomeId: string
  ending: Ending
  /** Whether a wrong outcome was approved and undone before. */
  wasUndone: boolean
  place: string
  thing: string
}

/** A sentence in an article that says a prediction, first or again. */
export type Mention = { prediction: SimulatedPrediction; voice: Voice; publisher: number; on: number; quote: string }
export type SimulatedArticle = {
  id: string
  snapshotId: string
  publisher: number
  on: number
  mentions: readonly Mention[]
  storyId: string | null
}

export type Newsroom = {
  seed: number
  today: number
  world: World
  predictions: readonly SimulatedPrediction[]
  articles: readonly SimulatedArticle[]
  newId: (instant: Date) => string
}

export type NewsroomSize = { predictions: number; seed: number; today: number }

const PLACES = 'Norhaven Kestrel Aldermoor Brightwater Dunmarch Eastfold Farrow Glimmer Harrowgate Ivel'.split(' ')
const THINGS = 'port|school|bridge|hospital|library|mill|tram line|reservoir|museum|depot'.split('|')
/** Before anything was said. */
export const FOUNDED_DAYS_AGO = 7 * 365

/** Draws a newsroom of at least so many predictions; the same size, seed and day, the same newsroom, to the ids. */
export function drawNewsroom({ predictions: wanted, seed, today }: NewsroomSize): Newsroom {
  const [chance, newId] = [chanceFrom(seed), idsFrom(seed)]
  const size = { speakers: Math.ceil(Math.sqrt(wanted) * 4), publishers: Math.min(40, 4 + Math.ceil(wanted / 500)) }
  const world = makeWorld(chance, newId, today - FOUNDED_DAYS_AGO, size)
  const predictions: SimulatedPrediction[] = []
  const mentions: Mention[] = []
  while (predictions.length < wanted) {
    const event = recordedEvent(drawEvent(world, chance, today), { chance, newId, today })
    const state = stateOf(event, chance, today)
    for (const saying of event.sayings) {
      const prediction = predictionOf(saying, { event, state, serial: predictions.length + 1, chance, newId })
      predictions.push(prediction)
      mentions.push(...mentionsOf(prediction, { world, chance, today }))
    }
  }
  const { articles, copied } = articlesOf(mentions, { world, chance, newId, today, serial: predictions.length })
  return { seed, today, world, predictions: [...predictions, ...copied], articles, newId }
}

type Drawing = { chance: Chance; newId: (instant: Date) => string; today: number }

function recordedEvent(event: SimulatedEvent, { chance, newId, today }: Drawing): RecordedEvent {
  const ending = endingOf(event, chance, today)
  return {
    ...event,
    ...{ ending, outcomeId: newId(instantOf(ending.is === 'none' ? event.closesOn : ending.on)) },
    ...{ wasUndone: ending.is === 'outcome' && chance.happens(0.01) },
    ...{ place: chance.oneOf(PLACES), thing: chance.oneOf(THINGS) },
  }
}

/** What nobody looks into is drawn for all alike, whatever came about. */
function endingOf({ kind, closesOn, course, sayings }: SimulatedEvent, chance: Chance, today: number): Ending {
  const [isForgotten, later] = [chance.happens(0.06), chance.whole(1, 20)]
  const isJudged = (kind === 'conditional' && chance.happens(0.7)) || kind === 'vague'
  const isDecidedBefore = course.day !== null && course.isReached && !sayings[0]?.isNegated
  const knownOn = isDecidedBefore ? (course.day ?? closesOn) : closesOn
  if (isForgotten || (isJudged ? closesOn : knownOn) >= today) return { is: 'none' }
  if (isJudged) return { is: kind === 'vague' ? 'too_vague' : 'void', on: Math.min(today, closesOn + later) }
  return { is: 'outcome', on: Math.min(today, knownOn + later) }
}

function stateOf({ kind, ending, closesOn }: RecordedEvent, chance: Chance, today: number): DeskState {
  const n = chance.next()
  if (kind === 'vague' && n < 0.6) return 'too_vague'
  if (ending.is !== 'none' || closesOn < today || n < 0.6) return 'opened'
  if (n < 0.8) return 'unsaved'
  return n < 0.9 ? 'draft' : 'proposed'
}

type Predicting = { event: RecordedEvent; state: DeskState; serial: number } & Omit<Drawing, 'today'>

function predictionOf(saying: Saying, { event, state, serial, chance, newId }: Predicting): SimulatedPrediction {
  const saidAt = instantOf(saying.saidOn)
  const openedOn = saying.saidOn + chance.whole(1, 5)
  const ids = { claimId: newId(saidAt), id: newId(saidAt) }
  return { ...saying, ...ids, serial, event, state, openedOn, copyOf: null }
}

/** First by who makes it, in some cases again by the same or another voice, in a few by somebody in hindsight. */
function mentionsOf(
  prediction: SimulatedPrediction,
  { world, chance, today }: Omit<Drawing, 'newId'> & { world: World },
): Mention[] {
  const { voice, publisher, saidOn, event } = prediction
  const first = { prediction, voice, publisher, on: saidOn, quote: sentenceOf(prediction, 0) }
  const again = (on: number, said: Voice, turn: number): Mention => ({
    ...{ prediction, voice: said, publisher: world.publisherIndex(chance), on, quote: sentenceOf(prediction, turn) },
  })
  const other = (): Voice => ({ is: 'named', speaker: world.speakerIndex(chance) })
  const repeats = chance.happens(0.1) ? chance.whole(1, 2) : 0
  const found = [
    first,
    ...Array.from({ length: repeats }, (_, n) =>
      again(saidOn + chance.whole(1, 5), chance.happens(0.6) ? voice : other(), n + 1),
    ),
  ]
  if (chance.happens(0.02) && event.closesOn < today) found.push(again(event.closesOn + 1, other(), 9))
  return found
}

const TURNS = ['', 'Asked again, ', 'Once more, ', '', '', '', '', '', '', 'As had been said before, ']

function sentenceOf({ serial, phrase, isNegated, event }: SimulatedPrediction, turn: number): string {
  const words = `${phrase.words ?? 'would'}${isNegated && phrase.negated < 1 ? ' not' : ''}`
  return `${at(TURNS, turn)}the ${event.thing} of ${event.place}, lot ${serial}, ${words} open as planned.`
}

const PER_ARTICLE = 5

type Publishing = Drawing & { world: World; serial: number }

/** What a publisher brings on a day stands in articles of a few sentences each; some are carried by others as copies. */
function articlesOf(mentions: readonly Mention[], publishing: Publishing) {
  const open = new Map<string, Mention[]>()
  const texts: Mention[][] = []
  for (const mention of mentions) {
    const key = `${mention.publisher} ${mention.on}`
    let text = open.get(key)
    if (text === undefined || text.length >= PER_ARTICLE) {
      text = []
      open.set(key, text)
      texts.push(text)
    }
    text.push(mention)
  }
  const copied: SimulatedPrediction[] = []
  const articles = texts.flatMap((text) => withCopies(text, copied, publishing))
  return { articles, copied }
}

function withCopies(
  text: readonly Mention[],
  copied: SimulatedPrediction[],
  publishing: Publishing,
): SimulatedArticle[] {
  const { chance, newId, today } = publishing
  const { publisher, on } = at(text, 0)
  const copies = chance.happens(0.06) ? chance.whole(1, 2) : 0
  const storyId = copies > 0 ? newId(instantOf(on)) : null
  const printed = (by: number, day: number, of: readonly Mention[]): SimulatedArticle => ({
    ...{ id: newId(instantOf(day)), snapshotId: newId(instantOf(day)), publisher: by, on: day, mentions: of, storyId },
  })
  const original = printed(publisher, on, text)
  const others = Array.from({ length: copies }, (_, n) => {
    const by = (publisher + n + 1) % publishing.world.publishers.length
    const day = Math.min(today, on + chance.whole(0, 1))
    return printed(
      by,
      day,
      text.map((mention) => copyOfMention(mention, { by, day, copied, publishing })),
    )
  })
  return [original, ...others]
}

type Copying = { by: number; day: number; copied: SimulatedPrediction[]; publishing: Publishing }

/** The sentence as another publisher prints it: mostly known as the same claim, sometimes taken for one of its own. */
function copyOfMention(mention: Mention, { by, day, copied, publishing }: Copying): Mention {
  const { chance, newId, serial } = publishing
  const { prediction, on } = mention
  const isFirst = prediction.saidOn === on && prediction.publisher === mention.publisher
  const place = { ...mention, publisher: by, on: day }
  if (!isFirst || prediction.event.kind === 'vague' || !chance.happens(0.15)) return place
  const ids = { claimId: newId(instantOf(day)), id: newId(instantOf(day)), serial: serial + copied.length + 1 }
  const again = { ...prediction, ...ids, publisher: by, saidOn: day, openedOn: day + 5, copyOf: prediction }
  copied.push(again)
  return { ...place, prediction: again }
}
