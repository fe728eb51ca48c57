import type { FoundAttribution } from './cues'
import type { Passage, Reading } from './passages'
import { finiteIn, isFiniteVerb, isOpeningMark } from './phrases'
import { nounPhraseStart } from './stretches'
import { at, firstTokenFrom } from './tokens'
import { HAVE, isAdverbial, RELATIVES, wordSet } from './words'

/** What the publication tells before somebody speaks in the same sentence. */

/** "Lee confirmed the plan Monday, telling reporters that …": the clause before the participle is the publication's own. */
export function leadBefore(
  { tokens }: Reading,
  passage: Passage,
  outer: FoundAttribution,
): { first: number; last: number } | null {
  let cue = outer.cue.first
  while (isAdverbial(at(tokens, cue - 1))) cue--
  const before = at(tokens, cue - 1)
  if (before.text === ',' && cue - passage.first > 4 && finiteIn(tokens, passage.first, cue) >= 0)
    return { first: passage.first, last: leadEnd(tokens, outer) }
  // "Lind closed the docks and said …": both are hers, and only the second is said
  if (before.lower === 'and' || before.lower === 'but') {
    const isTold = cue - passage.first > 4 && finiteIn(tokens, passage.first, cue - 1) >= 0
    return isTold ? { first: passage.first, last: cue - 1 } : null
  }
  const relative = relativeBefore(tokens, passage, outer.cue.first)
  if (relative > 0) {
    const last = at(tokens, relative - 1).text === ',' ? relative - 1 : relative
    return last - passage.first > 3 && finiteIn(tokens, passage.first, last) >= 0
      ? { first: passage.first, last }
      : null
  }
  const speaker = outer.speaker
  if (!speaker) return null
  const first = firstTokenFrom(tokens, speaker.start)
  const joint = at(tokens, first - 1)
  if (joint.text === ',' && CONCEDING.holds(at(tokens, passage.first))) {
    const verb = finiteIn(tokens, passage.first, first - 1)
    return verb > passage.first + 1 ? { first: passage.first + 1, last: first - 1 } : null
  }
  // "The board met, which locals say …": told by the publication up to the comma
  if (RELATIVES.holds(joint) && at(tokens, first - 2).text === ',' && finiteIn(tokens, passage.first, first - 2) >= 0)
    return { first: passage.first, last: first - 2 }
  const isApart = JOINTS.holds(joint) || joint.text.startsWith('--')
  if (isApart && first - passage.first > 5 && finiteIn(tokens, passage.first, first - 1) >= 0)
    return { first: passage.first, last: first - 1 }
  return null
}

const LONGEST_ROLE = 22

/** `"It leaks," said Lind, who runs the yard`: what the publication tells of who speaks, with the name. */
export function toldOfSpeaker(
  { tokens }: Reading,
  passage: Passage,
  { speaker, cue, order }: FoundAttribution,
): { first: number; last: number } | null {
  if (!speaker || order === 'behind' || at(tokens, cue.first).start > speaker.start) return null
  const opening = firstTokenFrom(tokens, speaker.start) + 1
  for (let k = opening; k < Math.min(passage.last - 3, opening + LONGEST_ROLE); k++) {
    const token = at(tokens, k)
    if (isOpeningMark(token) || isFiniteVerb(tokens, k)) return null
    if (token.text !== ',' || at(tokens, k + 1).lower !== 'who') continue
    let last = k + 1
    while (last < passage.last && !isOpeningMark(at(tokens, last))) last++
    if (finiteIn(tokens, k + 2, last) < 0) return null
    // with the name, unless a long title would make most of the claim
    return { first: 2 * (k - opening) < last - k ? opening - 1 : nounPhraseStart(tokens, cue.last, k - 1), last }
  }
  return null
}

/** "The board shut the lock, who said …": the relative that is the subject of the cue at token `k`, or −1. */
export function relativeBefore(tokens: Reading['tokens'], passage: Passage, k: number): number {
  let j = k - 1
  while (j > passage.first && (isAdverbial(at(tokens, j)) || HAVE.holds(at(tokens, j)))) j--
  return RELATIVES.holds(at(tokens, j)) && j > passage.first ? j : -1
}

const JOINTS = wordSet('and but while ; — after because as though although whereas so since before when until')

/** "Although the lock was open, Lind said …": told by the publication, and true whatever she says. */
const CONCEDING = wordSet('although though while whereas after because since as')

/** "…, saying that" ends at the comma; "…, telling reporters in Rome that" tells more and belongs to the clause. */
function leadEnd(tokens: Reading['tokens'], outer: FoundAttribution): number {
  let content = firstTokenFrom(tokens, outer.content.start)
  if (at(tokens, content - 1).lower === 'that') content--
  return content - outer.cue.last >= 3 ? content : outer.cue.first - 1
}
