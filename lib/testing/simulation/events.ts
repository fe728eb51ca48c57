import { at, type Chance } from './chance'
import type { Phrase, World } from './world'

/** Who says it: a named speaker, a publisher's unnamed group, or the publisher itself. */
export type Voice = { is: 'named'; speaker: number } | { is: 'unnamed' } | { is: 'own' }

/** A prediction as it is drawn; days are counted from 1970. */
export type Saying = {
  voice: Voice
  publisher: number
  phrase: Phrase
  isNegated: boolean
  /** How probable it really is. */
  probability: number
  /** Whether it comes true, known to nobody yet. */
  isTrue: boolean
  saidOn: number
  from: number
  to: number
}

export type EventKind = 'plain' | 'numeric' | 'conditional' | 'vague'
/** How what is predicted goes on: on a day, with people judging it partly reached, or not at all. */
export type Course = { day: number | null; isPartly: boolean; isReached: boolean }

/** One thing that may come about, with all that was predicted of it. */
export type SimulatedEvent = {
  kind: EventKind
  sayings: readonly Saying[]
  graceDays: number
  /** The last day of all windows, with grace. */
  closesOn: number
  course: Course
}

const YEARS = 6
/** All of it is said within so many days, and before the first window. */
const SAID_WITHIN = 60
const SIZES: readonly [share: number, from: number, to: number][] = [
  [0.78, 1, 1],
  [0.12, 2, 2],
  [0.06, 3, 3],
  [0.038, 4, 6],
  [0.002, 15, 30],
]

/**
 * Draws an event. One throw decides all of its predictions, each true where the throw is below its probability: they agree as
 * far as they can, and each alone is true exactly as often as its phrase and speaker are. The windows lie within each other,
 * the less probable the narrower, so that a single day fits all of it. An event closes as a whole before today or not at
 * all, so that what has closed is no selection of what comes true.
 */
export function drawEvent(world: World, chance: Chance, today: number): SimulatedEvent {
  const size = sizeOf(chance)
  const [samePhrase, sameVoice] = [chance.happens(0.3), chance.happens(0.3)]
  const first = world.phrase(chance)
  const kind = size === 1 && first.negated < 1 ? kindOf(chance) : 'plain'
  const isNegated = kind === 'plain' && chance.happens(first.negated)
  const voice = drawVoice(world, chance)
  // a course of days fits either what is to happen or what is not to happen
  const phrases = Array.from({ length: size }, (_, n) =>
    n === 0 || samePhrase ? first : phraseLike(world, chance, isNegated),
  )
  const startsOn = today - 20 - SAID_WITHIN - chance.whole(0, YEARS * 365)
  const sayings = phrases.map((phrase, n) => {
    const said = n === 0 || sameVoice ? voice : drawVoice(world, chance)
    const skill = said.is === 'named' ? at(world.speakers, said.speaker).skill : 0
    const saidOn = startsOn + chance.whole(0, SAID_WITHIN)
    const publisher = world.publisherIndex(chance)
    return { voice: said, publisher, phrase, isNegated, probability: phrase.trueRate + skill, saidOn }
  })
  sayings.sort((a, b) => (isNegated ? b.probability - a.probability : a.probability - b.probability))
  const graceDays = isNegated ? 0 : chance.oneOf([0, 0, 7, 14])
  const throwOf = chance.next()
  const windows = drawWindows(chance, { size, graceDays, startsOn, today })
  const windowed = sayings.map((saying, n) => ({ ...saying, ...at(windows, n), isTrue: throwOf < saying.probability }))
  const event = { kind, sayings: windowed, graceDays, closesOn: at(windows, size - 1).to + graceDays }
  return { ...event, course: isNegated ? negatedCourse(event, chance) : courseOf(event, chance, today) }
}

function sizeOf(chance: Chance): number {
  let left = chance.next()
  for (const [share, from, to] of SIZES) {
    if (left < share) return chance.whole(from, to)
    left -= share
  }
  return 1
}

function kindOf(chance: Chance): EventKind {
  const n = chance.next()
  if (n < 0.1) return 'numeric'
  if (n < 0.16) return 'conditional'
  return n < 0.2 ? 'vague' : 'plain'
}

function drawVoice(world: World, chance: Chance): Voice {
  const n = chance.next()
  if (n < 0.76) return { is: 'named', speaker: world.speakerIndex(chance) }
  return n < 0.88 ? { is: 'unnamed' } : { is: 'own' }
}

/** A phrase that can speak of the same event; unequal chances of negation only shift how often each is drawn. */
function phraseLike(world: World, chance: Chance, isNegated: boolean): Phrase {
  for (;;) {
    const phrase = world.phrase(chance)
    if (isNegated ? phrase.negated > 0 : phrase.negated < 1) return phrase
  }
}

type Windows = { size: number; graceDays: number; startsOn: number; today: number }

function drawWindows(chance: Chance, { size, graceDays, startsOn, today }: Windows): { from: number; to: number }[] {
  const from = startsOn + SAID_WITHIN + chance.whole(12, 60)
  const ends = [from + chance.oneOf([0, 6, 29, 90, 180]) + chance.whole(0, 20)]
  while (ends.length < size) ends.push(at(ends, ends.length - 1) + graceDays + chance.whole(3, 60))
  const straddles = at(ends, 0) + graceDays < today && at(ends, size - 1) + graceDays >= today
  const shift = straddles ? today - from : 0
  return ends.map((end) => ({ from: from + shift, to: end + shift }))
}

/** A day after `after`, at the latest `until`. */
const dayIn = (chance: Chance, after: number, until: number): number => chance.whole(after + 1, until)

function courseOf(event: Omit<SimulatedEvent, 'course'>, chance: Chance, today: number): Course {
  const { sayings, graceDays, closesOn, kind } = event
  const { from, to } = at(sayings, 0)
  const n = sayings.findIndex(({ isTrue }) => isTrue)
  if (n === 0) return reached(dayIn(chance, from - 1, to + graceDays))
  if (n > 0) return reached(dayIn(chance, at(sayings, n - 1).to + graceDays, at(sayings, n).to + graceDays))
  const miss = chance.next()
  // a figure that is not reached counts as that of the window's last day
  if (kind === 'numeric') return { day: dayIn(chance, to - 1, to + graceDays), isPartly: false, isReached: false }
  if (miss < 0.15) return reached(dayIn(chance, from - 5, from - 1))
  if (miss < 0.25) return { day: dayIn(chance, from - 1, to), isPartly: true, isReached: true }
  const late = closesOn + chance.whole(1, 120)
  return miss < 0.6 && late < today ? reached(late) : { day: null, isPartly: false, isReached: true }
}

/** What was said not to happen: true of all windows that end before it does. */
function negatedCourse({ sayings, closesOn }: Omit<SimulatedEvent, 'course'>, chance: Chance): Course {
  const n = sayings.findIndex(({ isTrue }) => !isTrue)
  if (n < 0) return { day: null, isPartly: false, isReached: true }
  const after = n === 0 ? at(sayings, 0).from - 1 : at(sayings, n - 1).to
  return reached(dayIn(chance, after, Math.min(at(sayings, n).to, closesOn)))
}

const reached = (day: number): Course => ({ day, isPartly: false, isReached: true })
