import type { FoundAttribution } from './cues'
import type { Passage, Reading } from './passages'
import { isOpeningMark, isStop } from './phrases'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { DETERMINERS, wordSet } from './words'

/** Attributions of lines: turns of a transcript ("LIND: We open in May."), headlines ("Poll: Most Want the Lock"). */

const LONGEST_LABEL = 6
const NO_SPEAKERS = wordSet(`
  note correction update updated watch read related photo photos video more breaking exclusive editor editors source sources
  location time date when where who what why how cost price total score result results figure table summary
`)
const DOCUMENTS = wordSet('poll survey study report analysis research')

/** "LIND: …" at the beginning of a line, and in a headline "Ann Lind: …" or "Poll: …". Null where no label stands. */
export function turnAt(reading: Reading, passage: Passage, isTitle: boolean): FoundAttribution | null {
  const { tokens, text } = reading
  if (!startsLine(text, passage.start)) return null
  const first = isOpeningMark(at(tokens, passage.first)) ? passage.first + 1 : passage.first
  let colon = first
  while (colon < passage.last && colon - first <= LONGEST_LABEL && at(tokens, colon).text !== ':') colon++
  if (at(tokens, colon).text !== ':' || colon === first || colon + 1 >= passage.last) return null
  const from = labelStart(tokens, first, colon)
  const isTurn = from === first && isShouted(tokens, first, colon)
  if (!isTurn && !(isTitle && isTitleLabel(tokens, from, colon))) return null
  const end = isTurn ? lineEnd(text, at(tokens, colon).end) : at(tokens, passage.last - 1).end
  return {
    speaker: { start: at(tokens, from).start, end: at(tokens, colon - 1).end },
    cue: { first: colon, last: colon + 1 },
    content: { start: at(tokens, colon + 1).start, end },
    rule: isTurn ? 'attributions/turn' : 'attributions/title',
    order: 'behind',
    isAssertion: isTurn,
  }
}

/** "A lesson from Ann Lind:" names her behind its last preposition. */
function labelStart(tokens: readonly Token[], first: number, colon: number): number {
  for (let k = colon - 1; k > first; k--)
    if (at(tokens, k).lower === 'from' || at(tokens, k).lower === 'by') return k + 1
  return first
}

/** Only capitals, of at least two letters: "LIND", "MS. LIND", "DR. ANN LIND". */
function isShouted(tokens: readonly Token[], first: number, colon: number): boolean {
  let letters = 0
  for (let k = first; k < colon; k++) {
    const { text, lower, kind } = at(tokens, k)
    if (kind === 'mark') continue
    if (kind === 'number' || NO_SPEAKERS.has(lower)) return false
    const isTitle = text.endsWith('.') && text.length <= 4
    if (!isTitle && text !== text.toUpperCase()) return false
    letters += text.length
  }
  return letters >= 3
}

/** A name of one to four capitalized words, or a document that tells. */
function isTitleLabel(tokens: readonly Token[], first: number, colon: number): boolean {
  if (DOCUMENTS.holds(at(tokens, colon - 1))) return true
  if (colon - first > 4) return false
  for (let k = first; k < colon; k++) {
    const token = at(tokens, k)
    if (!token.isCapitalized || NO_SPEAKERS.holds(token) || DETERMINERS.holds(token)) return false
  }
  return true
}

const startsLine = (text: string, start: number): boolean => {
  let before = start - 1
  while (text.charAt(before) === ' ' || text.charAt(before) === '\t') before--
  return before < 0 || text.charAt(before) === '\n' || text.charAt(before) === '\r'
}
const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return text.slice(from, end < 0 ? text.length : end).trimEnd().length + from
}

/** At least three in five words begin with a capital. */
export function isTitled({ tokens }: Reading, passage: Passage): boolean {
  if (passage.last - passage.first > 30) return false
  let words = 0
  let capitals = 0
  for (let k = passage.first; k < passage.last; k++) {
    const token = at(tokens, k)
    if (token.kind !== 'word' || token.text.length < 4) continue
    words++
    if (token.isCapitalized) capitals++
  }
  return words >= 3 && capitals / words >= 0.7
}

/** "Lind Vows to Open Lock", "Lock Leaks, Lind Says": the verb in a headline at token `k`, with who stands before it. */
export function headlineCueAt({ tokens }: Reading, passage: Passage, k: number): FoundAttribution | null {
  const token = at(tokens, k)
  const form = verbOf(token)
  if (!form || !token.isCapitalized || k === passage.first) return null
  if (form.form === 'base' || form.form === 'ing' || form.form === 'participle') return null
  const before = at(tokens, k - 1)
  if (before.kind !== 'word' || before.lower === "'s" || DETERMINERS.holds(before)) return null
  const isLast = k + 1 >= passage.last || (isStop(at(tokens, k + 1)) && k + 2 >= passage.last)
  const next = verbOf(at(tokens, k + 1))
  if (!isLast && next && !next.isNounish && next.form !== 'ing') return null
  let first = k - 1
  while (first > passage.first && at(tokens, first - 1).kind !== 'mark') first--
  if (isLast && first === passage.first) return null
  const from = isLast ? passage.first : k + 1
  const end = isLast ? at(tokens, first - 2).end : at(tokens, passage.last - 1).end
  if (end <= at(tokens, from).start) return null
  return {
    speaker: { start: at(tokens, first).start, end: before.end },
    cue: { first: k, last: k + 1 },
    content: { start: at(tokens, from).start, end },
    rule: 'attributions/title',
    order: isLast ? 'before' : 'behind',
    isAssertion: false,
  }
}
