import type { Span } from '@/lib/core/text'

const WORD = /[\p{L}\p{N}$€£¥#@%]+(?:[.,'’:/-][\p{L}\p{N}%]+)*[.%]?/gu

/** The words of a text, as spans. A closing full stop is not part of a word, "U.S." keeps its own. */
function wordsNear(text: string, from: number, to: number): Span[] {
  const words: Span[] = []
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const start = from + match.index
    const bare = /\p{Lu}\.$/u.test(match[0]) ? match[0] : match[0].replace(/\.$/, '')
    words.push({ start, end: start + bare.length })
  }
  return words
}

const REACH = 400

/** The span widened to whole words; null when it touches none. */
export function toWords(text: string, span: Span): Span | null {
  const words = wordsNear(text, Math.max(0, span.start - REACH), Math.min(text.length, span.end + REACH))
  const touched = words.filter((word) => word.start < span.end && span.start < word.end)
  const [first, last] = [touched[0], touched.at(-1)]
  return first && last ? { start: Math.min(first.start, Math.max(span.start, first.start)), end: last.end } : null
}

/** Moves one end by one word; the span keeps at least one word and never leaves the text. */
export function moveEnd(text: string, span: Span, end: 'start' | 'end', by: -1 | 1): Span {
  const words = wordsNear(text, Math.max(0, span.start - REACH), Math.min(text.length, span.end + REACH))
  if (end === 'start') {
    const starts = words.map((word) => word.start)
    const next = by < 0 ? starts.filter((at) => at < span.start).at(-1) : starts.find((at) => at > span.start)
    return next === undefined || next >= span.end ? span : { start: next, end: span.end }
  }
  const ends = words.map((word) => word.end)
  const next = by < 0 ? ends.filter((at) => at < span.end).at(-1) : ends.find((at) => at > span.end)
  return next === undefined || next <= span.start ? span : { start: span.start, end: next }
}

/** Moves one end to the nearest border of a word at or around an offset; the span keeps at least one word. */
export function dragEnd(text: string, span: Span, end: 'start' | 'end', offset: number): Span {
  const words = wordsNear(text, Math.max(0, offset - REACH), Math.min(text.length, offset + REACH))
  const borders = words
    .map((word) => word[end])
    .filter((at) => (end === 'start' ? at < span.end : at > span.start))
    .sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset))
  const [nearest] = borders
  return nearest === undefined ? span : { ...span, [end]: nearest }
}

/** The word at one end of a span, to be told. */
export function wordAt(text: string, span: Span, end: 'start' | 'end'): string {
  const at = span[end]
  const word = wordsNear(text, Math.max(0, at - REACH), Math.min(text.length, at + REACH)).find(
    (one) => one[end] === at,
  )
  return word ? text.slice(word.start, word.end) : ''
}
