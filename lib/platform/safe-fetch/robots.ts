import { LRUCache } from 'lru-cache'
import robotsParser from 'robots-parser'
import { hostOf, ROBOT } from './network'
import { FetchError } from './refusals'
import { type Asking, follow } from './request'

const MOST_BYTES = 1_000_000
const KEPT_MS = 3_600_000

/** Origin -> its robots.txt; empty where it has none, which permits all. */
const known = new LRUCache<string, string>({ max: 500, ttl: KEPT_MS })

/**
 * Throws FetchError `robots` where the site's robots.txt asks this product not to fetch an address (RFC 9309: none, or a
 * 4xx, permits all; a server that fails is left alone for now). Kept for an hour.
 */
export async function assertWelcome(url: URL, asking: Asking): Promise<void> {
  const rules = known.get(url.origin) ?? (await readRules(url, asking))
  if (robotsParser(`${url.origin}/robots.txt`, rules).isDisallowed(url.href, ROBOT))
    throw new FetchError('robots', hostOf(url))
}

async function readRules({ origin, host }: URL, { network, limits, signal }: Asking): Promise<string> {
  const { status, bytes } = await follow(`${origin}/robots.txt`, {
    method: 'GET',
    headers: {},
    body: null,
    types: null,
    limits: { ...limits, bytes: MOST_BYTES },
    network,
    signal,
  })
  if (status >= 500) throw new FetchError('unreachable', host)
  const rules = status < 300 ? new TextDecoder().decode(bytes) : ''
  known.set(origin, rules)
  return rules
}
