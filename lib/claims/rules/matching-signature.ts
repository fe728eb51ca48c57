import { bandsOf, hash32 } from '@/lib/core/minhash'
import { contentWords, eventWords } from './matching-words'

/**
 * The 20 band values of a text; empty for a text without words. A shingle is one meaning-carrying word: claims are short, and
 * with pairs a third of the words dropped would lose two thirds of the shingles.
 */
export const minHashBands = (text: string): number[] =>
  bandsOf([...new Set(contentWords(text))].map((word) => hash32(word, 0)))

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
