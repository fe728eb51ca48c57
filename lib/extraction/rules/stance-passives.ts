import type { Span } from '@/lib/core/text'
import type { FoundAttribution } from './cues'
import { behindCue } from './inverted'
import type { Passage, Reading } from './passages'
import { isFiniteVerb, isStop } from './phrases'
import { subjectBefore } from './speakers'
import type { Stance } from './stance-words'
import { at, type Token } from './tokens'
import { wordSet } from './words'

/** Stances in the passive, with their source behind "by" or none: "was criticized by Lind", "asked about the leak". */

const INTERROGATIVES = wordSet('that whether how why what who if when where')

/** What somebody is asked about: from the preposition or question word to the next stop. */
export function asked(reading: Reading, passage: Passage, k: number, stance: Stance): FoundAttribution | null {
  const { tokens } = reading
  const agent = at(tokens, k + 1).lower === 'by' ? behindCue(reading, passage, k + 1) : null
  for (let j = agent?.last ?? k + 1; j < Math.min(passage.last - 1, (agent?.last ?? k) + 6); j++) {
    const { lower } = at(tokens, j)
    const isTopic = lower === 'about' || lower === 'on'
    if (isTopic || INTERROGATIVES.has(lower) || stance.particles.has(lower))
      return upToComma(reading, passage, k, isTopic ? j + 1 : j, agent?.span ?? null, 'attributions/asked')
  }
  return null
}

/** Content that ends at the next stop: behind a question, behind a participle before its clause. */
export function upToComma(
  { tokens }: Reading,
  passage: Passage,
  k: number,
  from: number,
  speaker: Span | null,
  rule: string,
): FoundAttribution {
  let last = from + 1
  while (last < passage.last && !isStop(at(tokens, last))) last++
  return {
    speaker,
    cue: { first: k, last: k + 1 },
    content: { start: at(tokens, from).start, end: at(tokens, last - 1).end },
    rule,
    order: 'behind',
    isAssertion: false,
  }
}

/**
 * "was criticized by Lee for …": the agent speaks, the subject is the content. "was criticized for …", "is described as …":
 * nobody is named.
 */
export function passive(reading: Reading, passage: Passage, k: number, stance: Stance): FoundAttribution | null {
  const { tokens } = reading
  const subject = subjectBefore(reading, passage, k)
  if (!subject) return null
  const next = at(tokens, k + 1).lower
  const isAgent = next === 'by'
  if (!isAgent && !(UNNAMED.has(stance.manner) && (next === 'for' || next === 'as'))) return null
  const agent = isAgent ? behindCue(reading, passage, k + 1) : null
  if (isAgent && (!agent || at(tokens, k + 2).kind === 'number' || at(tokens, k + 2).lower.endsWith('ing'))) return null
  return {
    speaker: agent && agentSpan(tokens, k + 2, agent.last),
    cue: { first: k, last: k + 1 },
    content: subject.span,
    rule: 'attributions/stance-by',
    order: 'before',
    isAssertion: false,
  }
}
/** Behind "by" up to the next verb: "the levels desired by the board are high". */
function agentSpan(tokens: readonly Token[], first: number, last: number): Span {
  let end = first + 1
  while (end < last && (!isFiniteVerb(tokens, end) || at(tokens, end - 1).lower === 'who')) end++
  return { start: at(tokens, first).start, end: at(tokens, end - 1).end }
}
const UNNAMED: ReadonlySet<string> = new Set(['judgement', 'mention', 'thought', 'demand'])
