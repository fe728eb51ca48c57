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
    if ((stem.length > 1 || /\d/.test(stem)) && !STOP.has(stem))
      words.push(stem.length > 4 ? stem.replace(/e$/, '') : stem)
  }
  return words
}

const NAME_RUN = /\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+\p{Lu}[\p{L}\p{N}.'’-]*)*/gu

/** Capitalised without naming anybody: titles, months, weekdays, openers of sentences, and the commonest nationalities. */
const NO_NAME =
  stems(`president prime minister foreign mr mrs ms dr sir senator governor chancellor secretary general king
  queen emperor chairman chairwoman chief january february march april may june july august september october november
  december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday if us
  uk un eu new first mayor premier`)

/** Words of every prediction, which say nothing about its event. */
const MODAL =
  stems(`expect plan set schedule consider aim hope likely announce intend due propose arrange possible possibly
  probably official officially year month week day last next later early late latter half realize`)

/** The names in a text, and the further words that say what happens, both folded and stemmed, each once. */
export type EventWords = { names: string[]; words: string[] }

/**
 * What a statement is about. A name is a run of capitalised words ("Jo Doe"), known by its last one ("doe"). Titles, months and
 * weekdays are no names; the word that opens the text counts as one, which does no harm: a link needs two.
 */
export function eventWords(text: string): EventWords {
  const names = new Set<string>()
  const inNames = new Set<string>()
  for (const match of text.matchAll(NAME_RUN)) {
    for (const run of nameRuns(match[0])) {
      if (run.length === 0) continue
      for (const word of run) inNames.add(word)
      names.add(run.at(-1) ?? '')
    }
  }
  const words = [...new Set(contentWords(text))].filter(
    (word) => !inNames.has(word) && !NO_NAME.has(word) && !MODAL.has(word) && !/\d/.test(word),
  )
  return { names: [...names], words }
}

/** The names in a text with all their words, folded and stemmed: "Jo Doe of Halvard Motors" holds [jo, doe] and [halvard, motor]. */
export const namesIn = (text: string): string[][] =>
  [...text.matchAll(NAME_RUN)].flatMap((match) => nameRuns(match[0])).filter((run) => run.length > 0)

/** A capitalised run cut at its titles: "US President Jo Doe" holds the one name "jo doe". */
function nameRuns(run: string): string[][] {
  const runs: string[][] = [[]]
  for (const word of run.split(/\s+/)) {
    const key = contentWords(word).at(-1)
    if (key === undefined || NO_NAME.has(key)) runs.push([])
    else runs.at(-1)?.push(key)
  }
  return runs
}

function stems(words: string): Set<string> {
  return new Set(words.split(/\s+/).flatMap((word) => contentWords(word)))
}
