import { foldKey } from '@/lib/core/text'
import { type Block, isProse, linkShare, weightOf } from './blocks'
import { furnitureReason } from './furniture'
import type { PartReason } from './names'
import type { PlacedBlock } from './region'
import { isWithin, type Tag } from './tree'

/** Why a block is no part of the body. */
export type CutReason =
  | PartReason
  | 'title'
  | 'links'
  | 'heading without text'
  | 'before the article'
  | 'after the article'

export type JudgedBlock = PlacedBlock & { cut: CutReason | null }

const HEADING = /^h[1-6]$/
/** Below every heading. */
const TEXT = 7

/** Judges every block within the region: body, or not and why. `title`: the article's, which is no part of its body. */
export function judgeBlocks(blocks: readonly PlacedBlock[], region: Tag, title: string | null): JudgedBlock[] {
  const within = blocks.filter((block) => isWithin(block.tag, region))
  const lists = linkLists(within)
  const judged = within.map((block) => ({ ...block, cut: reasonFor(block, lists, title) }))
  trimEnds(judged)
  dropLooseHeadings(judged)
  return judged
}

function reasonFor(block: PlacedBlock, lists: ReadonlySet<Tag>, title: string | null): CutReason | null {
  if (block.aside) return block.aside
  if (title !== null && block.text.length < 400 && foldKey(block.text) === foldKey(title)) return 'title'
  const furniture = furnitureReason(block)
  if (furniture) return furniture
  const list = enclosing(block.tag, LIST)
  if (list && lists.has(list)) return 'links'
  return isLinkLine(block) ? 'links' : null
}

const LIST = new Set(['ul', 'ol', 'dl'])

function enclosing(tag: Tag, names: ReadonlySet<string>): Tag | null {
  for (let at: Tag | null = tag; at; at = at.parent) if (names.has(at.name)) return at
  return null
}

/** A line that is nothing but a link leads elsewhere, unless it is a heading or a paragraph that is cited whole. */
const isLinkLine = (block: Block): boolean =>
  !HEADING.test(block.tag.name) && linkShare(block) > 0.8 && block.text.length > 0

/** Lists most of whose text is links. */
function linkLists(blocks: readonly PlacedBlock[]): Set<Tag> {
  const sums = new Map<Tag, { linked: number; all: number }>()
  for (const block of blocks) {
    const list = enclosing(block.tag, LIST)
    if (!list) continue
    const sum = sums.get(list) ?? { linked: 0, all: 0 }
    sum.linked += block.linked
    sum.all += block.text.length
    sums.set(list, sum)
  }
  return new Set([...sums].filter(([, { linked, all }]) => linked > 0.6 * all).map(([list]) => list))
}

/** What stands before the first running text and after the last one is short, unlinked and a list or a table, or goes. */
function trimEnds(judged: JudgedBlock[]): void {
  const kept = judged.filter((block) => block.cut === null)
  const first = kept.findIndex(isProse)
  const last = kept.findLastIndex(isProse)
  if (first < 0) return
  kept.forEach((block, i) => {
    if (i < first && !isOpening(block)) block.cut = 'before the article'
    if (i > last && !isEnding(block)) block.cut = 'after the article'
  })
}

const DATA = new Set(['li', 'td', 'th', 'tr', 'dd', 'dt', 'pre', 'blockquote'])

const isOpening = (block: Block): boolean =>
  HEADING.test(block.tag.name)
    ? block.tag.name !== 'h1'
    : (block.tag.name === 'p' && weightOf(block.text) >= 25 && linkShare(block) < 0.3) || DATA.has(block.tag.name)

const isEnding = (block: Block): boolean =>
  (block.tag.name === 'p' || DATA.has(block.tag.name) || block.tag.name === 'div') && linkShare(block) < 0.5

/** A heading counts when text follows before the next heading of its rank or a higher one. */
function dropLooseHeadings(judged: JudgedBlock[]): void {
  let next = 0
  for (const block of [...judged].reverse()) {
    if (block.cut !== null) continue
    const rank = HEADING.test(block.tag.name) ? Number(block.tag.name[1]) : TEXT
    if (rank < TEXT && rank >= next) block.cut = 'heading without text'
    else next = rank
  }
}
