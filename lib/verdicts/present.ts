import MarkdownIt from 'markdown-it'
import { CorrectionLevel, NOBODY, type VerdictContent } from './schema'

const renderer = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
renderer.disable('image')
renderer.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim())
renderer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener')
  return self.renderToken(tokens, index, options)
}
// A rationale stands below the page's own headings, so its first level is the third.
for (const rule of ['heading_open', 'heading_close'] as const) {
  renderer.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index]
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
    return self.renderToken(tokens, index, options)
  }
}

/**
 * A rationale as HTML that is safe to put on a page: no HTML of the writer's passes, pictures stay text, links go to http,
 * https and mailto only; headings begin at h3.
 */
export const renderRationale = (markdown: string): string => renderer.render(markdown)

/** What a version says, in the editor's shape. */
export const contentOf = (
  version: Omit<VerdictContent, 'correctionLevel' | 'correctionNote' | 'newSpeaker'> & {
    newSpeakerId: string | null
    isNewSpeakerNobody: boolean
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
  newSpeaker: version.isNewSpeakerNobody ? NOBODY : version.newSpeakerId,
})

/** The part of a content that lies in the verdict's own columns; level and note lie in the correction. */
export function columnsOf({ correctionLevel, correctionNote, newSpeaker, ...columns }: VerdictContent) {
  const isNewSpeakerNobody = newSpeaker === NOBODY
  return { ...columns, isNewSpeakerNobody, newSpeakerId: isNewSpeakerNobody ? null : newSpeaker }
}
