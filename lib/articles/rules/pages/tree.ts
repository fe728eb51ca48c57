import { Parser } from 'htmlparser2'

/**
 * An element of a page, as light as reading needs it: no style, no events, names in lower case. `from` and `to` count
 * the page's elements in order: what is below a tag has its `from` within them.
 */
export type Tag = {
  name: string
  attributes: Record<string, string>
  children: Node[]
  parent: Tag | null
  from: number
  to: number
}
export type Node = Tag | string

/** A page as a tree, its elements in order, and the texts of its linked data scripts, which are no part of the tree. */
export type Page = { root: Tag; tags: Tag[]; linkedData: string[] }

/** Browsers nest at most 512 deep; much deeper pages are made to break programs. */
const MAX_DEPTH = 600
/** The largest pages of news sites have some 20,000. */
const MAX_TAGS = 100_000

/** A page that is built to break readers; `message` is for the person who gave it. */
export class HostilePage extends Error {}

const IGNORED = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'canvas',
  'object',
  'noembed',
  'noframes',
  'noscript',
])

/**
 * Reads HTML, however broken, into a tree. Scripts, styles and drawings are left out. Throws HostilePage when it is
 * nested deeper than any page, or has more elements.
 */
export function parsePage(html: string): Page {
  const builder = new Builder()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.text(text),
      onclosetag: () => builder.close(),
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return builder.finish()
}

class Builder {
  private readonly root: Tag = { name: '#page', attributes: {}, children: [], parent: null, from: -1, to: 0 }
  private readonly tags: Tag[] = []
  private readonly linkedData: string[] = []
  private at = this.root
  private depth = 0
  private count = 0
  /** How many elements that are left out are open. */
  private ignored = 0
  private script: string[] | null = null

  open(name: string, attributes: Record<string, string>): void {
    if (++this.count > MAX_TAGS) throw new HostilePage('The page has more elements than any article. Paste its text.')
    if (++this.depth > MAX_DEPTH) throw new HostilePage('The page is nested deeper than any article. Paste its text.')
    if (this.ignored > 0 || IGNORED.has(name)) {
      this.ignored++
      if (name === 'script' && /\bld\+json\b/i.test(attributes.type ?? '')) this.script = []
      return
    }
    const tag: Tag = { name, attributes, children: [], parent: this.at, from: this.tags.length, to: 0 }
    this.tags.push(tag)
    this.at.children.push(tag)
    this.at = tag
  }

  text(text: string): void {
    if (this.script) this.script.push(text)
    else if (this.ignored === 0) this.at.children.push(text)
  }

  close(): void {
    this.depth--
    if (this.ignored > 0) {
      this.ignored--
      if (this.script) this.linkedData.push(this.script.join(''))
      this.script = null
      return
    }
    this.at.to = this.tags.length
    this.at = this.at.parent ?? this.root
  }

  finish(): Page {
    this.root.to = this.tags.length
    return { root: this.root, tags: this.tags, linkedData: this.linkedData }
  }
}

/** The text below a tag, white space folded. */
export function textOf(node: Node): string {
  const parts: string[] = []
  collect(node, parts)
  return foldSpace(parts.join(''))
}

function collect(node: Node, parts: string[]): void {
  if (typeof node === 'string') parts.push(node)
  else {
    const isBox = !INLINE.has(node.name)
    if (isBox) parts.push(' ')
    for (const child of node.children) collect(child, parts)
    if (isBox) parts.push(' ')
  }
}

/** Elements that do not end a line. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Folds white space, also no-break, zero-width and control characters, into single spaces. */
export const foldSpace = (text: string): string => text.replace(UNSEEN, ' ').trim()
const UNSEEN = /[\s\p{Cc}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/gu

/** Whether a tag is `outer` or below it. */
export const isWithin = (tag: Tag, outer: Tag): boolean => tag.from >= outer.from && tag.from < outer.to
