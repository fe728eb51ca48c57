import { type Block, isProse, linkShare, weightOf } from './blocks'
import { type PartReason, partReason, saysBody } from './names'
import type { Page, Tag } from './tree'

/** A block with why its surroundings say that it is not the article; null when they do not. */
export type PlacedBlock = Block & { aside: PartReason | null }

/** A part with more of the page's running text than this cannot be an aside, whatever its name says. */
const ASIDE = 0.45
const LARGE_ASIDE = 0.85
/** And all asides together leave some of it. */
const LEFT_AT_LEAST = 0.2

/** How much more running text counts where an element says that it holds the article. */
const NAMED_WEIGHT = 6

/** Says of each block whether it lies in a part of the page that calls itself something else than the article. */
export function placeBlocks(page: Page, blocks: Block[]): PlacedBlock[] {
  const isBody = bodyNames(page)
  const prose = proseBelow(page, blocks, (block) => (isBody(block.tag) ? NAMED_WEIGHT : 1))
  const all = prose(page.root)
  const named = proseBelow(page, blocks, (block) => (isBody(block.tag) ? 1 : 0))
  const judged = named(page.root) > 0 ? named : prose
  const released = new Set<PartReason>()
  for (;;) {
    const { reasonOf, taken } = readAsides(
      (tag, reason) => !released.has(reason) && prose(tag) <= limitOf(reason) * all,
    )
    const placed = blocks.map((block) => ({ ...block, aside: reasonOf(block.tag) }))
    // Many small parts can be the article together: "toc-title-1", "toc-title-2", or paragraphs classed as paywalled.
    const left = judged(page.root) - sumOf([...taken.values()].flat(), judged)
    if (left >= LEFT_AT_LEAST * judged(page.root)) return placed
    const wrong = [...taken].sort(([, a], [, b]) => sumOf(b, judged) - sumOf(a, judged))[0]
    if (!wrong || wrong[0] === 'comments') return placed
    released.add(wrong[0])
  }
}

const limitOf = (reason: PartReason): number => (reason === 'comments' || reason === 'hidden' ? LARGE_ASIDE : ASIDE)
const sumOf = (tags: readonly Tag[], prose: (tag: Tag) => number): number =>
  tags.reduce((sum, tag) => sum + prose(tag), 0)

/** `taken`: the outermost tags that were read as asides, by reason. */
function readAsides(isAside: (tag: Tag, reason: PartReason) => boolean) {
  const reasons = new Map<Tag, PartReason | null>()
  const taken = new Map<PartReason, Tag[]>()
  const reasonOf = (tag: Tag): PartReason | null => {
    const before = reasons.get(tag)
    if (before !== undefined) return before
    const above = tag.parent ? reasonOf(tag.parent) : null
    const own = above === null ? partReason(tag) : null
    const isOwn = own !== null && isAside(tag, own)
    if (isOwn)
      taken
        .set(own, taken.get(own) ?? [])
        .get(own)
        ?.push(tag)
    reasons.set(tag, above ?? (isOwn ? own : null))
    return above ?? (isOwn ? own : null)
  }
  return { reasonOf, taken }
}

/** Whether a tag lies in an element that says it holds the article; those that are hidden for readers do not count. */
function bodyNames(page: Page): (tag: Tag) => boolean {
  const named = new Uint8Array(page.tags.length)
  for (const tag of page.tags)
    if (named[tag.from] !== 1 && saysBody(tag) && !isHidden(tag)) named.fill(1, tag.from, tag.to)
  return (tag) => named[tag.from] === 1
}

const isHidden = (tag: Tag): boolean => {
  for (let at: Tag | null = tag; at; at = at.parent) if (partReason(at) === 'hidden') return true
  return false
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
  const isBody = bodyNames(page)
  const weigh = (block: PlacedBlock): number => (block.aside ? 0 : isBody(block.tag) ? NAMED_WEIGHT : 1)
  const prose = proseBelow(page, blocks, weigh)
  const parents = new Set(blocks.filter((block) => !block.aside && isProse(block)).map((block) => block.tag.parent))
  let region = articleOf(page, title, prose) ?? page.root
  for (;;) {
    const here = prose(region)
    const next = region.children.find((child) => typeof child !== 'string' && prose(child) >= DOMINANT * here)
    const isEnd = here === 0 || (parents.has(region) && !WHOLE.has(region.name))
    if (isEnd || next === undefined || typeof next === 'string' || PARTS.has(next.name)) return region
    region = next
  }
}

const WHOLE = new Set(['#page', 'html', 'body'])
/** What an article is made of, and never the whole of it. */
const PARTS = new Set(['p', 'ul', 'ol', 'dl', 'blockquote', 'pre'])

/** Where several articles stand on one page: the one with the title, when it holds text. */
function articleOf(page: Page, title: Tag | null, prose: (tag: Tag) => number): Tag | null {
  for (let at = title?.parent ?? null; at; at = at.parent)
    if (at.name === 'article' && prose(at) > 600 && prose(at) < 0.9 * prose(page.root)) return at
  return null
}
