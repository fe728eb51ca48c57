import type { FoundAttribution } from './cues'
import type { Reading } from './passages'
import type { Quotation } from './quotes'

/** Between two pieces of one quotation: `," said Ann Lind, head of the harbour, on Monday. "`. */
const LONGEST_CUE = 200

/**
 * Quotations by where they begin -> the attribution that says whose they are. One without a cue of its own that goes
 * on right behind an attributed one has the same speaker: in the same paragraph, or in the next one when the first was
 * left open there.
 */
export function quotedBy(
  { text, quotations }: Reading,
  attributions: readonly FoundAttribution[],
): ReadonlyMap<number, FoundAttribution> {
  const quoted = new Map<number, FoundAttribution>()
  for (const one of attributions)
    if (one.isAssertion && !quoted.has(one.content.start)) quoted.set(one.content.start, one)
  for (const [index, quotation] of quotations.entries()) {
    const before = quotations[index - 1]
    const cue = before && quoted.get(before.start)
    if (cue && !quoted.has(quotation.start) && goesOn(text, before, quotation)) quoted.set(quotation.start, cue)
  }
  return quoted
}

function goesOn(text: string, before: Quotation, next: Quotation): boolean {
  if (next.start - before.end > LONGEST_CUE) return false
  const between = text.slice(before.end, next.start)
  if (!before.isClosed) return between.trim() === ''
  return !/[\n?!.]\s*\n|\n\n/.test(between)
}

/**
 * Attributions of a quotation that goes on behind its cue -> where its last piece ends: `"It leaks," Lind said. "We
 * know."` is one content.
 */
export function reachOf(
  { tokens, quotations }: Reading,
  attributions: readonly FoundAttribution[],
  quoted: ReadonlyMap<number, FoundAttribution>,
): ReadonlyMap<FoundAttribution, number> {
  const reach = new Map<FoundAttribution, number>()
  const cues = attributions.map(({ cue }) => tokens[cue.first]?.start ?? 0)
  let next = 0
  for (const quotation of quotations) {
    const one = quoted.get(quotation.start)
    if (!one || quotation.start <= one.content.start) continue
    const end = reach.get(one) ?? one.content.end
    while ((cues[next] ?? Number.POSITIVE_INFINITY) < end) next++
    const own = tokens[one.cue.first]?.start
    const isInterrupted = cues.slice(next, next + 8).some((at) => at !== own && at >= end && at < quotation.start)
    if (quotation.end > end && !isInterrupted) reach.set(one, quotation.end)
  }
  return reach
}
