import { pipeline, type Readable, Transform } from 'node:stream'
import zlib from 'node:zlib'
import { FetchError } from './refusals'

type Unpacker = () => Transform

// Newer Node versions can unpack zstd; it is asked for only there.
const zstd: Unpacker | undefined = (zlib as { createZstdDecompress?: Unpacker }).createZstdDecompress
const UNPACKERS: Readonly<Record<string, Unpacker>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
  ...(zstd ? { zstd } : {}),
}

/** What is told to servers. Deflate is understood but not asked for: servers mean two things by it. */
export const ACCEPT_ENCODING = `gzip, br${zstd ? ', zstd' : ''}`

/** One encoding inside another is allowed once: more is made to waste time. */
const MOST_LAYERS = 2

function unpackersOf(contentEncoding: string, host: string): Transform[] {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > MOST_LAYERS) throw new FetchError('encoding', host)
  return names.reverse().map((name) => {
    const unpacker = UNPACKERS[name]
    if (unpacker === undefined) throw new FetchError('encoding', host)
    return unpacker()
  })
}

/** Passes chunks on and gives up at the first that goes beyond `most` bytes, so that no bomb is ever held in memory. */
function limitedTo(most: number, host: string): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength
      if (size > most) done(new FetchError('too-large', host))
      else done(null, chunk)
    },
  })
}

/**
 * A body as bytes, unpacked while it streams. `most` bounds both what comes over the wire and what comes out of each
 * layer. Throws FetchError `too-large`, `encoding`, or `broken` where it ends too early or is no such encoding; passes on
 * with what `body` is destroyed.
 */
export async function readUnpacked(
  body: Readable,
  { contentEncoding, most, host }: { contentEncoding: string; most: number; host: string },
): Promise<Uint8Array> {
  const layers = unpackersOf(contentEncoding, host)
  const stages = [limitedTo(most, host), ...layers.flatMap((layer) => [layer, limitedTo(most, host)])]
  const chunks: Uint8Array[] = []
  // An error of any stage ends the last one with it, which is read below.
  const last = stages.reduce<Readable>((from, to) => pipeline(from, to, () => undefined), body)
  try {
    for await (const chunk of last) chunks.push(chunk)
  } catch (error) {
    throw error instanceof FetchError ? error : new FetchError('broken', host, error)
  }
  return Buffer.concat(chunks)
}
