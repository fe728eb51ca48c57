import { contentWords } from '@/lib/claims/rules/matching-words'
import type { StatedEvent } from './event-words'

const shared = (a: readonly string[], b: readonly string[]): string[] => a.filter((word) => b.includes(word))
const isPartOf = (a: readonly string[], b: readonly string[]): boolean => a.every((word) => b.includes(word))

/** How much of the smaller one's names and things has to be in both. */
const SHARE = 0.6
/** Where these are what is done, the rest is what is wished for. */
const ASKING = new Set(['ask', 'urge', 'invite', 'call', 'request', 'demand', 'encourage', 'press'])

/**
 * A name as it is known among others: by its last word; by that of the longer name which it shortens ("Halvard" of "Halvard
 * Motors"); with all its words where somebody else has the last one ("Petra Vane" beside "Loris Vane").
 */
function nameAmong(name: readonly string[], others: readonly (readonly string[])[]): string {
  const last = name.at(-1) ?? ''
  const first = name[0] ?? ''
  const longer = name.length === 1 ? others.find((other) => other.length > 1 && other.includes(last)) : undefined
  if (longer) return longer.at(-1) ?? last
  const whole = others.find((other) => other.length === 1 && name.includes(other[0] ?? ''))
  if (whole) return whole[0] ?? last
  const namesakes = others.filter((other) => other.at(-1) === last)
  const isSomebodyElse =
    name.length > 1 && namesakes.length > 0 && namesakes.every((other) => other.length > 1 && !other.includes(first))
  return isSomebodyElse ? name.join(' ') : last
}

/** Whether a thing that both name is of one kind here and of another there: a water bill is no housing bill. */
function isAnotherKind(a: StatedEvent, b: StatedEvent): boolean {
  return [...a.kinds].some(([thing, kind]) => {
    const other = b.kinds.get(thing)
    return other !== undefined && other !== kind && !b.allThings.includes(kind) && !a.allThings.includes(other)
  })
}

/** Whether the doing is done to two things, neither of which the other one names: a report is published here, a budget there. */
function isDoneToAnother(act: string, a: StatedEvent, b: StatedEvent): boolean {
  const [one, other] = [a.objects.get(act), b.objects.get(act)]
  if (one === undefined || other === undefined || one === other) return false
  return !b.allThings.includes(one) && !a.allThings.includes(other)
}

/**
 * Whether two statements are about one event: what the first says is done is done in the second too, no name on either side has
 * another one in its place, and at least two names or things are in common, which are most of what the shorter one has.
 * The doings in common, or null; `score` is the share of the shorter one that is in both.
 */
export function sameEvent(a: StatedEvent, b: StatedEvent): { acts: string[]; score: number } | null {
  const [main = a.lightActs[0]] = a.acts
  const acts = shared(a.acts.length > 0 ? a.acts : a.lightActs, [...b.acts, ...b.lightActs])
  if (main === undefined || !acts.includes(main) || b.acts.some((act) => ASKING.has(act) && !acts.includes(act)))
    return null
  if (isDoneToAnother(main, a, b)) return null
  const score = sharedWords(a, b)
  return score === null ? null : { acts, score }
}

const OF_FIGURES = 'percent percentage point rate year million billion trillion'

/**
 * Whether two statements that give figures are about one measure: as events, but whatever the verbs are, with each doing for a
 * thing ("growth", "spending"). The units say nothing, and what is counted here must not be something else there.
 */
export function sameMeasure(a: StatedEvent, b: StatedEvent, units: readonly string[]): { score: number } | null {
  const ofFigures = new Set(
    contentWords([OF_FIGURES, ...units, ...units.map((unit) => unit.replace('metre', 'meter'))].join(' ')),
  )
  const [one, other] = [measureOf(a, ofFigures), measureOf(b, ofFigures)]
  const isElsewhere = (things: readonly string[], event: StatedEvent) =>
    things.some(
      (thing) => !event.allThings.includes(thing) && !event.acts.includes(thing) && !event.names.includes(thing),
    )
  if (isElsewhere(one.things, other) && isElsewhere(other.things, one)) return null
  const score = sharedWords(withActs(one), withActs(other))
  return score === null ? null : { score }
}

function measureOf(event: StatedEvent, ofFigures: ReadonlySet<string>): StatedEvent {
  const without = (words: readonly string[]) => words.filter((word) => !ofFigures.has(word))
  const fullNames = event.fullNames.filter((name) => !name.every((word) => ofFigures.has(word)))
  const { things, allThings, names } = event
  const kinds = new Map([...event.kinds].filter(([, kind]) => !ofFigures.has(kind)))
  return { ...event, kinds, names: without(names), fullNames, things: without(things), allThings: without(allThings) }
}

const withActs = (event: StatedEvent): StatedEvent => ({
  ...event,
  things: [...new Set([...event.things, ...event.acts])],
  allThings: [...new Set([...event.allThings, ...event.acts])],
})

/** The share of the shorter one's names and things that is in both; null where that is too little, or a name stands for another. */
function sharedWords(a: StatedEvent, b: StatedEvent): number | null {
  const bNames = [...new Set(b.fullNames.map((name) => nameAmong(name, a.fullNames)))]
  const [aAll, bAll] = [
    [...a.names, ...a.allThings],
    [...bNames, ...b.allThings],
  ]
  if (!isPartOf(a.names, bAll) && !isPartOf(bNames, aAll)) return null
  if (isAnotherKind(a, b)) return null
  const names = [...new Set([...shared(a.names, bAll), ...shared(bNames, aAll)])]
  const things = [...new Set([...shared(a.things, b.allThings), ...shared(b.things, a.allThings)])].filter(
    (thing) => !names.includes(thing),
  )
  const found = names.length + things.length
  const least = Math.min(a.names.length + a.things.length, bNames.length + b.things.length)
  if (found < 2 || found < SHARE * least) return null
  return Math.min(1, found / Math.max(2, least))
}
