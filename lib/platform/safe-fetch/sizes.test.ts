import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalSite, startLocalSite } from '@/lib/testing/local-site'
import { FetchError } from './refusals'
import { type FetchOptions, safeFetch } from './safe-fetch'

let site: LocalSite
beforeAll(async () => {
  site = await startLocalSite()
})
afterAll(() => site.stop())

const get = (address: string, options: FetchOptions = {}) =>
  safeFetch(address, {
    network: {
      allow: [{ host: '127.0.0.1', port: 'any' }],
      ports: [site.port],
      userAgent: 'BorneOut/1.0',
      resolve: async () => [],
    },
    ...options,
  })
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof FetchError ? error.reason : Promise.reject(error)),
  )
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('size', () => {
  const zeros = Buffer.alloc(40_000_000)
  // A zstd frame of 400 blocks that each say "128 KB of the same byte".
  const zstdBomb = Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]),
    ...Array.from({ length: 400 }, (_, i) => {
      const head = ((128 * 1024) << 3) | (1 << 1) | (i === 399 ? 1 : 0)
      return Buffer.from([head & 0xff, (head >> 8) & 0xff, (head >> 16) & 0xff, 0])
    }),
  ])

  test.each([
    ['gzip', gzipSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['gzip, gzip', gzipSync(gzipSync(zeros))],
  ])('a bomb in %s is stopped while it unpacks', async (encoding, body) => {
    const address = site.put('/bomb', { body, headers: { 'content-encoding': encoding } })
    const before = process.memoryUsage().arrayBuffers
    expect(await refusalOf(get(address))).toBe('too-large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000)
  })

  test('a bomb in zstd is stopped, or refused where zstd cannot be unpacked', async () => {
    const address = site.put('/bomb', { body: zstdBomb, headers: { 'content-encoding': 'zstd' } })
    expect(['too-large', 'encoding']).toContain(await refusalOf(get(address)))
  })

  test('too much without packing is refused, with and without its length said', async () => {
    const limits = { bytes: 1000 }
    const said = site.put('/long', { body: 'x'.repeat(1001), headers: { 'content-length': '1001' } })
    expect(await refusalOf(get(said, { limits }))).toBe('too-large')
    const unsaid = site.put('/longer', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      for (let i = 0; i < 11; i++) response.write('x'.repeat(100))
      response.end()
    })
    expect(await refusalOf(get(unsaid, { limits }))).toBe('too-large')
    expect((await get(site.put('/fits', { body: 'x'.repeat(1000) }), { limits })).bytes.byteLength).toBe(1000)
  })

  test('a packed page is unpacked; one that breaks off, is no such packing, or is packed thrice is refused', async () => {
    const page = Buffer.from('<p>Nine ferries run.</p>')
    const packed = (body: Uint8Array, encoding: string) =>
      get(site.put('/packed', { body, headers: { 'content-encoding': encoding } }))
    expect(text((await packed(gzipSync(page), 'gzip')).bytes)).toBe('<p>Nine ferries run.</p>')
    expect(text((await packed(brotliCompressSync(page), 'BR')).bytes)).toBe('<p>Nine ferries run.</p>')
    expect(text((await packed(page, 'identity')).bytes)).toBe('<p>Nine ferries run.</p>')
    expect(await refusalOf(packed(gzipSync(page).subarray(0, 20), 'gzip'))).toBe('broken')
    expect(await refusalOf(packed(page, 'br'))).toBe('broken')
    expect(await refusalOf(packed(page, 'squeezed'))).toBe('encoding')
    expect(await refusalOf(packed(page, 'gzip, gzip, gzip'))).toBe('encoding')
  })

  test('an answer shorter than it said is refused', async () => {
    const address = site.put('/short', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' })
      response.write('half')
      response.socket?.end()
    })
    expect(await refusalOf(get(address))).toBe('broken')
  })
})
