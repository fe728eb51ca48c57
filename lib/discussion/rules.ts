import { foldKey, type Span } from '@/lib/core/text'

export type Mentionable = { id: string; name: string }
export type Mention = Span & { userId: string }

/** One comment names at most so many people: it is talk, not a mailing list. */
export const MENTIONS_MAX = 20

/**
 * Who is meant by each "@Name" of a text: whole names, or first names that only one person has; the longest that fits, case and
 * accents aside. Whatever fits nobody, or more than one, names nobody. Spans are [start, end) in UTF-16 units, the @ included.
 */
export function findMentions(body: string, people: readonly Mentionable[]): Mention[] {
  const known = handlesOf(people)
  const longest = Math.max(0, ...[...known.keys()].map((handle) => handle.split(' ').length))
  const found: Mention[] = []
  for (const { index } of body.matchAll(AT)) {
    const mention = longestAt(body, index, known, longest)
    if (mention && index >= (found.at(-1)?.end ?? 0)) found.push(mention)
  }
  return found.slice(0, MENTIONS_MAX)
}

/** Not in the middle of a word: that is an e-mail address. */
const AT = /(?<![\p{L}\p{M}\p{N}_@.+-])@(?=\p{L})/gu
/** A word of a name: "O’Hara", "Lind-Marsh"; what follows a sentence is no part of it. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.'’-][\p{L}\p{M}\p{N}]+)*\.?/uy
const GAP = /[ \u00a0]/uy

/** Folded name, and folded first name -> who; null where more than one person has it. */
function handlesOf(people: readonly Mentionable[]): Map<string, string | null> {
  const handles = new Map<string, string | null>()
  const add = (handle: string, id: string) => {
    const other = handles.get(handle)
    handles.set(handle, other === undefined || other === id ? id : null)
  }
  for (const { id, name } of people) {
    const whole = foldKey(name)
    for (const handle of new Set([whole, whole.split(' ')[0] ?? whole])) add(handle, id)
  }
  return handles
}

function longestAt(body: string, at: number, known: Map<string, string | null>, words: number): Mention | null {
  let best: Mention | null = null
  let end = at + 1
  for (let count = 0; count < words; count++) {
    const from = count === 0 ? end : matchEnd(GAP, body, end)
    const to = from === null ? null : matchEnd(WORD, body, from)
    if (to === null) break
    end = to
    for (const stop of endingsOf(body, at + 1, end)) {
      const userId = known.get(foldKey(body.slice(at + 1, stop)))
      // Of a longer name that two people share the shorter one is not meant either.
      if (userId !== undefined) best = userId === null ? null : { start: at, end: stop, userId }
      if (userId !== undefined) break
    }
  }
  return best
}

/** Names may end in a dot ("Ada M."), and so do sentences; an 's is none of the name. The longer reading goes first. */
function endingsOf(body: string, start: number, end: number): number[] {
  const text = body.slice(start, end)
  const shorter = /(['’]s)?\.?$/u.exec(text)?.[0].length ?? 0
  const dot = text.endsWith('.') ? 1 : 0
  return [...new Set([end, end - dot, end - shorter])]
}

function matchEnd(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : null
}

export type Segment = { text: string; userId: string | null }

/** A text cut at its mentions; joined again it is the same. */
export function segmentsOf(body: string, mentions: readonly Mention[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const { start, end, userId } of mentions) {
    if (start > at) segments.push({ text: body.slice(at, start), userId: null })
    segments.push({ text: body.slice(start, end), userId })
    at = end
  }
  if (at < body.length) segments.push({ text: body.slice(at), userId: null })
  return segments
}
