import type { Span } from '@/lib/core/text'

const pieceOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-marked-text] [data-start]') ?? null

/** The offset in the text at which a boundary of a selection stands; null outside the article. */
function offsetAt(node: Node, within: number): number | null {
  const piece = pieceOf(node)
  if (!piece) return null
  const before = document.createRange()
  before.setStart(piece, 0)
  before.setEnd(node, within)
  return Number(piece.dataset.start) + before.toString().length
}

/** What is selected in the article, as offsets into the text on the page; null when it is nothing or leaves the text. */
export function selectedSpan(): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = offsetAt(range.startContainer, range.startOffset)
  const end = offsetAt(range.endContainer, range.endOffset)
  return start === null || end === null || start >= end ? null : { start, end }
}

/** The place in the page of an offset into the text. */
function placeOf(offset: number): { node: Node; within: number } | null {
  const pieces = [...document.querySelectorAll<HTMLElement>('[data-marked-text] [data-start]')]
  const piece = pieces.findLast((one) => Number(one.dataset.start) <= offset)
  const node = piece?.firstChild
  if (!piece || !node) return null
  return { node, within: Math.min(offset - Number(piece.dataset.start), node.textContent?.length ?? 0) }
}

function rangeOf(span: Span): Range | null {
  const [start, end] = [placeOf(span.start), placeOf(span.end)]
  if (!start || !end) return null
  const range = document.createRange()
  range.setStart(start.node, start.within)
  range.setEnd(end.node, end.within)
  return range
}

const HIGHLIGHT = 'words'

/** Tints the words in the page that are being marked (`::highlight(words)`); null takes the tint away. */
export function tintSpan(span: Span | null): void {
  if (!('highlights' in CSS)) return
  const range = span && rangeOf(span)
  if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range))
  else CSS.highlights.delete(HIGHLIGHT)
}

/** Where the first and the last character of a span stand in the window; null when they are not on the page. */
export function edgesOf(span: Span): { start: DOMRect; end: DOMRect } | null {
  const start = rangeOf({ start: span.start, end: span.start + 1 })?.getBoundingClientRect()
  const end = rangeOf({ start: span.end - 1, end: span.end })?.getBoundingClientRect()
  return start && end && start.height > 0 && end.height > 0 ? { start, end } : null
}

/** The offset in the text under a point of the window; null outside the article. */
export function offsetAtPoint(x: number, y: number): number | null {
  if ('caretPositionFromPoint' in document) {
    const at = document.caretPositionFromPoint(x, y)
    return at ? offsetAt(at.offsetNode, at.offset) : null
  }
  const range = (document as Document).caretRangeFromPoint?.(x, y)
  return range ? offsetAt(range.startContainer, range.startOffset) : null
}
