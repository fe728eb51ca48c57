/** What a seal is drawn from. `value` null: a rating without a number, known by its key. */
export type SealRating = { key: string; label: string; value: number | null; best?: number; worst?: number }

export type SealShape =
  | { kind: 'fill'; share: number }
  | { kind: 'unverifiable' }
  | { kind: 'context' }
  | { kind: 'outdated' }

const BEST = 5
const WORST = 1

/** A numeric rating fills its share of the way from worst to best (any scale, also one where 1 is best). */
export function sealShape({ key, value, best = BEST, worst = WORST }: SealRating): SealShape {
  if (value !== null && best !== worst) {
    return { kind: 'fill', share: Math.min(1, Math.max(0, (value - worst) / (best - worst))) }
  }
  if (key === 'needs-context') return { kind: 'context' }
  if (key === 'outdated') return { kind: 'outdated' }
  return { kind: 'unverifiable' }
}

export type SealTone = 'true' | 'mostly-true' | 'half' | 'mostly-false' | 'false' | 'none'

/** Green over ochre to brick in five equal steps; what has no number is grey. */
export function sealTone(shape: SealShape): SealTone {
  if (shape.kind !== 'fill') return 'none'
  const tones: SealTone[] = ['false', 'mostly-false', 'half', 'mostly-true', 'true']
  return tones[Math.min(4, Math.floor(shape.share * 5))] ?? 'none'
}

/** The path of a wedge from twelve o'clock, clockwise, of `share` 0..1 of a circle; a whole one is two arcs. */
export function wedge(centre: number, radius: number, share: number): string {
  if (share <= 0) return ''
  const top = round(centre - radius)
  if (share >= 1) {
    const bottom = round(centre + radius)
    return `M${centre} ${top}A${radius} ${radius} 0 1 1 ${centre} ${bottom}A${radius} ${radius} 0 1 1 ${centre} ${top}Z`
  }
  const angle = share * 2 * Math.PI
  const x = round(centre + radius * Math.sin(angle))
  const y = round(centre - radius * Math.cos(angle))
  return `M${centre} ${centre}V${top}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`
}

const round = (n: number): number => Math.round(n * 100) / 100
