import type { Span } from '@/lib/core/text'
import { ALWAYS_JOINED, ENDS_OR_JOINS, JOINED_BEFORE_NUMBER, SENTENCE_OPENERS, TITLES } from './abbreviations'
import { isDigit, isLower, isSpace, isUpper } from './characters'
import { isLetterCode, knownAt } from './lexicon'
import { listMarkers } from './lists'
import { anyOf, wordSet } from './words'

/** Longer runs without an end are cut at white space, so that every later family works on bounded sentences. */
const LONGEST = 3000
const TERMINATORS = new Set(['.', '!', '?', '…', '。', '！', '？'])
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»'])

const [LINE_FEED, RETURN, SPACE, EXCLAMATION, STOP, QUESTION] = [10, 13, 32, 33, 46, 63]
const mayEnd = (code: number): boolean =>
  code < 128 ? code === STOP || code === EXCLAMATION || code === QUESTION : TERMINATORS.has(String.fromCharCode(code))

/**
 * Splits a text into sentences, in order, without white space at the ends. A blank line always ends one; a single
 * line end does unless the next line goes on in lower case (hard-wrapped text). Decides abbreviations by kind:
 * titles never end a sentence, "U.S.", "Co.", "p.m." do when a usual opener follows.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === SPACE || isLetterCode(code)) continue
    if (code === LINE_FEED || code === RETURN) {
      if (!isLineWrap(text, i)) {
        push(spans, text, start, i)
        start = i + 1
      }
      continue
    }
    if (!mayEnd(code)) continue
    const end = endOfRun(text, i)
    if (isBoundary(text, start, i, end)) {
      push(spans, text, start, end)
      start = end
    }
    i = Math.max(i, end - 1)
  }
  push(spans, text, start, text.length)
  return spans
}

/** A line end inside a sentence: the line before does not end it and the next goes on in lower case. */
function isLineWrap(text: string, lineEnd: number): boolean {
  let before = lineEnd - 1
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t')) before--
  if (before < 0 || TERMINATORS.has(text.charAt(before)) || text.charAt(before) === '\n') return false
  let after = lineEnd + 1
  while (text.charAt(after) === ' ' || text.charAt(after) === '\t') after++
  return isLower(text.charAt(after))
}

/** The end of terminators and closing signs from `from` on: `?!`, `."`, `…)`; spaced dots (". . .") count as one run. */
function endOfRun(text: string, from: number): number {
  let end = from + 1
  for (;;) {
    const char = text.charAt(end)
    if (TERMINATORS.has(char)) end++
    else if (char === ' ' && text.charAt(end + 1) === '.' && text.charAt(from) === '.' && isSpacedDots(text, end))
      end += 2
    else break
  }
  while (CLOSERS.has(text.charAt(end)) && !isOpening(text, end)) end++
  return end
}

/** Only in runs such as ". . ." do dots follow a space. */
const isSpacedDots = (text: string, at: number): boolean =>
  (text.charAt(at + 2) === ' ' && text.charAt(at + 3) === '.') ||
  (text.charAt(at - 2) === ' ' && text.charAt(at - 1) === '.')

/** A straight quote right after a full stop opens the next sentence only when a letter is glued to it. */
const isOpening = (text: string, at: number): boolean =>
  (text.charAt(at) === '"' || text.charAt(at) === "'") && isSpace(text.charAt(at - 1)) && !isSpace(text.charAt(at + 1))

function isBoundary(text: string, start: number, at: number, end: number): boolean {
  if (end >= text.length) return true
  const next = text.charAt(end)
  if (!isSpace(next)) return isGluedBoundary(text, at, end)
  let follow = end
  while (isSpace(text.charAt(follow)) && text.charAt(follow) !== '\n') follow++
  const first = text.charAt(follow)
  if (first === '' || first === '\n') return true
  if (isLower(first)) return false
  const run = text.slice(at, end)
  const dots = run === '.' ? 1 : run.replace(/[^.]/g, '').length
  if (run.includes('…') || dots > 1) return isEllipsisEnd(run, dots, first)
  if (text.charAt(at) === '!' && end === at + 1 && FIRM_ENDINGS.has(wordAfter(text, follow))) return false
  if (text.charAt(at) !== '.' || end - at > 1 + countClosers(run)) return true
  return isFullStop(text, start, at, end, follow)
}

/** "Zing! Inc." */
const FIRM_ENDINGS = wordSet('inc co corp ltd llc plc')

const countClosers = (run: string): number => (run.length === 1 ? 0 : [...run].filter((c) => CLOSERS.has(c)).length)

/** "…ended.Then" without a space: a boundary only between a lower-case word and a capitalized one of two letters. */
function isGluedBoundary(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at)
  return (
    text.charAt(at) === '.' &&
    end === at + 1 &&
    before.length === 3 &&
    [...before].every(isLower) &&
    isUpper(text.charAt(end)) &&
    isLower(text.charAt(end + 1)) &&
    isLower(text.charAt(end + 2)) &&
    !/[@/]/.test(text.slice(Math.max(0, at - 20), at + 20))
  )
}

/** Three spaced dots go on; four dots, or dots that close a quote or stand glued to a word, end the sentence before a capital. */
const isEllipsisEnd = (run: string, dots: number, first: string): boolean => {
  if (!isUpper(first) && first !== '“' && first !== '"') return false
  if (run.includes(' ')) return dots >= 4
  return true
}

/** One full stop before something that could begin a sentence: the word before it decides. */
function isFullStop(text: string, start: number, at: number, end: number, follow: number): boolean {
  const word = wordBefore(text, start, at)
  if (word === '' || isOrdinary(word)) return true
  const lower = word.toLowerCase()
  const next = wordAfter(text, follow)
  if (isListNumber(text, start, word)) return false
  if (TITLES.has(lower) && isUpper(word.charAt(0)))
    return lower === 'st' && SENTENCE_OPENERS.has(next) && isUpper(wordBefore(text, start, at - 3).charAt(0))
  if (ALWAYS_JOINED.has(lower)) return false
  if (JOINED_BEFORE_NUMBER.has(lower) && (isDigit(text.charAt(follow)) || lower === 'n°')) return false
  if (end > at + 1) return true
  const isInitials =
    (word.length === 1 && !isDigit(word)) || (word.includes('.') && word.length <= 7 && !isDigit(word.charAt(0)))
  if (isInitials && word.length === 1 && isUpper(word)) return isPronounI(text, at) && SENTENCE_OPENERS.has(next)
  if (lower === 'a.m' || lower === 'p.m')
    return SENTENCE_OPENERS.has(next) || (TITLES.has(next) && !isAtPhrase(text, start, at))
  if (isInitials || ENDS_OR_JOINS.has(lower)) return SENTENCE_OPENERS.has(next) || text.charAt(follow) === '“'
  return true
}

/** Three small letters or more that no table of abbreviations holds. */
function isOrdinary(word: string): boolean {
  if (word.length < 3) return false
  for (let i = 0; i < word.length; i++) if (!isSmallLetter(word.charCodeAt(i))) return false
  const found = knownAt(word, 0, word.length)
  return !found || !ABBREVIATIONS.holdsWord(found)
}
const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122
const ABBREVIATIONS = anyOf(TITLES, ALWAYS_JOINED, JOINED_BEFORE_NUMBER, ENDS_OR_JOINS)

/** The number or letter of a list item, in a run that begins as a list. */
const isListNumber = (text: string, start: number, word: string): boolean => {
  const first = text.slice(start, start + 12).trimStart()
  if (/^[a-z]$/.test(word)) return /^[a-z][.)]/.test(first)
  return /^[•⁃●▪‣]?\s?\d{1,3}$/.test(word) && /^[•⁃●▪‣]?\s?\d{1,3}[.)]/.test(first)
}

/** "At 5 a.m. Mr. Jones …": the sentence so far is only the time. */
const isAtPhrase = (text: string, start: number, at: number): boolean =>
  at - start < 20 && text.slice(start, at).trimStart().toLowerCase().startsWith('at ')

/** "you and I." */
const isPronounI = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 5), at)
  return before.endsWith('and I') || before.endsWith(' or I')
}

const OPENERS = new Set(['"', '“', '(', '‘', '['])
const isPartOfWord = (char: string): boolean =>
  char < '\u0080' ? isLetterCode(char.charCodeAt(0)) || char === "'" : char === '’' || /\p{L}/u.test(char)

function wordBefore(text: string, start: number, at: number): string {
  let from = at
  while (from > start && !isSpace(text.charAt(from - 1)) && !OPENERS.has(text.charAt(from - 1)) && at - from < 20)
    from--
  return text.slice(from, at)
}

function wordAfter(text: string, from: number): string {
  let begin = from
  while (OPENERS.has(text.charAt(begin)) || text.charAt(begin) === "'") begin++
  let end = begin
  while (end - begin < 20 && isPartOfWord(text.charAt(end))) end++
  return text.slice(begin, end).toLowerCase()
}

/** Trims, cuts inline lists into their items and cuts runs that are too long. */
function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && isSpace(text.charAt(start))) start++
  while (end > start && isSpace(text.charAt(end - 1))) end--
  if (start === end) return
  for (const marker of listMarkers(text, start, end)) {
    pushBounded(spans, text, start, marker)
    start = marker
  }
  pushBounded(spans, text, start, end)
}

function pushBounded(spans: Span[], text: string, from: number, to: number): void {
  let start = from
  while (to - start > LONGEST) {
    let cut = start + LONGEST
    while (cut > start + LONGEST / 2 && !isSpace(text.charAt(cut))) cut--
    if (cut <= start + LONGEST / 2) cut = start + LONGEST
    if (cut < to && text.charCodeAt(cut) >= 0xdc00 && text.charCodeAt(cut) <= 0xdfff) cut++
    pushTrimmed(spans, text, start, cut)
    start = cut
  }
  pushTrimmed(spans, text, start, to)
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && isSpace(text.charAt(start))) start++
  while (end > start && isSpace(text.charAt(end - 1))) end--
  if (start < end) spans.push({ start, end })
}
