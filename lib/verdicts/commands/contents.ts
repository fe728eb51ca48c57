import type { Prisma } from '@/lib/platform/generated/client'
import { CorrectionLevel, type VerdictContent } from '../schema'

/** What a version says, in the editor's shape. */
export const contentOf = (
  version: Omit<VerdictContent, 'correctionLevel' | 'correctionNote'> & {
    correction: { level: string; note: string } | null
  },
): VerdictContent => ({
  rating: version.rating,
  summary: version.summary,
  rationale: version.rationale,
  searchDescription: version.searchDescription,
  wasCommentAsked: version.wasCommentAsked,
  commentAskedOn: version.commentAskedOn,
  commentAnswer: version.commentAnswer,
  noCommentReason: version.noCommentReason,
  asOfOn: version.asOfOn,
  recheckOn: version.recheckOn,
  correctionLevel: CorrectionLevel.safeParse(version.correction?.level).data ?? null,
  correctionNote: version.correction?.note ?? null,
})

/** The part of a content that lies in the verdict's own columns; level and note lie in the correction. */
export function columnsOf({ correctionLevel, correctionNote, ...columns }: VerdictContent) {
  return columns satisfies Prisma.VerdictUpdateInput
}
