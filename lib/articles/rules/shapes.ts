import type { Span } from '@/lib/core/text'
import type { Tag } from './pages/tree'

/** What a block of a text is, beside a plain paragraph. */
export const SHAPES = ['heading', 'item', 'quote'] as const
export type Shape = (typeof SHAPES)[number]

/** A block by its words, as its page had them. */
export type ShapedBlock = { shape: Shape; text: string }
/** The same by its place in a body. */
export type PlacedShape = Span & { shape: Shape }

/** More blocks than any article has are not kept. */
const MOST = 2000

/** The blocks that are no plain paragraphs, in their order. */
export const shapedBlocks = (blocks: readonly { text: string; tag: Tag }[]): ShapedBlock[] =>
  blocks
    .flatMap(({ text, tag }) => {
      const shape = shapeOf(tag)
      return shape ? [{ shape, text }] : []
    })
    .slice(0, MOST)

function shapeOf(tag: Tag): Shape | null {
  if (/^h[1-6]$/.test(tag.name)) return 'heading'
  for (let at: Tag | null = tag; at; at = at.parent) {
    if (at.name === 'li') return 'item'
    if (at.name === 'blockquote') return 'quote'
  }
  return null
}

/** Where the blocks stand in a body, whole lines each, in their order; what cleaning cut or changed is left out. Linear. */
export function placeShapes(body: string, blocks: readonly ShapedBlock[]): PlacedShape[] {
  const wanted = new Set(blocks.map(({ text }) => firstLine(text)))
  const startsOf = new Map<string, number[]>()
  let start = 0
  for (const line of body.split('\n')) {
    if (wanted.has(line)) startsOf.set(line, [...(startsOf.get(line) ?? []), start].slice(0, MOST))
    start += line.length + 1
  }
  let from = 0
  return blocks.flatMap(({ shape, text }) => {
    const at = startsOf.get(firstLine(text))?.find((one) => one >= from)
    if (at === undefined || !isWholeLines(body, at, text)) return []
    from = at + text.length
    return [{ shape, start: at, end: at + text.length }]
  })
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

const isWholeLines = (body: string, at: number, text: string): boolean =>
  body.startsWith(text, at) && (at + text.length === body.length || body.charAt(at + text.length) === '\n')
