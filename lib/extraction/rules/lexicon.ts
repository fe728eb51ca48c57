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
  return word
}

/** The words of one text: those of the tables are shared, the others are kept as long as this is. */
export class Lexicon {
  private readonly others = new Map<string, Word>()

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
