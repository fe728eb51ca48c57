import type { Span } from '@/lib/core/text'
import type { FoundAttribution } from './cues'
import type { Passage, Reading } from './passages'
import { finiteIn } from './phrases'
import { at, isCapitalized } from './tokens'

/** "according to SPEAKER": content is the rest of the sentence on the side where it stands. */
export function accordingTo(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const isAccording = at(tokens, k).lower === 'according' && at(tokens, k + 1).lower === 'to'
  const isPer = at(tokens, k).lower === 'per' && at(tokens, k - 1).text === ',' && isCapitalized(at(tokens, k + 1))
  if ((!isAccording && !isPer) || k + 2 >= passage.last) return null
  const cue = { first: k, last: k + (isAccording ? 2 : 1) }
  const end = speakerEnd(reading, passage, cue.last)
  if (end <= cue.last) return null
  const speaker = { start: at(tokens, cue.last).start, end: at(tokens, end - 1).end }
  const isFirst = k === passage.first || (k - passage.first <= 2 && finiteIn(tokens, passage.first, k) < 0)
  const content = isFirst ? contentBehind(reading, passage, end) : contentBefore(reading, passage, k)
  if (!content) return null
  return {
    speaker,
    cue,
    content,
    rule: 'attributions/according-to',
    order: isFirst ? 'behind' : 'before',
    isAssertion: true,
  }
}

/** The source goes on to the next stop; a comma inside belongs to it only before "a", "an" or "the" and another comma. */
function speakerEnd({ tokens }: Reading, passage: Passage, from: number): number {
  for (let j = from; j < passage.last; j++) {
    const token = at(tokens, j)
    if (
      token.text === ',' ||
      token.text === ';' ||
      token.text === '.' ||
      token.text === ':' ||
      token.text === '(' ||
      token.text.startsWith('--')
    )
      return j
    if (j - from > 25) return from + 3
  }
  return passage.last
}

function contentBehind({ tokens }: Reading, passage: Passage, end: number): Span | null {
  const from = at(tokens, end).text === ',' ? end + 1 : end
  const last = at(tokens, passage.last - 1)
  const stop = last.text === '.' ? last.start : last.end
  return from < passage.last && at(tokens, from).start < stop ? { start: at(tokens, from).start, end: stop } : null
}

function contentBefore({ tokens }: Reading, passage: Passage, k: number): Span | null {
  const last = at(tokens, k - 1).text === ',' ? k - 2 : k - 1
  return last >= passage.first ? { start: passage.start, end: at(tokens, last).end } : null
}
