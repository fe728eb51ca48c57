import { type Block, isProse, linkShare, weightOf } from './blocks'
import { type PartReason, partReason, saysBody } from './names'
import { isWithin, type Page, type Tag } from './tree'

/** A block with why its surroundings say that it is not the article; null when they do not. */
export type PlacedBlock = Block & { aside: PartReason | null }

/** A part with more of the page's running text than this cannot be an aside, whatever its name says. */
const ASIDE_AT_MOST = 0.45
const HIDDEN_AT_MOST = 0.85

/** Says of each block whether it lies in a part of the page that calls itself something else than the article. */
export function placeBlocks(page: Page, blocks: Block[]): PlacedBlock[] {
  const prose = proseBelow(page, blocks, () => 1)
  const all = prose(page.root)
  const reasons = new Map<Tag, PartReason | null>()
  const reasonOf = (tag: Tag): PartReason | null => {
    const before = reasons.get(tag)
    if (before !== undefined) return before
    const above = tag.parent ? reasonOf(tag.parent) : null
    const own = above ?? partReason(tag)
    const share = all === 0 ? 0 : prose(tag) / all
    const limit = own === 'comments' || own === 'hidden' ? HIDDEN_AT_MOST : ASIDE_AT_MOST
    const reason = above ?? (own && share <= limit ? own : null)
    reasons.set(tag, reason)
    return reason
  }
  return blocks.map((block) => ({ ...block, aside: reasonOf(block.tag) }))
}

/** The running text below each tag, in characters, each block counted as often as `weigh` says. */
function proseBelow<B extends Block>(page: Page, blocks: readonly B[], weigh: (block: B) => number) {
  // Blocks come in the order of their tags only roughly; a sum over the order of tags answers each question at once.
  const sums = new Float64Array(page.tags.length + 2)
  for (const block of blocks) {
    if (!isProse(block)) continue
    const at = block.tag.from + 1
    sums[at] = (sums[at] ?? 0) + Math.min(weightOf(block.text), 1500) * (1 - linkShare(block)) * weigh(block)
  }
  let total = 0
  const upTo = sums.map((value) => (total += value))
  return (tag: Tag): number => (upTo[tag.to] ?? 0) - (tag.from < 0 ? 0 : (upTo[tag.from] ?? 0))
}

/** A child that holds this share of the running text is where the article goes on. */
const DOMINANT = 0.72

/**
 * The smallest part of the page that holds its running text: from the whole page down, always into the part that holds
 * most of the rest. A part that names itself the article's body counts for more.
 */
export function findRegion(page: Page, blocks: readonly PlacedBlock[], title: Tag | null): Tag {
  const bodies = page.tags.filter(saysBody)
  const first = bodies[0]
  const inBody = (block: Block): boolean => bodies.some((body) => isWithin(block.tag, body))
  const weigh = (block: PlacedBlock): number => (block.aside ? 0 : first && inBody(block) ? 3 : 1)
  const prose = proseBelow(page, blocks, weigh)
  let region = articleOf(page, title, prose) ?? page.root
  for (;;) {
    const here = prose(region)
    const next = region.children.find((child) => typeof child !== 'string' && prose(child) >= DOMINANT * here)
    if (here === 0 || next === undefined || typeof next === 'string' || next.name === 'p') return region
    region = next
  }
}

/** Where several articles stand on one page: the one with the title, when it holds text. */
function articleOf(page: Page, title: Tag | null, prose: (tag: Tag) => number): Tag | null {
  for (let at = title?.parent ?? null; at; at = at.parent)
    if (at.name === 'article' && prose(at) > 600 && prose(at) < 0.9 * prose(page.root)) return at
  return null
}
