import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import { safeFetch } from '../safe-fetch/safe-fetch'
import type { BlobStore } from './store'

type Bucket = { url: string; region: string; key: string; secret: string }
type Verb = 'GET' | 'PUT'

const LIMITS = { firstByteMs: 30_000, totalMs: 60_000, bytes: 110_000_000 }

/** Objects in an S3-compatible bucket, addressed by path (`url` ends in the bucket's name). Throws where it refuses or fails. */
export const bucketStore = (bucket: Bucket): BlobStore => ({
  write: async (name, packed) => {
    const { status } = await ask(bucket, 'PUT', name, packed)
    if (status !== 200) throw new Error(`the bucket answered ${status} to PUT ${name}`)
  },
  read: async (name) => {
    const { status, bytes } = await ask(bucket, 'GET', name, null)
    if (status === 404) return null
    if (status !== 200) throw new Error(`the bucket answered ${status} to GET ${name}`)
    return bytes
  },
})

async function ask({ url, region, key, secret }: Bucket, method: Verb, name: string, body: Uint8Array | null) {
  const contentHash = createHash('sha256')
    .update(body ?? '')
    .digest('hex')
  const signed = await new AwsV4Signer({
    method,
    url: `${url}/${name}`,
    headers: { 'x-amz-content-sha256': contentHash },
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: 's3',
  }).sign()
  return safeFetch(signed.url.href, {
    isConfigured: true,
    method,
    headers: Object.fromEntries(signed.headers),
    body,
    limits: LIMITS,
  })
}
