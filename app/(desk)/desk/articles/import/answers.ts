import type { Cut, DayCandidate } from '@/lib/articles/rules/cleaning'

/** What the paste form is answered: what was understood of the text, or what became of it. */
export type PasteAnswer =
  | { kind: 'understood'; typed: Typed; understood: UnderstoodView }
  | {
      kind: 'imported'
      outcome: 'created' | 'unchanged' | 'newSnapshot'
      articleId: string
      title: string
      needsDay: boolean
    }

/** The fields as they were sent, so that they can be shown again. */
export type Typed = { text: string; url: string; title: string; publisher: string; publishedOn: string }

export type UnderstoodView = {
  title: string
  titleFrom: 'given' | 'text' | 'first sentence'
  publisher: string
  publisherFrom: 'given' | 'text' | 'address' | 'nowhere'
  byline: string | null
  publishedOn: string | null
  publishedOnBasis: string | null
  candidates: DayCandidate[]
  cut: Cut[]
  /** The beginning of the body; `bodyLength` is the length of all of it. */
  body: string
  bodyLength: number
}

/** What became of one uploaded file. */
export type FileAnswer = { name: string } & (
  | { outcome: 'created' | 'unchanged' | 'newSnapshot'; articleId: string; title: string; needsDay: boolean }
  | { outcome: 'refused'; words: string }
)

/** The answer of the paste form in what its form was given; null before the first one. */
export function pasteAnswerIn(value: unknown): PasteAnswer | null {
  return isPasteAnswer(value) ? value : null
}

const isPasteAnswer = (value: unknown): value is PasteAnswer =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'understood' || value.kind === 'imported')
