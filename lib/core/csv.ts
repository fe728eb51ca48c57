/**
 * What a spreadsheet would take for a formula, also by the full-width signs of East Asian ones and behind blanks or control
 * characters, which some leave out before they look. A minus before digits is a number.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Z}\p{C}]*(?:[=+@＝＋＠－]|-(?!\d+(?:[.,]\d+)?$)))/u

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One row of a CSV (RFC 4180), with its line end. Text that a spreadsheet would run as a formula is quoted with an apostrophe. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`
