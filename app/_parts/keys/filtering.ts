const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * How well an entry of the palette fits what is typed: 1 when it begins with it, 0.5 when each typed word begins one of its
 * words, else 0. Letters strewn over an entry are no match: what is found at the desk would stand behind them.
 */
export function rankOf(entry: string, typed: string, keywords: string[] = []): number {
  if (entry.toLowerCase().startsWith(typed.trim().toLowerCase())) return 1
  const words = wordsOf([entry, ...keywords].join(' '))
  return wordsOf(typed).every((one) => words.some((word) => word.startsWith(one))) ? 0.5 : 0
}
