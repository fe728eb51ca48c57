import type { Day } from '@/lib/core/days'
import { blocksOf } from './blocks'
import { type CutReason, judgeBlocks } from './body'
import { readDay } from './days'
import { metaTags, readFacts } from './facts'
import { claimReviewNodes, type LinkedNode, linkedNodes } from './linked-data'
import { findRegion, placeBlocks } from './region'
import { HostilePage, parsePage } from './tree'

/** `url`: where the page was found. `latestOn`: the day it was read, the latest that its publication can be. */
export type PageInput = { html: string; url?: string | null; latestOn?: Day | null }

/**
 * What a page says. `dayBasis`: which part of the page names the day, in words. `isFree`: what the page says of reading it
 * without paying, null when nothing. `cut`: what is no body, in the order of the page. `claimReviews`: schema.org
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
  const { titleTag, ...facts } = readFacts(page, nodes, metas, url)
  const blocks = placeBlocks(page, blocksOf(page.root))
  const region = findRegion(page, blocks, titleTag)
  const judged = judgeBlocks(blocks, region, facts.title)
  const body = judged.filter((block) => block.cut === null)
  const dayFirst = facts.language === 'en' ? null : true
  return {
    ...facts,
    body: body.map((block) => block.text).join('\n\n'),
    ...readDay({ page, html, nodes, metas, blocks, region, titleTag, url, dayFirst, latestOn }),
    cut: judged.flatMap(({ text, cut }) => (cut ? [{ text, reason: cut }] : [])),
    claimReviews: claimReviewNodes(nodes),
  }
}
