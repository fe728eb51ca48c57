import { diffArrays } from 'diff'

/** A piece of a paragraph: in both texts, in the earlier only (`removed`), or in the later only (`added`). */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string }

/**
 * A run of paragraphs that both texts have (`same`), or one that differs: whole ones that only one text has, or one that was
 * rewritten, word by word.
 */
export type Block =
  | { kind: 'same'; paragraphs: string[] }
  | { kind: 'removed' | 'added'; text: string }
  | { kind: 'changed'; pieces: Piece[] }

export type Comparison = {
  blocks: Block[]
  /** Paragraphs by what happened to them. */
  counts: { same: number; changed: number; removed: number; added: number }
}

/** Work that a comparison may take; texts that differ more are shown as replaced, paragraph by paragraph. */
const MOST_EDITS = 1000
const MOST_WORD_EDITS = 500
/** Below this share of common words a paragraph is another one, not a rewritten one. */
const REWRITTEN_AT = 0.4

const paragraphsOf = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '')

/** What changed from one text to another, by paragraph and then by word, in the order of the texts. */
export function compareTexts(earlier: string, later: string): Comparison {
  const [before, after] = [paragraphsOf(earlier), paragraphsOf(later)]
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const blocks: Block[] = []
  for (let at = 0; at < changes.length; at++) {
    const [change, next] = [changes[at], changes[at + 1]]
    if (!change) continue
    if (!change.added && !change.removed) blocks.push({ kind: 'same', paragraphs: change.value })
    else if (next && change.removed && next.added) {
      blocks.push(...pairUp(change.value, next.value))
      at++
    } else blocks.push(...change.value.map((text) => ({ kind: change.added ? 'added' : 'removed', text }) as const))
  }
  return { blocks, counts: countsOf(blocks) }
}

/** Of paragraphs that gave way to others, each goes with the next of those that keeps enough of its words. */
function pairUp(removed: readonly string[], added: readonly string[]): Block[] {
  const blocks: Block[] = []
  const addedWords = added.map(wordsOf)
  let from = 0
  for (const text of removed) {
    const at = findRewritten(wordsOf(text), addedWords, from)
    if (at < 0) {
      blocks.push({ kind: 'removed', text })
      continue
    }
    blocks.push(...added.slice(from, at).map((text) => ({ kind: 'added', text }) as const))
    blocks.push(wordChanges(text, added[at] ?? ''))
    from = at + 1
  }
  return [...blocks, ...added.slice(from).map((text) => ({ kind: 'added', text }) as const)]
}

/** How far ahead a rewritten paragraph is looked for. */
const AHEAD = 20

function findRewritten(words: ReadonlySet<string>, added: readonly ReadonlySet<string>[], from: number): number {
  let best = -1
  let most = 0
  added.slice(from, from + AHEAD).forEach((others, ahead) => {
    const share = sharedWords(words, others)
    if (share >= REWRITTEN_AT && share > most) [best, most] = [from + ahead, share]
  })
  return best
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

/** Words, figures as a whole ("54,000"), marks and spaces. */
const TOKENS = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

function wordChanges(before: string, after: string): Block {
  const [earlier, later] = [before.match(TOKENS) ?? [], after.match(TOKENS) ?? []]
  const changes = diffArrays(earlier, later, { maxEditLength: MOST_WORD_EDITS }) ?? [
    { value: earlier, removed: true, added: false },
    { value: later, removed: false, added: true },
  ]
  const pieces = changes.map(
    ({ value, added, removed }): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  )
  return { kind: 'changed', pieces }
}

function countsOf(blocks: readonly Block[]): Comparison['counts'] {
  const counts = { same: 0, changed: 0, removed: 0, added: 0 }
  for (const block of blocks) counts[block.kind] += block.kind === 'same' ? block.paragraphs.length : 1
  return counts
}
