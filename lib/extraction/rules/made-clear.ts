import { contentEnd } from './contents'
import type { FoundAttribution } from './cues'
import type { Passage, Reading } from './passages'
import { subjectBefore } from './speakers'
import { at } from './tokens'

/** "The law makes (it) clear that fines are due." */
export function madeClear(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const clear = at(tokens, k + 1).lower === 'it' ? k + 2 : k + 1
  if (at(tokens, clear).lower !== 'clear' || at(tokens, clear + 1).lower !== 'that') return null
  const subject = subjectBefore(reading, passage, k)
  if (!subject || clear + 3 >= passage.last) return null
  return {
    speaker: subject.span,
    cue: { first: clear, last: clear + 1 },
    content: { start: at(tokens, clear + 2).start, end: contentEnd(reading, passage, clear + 2, true) },
    rule: 'attributions/said-clause',
    order: 'behind',
    isAssertion: true,
  }
}
