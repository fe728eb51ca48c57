import { Agent, type Dispatcher, request } from 'undici'
import { checkedAddresses, checkedUrl, hostOf, type Network, type Resolved } from './network'
import { FetchError } from './refusals'
import { assertType } from './types-of-content'
import { ACCEPT_ENCODING, readUnpacked } from './unpacking'

/** Bounds of one fetch with all its redirects. `firstByteMs` is for each hop, from asking for the name to the head of the answer. */
export type Limits = { firstByteMs: number; totalMs: number; bytes: number; redirects: number }
export const LIMITS: Limits = { firstByteMs: 10_000, totalMs: 30_000, bytes: 10_000_000, redirects: 5 }

export type Asking = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array | null
  /** Media types that are read, e.g. "text/html"; all where it is null. */
  types: readonly string[] | null
  limits: Limits
  network: Network
  /** Gives up, also in the middle of the body. */
  signal: AbortSignal
  /** Asked before each hop; throws FetchError. */
  isWelcome?: (url: URL) => Promise<void>
}

/** An answer. `url`: where it came from, after redirects. `bytes`: unpacked; empty unless the status is 2xx. Header names are in lower case. */
export type Fetched = { url: string; status: number; headers: Readonly<Record<string, string>>; bytes: Uint8Array }

/** Asks for an address and follows redirects, each checked as the first. Throws FetchError. */
export async function follow(address: string, asking: Asking): Promise<Fetched> {
  let url = checkedUrl(address, asking.network)
  let headers = asking.headers
  for (let hop = 0; ; hop++) {
    const answer = await askOnce(url, { ...asking, headers })
    if (!('location' in answer)) return answer
    if (hop >= asking.limits.redirects || asking.method !== 'GET') throw new FetchError('redirects', hostOf(url))
    const next = nextUrl(answer.location, url, asking.network)
    // What was meant for one site is not told to another.
    if (next.origin !== url.origin) headers = withoutSecrets(headers)
    url = next
  }
}

function nextUrl(location: string, from: URL, network: Network): URL {
  if (!URL.canParse(location, from)) throw new FetchError('redirects', hostOf(from))
  return checkedUrl(new URL(location, from), network)
}

const SECRET = /^(authorization|cookie|if-none-match|if-modified-since|x-.*)$/i
const withoutSecrets = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !SECRET.test(name)))

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** One hop on a connection of its own, to the addresses that were checked and no others. */
async function askOnce(url: URL, asking: Asking): Promise<Fetched | { location: string }> {
  await asking.isWelcome?.(url)
  const { firstByteMs } = asking.limits
  const firstByte = new AbortController()
  const timer = setTimeout(() => firstByte.abort(new FetchError('first-byte', hostOf(url))), firstByteMs)
  const signal = AbortSignal.any([asking.signal, firstByte.signal])
  let agent: Agent | null = null
  try {
    const addresses = await orAborted(checkedAddresses(url, asking.network), signal)
    agent = agentFor(addresses, asking.limits)
    const answer = await request(url, {
      method: asking.method,
      dispatcher: agent,
      signal,
      body: asking.body,
      headers: { 'user-agent': asking.network.userAgent, 'accept-encoding': ACCEPT_ENCODING, ...asking.headers },
    })
    clearTimeout(timer)
    return await read(url, answer, asking)
  } catch (error) {
    throw inWords(error, signal, hostOf(url))
  } finally {
    clearTimeout(timer)
    await agent?.destroy()
  }
}

const agentFor = (addresses: Resolved[], { totalMs }: Limits): Agent =>
  new Agent({
    connections: 1,
    pipelining: 0,
    // The timers of `askOnce` and `safeFetch` come first.
    headersTimeout: totalMs * 2,
    bodyTimeout: totalMs * 2,
    connect: {
      timeout: totalMs * 2,
      lookup: (_host, { all }, done) => {
        const [first] = addresses
        if (all || first === undefined) done(null, addresses)
        else done(null, first.address, first.family)
      },
    },
  })

async function read(
  url: URL,
  { statusCode: status, headers: given, body }: Dispatcher.ResponseData,
  asking: Asking,
): Promise<Fetched | { location: string }> {
  const headers = flat(given)
  if (REDIRECTS.has(status) && headers.location !== undefined) return { location: headers.location }
  const isRead = status >= 200 && status < 300 && status !== 204 && asking.method !== 'HEAD'
  if (!isRead) return { url: url.href, status, headers, bytes: new Uint8Array() }
  if (asking.types) assertType(headers['content-type'], asking.types, hostOf(url))
  const { bytes: most } = asking.limits
  if (Number(headers['content-length'] ?? 0) > most) throw new FetchError('too-large', hostOf(url))
  const contentEncoding = headers['content-encoding'] ?? ''
  const bytes = await readUnpacked(body, { contentEncoding, most, host: hostOf(url) })
  return { url: url.href, status, headers, bytes }
}

const flat = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )

/** A promise that nothing can cancel, left alone as soon as the signal is given. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

const CERTIFICATE = /CERT|ERR_TLS|ERR_SSL|UNABLE_TO_(VERIFY|GET_ISSUER)/

function inWords(error: unknown, signal: AbortSignal, host: string): FetchError {
  if (signal.aborted) {
    return signal.reason instanceof FetchError ? signal.reason : new FetchError('stopped', host, signal.reason)
  }
  if (error instanceof FetchError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new FetchError(CERTIFICATE.test(code) ? 'certificate' : 'unreachable', host, error)
}
