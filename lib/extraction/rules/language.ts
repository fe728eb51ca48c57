import { ENGLISH, LATIN, SCRIPTS, TELLING } from './languages'
import { knownAt, WordClass } from './lexicon'
import { at, type Token } from './tokens'

/**
 * Which language a text is in, by its script and its most frequent words. English unless the text plainly is not:
 * short, unsure and mixed texts that are mostly English stay English. Reads at most three windows of a long text.
 */

const WINDOW = 1500
/** Fewer words than this say nothing. */
const FEWEST_WORDS = 12
/** Of the words of running text in another language, at least this share is in its table, and several times the English ones. */
const LEAST_SHARE = 0.14
/** Enough where one letter in so many has an accent: endings leave some languages few small words. */
const LEAST_ACCENTED_SHARE = 0.05
const ACCENTED_EVERY = 40
const TIMES_ENGLISH = 2.5
const FEWEST_KINDS = 4
const FEWEST_ACCENTED_KINDS = 2

const ENGLISH_WORDS = new WordClass(ENGLISH.split(' '))
/** Word -> indexes into LATIN of the languages that have it. */
const SPOKEN = new Map<string, number[]>()
for (const [index, [, , words]] of LATIN.entries())
  for (const word of new Set(words.split(' '))) SPOKEN.set(word, [...(SPOKEN.get(word) ?? []), index])

/** All words that say anything; the others are only counted. */
const TELLING_WORDS = new WordClass([...ENGLISH_WORDS, ...SPOKEN.keys()])

/**
 * ISO 639-1 code of the language a text is written in; "en" when in doubt; null for a text without letters. Of a text that is
 * cut into `tokens` already, a glance at these is mostly enough.
 */
export function languageOf(text: string, tokens: readonly Token[] = []): string | null {
  return isPlainlyEnglish(tokens) ? 'en' : judged(text)
}

/** So many words in a row at each of three places say it of most texts, when one in so many of them is a frequent English one. */
const GLANCE = 30
const ENGLISH_EVERY = 7
/** Where so many tokens hold fewer words, a closer look is needed. */
const LONGEST_GLANCE = 60

const isPlainlyEnglish = (tokens: readonly Token[]): boolean =>
  isEnglishFrom(tokens, 0) &&
  isEnglishFrom(tokens, tokens.length >> 1) &&
  isEnglishFrom(tokens, Math.max(0, tokens.length - LONGEST_GLANCE))

function isEnglishFrom(tokens: readonly Token[], from: number): boolean {
  const to = Math.min(tokens.length, from + LONGEST_GLANCE)
  let words = 0
  let english = 0
  for (let k = from; k < to && words < GLANCE; k++) {
    const token = at(tokens, k)
    if (token.kind !== 'word') continue
    if (token.text.charCodeAt(0) > 122) return false
    if (ENGLISH_WORDS.holds(token)) english++
    words++
  }
  return words === GLANCE && english * ENGLISH_EVERY >= words
}

function judged(text: string): string | null {
  const sample = sampled(text).normalize('NFC')
  const counts = new Map<string, number>()
  const latin = {
    words: 0,
    english: 0,
    others: new Array<number>(LATIN.length).fill(0),
    kinds: new Set<string>(),
    isAccented: false,
  }
  let letters = 0
  let accented = 0
  let word = -1
  let isPlain = true
  for (let i = 0; i <= sample.length; i++) {
    const code = i < sample.length ? sample.charCodeAt(i) : 32
    if (isLatin(code)) {
      letters++
      if (code > 122) {
        accented++
        isPlain = false
      }
      if (word < 0) word = i
      continue
    }
    if (word >= 0 && !isMark(code)) {
      const telling = i - word <= LONGEST_WORD ? tellingWord(sample, word, i, isPlain) : null
      if (telling !== null) count(telling, latin)
      latin.words++
      word = -1
      isPlain = true
    }
    if (isMark(code)) isPlain = false
    const script = code >= 0x0370 ? scriptOf(code) : null
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  const script = largest(counts)
  const foreign = [...counts.values()].reduce((sum, n) => sum + n, 0)
  if (letters + foreign === 0) return null
  if (script && foreign >= FEWEST_LETTERS && foreign * WEIGHT > letters) return inScript(script, counts, sample)
  return latinLanguage({ ...latin, isAccented: accented * ACCENTED_EVERY > letters })
}

/** No frequent word is longer. */
const LONGEST_WORD = 12
/** The word sample[from, to) in lower case where the tables may know it; `isPlain`: it is of ASCII letters alone. */
function tellingWord(sample: string, from: number, to: number, isPlain: boolean): string | null {
  if (!isPlain) return sample.slice(from, to).toLowerCase()
  const word = knownAt(sample, from, to)
  return word && TELLING_WORDS.holdsWord(word) ? word.lower : null
}

const FEWEST_LETTERS = 20
/** A letter of another script says at least as much as two Latin ones (names and units stay Latin). */
const WEIGHT = 1.5

function sampled(text: string): string {
  if (text.length <= 3 * WINDOW) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, WINDOW)} ${text.slice(middle, middle + WINDOW)} ${text.slice(-WINDOW)}`
}

/** Letters of Latin writing, with all their accents. */
const isLatin = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x2af && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x1e00 && code <= 0x1eff)

/** Accents written as marks of their own do not end a word. */
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f

/** One letter in so many tells a language of a shared script. */
const TELLING_EVERY = 250

function scriptOf(code: number): string | null {
  let low = 0
  let high = SCRIPTS.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = SCRIPTS[middle]
    if (!range) return null
    if (code < range[0]) high = middle - 1
    else if (code > range[1]) low = middle + 1
    else return range[2]
  }
  return null
}

type Counted = { words: number; english: number; others: number[]; kinds: Set<string>; isAccented: boolean }

function count(word: string, counted: Counted): void {
  if (ENGLISH_WORDS.has(word)) counted.english++
  const spoken = SPOKEN.get(word)
  if (!spoken) return
  counted.kinds.add(word)
  for (const index of spoken) counted.others[index] = (counted.others[index] ?? 0) + 1
}

function latinLanguage({ words, english, others, kinds, isAccented }: Counted): string {
  if (words < FEWEST_WORDS) return 'en'
  let best = 0
  for (let index = 1; index < others.length; index++) if ((others[index] ?? 0) > (others[best] ?? 0)) best = index
  const found = others[best] ?? 0
  const language = LATIN[best]
  const share = isAccented ? LEAST_ACCENTED_SHARE : LEAST_SHARE
  if (!language || found < share * words || found < TIMES_ENGLISH * english) return 'en'
  const own = new Set(language[2].split(' '))
  let different = 0
  for (const kind of kinds) if (own.has(kind)) different++
  return different >= (isAccented ? FEWEST_ACCENTED_KINDS : FEWEST_KINDS) ? language[0] : 'en'
}

function largest(counts: ReadonlyMap<string, number>): string | null {
  let most = 0
  let key: string | null = null
  for (const [script, n] of counts)
    if (n > most) {
      most = n
      key = script
    }
  return key
}

/** Japanese has Chinese signs among its own; Cyrillic and Arabic letters are told apart by those that only one language has. */
function inScript(script: string, counts: ReadonlyMap<string, number>, sample: string): string {
  const kana = counts.get('ja') ?? 0
  if (script === 'zh' && kana * 10 > (counts.get('zh') ?? 0)) return 'ja'
  const most = counts.get(script) ?? 0
  for (const [letters, code] of TELLING[script] ?? []) {
    let found = 0
    for (let i = 0; i < sample.length; i++) if (letters.includes(sample.charAt(i))) found++
    if (found * TELLING_EVERY > most) return code
  }
  return script === 'ru' && !/[ыэё]/i.test(sample) && most > 60 ? 'bg' : script
}
