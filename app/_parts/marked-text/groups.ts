import { type Span, spanHolds } from '@/lib/core/text'
import type { Paragraph } from './segments'

/** A stretch of the text that its page showed otherwise than as a paragraph. */
export type ShapedSpan = Span & { shape: 'heading' | 'item' | 'quote' }

/** Paragraphs that belong together on the page. `hasOwnBullets`: the items begin with a bullet or number of the text itself. */
export type ParagraphGroup = { shape: ShapedSpan['shape'] | null; hasOwnBullets: boolean; paragraphs: Paragraph[] }

const BULLET = /^\s*(?:[-–—•*▪◦‣]|\d{1,2}[.)])\s+\S/

/**
 * Paragraphs in their order, neighbours of one shape together. A text that came without shapes still shows lines that begin
 * with bullets as a list, where two or more follow each other.
 */
export function groupsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  shapes: readonly ShapedSpan[],
): ParagraphGroup[] {
  const groups: ParagraphGroup[] = []
  let at = 0
  for (const paragraph of paragraphs) {
    while ((shapes[at]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) at++
    const known = shapes[at]
    const stated = known && spanHolds(known, paragraph) ? known.shape : null
    const hasOwnBullets = stated !== 'heading' && BULLET.test(text.slice(paragraph.start, paragraph.end))
    const shape = stated ?? (hasOwnBullets ? 'item' : null)
    const last = groups.at(-1)
    if (last && last.shape === shape && last.hasOwnBullets === hasOwnBullets) last.paragraphs.push(paragraph)
    else groups.push({ shape, hasOwnBullets, paragraphs: [paragraph] })
  }
  return groups.map((group) => (isLoneDash(group, shapes) ? { ...group, shape: null } : group))
}

/** One line with a dash before it is speech or an aside, no list. */
const isLoneDash = (group: ParagraphGroup, shapes: readonly ShapedSpan[]): boolean =>
  group.hasOwnBullets && group.paragraphs.length === 1 && shapes.length === 0
