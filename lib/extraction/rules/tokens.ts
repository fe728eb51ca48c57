import { Lexicon, plainWord, type Word } from './lexicon'

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
  /** What the tables say about `lower`. */
  word: Word
  isCapitalized: boolean
  /** Whether it is a verb with tense in its sentence; filled in by `isFiniteVerb` when it is first asked. */
  isFinite: boolean | undefined
}

/**
 * titles ("Mr.") | initials ("U.S.", "a.m.", "J.") | number ("1,250.5") | word (with "n't", "O'Neil") | clitic ("'s", "'ll") | wire quotes |
 * dots | dashes | any other sign. Each alternative consumes without overlap, so the pass stays linear.
 */
const TOKEN =
  /(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Prof|Rev|Messrs|St)\.(?=[ \u00a0]?\p{Lu})|(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?|\p{Lu}\.(?=[ \u00a0]\p{Lu}\p{Ll})|\d+(?:,\d{2,3})*(?!\d)(?:\.\d+)?|\d+|[\p{L}\p{M}]+(?:['’](?:[tT](?!\p{L})|(?=\p{Lu}\p{L})\p{L}{2,}))?|['’](?:[sS]|ll|LL|re|RE|ve|VE|[dD]|[mM])(?!\p{L})|``|''|\.{2,}|-{2,}|[^\s]/gu

const LETTER = /^\p{L}/u

/** By the first character of a token. */
function kindOf(text: string): Token['kind'] {
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return 'number'
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 'word' : 'mark'
  return LETTER.test(text) ? 'word' : 'mark'
}

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const lexicon = new Lexicon()
  for (const match of text.matchAll(TOKEN)) {
    const found = match[0]
    const kind = kindOf(found)
    const word = lexicon.wordOf(kind === 'number' ? found : found.toLowerCase().replace('’', "'"))
    tokens.push({
      start: match.index,
      end: match.index + found.length,
      text: found,
      lower: word.lower,
      kind,
      word,
      isCapitalized: kind === 'word' && found.charCodeAt(0) !== word.lower.charCodeAt(0),
      isFinite: undefined,
    })
  }
  return tokens
}

/** The token at an index, or an empty mark beyond the ends: matchers need no bounds of their own. */
export const NOTHING: Token = {
  start: -1,
  end: -1,
  text: '',
  lower: '',
  kind: 'mark',
  word: plainWord(''),
  isCapitalized: false,
  isFinite: undefined,
}
export const at = (tokens: readonly Token[], index: number): Token => tokens[index] ?? NOTHING

/** No white space between two tokens. */
export const isGlued = (a: Token, b: Token): boolean => a.end === b.start

export const isCapitalized = (token: Token): boolean => token.isCapitalized

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
