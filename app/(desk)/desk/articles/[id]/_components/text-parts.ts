import type { Span } from '@/lib/core/text'

/** About two hundred paragraphs: what a page shows of a long text at once. */
export const PART_LENGTH = 60_000

/** Cuts a text at paragraph ends (at any place in a paragraph that is longer) into parts of at most `length` characters. */
export function textParts(text: string, length = PART_LENGTH): Span[] {
  const parts: Span[] = []
  let start = 0
  while (start < text.length) {
    const limit = start + length
    const at = limit >= text.length ? text.length : text.lastIndexOf('\n', limit)
    const end = at > start ? Math.min(text.length, at + 1) : onBoundary(text, limit)
    parts.push({ start, end })
    start = end
  }
  return parts.length > 0 ? parts : [{ start: 0, end: 0 }]
}

const onBoundary = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(offset)) ? offset + 1 : offset

/** The number of the part in which an offset lies. */
export const partAt = (parts: readonly Span[], offset: number): number =>
  Math.max(
    0,
    parts.findIndex((part) => part.start <= offset && offset < part.end),
  )
