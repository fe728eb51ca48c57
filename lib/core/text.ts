/** Offsets are [start, end) in UTF-16 code units, as JavaScript counts, into one immutable text. */
export type Span = { start: number; end: number }

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const spansTouch = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const spanHolds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** How many characters of context a TextQuoteSelector keeps on each side. */
export const QUOTE_CONTEXT = 32

/** The W3C TextQuoteSelector of a span: exact, prefix, suffix. Never cuts a surrogate pair in two. */
export function quoteSelector(text: string, span: Span): { quote: string; prefix: string; suffix: string } {
  const before = onBoundary(text, Math.max(0, span.start - QUOTE_CONTEXT))
  const after = onBoundary(text, Math.min(text.length, span.end + QUOTE_CONTEXT))
  return { quote: sliceOf(text, span), prefix: text.slice(before, span.start), suffix: text.slice(span.end, after) }
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const onBoundary = (text: string, offset: number): number =>
  isLowSurrogate(text.charCodeAt(offset)) ? offset + 1 : offset

const CONTROLS = /(?![\t\n\r])\p{Cc}/u
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/

/** Why a text cannot be stored, in words for the person who sent it; null when it can. */
export function textProblem(text: string): string | null {
  if (text.includes('\0')) return 'It contains NUL bytes, so it is not a text. Nothing was stored.'
  if (CONTROLS.test(text)) return 'It contains control characters that no article has. Remove them and try again.'
  if (BIDI_OVERRIDES.test(text))
    return 'It contains hidden direction overrides that can make a text read differently from what it says. Remove them and try again.'
  if (!text.isWellFormed()) return 'It contains half characters (broken Unicode). Save it as UTF-8 and try again.'
  return null
}

/** Folds case, accents, quotes and white space: two strings with the same key read the same. For looking up, never for showing. */
export const foldKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”‟″]/g, '"')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
