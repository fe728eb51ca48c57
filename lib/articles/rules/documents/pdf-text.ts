import type { Line } from './pdf-lines'

/** What stands at the top or bottom of page after page, and why it was left out. */
export type PdfText = { text: string; cut: { text: string; reason: 'page number' | 'repeated on every page' }[] }

/** How many lines at each end of a page can be its head or foot. */
const edgeOf = (lines: readonly Line[]): number => (lines.length < 8 ? 1 : 2)
const PAGE_NUMBER = /^\W*(?:(?:page|seite|p\.|pagina|página)\s*)?\d{1,4}(?:\s*(?:\/|of|von|de)\s*\d{1,4})?\W*$/i

/** The lines of all pages as paragraphs, a blank line between; heads, feet and page numbers are left out. */
export function joinPages(pages: readonly (readonly Line[])[]): PdfText {
  const isRepeated = repeatedLines(pages)
  const cut: PdfText['cut'] = []
  const kept = pages.map((lines) => {
    const edges = new Set(edgesOf(lines))
    return lines.filter((line) => {
      const isEdge = edges.has(line)
      const reason = !isEdge
        ? null
        : PAGE_NUMBER.test(line.text.trim())
          ? 'page number'
          : isRepeated(line)
            ? 'repeated on every page'
            : null
      if (reason) cut.push({ text: line.text.trim(), reason })
      return reason === null
    })
  })
  return { text: paragraphsOf(kept.flat()), cut }
}

/** The same words in the same size; a page's title is larger than the head that repeats it. */
const keyOf = (line: Line): string => `${Math.round(line.size)} ${line.text.trim().replace(/\s+/g, ' ')}`
/** Heads that count: "Page 3", "Vol. 12, 4". */
const foldedKeyOf = (line: Line): string => keyOf(line).replace(/\d+/g, '#')

function edgesOf(lines: readonly Line[]): Line[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y)
  return [...byHeight.slice(0, edgeOf(lines)), ...byHeight.slice(-edgeOf(lines))]
}

/** What stands at an edge of two pages word by word, or of a third of them but for its numbers. */
function repeatedLines(pages: readonly (readonly Line[])[]): (line: Line) => boolean {
  const exact = countsOf(pages, keyOf)
  const folded = countsOf(pages, foldedKeyOf)
  const third = Math.max(3, Math.ceil(pages.length / 3))
  return (line) => (exact.get(keyOf(line)) ?? 0) >= 2 || (folded.get(foldedKeyOf(line)) ?? 0) >= third
}

function countsOf(pages: readonly (readonly Line[])[], keyOfLine: (line: Line) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const key of new Set(edgesOf(lines).map(keyOfLine))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function paragraphsOf(lines: readonly Line[]): string {
  const paragraphs: string[] = []
  let before: Line | null = null
  for (const line of lines) {
    const text = line.text.replace(/\s+/g, ' ').trim()
    const last = paragraphs.at(-1)
    if (before === null || last === undefined || beginsParagraph(before, line)) paragraphs.push(text)
    else paragraphs[paragraphs.length - 1] = joinLines(last, text)
    before = line
  }
  return paragraphs.join('\n\n')
}

const SENTENCE_END = /[.!?:…。！？]["'”’»)\]]*$/

/** The text of a list's point stands indented below its mark. */
const LIST_MARK = /^\s*(?:[•·▪◦‣*–-]|\(?\d{1,2}[.)])\s/

/** A gap, an indent, another size, or a last line that ended early begin a paragraph. */
function beginsParagraph(before: Line, line: Line): boolean {
  const ended = SENTENCE_END.test(before.text.trim())
  const size = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > 0.15 * size) return true
  const width = before.right - before.left
  const isShort = before.end < before.right - 0.12 * width
  const down = before.y - line.y
  // In the next column or on the next page a sentence goes on.
  if (down < 0 || down > 12 * size) return ended && (isShort || line.x > line.left + 0.7 * size)
  if (down > 1.75 * size) return true
  const isIndented = line.x > line.left + 0.7 * size && before.x <= before.left + 0.7 * size
  if (isIndented) return !LIST_MARK.test(before.text)
  return isShort && ended
}

/** A word that was parted at the end of its line is one again; a dash between words stays. */
export function joinLines(first: string, second: string): string {
  if (first.endsWith('\u00ad')) return first.slice(0, -1) + second
  if (/\p{L}[-‐]$/u.test(first) && /^\p{Ll}/u.test(second)) return first.slice(0, -1) + second
  if (/[-‐–—/]$/.test(first) && /^[\p{L}\p{N}]/u.test(second) && /[\p{L}\p{N}][-‐/]$/u.test(first))
    return first + second
  return /[\u3040-\u9fff]$/.test(first) && /^[\u3040-\u9fff]/.test(second) ? first + second : `${first} ${second}`
}
