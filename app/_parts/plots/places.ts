/** Pure places and words of the drawings: shares 0..1 in, texts and pixels out. */

/** 0.8 -> "80 %"; never "100 %" for what is less, nor "0 %" for what is more. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 100 && share < 1) return '99 %'
  return rounded === 0 && share > 0 ? '1 %' : `${rounded} %`
}

/** "52–91 %", ends as `percent` has them. */
export const percentRange = ({ low, high }: { low: number; high: number }): string =>
  `${percent(low).slice(0, -2)}–${percent(high)}`

/** A place along the axis for SVG, as a percentage with two decimals. */
export const along = (share: number): string => `${Math.round(share * 10_000) / 100}%`

/** Two decimals of a pixel are more than a screen shows. */
export const pixel = (value: number): number => Math.round(value * 100) / 100

const STEPS = [1, 2, 5]

/** Round marks from 0 until nothing lies above the last: at most `most` steps, whole numbers. */
export function roundTicks(highest: number, most: number): number[] {
  const least = Math.max(1, highest / most)
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [...STEPS.map((one) => one * power), 10 * power].find((one) => one >= least) ?? 10 * power
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) + 1 }, (_, index) => index * step)
}

/**
 * Moves points along a line until neighbours are `gap` apart, as little as possible in the sum of squares, within
 * `from`..`to`; the order stays. Pool adjacent violators on the places less `index * gap`. `wanted` is in rising order.
 * More points than there is room for are set evenly.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const count = wanted.length
  const used = count > 1 ? Math.min(gap, (to - from) / (count - 1)) : gap
  const pools: { sum: number; size: number }[] = []
  for (const [index, place] of wanted.entries()) {
    let pool = { sum: place - index * used, size: 1 }
    for (let last = pools.at(-1); last && last.sum / last.size >= pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size }
    }
    pools.push(pool)
  }
  const highest = Math.max(from, to - (count - 1) * used)
  const bases = pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size))
  return bases.map((base, index) => Math.min(highest, Math.max(from, base)) + index * used)
}
