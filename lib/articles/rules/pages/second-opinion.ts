import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type Block, blocksOf, weightOf } from './blocks'
import { articleNodes, type LinkedNode, textField } from './linked-data'
import { foldSpace, type Page, parsePage } from './tree'

/** A shorter body is doubted. In letters; a script without spaces counts threefold. */
const SHORT = 300
/** Less of the text that linked data names than this share in the body: it was looked for in the wrong place. */
const SHARED_AT_LEAST = 0.5
/** Readability builds a whole document of a page; one larger than this is none that it would help with. */
const MAX_HTML = 3_000_000
const MAX_TAGS = 20_000

/**
 * Another body for a page whose own reading is doubtful: short, or without the text that the page's linked data gives as
 * the article's. Asked are linked data itself and Mozilla's Readability. Null when the first reading stands.
 */
export function secondOpinion(html: string, page: Page, nodes: readonly LinkedNode[], body: string): string | null {
  const stated = statedBody(nodes)
  const isElsewhere = stated !== null && sharedWith(stated, body) < SHARED_AT_LEAST
  if (weightOf(body) >= SHORT && !isElsewhere) return null
  const other = page.tags.length <= MAX_TAGS && html.length <= MAX_HTML ? byReadability(html) : ''
  if (stated !== null && weightOf(stated) > SHORT)
    return sharedWith(stated, other) >= 0.8 ? other : isElsewhere ? stated : null
  return weightOf(other) > 2 * weightOf(body) ? other : null
}

/** The article's text as linked data gives it, freed from markup. */
function statedBody(nodes: readonly LinkedNode[]): string | null {
  const texts = articleNodes(nodes).flatMap((node) => textField(node.articleBody) ?? [])
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), '')
  return longest.length < 200 ? null : paragraphsOf(longest)
}

const paragraphsOf = (text: string): string =>
  /<(?:p|br|div)\b/i.test(text)
    ? bodyOf(blocksOf(parsePage(text).root))
    : text
        .replace(/<[^<>]{0,300}>/g, ' ')
        .split(/\s*\n\s*/)
        .map(foldSpace)
        .filter(Boolean)
        .join('\n\n')

const bodyOf = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join('\n\n')

function byReadability(html: string): string {
  try {
    const content = new Readability(parseHTML(html).document, { charThreshold: 200 }).parse()?.content
    return content ? bodyOf(blocksOf(parsePage(content).root)) : ''
  } catch {
    // It gives up on documents without a body, with nothing to add.
    return ''
  }
}

/** What share of the runs of five words of `text` stand in `other`, 0..1. */
function sharedWith(text: string, other: string): number {
  const known = new Set(runsOf(other))
  const runs = runsOf(text)
  return runs.length === 0 ? 1 : runs.filter((run) => known.has(run)).length / runs.length
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(4).map((_, i) => words.slice(i, i + 5).join(' '))
}
