import { type Allowed, configuredNetwork, hostOf, type Network } from './network'
import { FetchError } from './refusals'
import { type Asking, type Fetched, follow, LIMITS, type Limits } from './request'
import { assertWelcome } from './robots'

export type FetchOptions = Partial<Pick<Asking, 'method' | 'headers' | 'body' | 'types' | 'network' | 'signal'>> & {
  limits?: Partial<Limits>
  /** For feeds and whatever is fetched without a person waiting for this one page. */
  respectRobots?: boolean
  /** The address is the configuration's, not a person's or a page's: it may lie anywhere, and never redirects. */
  isConfigured?: boolean
}

/**
 * The one way out of this product. Only http(s), ports 80 and 443, public addresses, and what the configuration permits
 * besides; a name is asked for once per hop and connected to at exactly the addresses that were checked. At most 5
 * redirects, 10 s to the first byte, 30 s in all, 10 MB unpacked. Answers with whatever status the server gives; throws
 * FetchError (an AppError in words) when there is no answer that can be used.
 */
export async function safeFetch(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const network = options.isConfigured ? permitting(address, networkOf(options)) : networkOf(options)
  const limits = { ...LIMITS, ...(options.isConfigured ? { redirects: 0 } : {}), ...options.limits }
  const total = new AbortController()
  const timer = setTimeout(() => total.abort(new FetchError('total', hostIn(address))), limits.totalMs)
  const asking: Asking = {
    method: options.method ?? 'GET',
    headers: options.headers ?? {},
    body: options.body ?? null,
    types: options.types ?? null,
    limits,
    network,
    signal: options.signal ? AbortSignal.any([options.signal, total.signal]) : total.signal,
  }
  try {
    if (!options.respectRobots) return await follow(address, asking)
    return await follow(address, { ...asking, isWelcome: (url) => assertWelcome(url, asking) })
  } finally {
    clearTimeout(timer)
  }
}

const networkOf = ({ network }: FetchOptions): Network => network ?? configuredNetwork()

function permitting(address: string, network: Network): Network {
  const url = URL.canParse(address) ? new URL(address) : null
  const allowed: Allowed[] = url ? [{ host: hostOf(url), port: 'any' }] : []
  return { ...network, allow: [...network.allow, ...allowed] }
}

const hostIn = (address: string): string => (URL.canParse(address) ? hostOf(new URL(address)) : 'the server')
