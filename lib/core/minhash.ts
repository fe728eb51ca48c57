/**
 * MinHash: 80 hashes in 20 bands of 4. Two sets that share a fraction s of their union (Jaccard) meet in at least one band
 * with probability 1 - (1 - s^4)^20: 0.997 at 0.7, 0.94 at 0.6, 0.73 at 0.5, 0.03 at 0.2. Stored as int[] and looked up by
 * overlap (GIN), so that finding near sets does not cost more with more of them.
 */
export const BANDS = 20
const ROWS = 4

/** 32-bit FNV-1a with a final mix (murmur3's), so that near strings lie far apart. */
export function hash32(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix32(h)
}

/** murmur3's finaliser: every bit of the value changes half of the result's. */
export function mix32(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const SEEDS = Array.from({ length: BANDS * ROWS }, (_, index) => mix32(0x9e3779b9 * (index + 1)))

/** The 20 band values of a set of hashes; none for an empty one. Signed 32-bit, as PostgreSQL's int is. */
export function bandsOf(hashes: readonly number[]): number[] {
  if (hashes.length === 0) return []
  const bands: number[] = []
  for (let band = 0; band < BANDS; band++) {
    let value = mix32(band + 1)
    for (let row = 0; row < ROWS; row++) {
      const seed = SEEDS[band * ROWS + row] ?? 0
      let least = 0xffffffff
      for (const hash of hashes) {
        const mixed = mix32(hash ^ seed)
        if (mixed < least) least = mixed
      }
      value = mix32(value ^ least)
    }
    bands.push(value | 0)
  }
  return bands
}
