import type { Span } from '@/lib/core/text'

/**
 * A paragraph of the raw text: a line, or, where the text is wrapped by hand, the lines between two blank ones.
 * `start` and `end` are offsets into the raw text, without the white space around it.
 */
export type Paragraph = Span & { text: string; isProse: boolean; isAfterBlank: boolean; isBeforeBlank: boolean }

const TERMINAL = /[.!?…][\p{Pe}\p{Pf}"'*_]*$/u
const FULL_STOP = /[.…][\p{Pe}\p{Pf}"'*_]*$/u

/** Whether the text ends the way a sentence does. Looks at the last characters only. */
export const endsSentence = (text: string): boolean => TERMINAL.test(text.slice(-6))

/** Words counted up to a bound, so that a line of four megabytes costs no more than a short one. */
export const wordCount = (text: string): number => text.slice(0, 400).split(/\s+/).filter(Boolean).length

/** A paragraph of sentences, as against a headline, a name, a label or a menu entry. */
function looksLikeProse(text: string): boolean {
  if (text.length >= 220) return true
  if (FULL_STOP.test(text.slice(-6))) return wordCount(text) >= 5 && /[\p{Ll}\p{Lo}]/u.test(text)
  return text.length >= 60 && endsSentence(text)
}

/** The lines of a text with their offsets, white space trimmed; blank lines have `start === end`. */
export function linesOf(raw: string): Span[] {
  const lines: Span[] = []
  let from = 0
  for (let at = 0; at <= raw.length; at++) {
    if (at < raw.length && !isLineEnd(raw.charCodeAt(at))) continue
    lines.push(trimSpan(raw, { start: from, end: at }))
    from = at + 1
  }
  return lines
}

const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029
/** White space as `String.trim` knows it. */
const isSpace = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || (unit > 127 && /\s/.test(String.fromCharCode(unit)))

/** The span without the white space at both its ends. */
export function trimSpan(raw: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(raw.charCodeAt(start))) start++
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--
  return { start, end }
}

/** The paragraphs of a raw text in order. Linear in its length. */
export function paragraphsOf(raw: string): Paragraph[] {
  const lines = linesOf(raw)
  const spans = isHandWrapped(raw, lines) ? joinBlocks(raw, lines) : lines
  const paragraphs: Paragraph[] = []
  let isAfterBlank = true
  for (const { start, end } of spans) {
    const last = paragraphs.at(-1)
    if (start === end) {
      // A carriage return before a line feed makes an empty line of its own that is no blank line.
      isAfterBlank ||= raw.slice(start - 1, start + 1) !== '\r\n'
      if (last && isAfterBlank) last.isBeforeBlank = true
      continue
    }
    const text = raw.slice(start, end)
    paragraphs.push({ start, end, text, isProse: looksLikeProse(text), isAfterBlank, isBeforeBlank: false })
    isAfterBlank = false
  }
  return paragraphs
}

/** Whether lines break in the middle of sentences, as in text copied from a mail or a terminal. */
function isHandWrapped(raw: string, lines: Span[]): boolean {
  let pairs = 0
  let broken = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i], lines[i + 1]]
    if (!line || !next || line.start === line.end || next.start === next.end) continue
    pairs++
    const continues = /^[\p{Ll}\d]/u.test(raw.slice(next.start, next.start + 2))
    if (continues && line.end - line.start >= 40 && !endsSentence(raw.slice(line.end - 6, line.end))) broken++
  }
  return broken >= 2 && broken / pairs >= 0.25
}

/** The lines between two blank ones as one span each; blank lines stay as they are. */
function joinBlocks(raw: string, lines: Span[]): Span[] {
  const blocks: Span[] = []
  let isOpen = false
  for (const line of lines) {
    const isBlank = line.start === line.end
    if (isBlank && raw.slice(line.start - 1, line.start + 1) === '\r\n') continue
    const last = blocks.at(-1)
    if (isOpen && last && !isBlank) last.end = line.end
    else blocks.push({ ...line })
    isOpen = !isBlank
  }
  return blocks
}
