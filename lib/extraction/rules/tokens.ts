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
  if (isDigitCode(code)) return 'number'
  if (code < 128) return isLetterCode(code) ? 'word' : 'mark'
  return LETTER.test(text) ? 'word' : 'mark'
}

const isDigitCode = (code: number): boolean => code >= 48 && code <= 57
const isLetterCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const lexicon = new Lexicon()
  const pattern = new RegExp(TOKEN)
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (code === 32 || (code >= 9 && code <= 13)) {
      i++
      continue
    }
    const end = plainEnd(text, i, code)
    if (end > i) {
      const word = isLetterCode(code) ? lexicon.wordAt(text, i, end) : lexicon.wordOf(text.slice(i, end))
      tokens.push(tokenOf(i, isSpelled(text, i, word.lower) ? word.lower : text.slice(i, end), word))
      i = end
      continue
    }
    pattern.lastIndex = i
    const match = pattern.exec(text)
    if (!match) break
    const found = match[0]
    const lower = isDigitCode(found.charCodeAt(0)) ? found : found.toLowerCase().replace('’', "'")
    tokens.push(tokenOf(match.index, found, lexicon.wordOf(lower)))
    i = pattern.lastIndex
  }
  return tokens
}

function tokenOf(start: number, text: string, word: Word): Token {
  const kind = kindOf(text)
  return {
    start,
    end: start + text.length,
    text,
    lower: word.lower,
    kind,
    word,
    isCapitalized: kind === 'word' && text.charCodeAt(0) !== word.lower.charCodeAt(0),
    isFinite: undefined,
  }
}

const LONGEST_TITLE = 'Messrs'.length

/**
 * The end of the token at `i` where it is plain ASCII that the pattern would read in the same way: letters without a
 * stop or apostrophe behind them, digits without a separator, any sign that stands alone. Else −1. Nearly all are.
 */
function plainEnd(text: string, i: number, code: number): number {
  let end = i + 1
  if (isLetterCode(code)) {
    while (isLetterCode(text.charCodeAt(end))) end++
    const next = text.charCodeAt(end)
    const goesOn = next >= 128 || next === APOSTROPHE || (next === STOP && end - i <= LONGEST_TITLE)
    return goesOn ? -1 : end
  }
  if (isDigitCode(code)) {
    while (isDigitCode(text.charCodeAt(end))) end++
    const next = text.charCodeAt(end)
    return next === COMMA || next === STOP ? -1 : end
  }
  return code >= 128 || code === APOSTROPHE || code === STOP || code === HYPHEN || code === BACKTICK ? -1 : end
}
const [APOSTROPHE, COMMA, HYPHEN, STOP, BACKTICK] = [39, 44, 45, 46, 96]

const isSpelled = (text: string, from: number, word: string): boolean => {
  for (let k = 0; k < word.length; k++) if (text.charCodeAt(from + k) !== word.charCodeAt(k)) return false
  return true
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
