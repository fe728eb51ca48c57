import type { Quantity } from '../schema'
import type { AmountReading } from './amount'
import { at, type Token } from './tokens'
import { wordSet } from './words'

/** Words between two amounts that set the first against the second: "up from", "compared with", "rather than". */
const AGAINST = wordSet('from than versus vs against compared')
const FARTHEST = 9
const ENDS = wordSet('. ; ! ?')

/**
 * Which amount each one is compared with: of "3.4 percent, up from 3.1 percent" the later, of "from 3.1 to 3.4
 * percent" the earlier. Only amounts of one unit, close by in one sentence. Index into `quantities`, or null.
 */
export function comparedWith(
  tokens: readonly Token[],
  readings: readonly AmountReading[],
  quantities: readonly Quantity[],
): (number | null)[] {
  const partners = new Array<number | null>(readings.length).fill(null)
  for (let k = 1; k < readings.length; k++) {
    const [before, after] = [readings[k - 1], readings[k]]
    if (!before || !after || after.start - before.end > FARTHEST) continue
    if (quantities[k - 1]?.unit !== quantities[k]?.unit || after.unit === 'ordinal') continue
    const joint = jointOf(tokens, before, after)
    if (joint === 'from-to') partners[k] = k - 1
    else if (joint === 'against') partners[k - 1] = k
  }
  return partners
}

function jointOf(tokens: readonly Token[], before: AmountReading, after: AmountReading): 'from-to' | 'against' | null {
  if (at(tokens, before.start - 1).lower === 'from' && at(tokens, after.start - 1).lower === 'to') return 'from-to'
  for (let k = before.end; k < after.start; k++) {
    const { lower } = at(tokens, k)
    if (ENDS.has(lower)) return null
    if (AGAINST.has(lower)) return 'against'
  }
  return null
}
