import { partReason } from './names'
import { foldSpace, INLINE, type Tag } from './tree'

/**
 * A line or paragraph of a page: the text between two elements that end a line. `tag`: the innermost such element
 * around it. `linked`: how many of its characters lie in links; `links`: how many links.
 */
export type Block = { text: string; linked: number; links: number; tag: Tag }

const CONTROLS = new Set([
  'button',
  'input',
  'select',
  'textarea',
  'option',
  'iframe',
  'video',
  'audio',
  'head',
  'dialog',
])

/** The text blocks of a page in reading order. Two line breaks in a row end a paragraph; one stays in it as a line end. */
export function blocksOf(root: Tag): Block[] {
  const reader = new BlockReader()
  reader.visit(root, root)
  reader.flush(root)
  return reader.blocks
}

class BlockReader {
  readonly blocks: Block[] = []
  private text = ''
  private linked = 0
  private links = 0
  private inLink = 0

  visit(tag: Tag, box: Tag): void {
    for (const child of tag.children) {
      if (typeof child === 'string') this.add(child)
      else if (child.name === 'br') this.breakLine(box)
      else if (child.name === 'hr') this.flush(box)
      else if (!CONTROLS.has(child.name)) this.enter(child, box)
    }
  }

  private enter(child: Tag, box: Tag): void {
    const isLink = child.name === 'a' ? 1 : 0
    this.inLink += isLink
    this.links += isLink
    if (INLINE.has(child.name) && !isApart(child)) this.visit(child, box)
    else if (child.name === 'td' || child.name === 'th') {
      this.add(' ')
      this.visit(child, holdsBoxes(child) ? child : box)
      this.add(' ')
    } else {
      this.flush(box)
      this.visit(child, child)
      this.flush(child)
    }
    this.inLink -= isLink
  }

  private add(text: string): void {
    this.text += text.includes('\n') ? text.replaceAll('\n', ' ') : text
    if (this.inLink > 0) this.linked += text.trim().length
  }

  private breakLine(box: Tag): void {
    if (/\n\s*$/.test(this.text.slice(-20))) this.flush(box)
    else this.text += '\n'
  }

  flush(tag: Tag): void {
    const text = this.text.split('\n').map(foldSpace).filter(Boolean).join('\n')
    if (text !== '') this.blocks.push({ text, linked: Math.min(this.linked, text.length), links: this.links, tag })
    this.text = ''
    this.linked = 0
    this.links = this.inLink
  }
}

/** Some sites set captions and buttons in spans; those are lines of their own. */
const isApart = (tag: Tag): boolean => (tag.name === 'span' || tag.name === 'small') && APART.has(partReason(tag) ?? '')
const APART = new Set<string>(['hidden', 'caption', 'share buttons', 'advertisement', 'newsletter or promotion'])

const holdsBoxes = (cell: Tag): boolean =>
  cell.children.some((child) => typeof child !== 'string' && child.name !== 'br' && !INLINE.has(child.name))

/** What share of a block's text is links, 0..1. */
export const linkShare = (block: Block): number => (block.text.length === 0 ? 0 : block.linked / block.text.length)

const SENTENCE_END = /[.!?…:;。！？؟।]["'”’»)\]]*(?:\s|$)/
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/g

/** Length in which a character of a script without spaces counts as three. */
export function weightOf(text: string): number {
  return text.length + 2 * (text.match(WIDE)?.length ?? 0)
}

/** Whether a block reads like running text: long enough, with the end of a sentence, mostly not links. */
export function isProse(block: Block): boolean {
  const length = weightOf(block.text)
  if (linkShare(block) > 0.5) return false
  return length >= 140 || (length >= 60 && SENTENCE_END.test(block.text))
}
