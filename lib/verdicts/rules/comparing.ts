/** Two states of what a claim's page says, compared field by field and word by word. */
import { diffWordsWithSpace } from 'diff'

/** What is compared, in the order of the page. */
export const COMPARED = {
  statement: 'Statement',
  shortForm: 'Short form',
  speaker: 'Speaker',
  figures: 'Figures',
  rating: 'Rating',
  summary: 'Summary',
  rationale: 'Rationale',
  search: 'What was searched',
  comment: 'Asked for comment',
  asOf: 'As of',
  recheck: 'Check again on',
  correction: 'Correction',
  evidence: 'Evidence',
} as const
export type ComparedField = keyof typeof COMPARED

/** What one state says, as text; a field that is left out was not kept with it, an empty one was empty. */
export type Said = Partial<Record<ComparedField, string>>

export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }
export type FieldDiff = { field: ComparedField; label: string; parts: DiffPart[] }

export type Comparison = {
  changed: FieldDiff[]
  /** Labels of what both say in the same words, and of what only one of them keeps. */
  same: string[]
  notKept: string[]
}

/** Beyond this many edits two texts have so little in common that they are shown one after the other. */
const MAX_EDITS = 2000

export function diffTexts(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS })
  if (changes === undefined) return replaced(before, after)
  return joined(
    changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value })),
  )
}

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** So few words that two changes share by chance would tear a rewritten sentence to shreds: they go with the change. */
const SHARED_BY_CHANCE = 2

/** Neighbouring changes as one: first all that went, then all that came. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed })
    if (added !== '') out.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const [at, { kind, text }] of parts.entries()) {
    const isBetween = removed + added !== '' && at < parts.length - 1
    if (kind === 'same' && !(isBetween && wordsOf(text) <= SHARED_BY_CHANCE)) {
      flush()
      out.push({ kind, text })
    } else {
      if (kind !== 'added') removed += text
      if (kind !== 'removed') added += text
    }
  }
  flush()
  return out
}

/** Names and days: one value took the place of another. */
const WHOLE: readonly ComparedField[] = ['speaker', 'rating', 'asOf', 'recheck']

const replaced = (before: string, after: string): DiffPart[] => [
  ...(before === '' ? [] : [{ kind: 'removed' as const, text: before }]),
  ...(after === '' ? [] : [{ kind: 'added' as const, text: after }]),
]

export function compareSaid(before: Said, after: Said): Comparison {
  const comparison: Comparison = { changed: [], same: [], notKept: [] }
  for (const field of Object.keys(COMPARED) as ComparedField[]) {
    const [old, now, label] = [before[field], after[field], COMPARED[field]]
    if (old === undefined || now === undefined) {
      if (old !== now) comparison.notKept.push(label)
    } else if (old === now) {
      if (old !== '') comparison.same.push(label)
    } else
      comparison.changed.push({ field, label, parts: WHOLE.includes(field) ? replaced(old, now) : diffTexts(old, now) })
  }
  return comparison
}
