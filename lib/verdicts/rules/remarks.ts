import { carry } from '@/lib/claims/rules/carrying'
import { quoteSelector, type Span } from '@/lib/core/text'
import { handsOf } from './moves'

/** A TextQuoteSelector with its TextPositionSelector: words of a field, as a revision had them. */
export type Anchor = Span & { quote: string; prefix: string; suffix: string }

/** What a remark's words were found to be, or why they cannot be told from others, for the person who chose them. */
export type Anchored = { anchor: Anchor } | { problem: string }

/**
 * The anchor of `quote` in a field's text. With `start` the words have to stand exactly there; without it they have to stand
 * there once.
 */
export function anchorOf(text: string, quote: string, start: number | null): Anchored {
  if (quote.trim() === '') return { problem: 'Choose at least one word.' }
  // A form sends every line break as two characters, whatever the text has.
  const spellings = [quote, quote.replace(/\r?\n/g, '\n'), quote.replace(/\r?\n/g, '\r\n')]
  const exact = spellings.find((words) => text.includes(words))
  if (exact === undefined)
    return {
      problem: 'These words do not stand in this field. Copy them exactly, or leave them out for the whole field.',
    }
  if (start !== null && text.startsWith(exact, start)) return { anchor: anchorAt(text, exact, start) }
  const first = text.indexOf(exact)
  if (text.indexOf(exact, first + 1) >= 0)
    return { problem: 'These words stand there more than once. Copy some of the words around them too.' }
  return { anchor: anchorAt(text, exact, first) }
}

function anchorAt(text: string, quote: string, start: number): Anchor {
  const span = { start, end: start + quote.length }
  return { ...span, ...quoteSelector(text, span) }
}

/** Where a remark's words stand in the text as it is now. `unclear`: at several places, and the words around do not tell. */
export type Place = { is: 'whole' } | { is: 'found'; span: Span } | { is: 'gone' } | { is: 'unclear' }

/**
 * Finds a remark's words again, by exact text only (`carry`). `madeIn` is the field's text in the revision that the remark
 * was made on, `now` the same field today.
 */
export function placeOf(anchor: Span | null, madeIn: string, now: string): Place {
  if (anchor === null) return { is: 'whole' }
  const { start, end } = anchor
  if (madeIn === now) return { is: 'found', span: { start, end } }
  const carried = carry({ start, end, body: madeIn }, now)
  return carried.outcome === 'found' ? { is: 'found', span: carried.span } : { is: carried.outcome }
}

export type StepKind = 'reply' | 'dealt_with' | 'reopened'

/** A remark is open until somebody dealt with it, and again once it is reopened. Steps the oldest first. */
export const isOpenRemark = (steps: readonly { kind: StepKind }[]): boolean =>
  steps.findLast(({ kind }) => kind !== 'reply')?.kind !== 'dealt_with'

/** Who wrote a version: began it, saved it, submitted it, by id. */
export const writersOf = (version: Parameters<typeof handsOf>[1]['version']): string[] => [
  ...new Set(handsOf('approve', { version, withdrawal: null, ground: [] }).map(({ userId }) => userId)),
]
