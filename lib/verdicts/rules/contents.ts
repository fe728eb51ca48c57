import type { VerdictContent } from '../schema'

type Value = VerdictContent[keyof VerdictContent]

/** A content's field as its control holds it: ticks by key with commas between, the log of requests as JSON. */
export function controlValue(value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!Array.isArray(value)) return value ?? ''
  const isTicks = value.every((item) => typeof item === 'string')
  return isTicks ? value.join(',') : JSON.stringify(value)
}
