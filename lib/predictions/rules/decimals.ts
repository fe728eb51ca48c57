const SCALE = 12

/**
 * A decimal text as a whole number of 10^-12, so that comparisons are exact: in floating point 3.4 - 3.3 is more than 0.1.
 * Digits beyond the twelfth are cut, as the column holds no more.
 */
export function toExact(decimal: string): bigint {
  const isNegative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const units = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'))
  return isNegative ? -units : units
}
