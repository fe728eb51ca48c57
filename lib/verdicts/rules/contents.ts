import type { VerdictContent } from '../schema'

const textOf = (value: string | undefined): string | null =>
  value === undefined || value.trim() === '' ? null : value.trim()

/** What stands in the editor's controls as a content, for comparing only: nothing is checked here. */
export function contentOfForm(values: Readonly<Record<string, string | undefined>>): VerdictContent {
  const asked = values.wasCommentAsked
  return {
    rating: textOf(values.rating),
    summary: textOf(values.summary) ?? '',
    rationale: textOf(values.rationale) ?? '',
    searchDescription: textOf(values.searchDescription),
    wasCommentAsked: asked === 'yes' ? true : asked === 'no' ? false : null,
    commentAskedOn: textOf(values.commentAskedOn),
    commentAnswer: textOf(values.commentAnswer),
    noCommentReason: textOf(values.noCommentReason),
    asOfOn: textOf(values.asOfOn),
    recheckOn: textOf(values.recheckOn),
    correctionLevel: textOf(values.correctionLevel) as VerdictContent['correctionLevel'],
    correctionNote: textOf(values.correctionNote),
    newSpeaker: textOf(values.newSpeaker),
  }
}

/** A content's field as its control holds it. */
export function controlValue(value: VerdictContent[keyof VerdictContent]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value ?? ''
}
