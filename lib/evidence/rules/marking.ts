import type { Span } from '@/lib/core/text'

/** A run of text, with the evidence that cites it. */
export type MarkedRun = { start: number; text: string; evidenceIds: string[] }

/** Cuts a text where excerpts begin and end. Excerpts may lie within one another; those outside the text are left out. */
export function markedRuns(text: string, offset: number, cited: readonly (Span & { id: string })[]): MarkedRun[] {
  const end = offset + text.length
  const inside = cited.filter((one) => one.start < end && one.end > offset)
  const edges = new Set([offset, end])
  for (const one of inside) {
    if (one.start > offset) edges.add(one.start)
    if (one.end < end) edges.add(one.end)
  }
  const places = [...edges].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => ({
    start,
    text: text.slice(start - offset, (places[index + 1] ?? end) - offset),
    evidenceIds: inside.filter((one) => one.start <= start && start < one.end).map(({ id }) => id),
  }))
}
