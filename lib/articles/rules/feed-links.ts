import { parseOpml } from 'feedsmith'
import { z } from 'zod'
import { type FeedReading, readFeed } from './feeds'
import { HostilePage, parsePage } from './pages/tree'
import { plainText } from './plain-text'

export type FeedLink = { address: string; title: string | null }

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b|^application\/json\b.*feed/i
const MOST_LINKS = 20

/** The feeds that a page links to (link rel=alternate), each once, in its order. Throws nothing: a hostile page links to none. */
export function feedLinksOf(html: string, foundAt: string): FeedLink[] {
  const found = new Map<string, FeedLink>()
  for (const { name, attributes } of tagsOf(html)) {
    const { rel = '', type = '', href, title } = attributes
    if (name !== 'link' || !/\balternate\b/i.test(rel) || !FEED_TYPE.test(type) || !href) continue
    if (!URL.canParse(href, foundAt) || found.size === MOST_LINKS) continue
    const { href: address } = new URL(href, foundAt)
    if (/^https?:/.test(address) && !found.has(address))
      found.set(address, { address, title: plainText(title ?? '', 300) || null })
  }
  return [...found.values()]
}

function tagsOf(html: string) {
  try {
    return parsePage(html).tags
  } catch (error) {
    if (error instanceof HostilePage) return []
    throw error
  }
}

/** A feed; or why it is none, with those that it links to where it is a page. */
export type FeedAnswer = FeedReading | { problem: string; links: FeedLink[] }

/** Reads a feed, else looks for those that a page links to. */
export function feedOrLinks(text: string, foundAt: string): FeedAnswer {
  const reading = readFeed(text, foundAt)
  return 'problem' in reading ? { ...reading, links: feedLinksOf(text, foundAt) } : reading
}

const MOST_OUTLINES = 500
const MOST_DEPTH = 20

type Outline = { text?: string; title?: string; xmlUrl?: string; outlines?: Outline[] }
const Outline: z.ZodType<Outline> = z.lazy(() =>
  z.object({
    text: z.string().optional(),
    title: z.string().optional(),
    xmlUrl: z.string().optional(),
    outlines: z.array(Outline).optional(),
  }),
)
const Opml = z.object({ body: z.object({ outlines: z.array(Outline).optional() }).optional() })

/** The feeds of an OPML file (a list that a feed reader exports), folders opened, at most 500; or why it is none, in words. */
export function feedsOfOpml(text: string): FeedLink[] | { problem: string } {
  if (/<!ENTITY/i.test(text))
    return { problem: 'It declares entities of its own, which no list of feeds needs. It was not read.' }
  const parsed = Opml.safeParse(parsedOrNull(text))
  if (!parsed.success) return { problem: 'It is no OPML file. Export the list of feeds from a feed reader.' }
  const feeds = feedsIn(parsed.data.body?.outlines ?? [], 0)
  if (feeds.length === 0) return { problem: 'The file lists no feeds.' }
  if (feeds.length > MOST_OUTLINES) return { problem: `The file lists more than ${MOST_OUTLINES} feeds. Split it.` }
  return feeds
}

function parsedOrNull(text: string): unknown {
  try {
    return parseOpml(text)
  } catch {
    return null
  }
}

const feedsIn = (outlines: readonly Outline[], depth: number): FeedLink[] =>
  depth > MOST_DEPTH
    ? []
    : outlines.flatMap(({ xmlUrl, title, text, outlines: inner = [] }) => [
        ...(xmlUrl ? [{ address: xmlUrl, title: plainText(title ?? text ?? '', 300) || null }] : []),
        ...feedsIn(inner, depth + 1),
      ])
