/**
 * What the tables say about a word, kept with the word itself: a token is looked up once when it is cut, and every
 * rule behind it tests a bit. Only the words of the tables live as long as the process; all others go with their text.
 */
export type Word = {
  readonly lower: string
  /** Where its row begins in the table of marks; 0 for words that no class holds. */
  readonly row: number
  /** Filled in by `verbOf` and `isAdverbial` when they are first asked. */
  verb: VerbReading | null | undefined
  isAdverb: boolean | undefined
  /** The next word of the same text whose letters have the same hash. */
  readonly next: Word | undefined
}

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'pastOrParticiple' | 'ing'
/** A form of a verb; `isNounish`: as often a noun, so that a reader asks for more evidence. */
export type VerbReading = {
  readonly base: string
  readonly form: VerbForm
  readonly isNounish: boolean
  /** The word of its base: `TABLE.hasBase(verb)` looks up no string. */
  readonly stem: Word
}

const KNOWN = new Map<string, Word>()
/**
 * Those of ASCII letters or digits once more, to be found from these in a text without a new string: hashes (0: free) and
 * words side by side, each at the first free place from where its hash points.
 */
const PLACE_BITS = 15
const PLACES = 1 << PLACE_BITS
const hashes = new Int32Array(PLACES)
const places: (Word | undefined)[] = Array.from({ length: PLACES }, () => undefined)

/**
 * One row for each known word, one bit for each class; the first row is empty and stands for all other words. Of fixed size:
 * the engine then reads a mark straight from its place.
 */
const BITS = 32
const SLOTS = 24
const ROWS = 1 << 14
const marks = new Int32Array(SLOTS * ROWS)
let rows = 1
let classes = 0

/** A table of lower-case words that knows its members by spelling (`has`) and, faster, by token (`holds`). */
export class WordClass extends Set<string> {
  private readonly slot: number
  private readonly bit: number

  constructor(words: readonly string[]) {
    super(words)
    this.slot = Math.floor(classes / BITS)
    this.bit = 1 << (classes % BITS)
    if (this.slot === SLOTS) throw new RangeError('too many classes of words')
    classes++
    for (const lower of words) {
      const at = known(lower).row + this.slot
      marks[at] = (marks[at] ?? 0) | this.bit
    }
  }

  holds({ word }: { readonly word: Word }): boolean {
    return ((marks[word.row + this.slot] ?? 0) & this.bit) !== 0
  }

  hasBase(verb: VerbReading | null): boolean {
    return verb !== null && this.holdsWord(verb.stem)
  }

  holdsWord(word: Word): boolean {
    return ((marks[word.row + this.slot] ?? 0) & this.bit) !== 0
  }
}

/** What a table of lower-case words says of each, asked by spelling (`get`) or, faster where it rarely holds, by token (`of`). */
export class WordMap<Value> extends Map<string, Value> {
  private readonly words: WordClass
  private readonly byRow = new Map<number, Value>()

  constructor(entries: Iterable<readonly [string, Value]>) {
    super(entries)
    this.words = new WordClass([...this.keys()])
    for (const [word, value] of this) this.byRow.set(known(word).row, value)
  }

  holds({ word }: { readonly word: Word }): boolean {
    return this.words.holdsWord(word)
  }

  of({ word }: { readonly word: Word }): Value | undefined {
    return this.words.holdsWord(word) ? this.byRow.get(word.row) : undefined
  }

  ofBase(verb: VerbReading | null): Value | undefined {
    return verb === null ? undefined : this.of({ word: verb.stem })
  }
}

/** A word of the tables, made when it is first asked for. Only for the fixed tables: it stays for good. */
export function known(lower: string): Word {
  const found = KNOWN.get(lower)
  if (found) return found
  const word = plainWord(lower, nextRow())
  KNOWN.set(lower, word)
  if (/^(?:[a-z]+|\d+)$/.test(lower)) place(word)
  return word
}

/** Refuses when the places fill up: more of them are needed then. */
function place(word: Word): void {
  if (KNOWN.size > PLACES * 0.75) throw new RangeError('too many words in the tables')
  const hash = hashOf(word.lower, 0, word.lower.length)
  let at = placeOf(hash)
  while (hashes[at] !== 0) at = (at + 1) % PLACES
  hashes[at] = hash
  places[at] = word
}

function nextRow(): number {
  if (rows === ROWS) throw new RangeError('too many words in the tables')
  return SLOTS * rows++
}

const mixed = (hash: number, code: number): number => (Math.imul(hash, 31) + (code | 32)) | 0
/** No word hashes to 0, which marks a free place. */
const finished = (hash: number): number => (hash & 0x3fffffff) | 1
const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - PLACE_BITS)

/** Of ASCII letters text[start, end) in any case. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = mixed(hash, text.charCodeAt(i))
  return finished(hash)
}

export const isLetterCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** The words of one text: those of the tables are shared, the others are kept as long as this is. */
export class Lexicon {
  private readonly others = new Map<string, Word>()
  /** Of ASCII letters or digits, by their hash. */
  private readonly spelled = new Map<number, Word>()

  /** Where the run of letters that `wordAt` read ends, and whether all of them are lower case. */
  end = 0
  isLower = true

  /** The word of the ASCII letters that begin at an offset, in any case: the tables' words are found without a new string. */
  wordAt(text: string, start: number): Word {
    let hash = 0
    let end = start
    let isLower = true
    // never read behind the text: engines give up on such a place for good
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (!isLetterCode(code)) break
      if (code < 97) isLower = false
      hash = mixed(hash, code)
    }
    this.end = end
    this.isLower = isLower
    hash = finished(hash)
    return spelledWith(hash, text, start, end) ?? this.otherAt(hash, text, start, end)
  }

  /** The word of the ASCII digits text[start, end). */
  digitsAt(text: string, start: number, end: number): Word {
    this.isLower = true
    const hash = hashOf(text, start, end)
    return spelledWith(hash, text, start, end) ?? this.otherAt(hash, text, start, end)
  }

  private otherAt(hash: number, text: string, start: number, end: number): Word {
    const first = this.spelled.get(hash)
    for (let one = first; one; one = one.next) if (isSpelled(one.lower, text, start, end)) return one
    const spelled = text.slice(start, end)
    const word = plainWord(this.isLower ? spelled : spelled.toLowerCase(), 0, first)
    this.spelled.set(hash, word)
    return word
  }

  wordOf(lower: string): Word {
    const found = KNOWN.get(lower) ?? this.others.get(lower)
    if (found) return found
    const word = plainWord(lower)
    this.others.set(lower, word)
    return word
  }
}

/** The word of the tables, or one of its own. */
export const wordOf = (lower: string): Word => KNOWN.get(lower) ?? plainWord(lower)

/** A word that no table holds, or of a row in them. */
export const plainWord = (lower: string, row = 0, next: Word | undefined = undefined): Word => ({
  lower,
  row,
  verb: undefined,
  isAdverb: undefined,
  next,
})

function spelledWith(hash: number, text: string, start: number, end: number): Word | undefined {
  for (let at = placeOf(hash); hashes[at] !== 0; at = (at + 1) % PLACES) {
    const word = hashes[at] === hash ? places[at] : undefined
    if (word && isSpelled(word.lower, text, start, end)) return word
  }
  return undefined
}

/** The word of the tables that ASCII letters text[start, end) spell, in any case. */
export const knownAt = (text: string, start: number, end: number): Word | undefined =>
  spelledWith(hashOf(text, start, end), text, start, end)

/** Whether the ASCII letters text[start, end), put in lower case, spell a word. */
function isSpelled(lower: string, text: string, start: number, end: number): boolean {
  if (lower.length !== end - start) return false
  for (let i = start; i < end; i++) if ((text.charCodeAt(i) | 32) !== lower.charCodeAt(i - start)) return false
  return true
}
export const stats = () => ({ rows, classes })
