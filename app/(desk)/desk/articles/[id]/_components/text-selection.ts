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

/** Selects the span in the page, so that what is being marked is seen. */
export function selectSpan(span: Span): void {
  const [start, end] = [placeOf(span.start), placeOf(span.end)]
  if (start && end) window.getSelection()?.setBaseAndExtent(start.node, start.within, end.node, end.within)
}
