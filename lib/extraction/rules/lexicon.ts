/**
 * What the tables say about a word, kept with the word itself: a token is looked up once when it is cut, and every
 * rule behind it tests a bit. Only the words of the tables live as long as the process; all others go with their text.
 */
export type Word = {
  readonly lower: string
  /** One bit for each class of words; see `WordClass`. */
  readonly marks: readonly number[]
  /** Filled in by `verbOf` and `isAdverbial` when they are first asked. */
  verb: VerbReading | null | undefined
  isAdverb: boolean | undefined
}

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'pastOrParticiple' | 'ing'
/** A form of a verb; `isNounish`: as often a noun, so that a reader asks for more evidence. */
export type VerbReading = { readonly base: string; readonly form: VerbForm; readonly isNounish: boolean }

const KNOWN = new Map<string, Word & { marks: number[] }>()
/** The same words by the hash of their letters; `next` chains those with the same. The tables are fixed, so chains are short. */
type Chained = { word: Word; next: Chained | undefined }
const BY_HASH = new Map<number, Chained>()
const UNMARKED: readonly number[] = []
/** Small integers hold 31 bits. */
const BITS = 30
let classes = 0

/** A table of lower-case words that knows its members by spelling (`has`) and, faster, by token (`holds`). */
export class WordClass extends Set<string> {
  private readonly slot: number
  private readonly bit: number

  constructor(words: readonly string[]) {
    super(words)
    this.slot = Math.floor(classes / BITS)
    this.bit = 1 << (classes % BITS)
    classes++
    for (const lower of words) {
      const { marks } = known(lower)
      while (marks.length <= this.slot) marks.push(0)
      marks[this.slot] = (marks[this.slot] ?? 0) | this.bit
    }
  }

  holds({ word }: { readonly word: Word }): boolean {
    return ((word.marks[this.slot] ?? 0) & this.bit) !== 0
  }
}

/** A word of the tables, made when it is first asked for. Only for the fixed tables: it stays for good. */
export function known(lower: string): Word & { marks: number[] } {
  const found = KNOWN.get(lower)
  if (found) return found
  const word = { lower, marks: [], verb: undefined, isAdverb: undefined }
  KNOWN.set(lower, word)
  const hash = hashOf(lower, 0, lower.length)
  BY_HASH.set(hash, { word, next: BY_HASH.get(hash) })
  return word
}

/** Of the letters text[start, end) in lower case, as far as they are ASCII; others collide and are told apart below. */
function hashOf(text: string, start: number, end: number): number {
  let hash = end - start
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (text.charCodeAt(i) | 32)) & 0x3fffffff
  return hash
}

/** Whether ASCII letters text[start, end), put in lower case, spell a word. */
function spells(lower: string, text: string, start: number, end: number): boolean {
  if (lower.length !== end - start) return false
  for (let i = start; i < end; i++) if ((text.charCodeAt(i) | 32) !== lower.charCodeAt(i - start)) return false
  return true
}

/** The words of one text: those of the tables are shared, the others are kept as long as this is. */
export class Lexicon {
  private readonly others = new Map<string, Word>()

  /** The word spelled by ASCII letters text[start, end) in any case: those of the tables are found without a new string. */
  wordAt(text: string, start: number, end: number): Word {
    for (let one = BY_HASH.get(hashOf(text, start, end)); one; one = one.next)
      if (spells(one.word.lower, text, start, end)) return one.word
    return this.wordOf(text.slice(start, end).toLowerCase())
  }

  wordOf(lower: string): Word {
    const found = KNOWN.get(lower) ?? this.others.get(lower)
    if (found) return found
    const word = plainWord(lower)
    this.others.set(lower, word)
    return word
  }
}

/** A word that no table holds. */
export const plainWord = (lower: string): Word => ({ lower, marks: UNMARKED, verb: undefined, isAdverb: undefined })
