import type { FoundAttribution } from './cues'
import type { Reading } from './passages'
import type { Quotation } from './quotes'

/** Between two pieces of one quotation: `," said Ann Lind, head of the harbour, on Monday. "`. */
const LONGEST_CUE = 200

/**
 * Quotations by where they begin -> the attribution that says whose they are. One without a cue of its own that goes
 * on right behind an attributed one has the same speaker: in the same paragraph, or in the next one when the first was
 * left open there. One that is a paragraph of its own belongs to who speaks at the end of the one before it.
 */
export function quotedBy(
  reading: Reading,
  attributions: readonly FoundAttribution[],
): ReadonlyMap<number, FoundAttribution> {
  const { text, quotations } = reading
  const quoted = new Map<number, FoundAttribution>()
  for (const one of attributions)
    if (one.isAssertion && !quoted.has(one.content.start)) quoted.set(one.content.start, one)
  const paragraphs = paragraphsOf(reading, attributions)
  for (const [index, quotation] of quotations.entries()) {
    const before = quotations[index - 1]
    const cue = before && quoted.get(before.start)
    if (quoted.has(quotation.start)) continue
    const isNext = cue && (goesOn(text, before, quotation) || areParagraphs(text, before, quotation))
    const said = isNext ? cue : paragraphs.cueBefore(quotation)
    if (said) quoted.set(quotation.start, said)
  }
  return quoted
}

/** `The union said it cut jobs.` or `"It leaks," said Lind on Monday.` and the next paragraph is a quotation: walks along, asked in text order. */
function paragraphsOf({ text, tokens }: Reading, attributions: readonly FoundAttribution[]) {
  const said = attributions.filter((one) => one.isAssertion && one.speaker && SPEECH.has(one.rule))
  let next = 0
  return {
    cueBefore(quotation: Quotation): FoundAttribution | null {
      const { start } = quotation
      while ((said[next]?.content.start ?? Number.POSITIVE_INFINITY) < start) next++
      const last = said[next - 1]
      if (!last?.speaker || (tokens[last.cue.first]?.start ?? start) >= start) return null
      const end = Math.max(last.content.end, last.speaker.end, tokens[last.cue.last - 1]?.end ?? start)
      if (end > start || start - end > LONGEST_GAP) return null
      return isAlone(text, quotation) && ENDS_PARAGRAPH.test(text.slice(end, start)) ? last : null
    },
  }
}
const SPEECH = new Set(['attributions/said-clause', 'attributions/quote-said', 'attributions/clause-said'])
/** At most an adjunct ("on Monday", ", a pilot") and the end of its sentence. */
const ENDS_PARAGRAPH = /^[^\n.!?"“”]{0,80}[.”"’]{0,3}\s*\n\s*$/
const LONGEST_GAP = 100

const isAlone = (text: string, { end }: Quotation): boolean => end >= text.length || text.charAt(end) === '\n'

/** Two quotations that are paragraphs, one behind the other. */
const areParagraphs = (text: string, before: Quotation, next: Quotation): boolean =>
  isAlone(text, before) &&
  isAlone(text, next) &&
  next.start - before.end < 8 &&
  text.slice(before.end, next.start).trim() === ''

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
