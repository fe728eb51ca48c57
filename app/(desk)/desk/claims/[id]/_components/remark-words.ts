import type { Mark } from '@/lib/verdicts/present/annotated'
import type { RemarkView } from '@/lib/verdicts/queries/remarks'
import { QUOTABLE_FIELDS, type RemarkField } from '@/lib/verdicts/rules/remark-fields'

/** What a remark is about, as the pages call it. */
export const REMARK_FIELD_WORDS: Readonly<Record<RemarkField, string>> = {
  rating: 'Rating',
  summary: 'Summary',
  rationale: 'Rationale',
  searchDescription: 'What was searched',
  wasCommentAsked: 'Whether the speaker was asked',
  commentRequests: 'Log of requests for comment',
  noCommentReason: 'Why the speaker was not asked',
  asOfOn: 'As of',
  recheckOn: 'Check again on',
  correctionLevel: 'Kind of correction',
  correctionNote: 'Public note',
  newSpeaker: 'Speaker',
}

/** A remark with the number that it has on the page: in the text, and in the list. */
export type NumberedRemark = RemarkView & { number: number }

export const numbered = (remarks: readonly RemarkView[]): NumberedRemark[] =>
  remarks.map((remark, index) => ({ ...remark, number: index + 1 }))

/** The words of open remarks on one field, where they stand in it now. */
export const marksOf = (remarks: readonly NumberedRemark[], field: RemarkField): Mark[] =>
  remarks.flatMap(({ id, number, field: about, place, isOpen }) =>
    about === field && isOpen && place.is === 'found' ? [{ ...place.span, id, number }] : [],
  )

/** Where the words of a remark are now, in words; null where that is plain. */
export function placeWords({ place, field, revision }: NumberedRemark, current: number): string | null {
  if (place.is === 'gone') return 'The words are gone from the text.'
  if (place.is === 'unclear') return 'The words stand at several places now; which of them is meant is not clear.'
  if (place.is === 'whole') return QUOTABLE_FIELDS.includes(field) ? 'On the whole of it.' : null
  return revision === current ? null : `Still in the text, in the same words, in revision ${current}.`
}

export const openCount = (remarks: readonly RemarkView[]): number => remarks.filter(({ isOpen }) => isOpen).length
