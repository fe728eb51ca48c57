import MarkdownIt from 'markdown-it'
import { citations, evidenceOfLink } from './rules/citations'
import { NOBODY } from './rules/limits'
import { CorrectionLevel, EMPTY_CONTENT, type VerdictContent } from './schema'
import { type CommentRequest, CommentRequests } from './schema/comments'

export type Rendering = {
  /** What `[n](evidence:ID)` counts in: the ids of the evidence in the order in which it is shown. */
  evidenceIds?: readonly string[]
  /** Begins the anchors of the evidence list, where a page has more than one. */
  anchorPrefix?: string
}

export const rationaleRenderer = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
rationaleRenderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
rationaleRenderer.disable('image')
rationaleRenderer.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim()) || evidenceOfLink(url) !== null
rationaleRenderer.use(citations)
rationaleRenderer.renderer.rules.citation = (tokens, index, _options, env: { rendering: Required<Rendering> }) => {
  const id: string = tokens[index]?.meta.evidenceId
  const number = env.rendering.evidenceIds.indexOf(id) + 1
  if (number === 0) return '<span class="cite" title="This evidence was removed">[?]</span>'
  return `<a class="cite" href="#${anchorOfEvidence(id, env.rendering.anchorPrefix)}" aria-label="Evidence ${number}">[${number}]</a>`
}
rationaleRenderer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener')
  return self.renderToken(tokens, index, options)
}
// A rationale stands below the page's own headings, so its first level is the third.
for (const rule of ['heading_open', 'heading_close'] as const) {
  rationaleRenderer.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index]
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
    return self.renderToken(tokens, index, options)
  }
}

/** Where the list of evidence shows a piece; the id of its element. */
export const anchorOfEvidence = (id: string, prefix = ''): string => `${prefix}evidence-${id}`

/**
 * A rationale as HTML that is safe to put on a page: no HTML of the writer's passes, pictures stay text, links go to http,
 * https and mailto only, and `[n](evidence:ID)` to the evidence as its number; headings begin at h3.
 */
export const renderRationale = (markdown: string, rendering: Rendering = {}): string =>
  rationaleRenderer.render(markdown, environmentOf(rendering))

/** What the renderer's rules are handed beside the tokens. */
export const environmentOf = ({ evidenceIds = [], anchorPrefix = '' }: Rendering) => ({
  rendering: { evidenceIds, anchorPrefix },
})

type VersionColumns = Omit<VerdictContent, 'commentRequests' | 'correctionLevel' | 'correctionNote' | 'newSpeaker'> & {
  commentRequests: unknown
  commentAskedOn: string | null
  commentAnswer: string | null
  newSpeakerId: string | null
  isNewSpeakerNobody: boolean
  correction: { level: string; note: string } | null
}

/** What a version says, in the editor's shape. */
export const contentOf = (version: VersionColumns): VerdictContent => ({
  rating: version.rating,
  summary: version.summary,
  rationale: version.rationale,
  searchDescription: version.searchDescription,
  wasCommentAsked: version.wasCommentAsked,
  commentRequests: requestsOf(version),
  noCommentReason: version.noCommentReason,
  asOfOn: version.asOfOn,
  recheckOn: version.recheckOn,
  checks: [...version.checks].sort(),
  correctionLevel: CorrectionLevel.safeParse(version.correction?.level).data ?? null,
  correctionNote: version.correction?.note ?? null,
  newSpeaker: version.isNewSpeakerNobody ? NOBODY : version.newSpeakerId,
})

/** The log; of a version older than it, what was noted then. */
function requestsOf({
  commentRequests,
  commentAskedOn,
  commentAnswer,
}: Pick<VersionColumns, 'commentRequests' | 'commentAskedOn' | 'commentAnswer'>): CommentRequest[] {
  const requests = CommentRequests.parse(commentRequests)
  if (requests.length > 0 || (commentAskedOn === null && commentAnswer === null)) return requests
  return [{ askedOn: commentAskedOn, whom: '', way: null, answer: commentAnswer }]
}

/** A content as a save kept it. Older saves have neither a log of requests nor ticks. */
export function contentOfSave(kept: unknown): VerdictContent {
  const saved = kept as VerdictContent & Partial<Pick<VersionColumns, 'commentAskedOn' | 'commentAnswer'>>
  const { commentRequests = [], commentAskedOn = null, commentAnswer = null, checks = [], ...rest } = saved
  return {
    ...EMPTY_CONTENT,
    ...rest,
    commentRequests: requestsOf({ commentRequests, commentAskedOn, commentAnswer }),
    checks,
  }
}

/** The part of a content that lies in the verdict's own columns; level and note lie in the correction. */
export function columnsOf({ correctionLevel, correctionNote, newSpeaker, ...columns }: VerdictContent) {
  const isNewSpeakerNobody = newSpeaker === NOBODY
  const older = { commentAskedOn: null, commentAnswer: null }
  return { ...columns, ...older, isNewSpeakerNobody, newSpeakerId: isNewSpeakerNobody ? null : newSpeaker }
}
