import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { env } from '../env.mjs'
import { bucketStore } from './bucket'
import { folderStore } from './folder'
import type { BlobStore } from './store'

/** What nothing that is kept exceeds, unpacked. */
const MOST_BYTES = 100_000_000
const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const nameOf = (hash: string): string => `${hash.slice(0, 2)}/${hash}.br`

/** The configured store: a bucket where one is set, else a folder. */
export function configuredStore(): BlobStore {
  const { bucket, folder } = env().blobs
  return bucket ? bucketStore(bucket) : folderStore(folder ?? '.data/blobs')
}

/**
 * Keeps bytes as they came (a page, a file), compressed, under their sha256 (hex), which is answered. Never changes and
 * never removes; the same bytes again cost nothing more. To be called before the transaction that names the hash.
 */
export async function putBlob(bytes: Uint8Array, store: BlobStore = configuredStore()): Promise<string> {
  if (bytes.byteLength > MOST_BYTES) throw new RangeError(`a blob of ${bytes.byteLength} bytes`)
  const hash = sha256(bytes)
  const packed = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  await store.write(nameOf(hash), packed)
  return hash
}

/** The bytes kept under a sha256 (hex); null where there are none. Throws where they are not what was kept. */
export async function getBlob(hash: string, store: BlobStore = configuredStore()): Promise<Uint8Array | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('not a sha256 in hex')
  const packed = await store.read(nameOf(hash))
  if (packed === null) return null
  const bytes = await decompress(packed, { maxOutputLength: MOST_BYTES })
  if (sha256(bytes) !== hash) throw new Error(`the blob ${hash} is damaged`)
  return bytes
}
