import type MarkdownIt from 'markdown-it'

type StateCore = InstanceType<MarkdownIt['core']['State']>
type Token = StateCore['tokens'][number]

const EVIDENCE_LINK = /^evidence:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The id of the evidence that a link of a rationale points to; null for every other link. */
export const evidenceOfLink = (href: string): string | null => EVIDENCE_LINK.exec(href.trim())?.[1] ?? null

/**
 * Teaches markdown-it citations: `[1](evidence:ID)` becomes one token `citation` with `meta.evidenceId`. Bound by the id,
 * shown as the number that the evidence has where it is listed: re-ordering changes the number, never what is cited. The
 * label in the text is for people who read the Markdown.
 */
export function citations(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'citations', (state: StateCore) => {
    for (const block of state.tokens) if (block.children) block.children = cited(block.children, state)
  })
}

function cited(tokens: Token[], state: StateCore): Token[] {
  const out: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) continue
    const evidenceId = token.type === 'link_open' ? evidenceOfLink(token.attrGet('href') ?? '') : null
    const end = evidenceId === null ? -1 : tokens.findIndex(({ type }, at) => at > index && type === 'link_close')
    if (end < 0) {
      out.push(token)
      continue
    }
    const citation = new state.Token('citation', '', 0)
    citation.meta = { evidenceId }
    citation.content = tokens
      .slice(index + 1, end)
      .map(({ content }) => content)
      .join('')
    out.push(citation)
    index = end
  }
  return out
}
