/**
 * What the tables say about a word, kept with the word itself: a token is looked up once when it is cut, and every
 * rule behind it tests a bit. Only the words of the tables live as long as the process; all others go with their text.
 */
export type Word = {
  readonly lower: string
  /** Its row in the table of marks; 0 for words that no class holds. */
  readonly row: number
  /** Filled in by `verbOf` and `isAdverbial` when they are first asked. */
  verb: VerbReading | null | undefined
  isAdverb: boolean | undefined
  /** Of the tables' words: the hash of their letters, and the next word in the same bucket. */
  readonly hash: number
  readonly next: Word | undefined
}

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'pastOrParticiple' | 'ing'
/** A form of a verb; `isNounish`: as often a noun, so that a reader asks for more evidence. */
export type VerbReading = { readonly base: string; readonly form: VerbForm; readonly isNounish: boolean }

const KNOWN = new Map<string, Word>()
/** Those of ASCII letters once more, to be found from their letters in a text without a new string. */
const BUCKETS = 1 << 14
const buckets: (Word | undefined)[] = Array.from({ length: BUCKETS }, () => undefined)

/** One row for each known word, one bit for each class. The first row is empty and stands for all other words. */
const BITS = 32
let rows = 1
let slots = 4
let marks = new Int32Array(slots << 14)
let classes = 0

/** Room for one more row or slot; only while the tables are read. */
function widen(capacity: number, wanted: number): void {
  const wider = new Int32Array(capacity * wanted)
  for (let row = 0; row < rows; row++) wider.set(marks.subarray(row * slots, (row + 1) * slots), row * wanted)
  marks = wider
  slots = wanted
}

/** A table of lower-case words that knows its members by spelling (`has`) and, faster, by token (`holds`). */
export class WordClass extends Set<string> {
  private readonly slot: number
  private readonly bit: number

  constructor(words: readonly string[]) {
    super(words)
    this.slot = Math.floor(classes / BITS)
    this.bit = 1 << (classes % BITS)
    classes++
    if (this.slot === slots) widen(marks.length / slots, slots * 2)
    for (const lower of words) {
      const at = known(lower).row * slots + this.slot
      marks[at] = (marks[at] ?? 0) | this.bit
    }
  }

  holds({ word }: { readonly word: Word }): boolean {
    return this.holdsWord(word)
  }

  holdsWord(word: Word): boolean {
    return ((marks[word.row * slots + this.slot] ?? 0) & this.bit) !== 0
  }
}

/** A word of the tables, made when it is first asked for. Only for the fixed tables: it stays for good. */
export function known(lower: string): Word {
  const found = KNOWN.get(lower)
  if (found) return found
  const hash = hashOf(lower)
  const next = buckets[hash % BUCKETS]
  const word = { lower, row: nextRow(), verb: undefined, isAdverb: undefined, hash, next }
  KNOWN.set(lower, word)
  if (/^[a-z]+$/.test(lower)) buckets[hash % BUCKETS] = word
  return word
}

function nextRow(): number {
  if ((rows + 1) * slots > marks.length) widen((marks.length / slots) * 2, slots)
  return rows++
}

function hashOf(lower: string): number {
  let hash = 0
  for (let i = 0; i < lower.length; i++) hash = hashed(hash, lower.charCodeAt(i))
  return hash
}

const hashed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) & 0x3fffffff

export const isLetterCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** The words of one text: those of the tables are shared, the others are kept as long as this is. */
export class Lexicon {
  private readonly others = new Map<string, Word>()

  /** Where the run of letters that `wordAt` read ends, and whether all of them are lower case. */
  end = 0
  isLower = true

  /** The word of the ASCII letters that begin at an offset, in any case: the tables' words are found without a new string. */
  wordAt(text: string, start: number): Word {
    let hash = 0
    let end = start
    let isLower = true
    for (let code = text.charCodeAt(end); isLetterCode(code); code = text.charCodeAt(++end)) {
      if (code < 97) isLower = false
      hash = hashed(hash, code | 32)
    }
    this.end = end
    this.isLower = isLower
    return spelledWith(hash, text, start, end) ?? this.otherWord(text.slice(start, end).toLowerCase())
  }

  wordOf(lower: string): Word {
    return KNOWN.get(lower) ?? this.otherWord(lower)
  }

  private otherWord(lower: string): Word {
    const found = this.others.get(lower)
    if (found) return found
    const word = plainWord(lower)
    this.others.set(lower, word)
    return word
  }
}

/** A word that no table holds. */
export const plainWord = (lower: string): Word => ({
  lower,
  row: 0,
  verb: undefined,
  isAdverb: undefined,
  hash: 0,
  next: undefined,
})

function spelledWith(hash: number, text: string, start: number, end: number): Word | undefined {
  for (let one = buckets[hash % BUCKETS]; one; one = one.next)
    if (one.hash === hash && isSpelled(one.lower, text, start, end)) return one
  return undefined
}

/** The word of the tables that ASCII letters text[start, end) spell, in any case. */
export function knownAt(text: string, start: number, end: number): Word | undefined {
  let hash = 0
  for (let i = start; i < end; i++) hash = hashed(hash, text.charCodeAt(i) | 32)
  return spelledWith(hash, text, start, end)
}

/** Whether the ASCII letters text[start, end), put in lower case, spell a word. */
function isSpelled(lower: string, text: string, start: number, end: number): boolean {
  if (lower.length !== end - start) return false
  for (let i = start; i < end; i++) if ((text.charCodeAt(i) | 32) !== lower.charCodeAt(i - start)) return false
  return true
}
