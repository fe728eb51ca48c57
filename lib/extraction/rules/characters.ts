/** Tests of single characters, without patterns where a comparison does. */
export const isSpace = (char: string): boolean =>
  char === ' ' ||
  char === '\n' ||
  char === '\t' ||
  char === '\r' ||
  char === '\u00a0' ||
  (char > '\u1fff' && /\s/.test(char))
export const isDigit = (char: string): boolean => char >= '0' && char <= '9'
export const isUpper = (char: string): boolean => char !== char.toLowerCase()
export const isLower = (char: string): boolean => char !== char.toUpperCase()
