import { diffArrays } from 'diff'

/** A change of one text against the base: its words `from` to `to` (in words of the base) became `words`. */
type Edit = { from: number; to: number; words: string[] }

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

function editsOf(base: string[], text: string): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let open: Edit | null = null
  for (const { added, removed, value } of diffArrays(base, wordsOf(text))) {
    if (!added && !removed) {
      at += value.length
      open = null
      continue
    }
    if (open === null) {
      open = { from: at, to: at, words: [] }
      edits.push(open)
    }
    if (added) open.words.push(...value)
    if (removed) {
      at += value.length
      open.to = at
    }
  }
  return edits
}

/**
 * Two edits of one text put together, word by word. What only one changed is taken; where both changed the same words
 * differently, both stand one after the other, mine first, and `isClean` is false. Nothing that either wrote is left out.
 */
export function mergeWords(base: string, mine: string, theirs: string): { text: string; isClean: boolean } {
  const words = wordsOf(base)
  const own = editsOf(words, mine)
  const others = editsOf(words, theirs)
  const out: string[] = []
  let [at, isClean] = [0, true]
  while (own.length > 0 || others.length > 0) {
    const from = Math.min(own[0]?.from ?? words.length, others[0]?.from ?? words.length)
    out.push(...words.slice(at, from))
    const group = takeGroup(own, others, from)
    const [a, b] = [group.own, group.others].map((edits) => applied(words, edits, group))
    const isSame = a === b || group.own.length === 0 || group.others.length === 0
    if (isSame) out.push(group.own.length > 0 ? (a ?? '') : (b ?? ''))
    else out.push(joined(a ?? '', b ?? ''))
    isClean &&= isSame
    at = group.to
  }
  out.push(...words.slice(at))
  return { text: out.join(''), isClean }
}

type Group = { from: number; to: number; own: Edit[]; others: Edit[] }

/** All edits from here on that touch each other, directly or by way of others. */
function takeGroup(own: Edit[], others: Edit[], from: number): Group {
  const group: Group = { from, to: from, own: [], others: [] }
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const [queue, taken] of [
      [own, group.own],
      [others, group.others],
    ] as const) {
      const [edit] = queue
      if (!edit || edit.from > group.to) continue
      queue.shift()
      taken.push(edit)
      group.to = Math.max(group.to, edit.to)
      isGrowing = true
    }
  }
  return group
}

/** The words of a group as one of the two edits has them. */
function applied(words: string[], edits: Edit[], { from, to }: Group): string {
  const out: string[] = []
  let at = from
  for (const edit of edits) {
    out.push(...words.slice(at, edit.from), ...edit.words)
    at = edit.to
  }
  out.push(...words.slice(at, to))
  return out.join('')
}

const joined = (a: string, b: string): string =>
  a === '' || b === '' || /\s$/.test(a) || /^\s/.test(b) ? a + b : `${a} ${b}`
