import type { Day } from '@/lib/core/days'
import { type ShapedBlock, shapedBlocks } from '../shapes'
import { blocksOf, isProse, weightOf } from './blocks'
import { type CutReason, judgeBlocks } from './body'
import { readDay } from './days'
import { metaTags, readFacts } from './facts'
import { claimReviewNodes, type LinkedNode, linkedNodes } from './linked-data'
import { findRegion, type PlacedBlock, placeBlocks } from './region'
import { secondOpinion } from './second-opinion'
import { HostilePage, parsePage } from './tree'

/** `url`: where the page was found. `latestOn`: the day it was read, the latest that its publication can be. */
export type PageInput = { html: string; url?: string | null; latestOn?: Day | null }

/**
 * What a page says. `dayBasis`: which part of the page names the day, in words. `isFree`: what the page says of reading it
 * without paying, null when nothing. `doubt`: why the body may not be the whole article, in words for the desk. `cut`: what is no body, in the order of the page. `claimReviews`: schema.org
 * ClaimReview nodes as they came.
 */
export type PageReading = {
  title: string | null
  body: string
  publishedOn: Day | null
  dayBasis: string | null
  publisher: string | null
  author: string | null
  canonicalUrl: string | null
  language: string | null
  isFree: boolean | null
  doubt: string | null
  /** Headings, items and quotations of the body, in its order. */
  shapes: ShapedBlock[]
  cut: { text: string; reason: CutReason | 'outside the article' }[]
  claimReviews: LinkedNode[]
}

/** Larger pages are no articles; a safe fetch ends at 10 MB, a file at 25. */
const MAX_HTML = 25_000_000

/**
 * Reads an article from a page: its text without what stands around it, and what the page says of itself. Pure; answers
 * with a problem, in words for the person who gave the page, when it is built to break readers.
 */
export function readPage({ html, url = null, latestOn = null }: PageInput): PageReading | { problem: string } {
  if (html.length > MAX_HTML) return { problem: 'The page is longer than any article. Paste its text.' }
  try {
    return read(html, url, latestOn)
  } catch (error) {
    if (error instanceof HostilePage) return { problem: error.message }
    throw error
  }
}

function read(html: string, url: string | null, latestOn: Day | null): PageReading {
  const page = parsePage(html)
  const nodes = linkedNodes(page.linkedData)
  const metas = metaTags(page)
  const { titleTag, dayFirst, ...facts } = readFacts(page, nodes, metas, url)
  const blocks = placeBlocks(page, blocksOf(page.root))
  const region = findRegion(page, blocks, titleTag)
  const judged = judgeBlocks(blocks, region, facts)
  const kept = judged.filter((block) => block.cut === null)
  const first = textOfBlocks(kept)
  const body = secondOpinion(html, page, nodes, first) ?? first
  return {
    ...facts,
    body: hasWords(body) ? body : whateverIsThere(blocks, metas),
    shapes: shapedBlocks(kept),
    doubt: doubtOf(body, facts.isFree),
    ...readDay({
      page,
      html,
      nodes,
      metas,
      blocks,
      region,
      titleTag,
      url,
      canonicalUrl: facts.canonicalUrl,
      dayFirst,
      latestOn,
    }),
    cut: judged.flatMap(({ text, cut }) => (cut ? [{ text, reason: cut }] : [])),
    claimReviews: claimReviewNodes(nodes),
  }
}

const textOfBlocks = (blocks: readonly { text: string }[]): string => blocks.map((block) => block.text).join('\n\n')
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** A page without an article still shows something: its running text, else all lines outside its asides, else its summary. */
function whateverIsThere(blocks: readonly PlacedBlock[], metas: ReadonlyMap<string, string>): string {
  const open = blocks.filter((block) => block.aside === null)
  const texts = [open.filter(isProse), open, blocks].map(textOfBlocks)
  return texts.find(hasWords) ?? metas.get('og:description') ?? metas.get('description') ?? ''
}

/** The shortest article; shorter texts are teasers, notices and error pages. */
const FEW_LETTERS = 400

function doubtOf(body: string, isFree: boolean | null): string | null {
  if (isFree === false)
    return 'The page says that it is not free to read, so this may be only the beginning. Compare it, or paste the whole text.'
  if (weightOf(body) >= FEW_LETTERS) return null
  return 'The page holds hardly any running text: it may be blocked, behind a paywall, or no article. Compare it, or paste the text.'
}
