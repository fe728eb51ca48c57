import { unitFactor } from '@/lib/evidence/rules'
import { isMeasure } from '@/lib/evidence/rules/conversions'

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
}
const SIGNS: Readonly<Record<string, string>> = {
  '%': 'percent',
  'per cent': 'percent',
  pct: 'percent',
  '€': 'EUR',
  '£': 'GBP',
}

type Unit = { scale: number; base: string; share: string | null }

/** "billion USD" is a scale and a unit, "% of GDP" a unit and what it is a share of; the words are evidence's then. */
function readUnit(written: string): Unit {
  const [, word = '', rest = ''] = written.trim().match(/^(\p{L}+)(?:\s+(.*))?$/u) ?? []
  const scale = Object.hasOwn(SCALES, word.toLowerCase()) ? (SCALES[word.toLowerCase()] ?? 1) : null
  const unit = (scale === null ? written : rest).trim()
  const [, base = unit, share = null] = unit.match(/^(.+?) of (.+)$/) ?? []
  return { scale: scale ?? 1, base: nameOf(base), share: share?.toLowerCase().replace(/^the /, '') ?? null }
}

function nameOf(unit: string): string {
  const sign = SIGNS[unit.toLowerCase()]
  if (sign !== undefined) return sign
  const single = unit.toLowerCase().replace(/s$/, '')
  return isMeasure(single) ? single : unit
}

/**
 * What a value in `found` is multiplied with to be in `target`, by the table that evidence is compared with ("%" is "percent",
 * "billion USD" a thousand "million USD"). Money of two currencies never converts: a rate belongs to a day. Null: another unit.
 */
export function factorTo(target: string | null, found: string | null): number | null {
  const [a, b] = [readUnit(target ?? ''), readUnit(found ?? '')]
  if (a.share !== null && b.share !== null && a.share !== b.share) return null
  const factor = unitFactor(a.base, b.base)
  return factor === null ? null : (factor * b.scale) / a.scale
}
