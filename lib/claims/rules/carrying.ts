import type { Span } from '@/lib/core/text'

/** Where the words of an earlier text stand in a later one. `unclear`: at several places, and the words around do not tell. */
export type Carried = { outcome: 'found'; span: Span } | { outcome: 'gone' } | { outcome: 'unclear' }

/** Characters on each side that are compared where a quote stands more than once: about three paragraphs. */
const CONTEXT = 1500
/** Agreement, both sides together, below which the words around say nothing: a few words of chance. */
const LEAST_CONTEXT = 24
/** More places than anybody would look through; a quote that stands so often says nothing by its place. */
export const MOST_PLACES = 50

const WORD = /[\p{L}\p{M}\p{N}]/u
const before = (text: string, at: number): string => text.slice(Math.max(0, at - 2), at)

/** Whether [start, end) cuts a word or a figure in two ("14 people" in "114 people", "5 million" in "2.5 million"). */
function cutsWord(text: string, { start, end }: Span): boolean {
  const [last = ''] = [...before(text, start)].slice(-1)
  const first = String.fromCodePoint(text.codePointAt(start) ?? 0)
  if (WORD.test(last) && WORD.test(first)) return true
  if (/\d[.,]$/.test(before(text, start)) && /\d/.test(first)) return true
  const [inner = ''] = [...before(text, end)].slice(-1)
  const following = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 0) : ''
  if (WORD.test(inner) && WORD.test(following)) return true
  return /\d/.test(inner) && /^[.,]\d/.test(text.slice(end, end + 2))
}

/**
 * All places of a quote in a text, at most MOST_PLACES + 1, also where they overlap. Where it is a part of a longer word or figure
 * it is something else; `isWhole: false` allows that, for a quote that was so from the beginning.
 */
export function placesOf(text: string, quote: string, isWhole = true): Span[] {
  const places: Span[] = []
  let at = text.indexOf(quote)
  while (at >= 0 && places.length <= MOST_PLACES) {
    const place = { start: at, end: at + quote.length }
    if (!isWhole || !cutsWord(text, place)) places.push(place)
    at = text.indexOf(quote, at + 1)
  }
  return places
}

/** A place as it was made: the text it points into, and its span. */
export type MadeAt = Span & { body: string }

/** The places in a later text that have a candidate's words as they were meant: whole words where they were whole. */
export const placesIn = (body: string, from: MadeAt): Span[] =>
  placesOf(body, from.body.slice(from.start, from.end), !cutsWord(from.body, from))

/**
 * Carries the words at a place of an earlier text to a later text by exact text. Where they stand once in both, that is the
 * place. Where they stand more often, each place of the earlier text goes to the later place with which it shares most of the
 * words around it, the surest first; a tie, or hardly anything in common, is `unclear` (never a guess).
 */
export function carry(from: MadeAt, body: string): Carried {
  const places = placesIn(body, from)
  if (places.length === 0) return { outcome: 'gone' }
  const earlier = placesIn(from.body, from)
  const [only] = places
  if (only && places.length === 1 && earlier.length === 1) return { outcome: 'found', span: only }
  if (places.length > MOST_PLACES || earlier.length > MOST_PLACES) return { outcome: 'unclear' }
  return assign(
    agreements(from.body, earlier, body, places),
    earlier.findIndex((place) => place.start === from.start),
    places,
  )
}

type Agreement = { earlier: number; later: number; shared: number }

function agreements(text: string, earlier: readonly Span[], body: string, later: readonly Span[]): Agreement[] {
  return earlier.flatMap((one, i) =>
    later.map((other, j) => ({
      earlier: i,
      later: j,
      shared: sharedBefore(text, one.start, body, other.start) + sharedAfter(text, one.end, body, other.end),
    })),
  )
}

/** Surest pairs first; all pairs of one strength that meet in a place are a tie, and nothing is said about their places. */
function assign(pairs: readonly Agreement[], own: number, places: readonly Span[]): Carried {
  const open = pairs.filter(({ shared }) => shared >= LEAST_CONTEXT).sort((a, b) => b.shared - a.shared)
  const [gone, taken] = [new Set<number>(), new Set<number>()]
  for (const { shared } of open) {
    const level = open.filter((pair) => pair.shared === shared && !gone.has(pair.earlier) && !taken.has(pair.later))
    for (const pair of level) {
      const isTie = level.some(
        (other) => other !== pair && (other.earlier === pair.earlier || other.later === pair.later),
      )
      const span = places[pair.later]
      if (pair.earlier === own) return isTie || !span ? { outcome: 'unclear' } : { outcome: 'found', span }
    }
    for (const pair of level) {
      gone.add(pair.earlier)
      taken.add(pair.later)
    }
  }
  return taken.size === places.length ? { outcome: 'gone' } : { outcome: 'unclear' }
}

function sharedBefore(a: string, i: number, b: string, j: number): number {
  const most = Math.min(CONTEXT, i, j)
  let shared = 0
  while (shared < most && a.charCodeAt(i - 1 - shared) === b.charCodeAt(j - 1 - shared)) shared++
  return shared
}

function sharedAfter(a: string, i: number, b: string, j: number): number {
  const most = Math.min(CONTEXT, a.length - i, b.length - j)
  let shared = 0
  while (shared < most && a.charCodeAt(i + shared) === b.charCodeAt(j + shared)) shared++
  return shared
}
