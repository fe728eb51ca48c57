/** A piece of text on a page as PDF.js gives it: in points, y upwards. */
export type Piece = { text: string; x: number; y: number; width: number; size: number }

/** A line, or the part of one that stands in a column. `left` and `right`: of the column it stands in. */
export type Line = { text: string; x: number; end: number; y: number; size: number; left: number; right: number }

/** The lines of one page in reading order: down each column, from left to right; what goes over columns parts them. */
export const linesOfPage = (pieces: readonly Piece[]): Line[] => inColumns(fragmentsOf(pieces), 0)

/** Pieces side by side with less than this between them, in ems, are one line. */
const SAME_LINE = 1.1
const WORD_GAP = 0.18

function fragmentsOf(pieces: readonly Piece[]): Line[] {
  const sorted = pieces.filter((piece) => piece.text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: Piece[][] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.y - piece.y < 0.4 * Math.max(first.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap(fragmentsOfRow)
}

function fragmentsOfRow(row: Piece[]): Line[] {
  const fragments: Line[] = []
  for (const { text, x, y, width, size } of row.sort((a, b) => a.x - b.x)) {
    const last = fragments.at(-1)
    const gap = last ? x - last.end : 0
    if (last && gap < SAME_LINE * size) {
      const isApart = gap > WORD_GAP * size && !/\s$/.test(last.text) && !/^\s/.test(text)
      last.text += isApart ? ` ${text}` : text
      last.end = Math.max(last.end, x + width)
      last.size = Math.max(last.size, size)
    } else fragments.push({ text, x, end: x + width, y, size, left: x, right: x + width })
  }
  return fragments
}

/** More columns than a newspaper page has. */
const MAX_COLUMNS = 6
/** Of the lines beside a gutter at least this many must stand on each side of it. */
const FEWEST = 4
/** Headings and pictures may go over a gutter; a table's rows and a text's lines may not. */
const CROSSING = 0.2

function inColumns(fragments: readonly Line[], nesting: number): Line[] {
  const gutter = nesting < MAX_COLUMNS ? gutterOf(fragments) : null
  if (gutter === null) return withEdges(fragments)
  const lines: Line[] = []
  let band: Line[] = []
  const flush = () => {
    lines.push(
      ...inColumns(
        band.filter(({ end }) => end <= gutter),
        nesting + 1,
      ),
    )
    lines.push(
      ...inColumns(
        band.filter(({ end }) => end > gutter),
        nesting + 1,
      ),
    )
    band = []
  }
  for (const fragment of fragments) {
    if (fragment.x < gutter && fragment.end > gutter) {
      flush()
      lines.push({ ...fragment })
    } else band.push(fragment)
  }
  flush()
  return lines
}

function withEdges(fragments: readonly Line[]): Line[] {
  const left = Math.min(...fragments.map(({ x }) => x))
  const right = Math.max(...fragments.map(({ end }) => end))
  return fragments.map((fragment) => ({ ...fragment, left, right }))
}

/** Where white runs down between two columns: the place with fewest lines over it and text on both sides at one height. */
function gutterOf(fragments: readonly Line[]): number | null {
  if (fragments.length < 2 * FEWEST) return null
  const left = Math.min(...fragments.map(({ x }) => x))
  const right = Math.max(...fragments.map(({ end }) => end))
  let best: { at: number; crossing: number } | null = null
  for (const { end } of fragments) {
    const at = end + 1
    if (at < left + 0.15 * (right - left) || at > right - 0.15 * (right - left)) continue
    const crossing = fragments.filter((line) => line.x < at && line.end > at).length
    if (crossing > CROSSING * fragments.length || (best && crossing >= best.crossing)) continue
    if (isBetweenColumns(fragments, at)) best = { at, crossing }
  }
  return best?.at ?? null
}

function isBetweenColumns(fragments: readonly Line[], at: number): boolean {
  const before = fragments.filter(({ end }) => end <= at)
  const after = fragments.filter(({ x }) => x >= at)
  if (before.length < FEWEST || after.length < FEWEST) return false
  // A table has short cells; columns of text are mostly as wide as their column.
  if (!isRunning(before) || !isRunning(after)) return false
  const bottom = Math.max(Math.min(...before.map(({ y }) => y)), Math.min(...after.map(({ y }) => y)))
  const top = Math.min(Math.max(...before.map(({ y }) => y)), Math.max(...after.map(({ y }) => y)))
  return top - bottom > 3 * (before[0]?.size ?? 10)
}

function isRunning(lines: readonly Line[]): boolean {
  const width = Math.max(...lines.map(({ end }) => end)) - Math.min(...lines.map(({ x }) => x))
  return lines.filter(({ x, end }) => end - x > 0.6 * width).length >= 0.5 * lines.length
}
