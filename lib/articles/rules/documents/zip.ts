import { inflateRawSync } from 'node:zlib'
import { UnreadableDocument } from './unreadable'

/** One file in an archive. `size`: what the archive says that it unpacks to. */
type Entry = { name: string; method: number; packed: Uint8Array; size: number }

/** A long Word file with its styles unpacks to some 10 MB; pictures lie in entries that nobody unpacks. */
const MAX_UNPACKED = 60_000_000
const MAX_ENTRIES = 5000
const MAX_RATIO = 200
const BROKEN = 'The file is damaged: its end is missing or its parts do not fit. Save it again and choose that.'
const BOMB = 'It unpacks to far more than any article, as files do that are made to break programs. Nothing was stored.'

/**
 * Unpacks the entries of an archive that `isWanted` names, once, with limits: both on what the archive says of itself and
 * on what really comes out. Throws UnreadableDocument for a damaged archive, one that is locked, and one that is a bomb.
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  const entries = entriesOf(bytes)
  const declared = entries.filter(({ name }) => isWanted(name)).reduce((sum, { size }) => sum + size, 0)
  if (declared > MAX_UNPACKED) throw new UnreadableDocument(BOMB)
  const files = new Map<string, Uint8Array>()
  let left = MAX_UNPACKED
  for (const entry of entries) {
    if (!isWanted(entry.name)) continue
    const content = contentOf(entry, Math.min(left, 1_000_000 + entry.packed.length * MAX_RATIO))
    left -= content.length
    files.set(entry.name, content)
  }
  return files
}

function contentOf({ method, packed }: Entry, most: number): Uint8Array {
  if (method === 0) return packed
  if (method !== 8) throw new UnreadableDocument(BROKEN)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableDocument(isTooLarge ? BOMB : BROKEN)
  }
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** The archive's own list of its entries (APPNOTE 4.3.12), at its end. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOf(view)
    const count = view.getUint16(end + 10, true)
    if (count > MAX_ENTRIES) throw new UnreadableDocument(BOMB)
    const entries: Entry[] = []
    let at = view.getUint32(end + 16, true)
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== CENTRAL) throw new UnreadableDocument(BROKEN)
      entries.push(entryAt(bytes, view, at))
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  } catch (error) {
    // Reading beyond the end of the bytes.
    if (error instanceof RangeError) throw new UnreadableDocument(BROKEN)
    throw error
  }
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at
  throw new UnreadableDocument(BROKEN)
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const flags = view.getUint16(at + 8, true)
  if (flags & 1)
    throw new UnreadableDocument('The file is locked with a password. Save it without one and choose that.')
  const nameLength = view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  if (view.getUint32(local, true) !== LOCAL) throw new UnreadableDocument(BROKEN)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packedSize = view.getUint32(at + 20, true)
  if (start + packedSize > bytes.length) throw new UnreadableDocument(BROKEN)
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    packed: bytes.subarray(start, start + packedSize),
    size: view.getUint32(at + 24, true),
  }
}
