import MarkdownIt from 'markdown-it'

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
