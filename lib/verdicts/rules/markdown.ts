import MarkdownIt from 'markdown-it'
import { citations } from './citations'

// Reads HTML and any link, so that it can say what is wrong with them; it never renders.
const strict = new MarkdownIt({ html: true, linkify: false })
strict.validateLink = () => true
strict.use(citations)

const ALLOWED_LINK = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)/i

/** The ids of the evidence that a rationale cites, each once, in the order of the text. */
export const citedEvidence = (text: string): string[] => [
  ...new Set(
    strict
      .parse(text, {})
      .flatMap(({ children }) => children ?? [])
      .flatMap(({ type, meta }) => (type === 'citation' ? [String(meta.evidenceId)] : [])),
  ),
]

/**
 * Why a rationale cannot be stored, in words for who wrote it; null when it can. Markdown without HTML and pictures, links
 * only to http, https and mailto addresses, or `[n](evidence:ID)` to a piece of the claim's evidence.
 */
export function rationaleProblem(text: string): string | null {
  for (const token of strict.parse(text, {})) {
    for (const part of [token, ...(token.children ?? [])]) {
      if (part.type === 'html_block' || part.type === 'html_inline')
        return `HTML is not possible here: remove “${shorten(part.content)}”. Use Markdown, for example **bold** or [text](https://…).`
      if (part.type === 'image') return 'Pictures are not possible here. Link to the page that has it.'
      const href = part.type === 'link_open' ? (part.attrGet('href') ?? '') : null
      if (href !== null && !ALLOWED_LINK.test(href))
        return `The link to “${shorten(href)}” cannot be used: a link begins with http://, https:// or mailto:.`
    }
  }
  return null
}

const shorten = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
