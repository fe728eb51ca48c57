import type { Day } from '@/lib/core/days'
import { addDays } from '@/lib/core/days'
import { textProblem } from '@/lib/core/text'
import { addressKey, domainOf } from './address'
import { type CleanText, cleanText } from './cleaning'

/** Rises with every change of the rules that can change a body, so that a snapshot names what made it. */
export const CLEANER_VERSION = '1'

/** The publisher of an article that names none and has no address. */
export const UNKNOWN_PUBLISHER = 'Unknown publisher'
export const isUnknownPublisher = (name: string): boolean => name === UNKNOWN_PUBLISHER

/** Control characters in any number but a few mean that a file is no text, whatever its ending says. */
const MANY_CONTROLS = 8

/** Why a text cannot be imported, in words for the person who gave it; null when it can. */
export function importProblem(text: string): string | null {
  const problem = textProblem(text)
  if (problem) return problem
  const replaced = countOf(text, /\ufffd/g)
  if (replaced > 0 && replaced * 200 > text.length)
    return 'Much of it is no readable text: it was probably not saved as UTF-8. Save it as UTF-8 and try again.'
  if (countOf(text, /(?![\t\n\v\f\r])\p{Cc}/gu) > MANY_CONTROLS)
    return 'It contains control characters as a program or a picture does, so it is not a text. Choose a text file.'
  if (!hasLetters(text, FEWEST_LETTERS)) return 'It has hardly any words, so it is no article. Nothing was stored.'
  return null
}

/** Fewer letters than the shortest sentence that claims something. */
const FEWEST_LETTERS = 20

function hasLetters(text: string, fewest: number): boolean {
  let count = 0
  for (const _ of text.matchAll(/\p{L}/gu)) if (++count >= fewest) return true
  return false
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(pattern)) count++
  return count
}

/** What a person or a command line says about a text; what is null is read from the text. */
export type Given = {
  text: string
  url: string | null
  title: string | null
  publisher: string | null
  byline: string | null
  publishedOn: Day | null
}

/** What is known about an article before it is stored: what was given, else what cleaning found, else what stands in. */
export type Understood = Pick<
  CleanText,
  'body' | 'byline' | 'publishedOn' | 'publishedOnBasis' | 'candidates' | 'cut'
> & {
  title: string
  /** Where the title comes from; a title made of the first sentence can be corrected. */
  titleFrom: 'given' | 'text' | 'first sentence'
  publisher: string
  publisherFrom: 'given' | 'text' | 'address' | 'nowhere'
}

/**
 * Reads a text for import. `importedOn`: the newsroom's day. `country`: of the publisher, where it is known.
 * A day that a person gives may be one day ahead of the newsroom's, because it may be tomorrow where the paper is.
 */
export function understand(
  given: Given,
  { importedOn, country }: { importedOn: Day; country: string | null },
): Understood {
  const clean = cleanText(given.text, { publishedOn: given.publishedOn, latestOn: importedOn, country })
  const domain = given.url && domainOf(given.url)
  const title = given.title ?? clean.title
  return {
    title: (title ?? firstSentence(clean.body)).slice(0, 300),
    titleFrom: given.title ? 'given' : clean.title ? 'text' : 'first sentence',
    publisher: (given.publisher ?? clean.publisher ?? domain ?? UNKNOWN_PUBLISHER).slice(0, 200),
    publisherFrom: given.publisher ? 'given' : clean.publisher ? 'text' : domain ? 'address' : 'nowhere',
    byline: given.byline ?? clean.byline?.slice(0, 300) ?? null,
    publishedOn: clean.publishedOn,
    publishedOnBasis: given.publishedOn ? 'Given at import' : clean.publishedOnBasis,
    candidates: clean.candidates,
    cut: clean.cut,
    body: clean.body,
  }
}

/** Why a publication day cannot be right, seen from the newsroom's day; null when it can. */
export const dayProblem = (publishedOn: Day, importedOn: Day): string | null =>
  publishedOn > addDays(importedOn, 1)
    ? 'This day is still to come. Enter the day on which the article was published.'
    : null

/** The beginning of a body as a stand-in for its title: at most 110 characters, cut between words. */
export function firstSentence(body: string): string {
  const line = body.slice(0, 600).trim().split('\n', 1)[0] ?? ''
  if (line.length <= 110) return line
  const cut = line.slice(0, 110)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60)).replace(/[\s,;:–—-]+$/, '')} …`
}

/** What makes an article the same one: its address, else the text that was first imported. */
export const fingerprintOf = (canonicalUrl: string | null, bodyHash: string): string =>
  canonicalUrl ? `url:${addressKey(canonicalUrl)}` : `text:${bodyHash}`

export type KnownSnapshot = { rawHash: string; bodyHash: string }

/** The same text, from the cover or after cleaning, changes nothing; any other is a new snapshot. */
export const isKnownText = (snapshots: readonly KnownSnapshot[], text: KnownSnapshot): boolean =>
  snapshots.some((known) => known.rawHash === text.rawHash || known.bodyHash === text.bodyHash)

/** Whether every character is one UTF-16 unit, so that offsets equal PostgreSQL's character positions. */
export const isBmp = (text: string): boolean => !/[\ud800-\udfff]/.test(text)
