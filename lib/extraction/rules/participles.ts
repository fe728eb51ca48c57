import type { Span } from '@/lib/core/text'
import type { Passage, Reading } from './passages'
import { finiteIn } from './phrases'
import { subjectBefore } from './speakers'
import { clauseVerb } from './subjects'
import { at, isCapitalized } from './tokens'

/** Whose saying a participle tells: "Lind left, saying …", "footage of Lind saying …", "Noting that …, Lind left". */

/** Of "…, saying that", the subject of the sentence's first verb; of "footage of Lee saying", the name before it. */
export function participant(reading: Reading, passage: Passage, k: number): Span | null {
  const { tokens } = reading
  if (isCapitalized(at(tokens, k - 1))) return subjectBefore(reading, passage, k)?.span ?? null
  const verb = finiteIn(tokens, passage.first, k)
  return verb < 0 ? null : (subjectBefore(reading, passage, verb)?.span ?? null)
}

/** What a participle that opens its sentence tells ends at the comma behind which its subject has a verb of its own. */
export type Fronted = { speaker: Span; end: number }

const LONGEST_SUBJECT = 14

/** "Noting that the lock leaked, Lind left." Null where no such clause follows. */
export function frontedAt(reading: Reading, passage: Passage, from: number): Fronted | null {
  const { tokens } = reading
  for (let comma = from + 2; comma < passage.last - 2; comma++) {
    if (at(tokens, comma).text !== ',') continue
    const verb = clauseVerb(tokens, comma, Math.min(passage.last, comma + LONGEST_SUBJECT))
    const subject = verb < 0 ? null : subjectBefore(reading, { ...passage, first: comma + 1 }, verb)
    if (subject) return { speaker: subject.span, end: at(tokens, comma - 1).end }
  }
  return null
}
