/** A number generator that gives the same row for the same seed: 0 <= n < 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SYLLABLES = 'bar cor den fal gar hul kes lin mor nor ost pel quil ras sten tor ul ver wyn yar'.split(' ')
const TOPICS = [
  'harbor|quay|containers|cranes|dredging|tonnage|pilots|wharf|shipping line|ferry',
  'budget|deficit|levy|council tax|grants|savings|auditors|reserves|spending plan|bond',
  'flood|levee|river gauge|pumps|evacuation|rainfall|embankment|insurers|culvert|reservoir',
  'tram line|depot|fares|timetable|drivers|rolling stock|tender|track work|stops|operator',
]
const VERBS =
  'approved|delayed|questioned|defended|rejected|announced|reviewed|doubled|halved|postponed|inspected|praised'
const FRAMES = [
  '{who} {verb} the {thing} on {day}, {reason}.',
  'The {thing} was {verb} after {who} had met the {thing} board for {n} hours.',
  'According to {who}, the {thing} will cost EUR {n} million, {reason}.',
  'Some {n} people wrote to {who} about the {thing} and the {thing}.',
  '"We looked at the {thing} again and {reason}," {who} told reporters on {day}.',
  'In {n} of the past years the {thing} had been {verb} before the {thing}.',
]
const REASONS =
  'while the opposition called it far too early|because the old figures no longer held|although nobody had asked for it|as had been expected for weeks|so that work can begin before winter'
const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday'

/** A generated article of `paragraphs` paragraphs on one of four topics; the same seed, the same article. */
export function generatedArticle(seed: number, { topic = seed % 4, paragraphs = 12 } = {}): string[] {
  const next = numbersFrom(seed + 1)
  const oneOf = (words: string): string => {
    const list = words.split('|')
    return list[Math.floor(next() * list.length)] ?? ''
  }
  const name = (): string => {
    const word = `${SYLLABLES[Math.floor(next() * 20)]}${SYLLABLES[Math.floor(next() * 20)]}`
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const people = Array.from({ length: 5 }, () => `${name()} ${name()}`)
  const things = TOPICS[topic % TOPICS.length] ?? ''
  const sentence = (): string =>
    (FRAMES[Math.floor(next() * FRAMES.length)] ?? '').replace(/\{(\w+)\}/g, (_, slot: string) => {
      if (slot === 'who') return people[Math.floor(next() * people.length)] ?? ''
      if (slot === 'n') return String(2 + Math.floor(next() * 900))
      return oneOf({ verb: VERBS, thing: things, day: DAYS, reason: REASONS }[slot] ?? '')
    })
  return Array.from({ length: paragraphs }, () =>
    Array.from({ length: 2 + Math.floor(next() * 2) }, sentence).join(' '),
  )
}

/** What publishers do to a text that they take over. Parts are shares, 0..1. */
export type Edits = { cutTail?: number; added?: number; wordsChanged?: number; dateline?: boolean; credit?: boolean }

/** A copy of an article as another publisher prints it. */
export function copyOf(paragraphs: readonly string[], seed: number, edits: Edits): string[] {
  const { cutTail = 0, added = 0, wordsChanged = 0, dateline = true, credit = true } = edits
  const next = numbersFrom(seed + 7_000_003)
  const kept = paragraphs.slice(0, Math.max(1, Math.round(paragraphs.length * (1 - cutTail))))
  const words = kept.map((paragraph) =>
    paragraph.replace(/\S+/g, (word) => (next() < wordsChanged ? `${word.toLowerCase()}s` : word)),
  )
  const own = generatedArticle(seed + 9_000_011, { paragraphs: Math.round(added * paragraphs.length) })
  const at = Math.floor(next() * (words.length + 1))
  const body = [...words.slice(0, at), ...own, ...words.slice(at)]
  if (dateline) body[0] = `NORHAVEN (Coastwire), Nov. 3. ${body[0] ?? ''}`
  return credit ? [...body, 'Reporting by the Coastwire agency; edited for this newspaper.'] : body
}
