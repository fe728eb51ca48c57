import markdownIt from 'markdown-it'
import { type Day, isDay } from '@/lib/core/days'
import { blocksOf } from '../pages/blocks'
import { parsePage } from '../pages/tree'
import { type ShapedBlock, shapedBlocks } from '../shapes'

export type MarkdownReading = {
  text: string
  shapes: ShapedBlock[]
  title: string | null
  byline: string | null
  publishedOn: Day | null
}

const markdown = markdownIt({ html: true, linkify: false })
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,5000}?)\r?\n---[ \t]*(?:\r?\n|$)/

/** Markdown as plain paragraphs, a blank line between; title, author and day from the lines between two `---` at its start. */
export function readMarkdown(source: string): MarkdownReading {
  const front = FRONT_MATTER.exec(source)
  const fields = new Map<string, string>()
  for (const [, key = '', value = ''] of (front?.[1] ?? '').matchAll(/^(\w+)[ \t]*:[ \t]*(.{1,500})$/gm))
    fields.set(key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'))
  const blocks = blocksOf(parsePage(markdown.render(source.slice(front?.[0].length ?? 0))).root)
  const [first] = blocks
  const day = fields.get('date')?.slice(0, 10) ?? ''
  return {
    text: blocks.map((block) => block.text).join('\n\n'),
    shapes: shapedBlocks(blocks),
    title: fields.get('title') ?? (first?.tag.name === 'h1' ? first.text : null),
    byline: fields.get('author') ?? fields.get('byline') ?? null,
    publishedOn: isDay(day) ? day : null,
  }
}
