import { foldKey } from '@/lib/core/text'

const WORD = /[\p{L}\p{N}]+(?:[.,'-][\p{L}\p{N}]+)*/gu

/** Words that two unrelated statements share all the time, so they say nothing about sameness. */
const STOP = new Set(
  `a an the this that these those of in on at to for from by with as into onto over under about after before during between
  and or but nor so than then while when where which who whom whose what it its he she his her they them their we our us
  i you your is are was were be been being am has have had do does did will would shall should can could may might must
  not no also more most some any all both each other such own there here out up down off said says say saying told
  according reported reports`.split(/\s+/),
)

/** A word without its commonest endings, so that "visits", "visited" and "visiting" meet. Not a dictionary form. */
export function stemOf(word: string): string {
  let stem = word.replace(/'s?$/, '')
  if (/\d/.test(stem)) return stem.replace(/,(?=\d{3}\b)/g, '')
  stem = stem.replace(/\./g, '')
  if (stem.length > 4 && stem.endsWith('ies')) return `${stem.slice(0, -3)}y`
  if (stem.length > 6 && stem.endsWith('ments')) return stem.slice(0, -5)
  if (stem.length > 6 && stem.endsWith('ment')) return stem.slice(0, -4)
  if (stem.length > 5 && stem.endsWith('ing')) return undouble(stem.slice(0, -3))
  if (stem.length > 4 && stem.endsWith('ed')) return undouble(stem.slice(0, -2))
  if (stem.length > 3 && stem.endsWith('s') && !stem.endsWith('ss')) return stem.slice(0, -1)
  return stem
}

const undouble = (stem: string): string => (/([bdgklmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem).replace(/e$/, '')

/** The words of a text that carry meaning, folded and stemmed, in order. */
export function contentWords(text: string): string[] {
  const words: string[] = []
  for (const [word] of foldKey(text).matchAll(WORD)) {
    if (STOP.has(word)) continue
    const stem = stemOf(word)
    if (stem.length > 1 || /\d/.test(stem)) words.push(stem.length > 4 ? stem.replace(/e$/, '') : stem)
  }
  return words
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}.'’-]*/gu

/**
 * The proper names in a text, as single folded words, each once: capitalised words, but not the first word of a sentence
 * unless it stands capitalised elsewhere or is followed by another capital. Titles do not count.
 */
export function nameWords(text: string): string[] {
  const found: string[] = []
  for (const match of text.matchAll(NAME)) {
    const raw = match[0].replace(/['’]s?$/u, '').replace(/[.-]+$/, '')
    const key = stemOf(foldKey(raw))
    if (key.length < 2 || STOP.has(foldKey(raw)) || NO_NAME.has(key) || found.includes(key)) continue
    if (match.index === 0 && !isCapitalisedAgain(text, raw, match.index) && !/^\s+\p{Lu}/u.test(text.slice(raw.length)))
      if (!/^\p{Lu}{2,}/u.test(raw)) continue
    found.push(key)
  }
  return found
}

const isCapitalisedAgain = (text: string, word: string, at: number): boolean => text.indexOf(word, at + 1) > 0

/** Capitalised without naming anybody: titles, months, weekdays, and the openers of sentences. */
const NO_NAME = new Set(
  `president prime minister foreign mr mrs ms dr sir senator governor chancellor secretary general king queen emperor
  chairman chairwoman chief january february march april may june july august september october november december jan feb
  mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday if when`
    .split(/\s+/)
    .map(stemOf),
)
