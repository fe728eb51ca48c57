import type { Span } from '@/lib/core/text'
import { environmentOf, type Rendering, rationaleRenderer } from '../present'

/** Words that a remark is about. `number` is what the remark is called on the page; `id` where it is told there. */
export type Mark = Span & { id: string; number: number }

/** A run of text with its place in the source, the mark that it belongs to, and the marks that end with it. */
export type Run = Span & { text: string; mark: Mark | null; ending: Mark[] }

/** Cuts a text that stands at `at` of its source into runs, where marks begin or end. */
export function runsOf(text: string, at: number, marks: readonly Mark[]): Run[] {
  const within = marks.filter(({ start, end }) => start < at + text.length && end > at)
  const edges = within.flatMap(({ start, end }) => [start, end]).filter((edge) => edge > at && edge < at + text.length)
  const cuts = [...new Set([at, ...edges, at + text.length])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? start
    return {
      ...{ start, end, text: text.slice(start - at, end - at) },
      mark: within.find((mark) => mark.start <= start && mark.end >= end) ?? null,
      ending: within.filter((mark) => mark.end === end),
    }
  })
}

type Token = ReturnType<typeof rationaleRenderer.parse>[number]

/**
 * A rationale as HTML like `renderRationale`, where each run of text carries its place in the Markdown (`data-at`), so that a
 * selection can be told as words of the source, and the words of remarks are marked. Text that is spelled otherwise in the
 * source (an entity, an escape, code) carries none: it can be read, but not selected for a remark.
 */
export function renderAnnotated(markdown: string, marks: readonly Mark[], rendering: Rendering = {}): string {
  const tokens = rationaleRenderer.parse(markdown, {})
  const lines = lineStarts(markdown)
  let from = 0
  for (const token of tokens) {
    if (token.type !== 'inline' || !token.map || !token.children) continue
    const [first, behind] = token.map
    from = Math.max(from, lines[first] ?? 0)
    from = placeChildren(token.children, markdown, { from, until: lines[behind] ?? markdown.length, marks })
  }
  return rationaleRenderer.renderer.render(tokens, rationaleRenderer.options, environmentOf(rendering))
}

const lineStarts = (text: string): number[] => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]

/** Between two runs of text stands nothing but Markdown's own signs; anything else means that a place was missed. */
const SIGNS = /^[\s*_`~[\]()!#>+\-.\d|\\<]*$/
/** Of a link, once its text is read: "](address)". */
const LINK_TAIL = /^\]\((?:[^()\n]|\([^()\n]*\))*\)/
/** Of the evidence's number: "[1](evidence:ID)". */
const CITATION = /^\[[^\]\n]*\]\([^()\n]*\)/

type Bounds = { from: number; until: number; marks: readonly Mark[] }

function placeChildren(children: Token[], source: string, { from, until, marks }: Bounds): number {
  let cursor = from
  for (const token of children) {
    if (token.type === 'link_close') cursor += LINK_TAIL.exec(source.slice(cursor, until))?.[0].length ?? 0
    if (token.type === 'citation') cursor += CITATION.exec(source.slice(cursor, until))?.[0].length ?? 0
    const isText = token.type === 'text'
    if ((!isText && token.type !== 'code_inline') || token.content === '') continue
    const at = source.indexOf(token.content, cursor)
    if (at < 0 || at + token.content.length > until || !SIGNS.test(source.slice(cursor, at))) continue
    cursor = at + token.content.length
    if (!isText) continue
    // The parser makes no HTML of the writer's, so this type is free for runs that are escaped here.
    token.type = 'html_inline'
    token.content = runsOf(token.content, at, marks).map(runHtml).join('')
  }
  return cursor
}

function runHtml({ start, text, mark, ending }: Run): string {
  const escaped = rationaleRenderer.utils.escapeHtml(text)
  const words = mark
    ? `<mark class="remark-mark" data-at="${start}">${escaped}</mark>`
    : `<span data-at="${start}">${escaped}</span>`
  return words + ending.map(numberHtml).join('')
}

const numberHtml = ({ id, number }: Mark): string =>
  `<sup class="remark-number"><a href="#remark-${id}" aria-label="Remark ${number}">${number}</a></sup>`
