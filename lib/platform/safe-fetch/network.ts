import { lookup } from 'node:dns/promises'
import { env } from '../env.mjs'
import { isInRange, isPublicAddress } from './addresses'
import { FetchError } from './refusals'

export type Resolved = { address: string; family: 4 | 6 }

/**
 * What requests may reach and how they call themselves. `allow`: besides the public internet, see FETCH_ALLOW; `ports`:
 * besides 80 and 443. `resolve` answers all addresses of a name; it throws or answers none where there is none.
 */
export type Network = {
  allow: readonly Allowed[]
  ports: readonly number[]
  userAgent: string
  resolve: (host: string) => Promise<Resolved[]>
}

/** A host (at one port, at any, or at the usual ones: null), or a range of addresses. */
export type Allowed = { host: string; port: number | 'any' | null } | { range: string }

/** The product's name, by which a robots.txt may speak to it. */
export const ROBOT = 'BorneOut'

/** What the configuration permits. */
export function configuredNetwork(): Network {
  const { fetching } = env()
  return {
    allow: fetching.allow,
    ports: fetching.ports,
    userAgent: `${ROBOT}/1.0 (+${fetching.contact})`,
    resolve: resolveByMachine,
  }
}

async function resolveByMachine(host: string): Promise<Resolved[]> {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

const usual = (url: URL): number => (url.protocol === 'https:' ? 443 : 80)
const portOf = (url: URL): number => (url.port === '' ? usual(url) : Number(url.port))
/** The host as sockets know it: an IPv6 address without its brackets, a name without the dot at its end. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

const isAllowedHost = (url: URL, network: Network): boolean =>
  network.allow.some((allowed) => {
    if (!('host' in allowed) || allowed.host !== hostOf(url)) return false
    return allowed.port === 'any' || (allowed.port === null ? isOpenPort(url, network) : allowed.port === portOf(url))
  })

const isOpenPort = (url: URL, network: Network): boolean => {
  const port = portOf(url)
  return port === 80 || port === 443 || network.ports.includes(port)
}

/**
 * Checks an address before anything is sent: scheme, no user name, port. Spellings of IPv4 addresses (decimal, hex,
 * octal, with left-out parts) are plain ones after parsing. Throws FetchError.
 */
export function checkedUrl(address: string | URL, network: Network): URL {
  if (!URL.canParse(String(address))) throw new FetchError('scheme', `“${String(address).slice(0, 100)}”`)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchError('scheme', url.protocol)
  if (url.username !== '' || url.password !== '') throw new FetchError('credentials', url.hostname)
  if (!isAllowedHost(url, network) && !isOpenPort(url, network)) throw new FetchError('port', `${portOf(url)}`)
  url.hash = ''
  return url
}

/**
 * The addresses of a checked URL's host: asked for once, each checked, to be connected to and no others. A name with one
 * forbidden address among others is refused as a whole. Throws FetchError `no-host` or `private`.
 */
export async function checkedAddresses(url: URL, network: Network): Promise<Resolved[]> {
  const host = hostOf(url)
  const found = await addressesOf(host, network)
  if (found.length === 0) throw new FetchError('no-host', host)
  const isFree = isAllowedHost(url, network)
  for (const { address } of found) if (!isFree && !isPermitted(address, network)) throw new FetchError('private', host)
  return found
}

const isPermitted = (address: string, { allow }: Network): boolean =>
  isPublicAddress(address) || allow.some((allowed) => 'range' in allowed && isInRange(address, allowed.range))

async function addressesOf(host: string, network: Network): Promise<Resolved[]> {
  if (host.includes(':')) return [{ address: host, family: 6 }]
  if (/^\d+(\.\d+){3}$/.test(host)) return [{ address: host, family: 4 }]
  try {
    return await network.resolve(host)
  } catch (cause) {
    throw new FetchError('no-host', host, cause)
  }
}
