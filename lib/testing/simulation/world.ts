import { at, type Chance, instantOf, weightedIndex, zipf } from './chance'

/** Certainty words with how often they really come true here: never what the certainty table says of them. */
export type Phrase = { words: string | null; share: number; trueRate: number; negated: number }

export const PHRASES: readonly Phrase[] = [
  { words: 'will', share: 30, trueRate: 0.74, negated: 0.08 },
  { words: 'is expected to', share: 15, trueRate: 0.66, negated: 0 },
  { words: 'plans to', share: 10, trueRate: 0.47, negated: 0 },
  { words: 'set to', share: 8, trueRate: 0.78, negated: 0 },
  { words: 'scheduled to', share: 7, trueRate: 0.84, negated: 0 },
  { words: 'has announced', share: 6, trueRate: 0.81, negated: 0 },
  { words: 'is likely to', share: 5, trueRate: 0.58, negated: 0 },
  { words: 'could', share: 5, trueRate: 0.22, negated: 0 },
  { words: 'aims to', share: 4, trueRate: 0.38, negated: 0 },
  { words: 'may', share: 3, trueRate: 0.19, negated: 0 },
  { words: 'unlikely to', share: 2, trueRate: 0.71, negated: 1 },
  { words: 'is considering', share: 2, trueRate: 0.24, negated: 0 },
  // words without a place in the table, and none at all
  { words: 'ought to', share: 2, trueRate: 0.5, negated: 0 },
  { words: null, share: 1, trueRate: 0.55, negated: 0 },
]

/** How much better or worse than the phrase says a speaker does, as a difference of probabilities. */
const MOST_SKILL = 0.1

export type SimulatedSpeaker = {
  id: string
  name: string
  slug: string
  kind: 'person' | 'organisation' | 'unnamed'
  /** Of an unnamed group: whose. */
  publisher: number | null
  skill: number
}
export type SimulatedPublisher = { id: string; name: string; slug: string; unnamed: SimulatedSpeaker }
export type SimulatedTopic = { id: string; name: string; slug: string }

/** Who speaks, who publishes, and what it is about. */
export type World = {
  speakers: readonly SimulatedSpeaker[]
  publishers: readonly SimulatedPublisher[]
  topics: readonly SimulatedTopic[]
  speakerIndex: (chance: Chance) => number
  publisherIndex: (chance: Chance) => number
  phrase: (chance: Chance) => Phrase
}

const SYLLABLES = 'bar cor den fal gar hul kes lin mor nor ost pel quil ras sten tor ul ver wyn yar'.split(' ')
const SUBJECTS = 'Harbours|Schools|Bridges|Housing|Rail|Energy|Floods|Budgets|Elections|Hospitals|Trade|Farming'.split(
  '|',
)
const FIELDS = ['of the coast', 'of the hills']
const BODIES = 'Harbour Board|Transport Office|Chamber of Trade|Water Company|Teachers League|Grid Operator'.split('|')

const name = (chance: Chance): string => {
  const word = `${chance.oneOf(SYLLABLES)}${chance.oneOf(SYLLABLES)}`
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export type WorldSize = { speakers: number; publishers: number }

/**
 * Draws a world. Speakers and publishers are asked as unequally as in the news (Zipf); the skills of the speakers, weighted by
 * how often they are drawn, add up to nothing, so that a phrase drawn with any speaker comes true at its true rate exactly.
 */
export function makeWorld(chance: Chance, newId: (at: Date) => string, foundedOn: number, size: WorldSize): World {
  const made = (): string => newId(instantOf(foundedOn))
  const topics = SUBJECTS.flatMap((subject) =>
    FIELDS.map((field) => `${subject} ${field}`).map((title) => ({ id: made(), name: title, slug: slugOf(title) })),
  )
  const publishers = Array.from({ length: size.publishers }, (_, n): SimulatedPublisher => {
    const title = `${name(chance)} ${chance.oneOf(['Courier', 'Gazette', 'Ledger', 'Post', 'Herald'])}`
    const group = { kind: 'unnamed' as const, publisher: n, skill: 0 }
    const slug = `${slugOf(title)}-${n + 1}`
    const unnamed = { ...group, id: made(), name: `Officials quoted by the ${title}`, slug: `unnamed-${slug}` }
    return { id: made(), name: title, slug, unnamed }
  })
  const weights = zipf(size.speakers)
  const drawn = weights.map(() => (chance.next() * 2 - 1) * MOST_SKILL)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const mean = weights.reduce((total, weight, n) => total + weight * at(drawn, n), 0) / sum
  const speakers = weights.map((_, n): SimulatedSpeaker => {
    const isPerson = chance.happens(0.75)
    const title = isPerson ? `${name(chance)} ${name(chance)}` : `${name(chance)} ${chance.oneOf(BODIES)}`
    return {
      ...{ id: made(), name: title, slug: `${slugOf(title)}-${n + 1}`, publisher: null },
      ...{ kind: isPerson ? 'person' : 'organisation', skill: at(drawn, n) - mean },
    }
  })
  const phraseIndex = weightedIndex(PHRASES.map(({ share }) => share))
  return {
    ...{ speakers, publishers, topics },
    ...{ speakerIndex: weightedIndex(weights), publisherIndex: weightedIndex(zipf(size.publishers)) },
    phrase: (drawing) => at(PHRASES, phraseIndex(drawing)),
  }
}

const slugOf = (title: string): string => title.toLowerCase().replace(/[^a-z]+/g, '-')
