/**
 * One linear pass cuts a text into words, numbers and marks. All other families match on tokens, so no family
 * needs a pattern that looks ahead without bound.
 */
export type Token = {
  start: number
  end: number
  text: string
  lower: string
  kind: 'word' | 'number' | 'mark'
}

/**
 * titles ("Mr.") | initials ("U.S.", "a.m.", "J.") | number ("1,250.5") | word (with "n't", "O'Neil") | clitic ("'s", "'ll") | wire quotes |
 * dots | dashes | any other sign. Each alternative consumes without overlap, so the pass stays linear.
 */
const TOKEN =
  /(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Prof|Rev|Messrs|St)\.(?=[ \u00a0]?\p{Lu})|(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?|\p{Lu}\.(?=[ \u00a0]\p{Lu}\p{Ll})|\d+(?:,\d{2,3})*(?!\d)(?:\.\d+)?|\d+|[\p{L}\p{M}]+(?:['’](?:[tT](?!\p{L})|(?=\p{Lu}\p{L})\p{L}{2,}))?|['’](?:[sS]|ll|LL|re|RE|ve|VE|[dD]|[mM])(?!\p{L})|``|''|\.{2,}|-{2,}|[^\s]/gu

const FIRST_LETTER = /^\p{L}/u

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const found = match[0]
    const code = found.charCodeAt(0)
    const isDigit = code >= 48 && code <= 57
    const kind = isDigit ? 'number' : FIRST_LETTER.test(found) ? 'word' : 'mark'
    tokens.push({
      start: match.index,
      end: match.index + found.length,
      text: found,
      lower: kind === 'number' ? found : found.toLowerCase().replace('’', "'"),
      kind,
    })
  }
  return tokens
}

/** The token at an index, or an empty mark beyond the ends: matchers need no bounds of their own. */
export const NOTHING: Token = { start: -1, end: -1, text: '', lower: '', kind: 'mark' }
export const at = (tokens: readonly Token[], index: number): Token => tokens[index] ?? NOTHING

/** No white space between two tokens. */
export const isGlued = (a: Token, b: Token): boolean => a.end === b.start

export const isCapitalized = (token: Token): boolean => {
  const first = token.text.charAt(0)
  return token.kind === 'word' && first !== first.toLowerCase()
}

const DASHES = new Set(['-', '‐', '‑', '–', '—', '−'])
export const isDash = (token: Token): boolean => DASHES.has(token.text)

/** The index of the first token that starts at or after an offset; tokens are in order, so a binary search. */
export function firstTokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(tokens, middle).start < offset) low = middle + 1
    else high = middle
  }
  return low
}
