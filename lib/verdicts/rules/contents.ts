import type { VerdictContent } from '../schema'

/** A content's field as its control holds it. */
export function controlValue(value: VerdictContent[keyof VerdictContent]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value ?? ''
}
