import type { Line } from './pdf-lines'

/** What stands at the top or bottom of page after page, and why it was left out. */
export type PdfText = { text: string; cut: { text: string; reason: 'page number' | 'repeated on every page' }[] }

/** How many lines at each end of a page can be its head or foot. */
const edgeOf = (lines: readonly Line[]): number => (lines.length < 8 ? 1 : 2)
const PAGE_NUMBER = /^\W*(?:(?:page|seite|p\.|pagina|página)\s*)?\d{1,4}(?:\s*(?:\/|of|von|de)\s*\d{1,4})?\W*$/i

/** The lines of all pages as paragraphs, a blank line between; heads, feet and page numbers are left out. */
export function joinPages(pages: readonly (readonly Line[])[]): PdfText {
  const repeated = repeatedLines(pages)
  const cut: PdfText['cut'] = []
  const kept = pages.map((lines) =>
    lines.filter((line) => {
      const isEdge = edgesOf(lines).includes(line)
      const reason = !isEdge
        ? null
        : PAGE_NUMBER.test(line.text.trim())
          ? 'page number'
          : repeated.has(keyOf(line))
            ? 'repeated on every page'
            : null
      if (reason) cut.push({ text: line.text.trim(), reason })
      return reason === null
    }),
  )
  return { text: paragraphsOf(kept.flat()), cut }
}

const keyOf = (line: Line): string => line.text.trim().toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')

function edgesOf(lines: readonly Line[]): Line[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y)
  return [...byHeight.slice(0, edgeOf(lines)), ...byHeight.slice(-edgeOf(lines))]
}

function repeatedLines(pages: readonly (readonly Line[])[]): Set<string> {
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const key of new Set(edgesOf(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const least = Math.max(2, Math.ceil(pages.length / 3))
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key))
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
  if (line.x > line.left + 0.7 * size && before.x <= before.left + 0.7 * size) return true
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
