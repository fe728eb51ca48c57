import { createHash } from 'node:crypto'
import { parseFeed } from 'feedsmith'
import { z } from 'zod'
import { plainText } from './plain-text'

/** Something that a feed holds. `key`: what it is known by within its feed. `publishedAt`: an instant in ISO form. */
export type FeedEntry = {
  key: string
  address: string
  title: string
  source: string | null
  excerpt: string
  publishedAt: string | null
}

export type FeedReading = { title: string; siteAddress: string | null; entries: FeedEntry[] }

/** More than any feed holds at once; the newest come first in all that are known. */
const MOST_ENTRIES = 300
const LONGEST = { title: 300, source: 200, excerpt: 400, address: 2000 }
/** In bytes of UTF-8: an index of the database holds keys of up to 2,704. */
const LONGEST_KEY = 1000

// The parts of each format that are read here; whatever else a feed holds is left alone.
const Text = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]).optional()
const Link = z.object({ href: z.string().optional(), rel: z.string().optional() })
const Item = z.object({
  id: z.string().optional(),
  guid: z.object({ value: z.string().optional() }).optional(),
  url: z.string().optional(),
  external_url: z.string().optional(),
  link: z.string().optional(),
  links: z.array(Link).optional(),
  title: Text,
  summary: Text,
  description: z.string().optional(),
  content: Text,
  content_text: z.string().optional(),
  content_html: z.string().optional(),
  source: z.object({ title: Text }).optional(),
  pubDate: z.string().optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  date_published: z.string().optional(),
  dc: z.object({ dates: z.array(z.string()).optional() }).optional(),
})
type Item = z.infer<typeof Item>
const Parsed = z.object({
  title: Text,
  link: z.string().optional(),
  home_page_url: z.string().optional(),
  links: z.array(Link).optional(),
  items: z.array(Item.catch({})).optional(),
  entries: z.array(Item.catch({})).optional(),
})

const NO_FEED = 'It is no feed that can be read: neither RSS, Atom, RDF nor JSON Feed.'

/**
 * Reads an RSS, Atom, RDF or JSON feed; `foundAt`: where it was fetched, for addresses that are relative. Answers a
 * problem, in words, for anything else, also for one that declares entities: no feed needs them, and they can be made to
 * grow without end.
 */
export function readFeed(text: string, foundAt: string): FeedReading | { problem: string } {
  if (/<!ENTITY/i.test(text))
    return { problem: 'It declares entities of its own, which can be made to grow without end. It was not read.' }
  const parsed = Parsed.safeParse(parsedOrNull(text))
  if (!parsed.success) return { problem: NO_FEED }
  const { title, link, home_page_url, links, items = [], entries = [] } = parsed.data
  const site = absolute(link ?? home_page_url ?? alternate(links), foundAt)
  return {
    title: plainText(title ?? '', LONGEST.title) || new URL(foundAt).hostname,
    siteAddress: site,
    entries: withoutRepeats([...items, ...entries].flatMap((item) => entryOf(item, site ?? foundAt))),
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return parseFeed(text, { maxItems: MOST_ENTRIES }).feed
  } catch {
    return null
  }
}

const alternate = (links: Item['links']): string | undefined =>
  (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href

function absolute(address: string | undefined, base: string): string | null {
  if (!address || !URL.canParse(address.trim(), base)) return null
  const url = new URL(address.trim(), base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

function entryOf(item: Item, base: string): FeedEntry[] {
  const said = item.guid?.value ?? item.id
  const address = absolute(item.url ?? item.link ?? alternate(item.links) ?? item.external_url ?? said, base)
  if (address === null || address.length > LONGEST.address) return []
  const body = item.summary ?? item.description ?? item.content_text ?? item.content_html ?? item.content ?? ''
  const excerpt = plainText(body, LONGEST.excerpt)
  return [
    {
      key: keyOf(said ?? '') || keyOf(address),
      address,
      title: plainText(item.title ?? '', LONGEST.title) || excerpt.slice(0, 110).toWellFormed() || address,
      source: plainText(item.source?.title ?? '', LONGEST.source) || null,
      excerpt,
      publishedAt: instantOf(
        item.pubDate ?? item.published ?? item.date_published ?? item.dc?.dates?.[0] ?? item.updated,
      ),
    },
  ]
}

/** What a feed says of an item's identity as it can be stored: one that is too long by its digest, lest two become one. */
function keyOf(said: string): string {
  const key = said
    .replace(/\p{Cc}+/gu, '')
    .toWellFormed()
    .trim()
  return Buffer.byteLength(key) <= LONGEST_KEY ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`
}

/** RFC 822 and ISO forms; null for anything else and for years that no article has. */
function instantOf(text: string | undefined): string | null {
  const ms = text === undefined ? Number.NaN : Date.parse(text)
  if (Number.isNaN(ms)) return null
  const iso = new Date(ms).toISOString()
  return /^(?:19|20)\d\d-/.test(iso) ? iso : null
}

function withoutRepeats(entries: FeedEntry[]): FeedEntry[] {
  return [...new Map(entries.toReversed().map((entry) => [entry.key, entry])).values()].toReversed()
}
