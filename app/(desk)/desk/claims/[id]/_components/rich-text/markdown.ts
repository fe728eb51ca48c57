import MarkdownIt from 'markdown-it'
import {
  defaultMarkdownParser,
  defaultMarkdownSerializer,
  MarkdownParser,
  MarkdownSerializer,
  schema as wholeMarkdown,
} from 'prosemirror-markdown'
import { type Node, Schema } from 'prosemirror-model'
import { citations, evidenceOfLink } from '@/lib/verdicts/rules/citations'

const MAY_LINK = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)/i

/** Whether a rationale may link there: as `rationaleProblem` has it. */
export const mayLink = (href: string): boolean => MAY_LINK.test(href.trim())

type NodeName =
  | 'doc'
  | 'paragraph'
  | 'blockquote'
  | 'horizontal_rule'
  | 'heading'
  | 'code_block'
  | 'ordered_list'
  | 'bullet_list'
  | 'list_item'
  | 'text'
  | 'hard_break'
  | 'citation'

/**
 * What a formatted rationale is made of: what the public page renders of Markdown, without pictures, tables and struck-out
 * text; and citations. Whatever is pasted becomes this or plain text, so that nothing else can come in.
 */
export const schema = new Schema<NodeName, 'em' | 'strong' | 'link' | 'code'>({
  nodes: wholeMarkdown.spec.nodes
    .remove('image')
    .update('heading', {
      ...wholeMarkdown.spec.nodes.get('heading'),
      content: 'inline*',
      // A rationale stands below the page's own headings, as on the public page.
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.max(1, level - 2) } })),
      toDOM: (node: Node) => [`h${Math.min(6, node.attrs.level + 2)}`, 0],
    })
    .addToEnd('citation', {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { evidenceId: { validate: 'string' }, label: { default: '', validate: 'string' } },
      parseDOM: [
        {
          tag: 'span[data-evidence]',
          getAttrs: (element: HTMLElement) => {
            const evidenceId = evidenceOfLink(`evidence:${element.dataset.evidence}`)
            return evidenceId === null ? false : { evidenceId, label: element.dataset.label ?? '' }
          },
        },
      ],
      toDOM: ({ attrs }: Node) => [
        'span',
        { class: 'cite', 'data-evidence': attrs.evidenceId, 'data-label': attrs.label },
        `[${attrs.label}]`,
      ],
    }),
  marks: wholeMarkdown.spec.marks.update('link', {
    ...wholeMarkdown.spec.marks.get('link'),
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element: HTMLElement) => {
          const href = element.getAttribute('href') ?? ''
          return mayLink(href) ? { href, title: null } : false
        },
      },
    ],
  }),
})

// Reads as the public page does (lib/verdicts/present), so that what is shown here is what will be shown there.
const tokenizer = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
tokenizer.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
tokenizer.disable('image')
tokenizer.validateLink = (url) => mayLink(url) || evidenceOfLink(url) !== null
tokenizer.use(citations)

const { image: _image, ...tokens } = defaultMarkdownParser.tokens
const parser = new MarkdownParser(schema, tokenizer, {
  ...tokens,
  citation: {
    node: 'citation',
    getAttrs: ({ meta, content }) => ({ evidenceId: meta.evidenceId, label: content.replace(/[[\]\\]/g, '') }),
  },
})

const { image: _picture, ...nodes } = defaultMarkdownSerializer.nodes
const serializer = new MarkdownSerializer(
  {
    ...nodes,
    citation: (state, { attrs }) => state.write(`[${attrs.label}](evidence:${attrs.evidenceId})`),
  },
  defaultMarkdownSerializer.marks,
  // The serializer escapes no HTML, and takes an underscore beside another one for one within a word.
  { escapeExtraCharacters: /<|(?<=_)_|(?<!\\)_(?=\\?_)/g },
)

type Block = { node: Node; source: string; gap: string }

/** A Markdown text and the document that it reads as, block by block, with the characters between them. */
export type Origin = { text: string; doc: Node; lead: string; blocks: Block[] }

/** What the formatted editor has no means for, in words; null where it can show the whole text. */
export function unsupportedIn(text: string): string | null {
  const env: { references?: object } = {}
  const all = tokenizer.parse(text, env).flatMap((token) => [token, ...(token.children ?? [])])
  if (all.some(({ type }) => type === 'table_open')) return 'a table'
  if (all.some(({ type }) => type === 's_open')) return 'struck-out text'
  return Object.keys(env.references ?? {}).length > 0 ? 'addresses of links kept apart from the text' : null
}

/** Reads a text that `unsupportedIn` has nothing against. */
export function readMarkdown(text: string): Origin {
  const doc = parser.parse(text)
  const starts = lineStarts(text)
  const spans = tokenizer
    .parse(text, {})
    .flatMap(({ level, nesting, map }) => (level === 0 && nesting >= 0 && map ? [map] : []))
    .map(([from, to]) => ({ start: starts[from] ?? text.length, end: starts[to] ?? text.length }))
  const blocks = spans.map(({ start, end }, index) => {
    const source = text.slice(start, end).replace(/\n+$/, '')
    const next = spans[index + 1]?.start ?? text.length
    return { node: doc.child(index), source, gap: text.slice(start + source.length, next) }
  })
  return { text, doc, lead: text.slice(0, spans[0]?.start ?? text.length), blocks }
}

const lineStarts = (text: string): number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/**
 * A document as Markdown. Blocks that are as they were read keep their very characters, and so does what stands between two
 * of them: only what somebody touched is written anew.
 */
export function writeMarkdown(doc: Node, origin: Origin): string {
  if (doc.eq(origin.doc)) return origin.text
  const kept = withKeptSource(doc, origin)
  if (readsAs(kept, doc)) return kept
  // Where kept and new text run into each other, all of it is written anew.
  const anew = serializer.serialize(doc)
  return readsAs(anew, doc) ? anew : kept
}

function withKeptSource(doc: Node, { lead, blocks }: Origin): string {
  const free = new Set(blocks)
  let out = ''
  let before: Block | undefined
  for (const node of contentOf(doc)) {
    const block =
      blocks.find((one) => free.has(one) && one.node === node) ??
      blocks.find((one) => free.has(one) && one.node.eq(node))
    if (block) free.delete(block)
    const follows = before && block && blocks.indexOf(block) === blocks.indexOf(before) + 1
    if (out === '') out = block && block === blocks[0] ? lead : ''
    else out += before && follows ? before.gap : '\n\n'
    out += block?.source ?? serializer.serialize(schema.node('doc', null, [node]))
    before = block
  }
  return out + (before && before === blocks.at(-1) ? before.gap : '')
}

/** The blocks but empty paragraphs, which Markdown has not. */
const contentOf = (doc: Node): Node[] =>
  doc.content.content.filter(({ type, content }) => type !== schema.nodes.paragraph || content.size > 0)

function readsAs(text: string, doc: Node): boolean {
  const [read, wanted] = [contentOf(parser.parse(text)), contentOf(doc)]
  return read.length === wanted.length && read.every((node, index) => wanted[index]?.eq(node))
}
