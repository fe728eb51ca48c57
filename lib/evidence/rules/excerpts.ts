import { trimSpan } from '@/lib/claims/rules/extracting'
import { quoteSelector, type Span } from '@/lib/core/text'

/** Where an excerpt stands in a copy. `excerpt` is what stands there, sign by sign. */
export type ExcerptPlace = { excerpt: string; start: number; end: number; prefix: string; suffix: string }

/**
 * The place of an excerpt in a copy's text. What was selected comes with its span; words that were typed or pasted are looked
 * up, first as they are, then with white space, quotation marks and dashes alike. Null where they do not stand there.
 */
export function placeOf(text: string, excerpt: string, selected: Span | null): ExcerptPlace | null {
  const wanted = excerpt.replace(/\r\n?/g, '\n')
  const found = isSelected(text, wanted, selected) ? selected : (exactSpan(text, wanted) ?? likeSpan(text, wanted))
  const span = found && trimSpan(text, found)
  if (span === null) return null
  const { quote, prefix, suffix } = quoteSelector(text, span)
  return { excerpt: quote, ...span, prefix, suffix }
}

/** Whether the words stand in the text as they are. */
export const standsIn = (text: string | null, excerpt: string): boolean => text?.includes(excerpt) ?? false

/** A text as it is looked up: what reads alike is alike. */
export const foldedText = (text: string): string => fold(text).text

const isSelected = (text: string, wanted: string, span: Span | null): span is Span =>
  span !== null && fold(text.slice(span.start, span.end)).text === fold(wanted).text && wanted !== ''

function exactSpan(text: string, wanted: string): Span | null {
  const start = text.indexOf(wanted)
  return start < 0 || wanted === '' ? null : { start, end: start + wanted.length }
}

function likeSpan(text: string, wanted: string): Span | null {
  const [folded, sought] = [fold(text), fold(wanted).text]
  const at = sought === '' ? -1 : folded.text.indexOf(sought)
  if (at < 0) return null
  const [start, last] = [folded.offsets[at], folded.offsets[at + sought.length - 1]]
  return start === undefined || last === undefined ? null : { start, end: last + 1 }
}

const ALIKE: readonly (readonly [signs: string, as: string])[] = [
  ['‘’‛′`', "'"],
  ['“”„‟″«»', '"'],
  ['‐‑‒–—―−', '-'],
]
const LIKE = new Map(ALIKE.flatMap(([signs, as]) => [...signs].map((sign) => [sign, as] as const)))

/** A text in which what reads alike is alike, with the offset that each of its UTF-16 units had. No white space at its ends. */
function fold(text: string): { text: string; offsets: number[] } {
  const units: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    const isSpace = /[\s\u00a0\u200b]/.test(unit)
    if (isSpace && (units.length === 0 || units.at(-1) === ' ')) continue
    units.push(isSpace ? ' ' : (LIKE.get(unit) ?? unit))
    offsets.push(at)
  }
  if (units.at(-1) === ' ') units.pop()
  return { text: units.join(''), offsets }
}

/** What a place says in the terms of the W3C Web Annotation Data Model (section 4.2), with the copy it is of. */
export const selectorsOf = (
  { excerpt, start, end, prefix, suffix }: ExcerptPlace,
  copy: { address: string | null; textHash: string },
) => ({
  type: 'SpecificResource' as const,
  ...(copy.address === null ? {} : { source: copy.address }),
  state: { type: 'HashState' as const, value: `sha256:${copy.textHash}` },
  selector: [
    { type: 'TextQuoteSelector' as const, exact: excerpt, prefix, suffix },
    { type: 'TextPositionSelector' as const, start, end },
  ],
})
