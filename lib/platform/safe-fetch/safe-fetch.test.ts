import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalSite, startLocalSite } from '@/lib/testing/local-site'
import type { Network, Resolved } from './network'
import { FetchError, type FetchReason } from './refusals'
import { type FetchOptions, safeFetch } from './safe-fetch'
import { PAGE_TYPES } from './types-of-content'

let site: LocalSite
/** Another machine, as it were: 127.0.0.2 is permitted like a public address, 127.0.0.1 only where a test says so. */
let open: LocalSite
beforeAll(async () => {
  site = await startLocalSite()
  open = await startLocalSite({ host: '127.0.0.2' })
})
afterAll(async () => {
  await site.stop()
  await open.stop()
})

const answering =
  (...addresses: string[]) =>
  async (): Promise<Resolved[]> =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const nowhere = async (): Promise<Resolved[]> => {
  throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
}

/** The internet without exceptions: nothing on loopback is permitted. */
const strict = (resolve: Network['resolve'] = nowhere): Network => ({
  allow: [],
  ports: [site.port, open.port],
  userAgent: 'BorneOut/1.0 (+desk@courier.example)',
  resolve,
})
/** 127.0.0.2 counts as public. */
const lenient = (resolve?: Network['resolve']): Network => ({ ...strict(resolve), allow: [{ range: '127.0.0.2/32' }] })
/** The local site is permitted by name. */
const allowing = (): Network => ({ ...strict(), allow: [{ host: '127.0.0.1', port: 'any' }] })

const get = (address: string, options: FetchOptions = {}) => safeFetch(address, { network: allowing(), ...options })

async function refusalOf(work: Promise<unknown>): Promise<FetchReason | 'none'> {
  try {
    await work
  } catch (error) {
    if (error instanceof FetchError) return error.reason
    throw error
  }
  return 'none'
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

test('fetches a page and says who asks, with whom to turn to', async () => {
  const address = site.put('/page', { body: '<p>54 boats</p>' })
  const page = await get(address, { types: PAGE_TYPES })
  expect(page).toMatchObject({ url: address, status: 200 })
  expect(text(page.bytes)).toBe('<p>54 boats</p>')
  expect(site.requests.at(-1)?.headers['user-agent']).toBe('BorneOut/1.0 (+desk@courier.example)')
})

test('answers with a status that is no success, without its body', async () => {
  const address = site.put('/paid', { status: 402, body: 'Pay.' })
  expect(await get(address)).toMatchObject({ status: 402, bytes: new Uint8Array() })
})

describe('before anything is sent', () => {
  test.each([
    ['scheme', 'ftp://courier.example/a'],
    ['scheme', 'file:///etc/passwd'],
    ['scheme', 'data:text/html,hello'],
    ['scheme', 'courier.example'],
    ['credentials', 'http://ada:secret@courier.example/'],
    ['port', 'http://courier.example:22/'],
    ['no-host', 'http://courier.example/'],
    ['private', 'http://127.0.0.1/'],
    ['private', 'http://2130706433/'],
    ['private', 'http://0x7f000001/'],
    ['private', 'http://0x7f.0.0.1/'],
    ['private', 'http://0177.0.0.1/'],
    ['private', 'http://017700000001/'],
    ['private', 'http://127.1/'],
    ['private', 'http://127.0.0.1./'],
    ['private', 'http://１２７.０.０.１/'],
    ['private', 'http://0/'],
    ['private', 'http://169.254.169.254/latest/meta-data/'],
    ['private', 'http://[::1]/'],
    ['private', 'http://[::]/'],
    ['private', 'http://[::ffff:127.0.0.1]/'],
    ['private', 'http://[::ffff:7f00:1]/'],
    ['private', 'http://[64:ff9b::7f00:1]/'],
    ['private', 'http://[2002:7f00:1::]/'],
    ['private', 'http://[fd00:ec2::254]/'],
  ] as const)('%s: %s is refused', async (reason, address) => {
    expect(await refusalOf(safeFetch(address, { network: strict() }))).toBe(reason)
  })

  test('a name for a private address is refused, also where one of its addresses is public', async () => {
    const before = site.requests.length
    const address = `http://harbour.example:${site.port}/page`
    for (const found of [['127.0.0.1'], ['127.0.0.2', '127.0.0.1'], ['::ffff:127.0.0.1'], ['10.0.0.1']])
      expect(await refusalOf(safeFetch(address, { network: lenient(answering(...found)) }))).toBe('private')
    expect(site.requests.length).toBe(before)
  })
})

describe('what the configuration permits', () => {
  test('a host at one port is permitted there and nowhere else', async () => {
    const network: Network = { ...strict(), ports: [], allow: [{ host: '127.0.0.1', port: site.port }] }
    const address = site.put('/intranet', { body: 'here' })
    expect(text((await safeFetch(address, { network })).bytes)).toBe('here')
    expect(await refusalOf(safeFetch(`http://127.0.0.1:${open.port}/`, { network }))).toBe('port')
    expect(await refusalOf(safeFetch('http://127.0.0.1/', { network: { ...network, ports: [80] } }))).toBe('private')
  })

  test('an address of the configuration may be private, but is not followed elsewhere', async () => {
    const address = site.put('/model', { body: 'yes' })
    expect(text((await safeFetch(address, { network: strict(), isConfigured: true })).bytes)).toBe('yes')
    const elsewhere = site.put('/moved', { status: 302, headers: { location: address } })
    expect(await refusalOf(safeFetch(elsewhere, { network: strict(), isConfigured: true }))).toBe('redirects')
  })
})

describe('names that change their address', () => {
  test('a name is asked for once and connected to where it was checked', async () => {
    open.put('/once', { body: 'the checked one' })
    const answers = ['127.0.0.2', '127.0.0.1']
    let asked = 0
    const network = lenient(() => answering(answers[asked++] ?? '127.0.0.1')())
    const page = await safeFetch(`http://rebind.example:${open.port}/once`, { network })
    expect(text(page.bytes)).toBe('the checked one')
    expect(asked).toBe(1)
  })

  test('it is checked again at a redirect', async () => {
    open.put('/again', { status: 302, headers: { location: '/secret' } })
    const answers = ['127.0.0.2', '127.0.0.1']
    let asked = 0
    const network = lenient(() => answering(answers[asked++] ?? '127.0.0.1')())
    expect(await refusalOf(safeFetch(`http://rebind.example:${open.port}/again`, { network }))).toBe('private')
  })
})

describe('redirects', () => {
  test.each([
    ['private', (port: number) => `http://127.0.0.1:${port}/page`],
    ['private', () => 'http://2130706433/'],
    ['scheme', () => 'file:///etc/passwd'],
    ['credentials', () => 'http://a:b@courier.example/'],
    ['port', () => 'http://courier.example:6379/'],
  ] as const)('one to a %s address is refused', async (reason, target) => {
    const address = open.put('/away', { status: 301, headers: { location: target(site.port) } })
    expect(await refusalOf(safeFetch(address, { network: lenient() }))).toBe(reason)
  })

  test('five are followed to the end, six are not', async () => {
    for (let hop = 0; hop < 6; hop++) site.put(`/hop${hop}`, { status: 302, headers: { location: `/hop${hop + 1}` } })
    site.put('/hop6', { body: 'end' })
    expect(await get(`${site.origin}/hop1`)).toMatchObject({ url: `${site.origin}/hop6`, status: 200 })
    expect(await refusalOf(get(`${site.origin}/hop0`))).toBe('redirects')
  })

  test('what was meant for one site is not told to the next', async () => {
    const seen = open.put('/seen', { body: 'ok' })
    site.put('/leave', { status: 302, headers: { location: seen } })
    const network: Network = { ...lenient(), allow: [...allowing().allow, ...lenient().allow] }
    await safeFetch(`${site.origin}/leave`, { network, headers: { authorization: 'Bearer word', accept: 'text/html' } })
    expect(open.requests.at(-1)?.headers.authorization).toBeUndefined()
    expect(open.requests.at(-1)?.headers.accept).toBe('text/html')
  })
})

test('a certificate that nobody signed is refused', async () => {
  const sealed = await startLocalSite({ isTls: true })
  expect(await refusalOf(get(sealed.put('/', { body: 'secret' })))).toBe('certificate')
  await sealed.stop()
})

test('a server that is not there is told as such', async () => {
  const gone = await startLocalSite()
  await gone.stop()
  expect(await refusalOf(get(`${gone.origin}/`))).toBe('unreachable')
})

describe('time', () => {
  const quick = { firstByteMs: 150, totalMs: 400 }

  test('a server that says nothing is left after the time to the first byte', async () => {
    const address = site.put('/silent', () => undefined)
    expect(await refusalOf(get(address, { limits: { ...quick, totalMs: 5000 } }))).toBe('first-byte')
  })

  test('a name that is never resolved counts as nothing said', async () => {
    const network = strict(() => new Promise<Resolved[]>(() => undefined))
    const limits = { ...quick, totalMs: 5000 }
    expect(await refusalOf(safeFetch('http://slow.example/', { network, limits }))).toBe('first-byte')
  })

  test('a body that trickles is left after the time in all', async () => {
    const address = site.put('/trickle', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const drip = setInterval(() => response.write('a'), 20)
      response.on('close', () => clearInterval(drip))
    })
    // its first byte may take as long as a busy machine likes
    expect(await refusalOf(get(address, { limits: { firstByteMs: 10_000, totalMs: 400 } }))).toBe('total')
  })

  test('the caller stops it before and in the middle of the body', async () => {
    const stop = new AbortController()
    const address = site.put('/endless', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('begun')
      stop.abort()
    })
    expect(await refusalOf(get(address, { signal: stop.signal }))).toBe('stopped')
    expect(await refusalOf(get(address, { signal: stop.signal }))).toBe('stopped')
  })
})

test('only types that were asked for are read; one that is not said is believed', async () => {
  const types = PAGE_TYPES
  expect(await refusalOf(get(site.put('/film', { type: 'video/mp4', body: 'x' }), { types }))).toBe('type')
  expect((await get(site.put('/html', { type: 'Text/HTML;charset=x', body: 'x' }), { types })).status).toBe(200)
  const untold = site.put('/untold', (_request, response) => void response.end('x'))
  expect((await get(untold, { types })).status).toBe(200)
})

describe('robots.txt', () => {
  const fetchAs = (origin: string, path: string) => get(`${origin}${path}`, { respectRobots: true })

  test('is respected also at a redirect, and asked for once', async () => {
    const shy = await startLocalSite()
    shy.put('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /private\nAllow: /' })
    shy.put('/news', { body: 'news' })
    shy.put('/door', { status: 302, headers: { location: '/private/page' } })
    shy.put('/private/page', { body: 'not for programs' })
    expect((await fetchAs(shy.origin, '/news')).status).toBe(200)
    expect(await refusalOf(fetchAs(shy.origin, '/private/page'))).toBe('robots')
    expect(await refusalOf(fetchAs(shy.origin, '/door'))).toBe('robots')
    expect(shy.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/news', '/door'])
    expect((await get(`${shy.origin}/private/page`)).status).toBe(200)
    await shy.stop()
  })

  test('may speak to this product by name; none permits all; one that fails permits nothing for now', async () => {
    const named = await startLocalSite()
    named.put('/robots.txt', { type: 'text/plain', body: 'User-agent: BorneOut\nDisallow: /' })
    expect(await refusalOf(fetchAs(named.origin, '/'))).toBe('robots')
    await named.stop()
    const bare = await startLocalSite()
    bare.put('/', { body: 'open' })
    expect((await fetchAs(bare.origin, '/')).status).toBe(200)
    await bare.stop()
    const failing = await startLocalSite()
    failing.put('/', { body: 'open' })
    failing.put('/robots.txt', { status: 503 })
    expect(await refusalOf(fetchAs(failing.origin, '/'))).toBe('unreachable')
    await failing.stop()
  })
})
