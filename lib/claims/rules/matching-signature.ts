import { contentWords, eventWords } from './matching-words'

/**
 * MinHash over the set of meaning-carrying words (a shingle is one word: claims are short, and with pairs a third of
 * the words dropped would lose two thirds of the shingles). 80 hashes in 20 bands of 4; two texts that share a fraction s of
 * their words meet in at least one band with probability 1 - (1 - s^4)^20: 0.997 at 0.7, 0.9 at 0.57, 0.03 at 0.2.
 */
export const BANDS = 20
const ROWS = 4

/** 32-bit FNV-1a with a final mix (murmur3's), so that near strings lie far apart. */
function hash32(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h)
}

function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const SEEDS = Array.from({ length: BANDS * ROWS }, (_, index) => mix(0x9e3779b9 * (index + 1)))

/** The 20 band values of a text; empty for a text without words. Signed 32-bit, as PostgreSQL's int is. */
export function minHashBands(text: string): number[] {
  const hashes = [...new Set(contentWords(text))].map((word) => hash32(word, 0))
  if (hashes.length === 0) return []
  const bands: number[] = []
  for (let band = 0; band < BANDS; band++) {
    let value = mix(band + 1)
    for (let row = 0; row < ROWS; row++) {
      const seed = SEEDS[band * ROWS + row] ?? 0
      let least = 0xffffffff
      for (const hash of hashes) least = Math.min(least, mix(hash ^ seed))
      value = mix(value ^ least)
    }
    bands.push(value | 0)
  }
  return bands
}

const EVENT_NAMES = 5
const EVENT_WORDS = 12

/**
 * Keys of what a prediction is about: each pair of its names with each further word ("japan, trump, visit"). Predictions of
 * one event are worded too differently for MinHash ("arranging for … to visit", "will visit … from 27 to 29"), but share
 * a few of these.
 */
export function eventKeys(text: string): number[] {
  const event = eventWords(text)
  const names = event.names.slice(0, EVENT_NAMES).sort()
  const keys = new Set<number>()
  names.forEach((first, index) => {
    for (const second of names.slice(index + 1)) {
      for (const word of event.words.slice(0, EVENT_WORDS))
        keys.add(hash32(`${first}|${second}|${word}`, 0x65766e74) | 0)
    }
  })
  return [...keys]
}

/** What is stored as `signature` and looked up by overlap (GIN): the bands, and for predictions the event keys behind them. */
export const signatureOf = (text: string, kind: string): number[] =>
  kind === 'prediction' ? [...minHashBands(text), ...eventKeys(text)] : minHashBands(text)
