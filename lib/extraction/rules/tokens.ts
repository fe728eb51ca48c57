import { isLetterCode, known, Lexicon, plainWord, type Word, WordClass } from './lexicon'

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
  /** No such verb stands from here up to this index; filled in by `finiteIn`. */
  finiteFrom: number
}

/**
 * titles ("Mr.") | initials ("U.S.", "a.m.", "J.") | number ("1,250.5") | word (with "n't", "O'Neil") | clitic ("'s", "'ll") | wire quotes |
 * dots | dashes | any other sign. Each alternative consumes without overlap, so the pass stays linear.
 */
const TOKEN =
  /(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Prof|Rev|Messrs|St)\.(?=[ \u00a0]?\p{Lu})|(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?|\p{Lu}\.(?=[ \u00a0]\p{Lu}\p{Ll})|\d+(?:,\d{2,3})*(?!\d)(?:\.\d+)?|\d+|[\p{L}\p{M}]+(?:['’](?:[tT](?!\p{L})|(?=\p{Lu}\p{L})\p{L}{2,}))?|['’](?:[sS]|ll|LL|re|RE|ve|VE|[dD]|[mM])(?!\p{L})|``|''|’’|\.{2,}|-{2,}|[^\s]/gu

const LETTER = /^\p{L}/u

/** The code of a sign, 0 behind the end: engines give up on a read there for good. */
const codeAt = (text: string, i: number): number => (i < text.length ? text.charCodeAt(i) : 0)
const isDigitCode = (code: number): boolean => code >= 48 && code <= 57

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const lexicon = new Lexicon()
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (code === 32 || (code >= 9 && code <= 13)) {
      i++
      continue
    }
    const token = plainToken(lexicon, text, i, code) ?? patternToken(lexicon, text, i)
    if (!token) break
    tokens.push(token)
    i = token.end
  }
  return tokens
}

/** The words of single ASCII signs, by their code. */
const SIGNS: readonly Word[] = Array.from({ length: 128 }, (_, code) => known(String.fromCharCode(code)))
const [APOSTROPHE, COMMA, HYPHEN, STOP, BACKTICK, LOWER_T] = [39, 44, 45, 46, 96, 116]
const CURLY_APOSTROPHE = 0x2019
const CLITIC = known("'s")
/** Words that may be one token with the stop behind them. */
const TITLES = new WordClass('mr mrs ms dr gen sen rep gov lt col capt sgt maj prof rev messrs st'.split(' '))

/** Dashes and quotation marks beyond ASCII. */
const isPlainSign = (code: number): boolean => code >= 0x2010 && code <= 0x201f && code !== CURLY_APOSTROPHE
const isApostrophe = (code: number): boolean => code === APOSTROPHE || code === CURLY_APOSTROPHE

/**
 * The token at `i` where it is one that the pattern would read in the same way: letters without a stop or an apostrophe
 * that may belong to them, digits without a separator, "'s", any sign that stands alone. Nearly all are. Else null.
 */
function plainToken(lexicon: Lexicon, text: string, i: number, code: number): Token | null {
  if (isLetterCode(code)) {
    const word = lexicon.wordAt(text, i)
    const { end } = lexicon
    return endsPlainly(text, i, end, word)
      ? tokenOf(i, lexicon.isLower ? word.lower : text.slice(i, end), 'word', word)
      : null
  }
  const next = codeAt(text, i + 1)
  if (isDigitCode(code)) {
    let end = i + 1
    while (isDigitCode(codeAt(text, end))) end++
    const sign = codeAt(text, end)
    if ((sign === COMMA || sign === STOP) && isDigitCode(codeAt(text, end + 1))) return null
    const word = lexicon.digitsAt(text, i, end)
    return tokenOf(i, word.lower, 'number', word)
  }
  if (isApostrophe(code)) {
    const isClitic = (next === 83 || next === 115) && isApart(codeAt(text, i + 2))
    return isClitic ? tokenOf(i, text.slice(i, i + 2), 'mark', CLITIC) : null
  }
  const isJoining =
    (code >= 128 && !isPlainSign(code)) || (code === next && (code === STOP || code === HYPHEN || code === BACKTICK))
  if (isJoining) return null
  const sign = SIGNS[code] ?? lexicon.wordOf(text.charAt(i))
  return tokenOf(i, sign.lower, 'mark', sign)
}

/** An ASCII sign that is no letter. */
const isApart = (code: number): boolean => code < 128 && !isLetterCode(code)

/** Whether the word text[i, end) of ASCII letters ends there, whatever stands behind it. */
function endsPlainly(text: string, i: number, end: number, word: Word): boolean {
  const sign = codeAt(text, end)
  if (sign === STOP) return end - i > 1 && !TITLES.holdsWord(word)
  if (!isApostrophe(sign)) return !(sign >= 128) || isPlainSign(sign)
  const next = codeAt(text, end + 1)
  return isApart(next) || (next >= 97 && next <= 122 && next !== LOWER_T)
}

/** The next token from `i` on by the pattern. */
function patternToken(lexicon: Lexicon, text: string, i: number): Token | null {
  TOKEN.lastIndex = i
  const match = TOKEN.exec(text)
  if (!match) return null
  const found = match[0]
  if (isDigitCode(found.charCodeAt(0))) return tokenOf(match.index, found, 'number', lexicon.wordOf(found))
  const kind = LETTER.test(found) ? 'word' : 'mark'
  return tokenOf(
    match.index,
    found,
    kind,
    lexicon.wordOf(found === '’’' ? found : found.toLowerCase().replace('’', "'")),
  )
}

function tokenOf(start: number, text: string, kind: Token['kind'], word: Word): Token {
  const { lower } = word
  return {
    start,
    end: start + text.length,
    text,
    lower,
    kind,
    word,
    isCapitalized: kind === 'word' && text !== lower && text.charCodeAt(0) !== lower.charCodeAt(0),
    isFinite: undefined,
    finiteFrom: -1,
  }
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
  finiteFrom: -1,
}
/** A read before the first or behind the last would make all others slow, too: engines give up on such a place for good. */
export const at = (tokens: readonly Token[], index: number): Token =>
  (index >= 0 && index < tokens.length ? tokens[index] : undefined) ?? NOTHING

/**
 * A reading of tokens [first, last) that several rules ask for on the same stretch, one after the other: it is made once
 * for all of them.
 */
export function oncePerStretch<Value>(
  read: (tokens: readonly Token[], first: number, last: number) => Value,
): (tokens: readonly Token[], first: number, last: number) => Value {
  let opening = NOTHING
  let end = -1
  let answer: Value
  return (tokens, first, last) => {
    const token = at(tokens, first)
    if (token === opening && end === last && token !== NOTHING) return answer
    answer = read(tokens, first, last)
    opening = token
    end = last
    return answer
  }
}

/** No white space between two tokens. */
export const isGlued = (a: Token, b: Token): boolean => a.end === b.start

export const isCapitalized = (token: Token): boolean => token.isCapitalized

const DASHES = new WordClass(['-', '‐', '‑', '–', '—', '―', '−'])
export const isDash = (token: Token): boolean => DASHES.holds(token)

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
