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

/** The decimal text of a whole number of 10^-12, without closing zeros: the inverse of `toExact`. */
export function fromExact(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(SCALE + 1, '0')
  const fraction = digits.slice(-SCALE).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction === '' ? '' : `.${fraction}`}`
}

/** A number as decimal text, to 15 digits: binary noise behind them goes ("0.1 + 0.2" is 0.3). Of finite numbers below 1e26. */
export const decimalText = (number: number): string =>
  fromExact(
    toExact(Number(number.toPrecision(15)).toLocaleString('en', { useGrouping: false, maximumFractionDigits: SCALE })),
  )
