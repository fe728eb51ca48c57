import { counted } from '@/lib/core/counts'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { ResolutionKind } from '@/lib/predictions/schema'
import { COUNTED, OUT, type PeriodsDrawing } from './periods'

/** "41 predictions by the quarter in which their window closes, Q1 2022 to Q4 2026: 24 came true, 3 came late, 9 did not happen, 5 open." */
export function periodsFinding({ periods, unit }: PeriodsDrawing): string {
  const total = (kind: ResolutionKind) => periods.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)
  const kinds = [...COUNTED, ...OUT].filter((kind) => total(kind) > 0)
  const all = kinds.reduce((sum, kind) => sum + total(kind), 0)
  const [first] = periods
  const last = periods.at(-1)
  const span = !first || !last ? '' : first === last ? `, ${first.label}` : `, ${first.label} to ${last.label}`
  const parts = kinds.map((kind) => `${total(kind)} ${RESOLUTION_WORDS[kind].toLowerCase()}`)
  return `${counted(all, 'prediction')} by the ${unit} in which ${all === 1 ? 'its' : 'their'} window closes${span}: ${parts.join(', ')}.`
}
