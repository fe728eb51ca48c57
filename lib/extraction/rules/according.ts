import type { Span } from '@/lib/core/text'
import type { FoundAttribution } from './cues'
import type { Passage, Reading } from './passages'
import { finiteIn } from './phrases'
import { clauseVerb } from './subjects'
import { at, isCapitalized } from './tokens'
import { DETERMINERS, PERSONAL_PRONOUNS, wordSet } from './words'

/** "according to SPEAKER": content is the rest of the sentence on the side where it stands. */
export function accordingTo(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  if (VIEWS.holds(at(tokens, k))) return inView(reading, passage, k)
  const isAccording = at(tokens, k).lower === 'according' && at(tokens, k + 1).lower === 'to'
  const isPer =
    at(tokens, k).lower === 'per' &&
    at(tokens, k - 1).text === ',' &&
    (isCapitalized(at(tokens, k + 1)) || at(tokens, k + 1).lower === 'the')
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
    if (j > from && (token.lower === 'and' || token.lower === 'but') && opensOwnSubject(tokens, j, passage.last))
      return j
    if (j - from > 25) return from + 3
  }
  return passage.last
}

/** "according to Lind and 20 ferries were lost": behind the conjunction the sentence goes on. */
const opensOwnSubject = (tokens: Reading['tokens'], k: number, last: number): boolean => {
  const next = at(tokens, k + 1)
  const isSubject = next.kind === 'number' || PERSONAL_PRONOUNS.holds(next) || DETERMINERS.holds(next)
  return isSubject && clauseVerb(tokens, k, last) >= 0
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

const VIEWS = wordSet('view opinion words eyes estimation telling')
const OWNERS = wordSet('my his her their our its')

/** "In Lind's view, the lock leaks" and "…, in her words": content is the other side of the comma. */
function inView(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  let lead = k - 1
  while (lead > k - 8 && lead > passage.first && at(tokens, lead).lower !== 'in' && at(tokens, lead).lower !== 'by')
    lead--
  if (!['in', 'by'].includes(at(tokens, lead).lower) || lead < passage.first) return null
  const owner = at(tokens, k - 1).lower === "'s" ? k - 2 : k - 1
  if (owner === k - 1 && !(OWNERS.holds(at(tokens, owner)) && owner === lead + 1)) return null
  const isFirst = lead === passage.first
  if (isFirst ? at(tokens, k + 1).text !== ',' : at(tokens, lead - 1).text !== ',') return null
  const content = isFirst ? contentBehind(reading, passage, k + 1) : contentBefore(reading, passage, lead)
  return content
    ? {
        speaker: { start: at(tokens, lead + 1).start, end: at(tokens, owner).end },
        cue: { first: k, last: k + 1 },
        content,
        rule: 'attributions/in-view',
        order: isFirst ? 'behind' : 'before',
        isAssertion: false,
      }
    : null
}
