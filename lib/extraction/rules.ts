import type { Day } from '@/lib/core/days'
import { Anchors } from './rules/anchors'
import { readAttributions, toAttribution } from './rules/attributions'
import { readClaims } from './rules/claims'
import { quotedBy, reachOf } from './rules/continued-quotes'
import type { FoundAttribution } from './rules/cues'
import { languageOf } from './rules/language'
import { type Passage, readText } from './rules/passages'
import { readQuantities } from './rules/quantities'
import { References } from './rules/references'
import { VERSIONS } from './rules/registry'
import { readTimes, toTimes } from './rules/times'
import { tokenize } from './rules/tokens'
import { ALONE, worthInCompany } from './rules/worthiness'
import type { Due, Extraction } from './schema'

/** All rule families with their versions, as kept with what they made: another version means that a re-run may differ. */
export const EXTRACTOR_VERSION = Object.entries(VERSIONS)
  .map(([family, version]) => `${family}@${version}`)
  .join(' ')

export type ExtractInput = {
  /** The cleaned body; offsets in the result count its UTF-16 code units. */
  text: string
  /** The day it was said; without it nothing relative ("Friday", "last week") is read. */
  publishedOn: Day | null
  publisher?: string | null
  /** ISO 3166 alpha-2 of the publisher: date order, fiscal years, what "$" means. */
  country?: string | null
}

/**
 * Reads a text into sentences, quantities, times, attributions and claims; of a text in another language than English
 * nothing but which one it is. Pure and deterministic, linear in the
 * length of the text; throws nothing for any input string.
 */
export function extract({ text, publishedOn, country = null }: ExtractInput): Extraction {
  const words = tokenize(text)
  const language = languageOf(text, words)
  if (language !== null && language !== 'en')
    return { language, sentences: [], quantities: [], times: [], attributions: [], claims: [] }
  const reading = readText(text, words)
  const { tokens, passages } = reading
  const times = readTimes({ text, tokens, said: publishedOn, country, sentences: passages })
  const quantities = readQuantities({ text, tokens, country, dates: times.filter((time) => time.isDate) })
  const references = new References(reading)
  const result: Extraction = {
    language,
    sentences: [],
    quantities,
    times: [],
    attributions: [],
    claims: [],
  }
  for (const time of times) result.times.push(...toTimes(text, tokens, time))
  const anchors = new Anchors(tokens, times)
  const timesOf = windowed(times)
  const quantitiesOf = windowed(quantities)
  const found = passages.map((passage) => readAttributions(reading, passage))
  const all: FoundAttribution[] = []
  for (const attributions of found) all.push(...attributions)
  const quoted = quotedBy(reading, all)
  const reach = reachOf(reading, all, quoted)
  let company = ALONE
  let previous: Due | null = null
  for (const [index, passage] of passages.entries()) {
    const attributions = found[index] ?? []
    const mine = timesOf(passage)
    const figures = quantitiesOf(passage)
    for (const one of attributions) result.attributions.push(toAttribution(reading, one, reach.get(one)))
    const { claims, leftOut } = readClaims({
      reading,
      passage,
      attributions,
      references,
      quoted,
      quantities: figures.items,
      quantityFrom: figures.from,
      times: mine.items,
      anchors,
      said: publishedOn,
      previous,
    })
    result.claims.push(...claims)
    previous = claims.at(-1)?.due ?? null
    const { start, end, first, last, isQuestion, isHeading } = passage
    const hasPastDate = mine.items.length > 0
    const worth = isHeading
      ? { score: 0, company }
      : worthInCompany(
          { tokens, first, last, quantities: figures.items, hasPastDate, hasDue: false, isQuestion },
          company,
        )
    company = worth.company
    result.sentences.push({ start, end, checkWorthiness: worth.score, leftOut })
    references.learn(passage, attributions)
  }
  return result
}

/** Walks an ordered list once: for each sentence in turn, the items that begin inside it and the index of the first. */
function windowed<Item extends { start: number }>(items: readonly Item[]) {
  let from = 0
  return ({ start, end }: Passage): { items: readonly Item[]; from: number } => {
    while ((items[from]?.start ?? Number.POSITIVE_INFINITY) < start) from++
    let to = from
    while ((items[to]?.start ?? Number.POSITIVE_INFINITY) < end) to++
    return { items: items.slice(from, to), from }
  }
}
