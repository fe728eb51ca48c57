import mammoth from 'mammoth'
import { type Block, blocksOf } from '../pages/blocks'
import { parsePage } from '../pages/tree'
import { type ShapedBlock, shapedBlocks } from '../shapes'
import { UnreadableDocument } from './unreadable'
import { unpack } from './zip'

const BODY = 'word/document.xml'
/** What mammoth unpacks; pictures are left alone. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/|word\/(?:_rels\/|document|styles|numbering|footnotes|endnotes|comments)|customXml\/.{0,100}rels)/i
/** Deeper nested elements than any Word file has, before a reader that calls itself for each is given them. */
const MAX_DEPTH = 400

/** Marks of footnotes in the text, and the arrows from the notes back to them. */
const NOTE_MARKS =
  /<sup><a href="#(?:foot|end)note-[^"]{1,80}"[^<>]{0,80}>\[\d+\]<\/a><\/sup>| ?<a href="#(?:foot|end)note-ref-[^"]{1,80}">↑<\/a>/g

export type DocxReading = { text: string; shapes: ShapedBlock[]; title: string | null }

/** The paragraphs of a Word file, a blank line between; its title is what is styled as one. Throws UnreadableDocument. */
export async function readDocx(bytes: Uint8Array): Promise<DocxReading> {
  const files = unpack(bytes, (name) => READ.test(name))
  const body = files.get(BODY)
  if (!body) throw new UnreadableDocument('It is an archive, but no Word file. Unpack it and choose the files in it.')
  for (const content of files.values()) checkXml(new TextDecoder().decode(content))
  const blocks = blocksOf(parsePage((await htmlOf(bytes)).replace(NOTE_MARKS, '')).root)
  if (blocks.length === 0) throw new UnreadableDocument('It holds no text, perhaps only pictures. Nothing was stored.')
  const [first] = blocks
  return { text: textOf(blocks), shapes: shapedBlocks(blocks), title: first?.tag.name === 'h1' ? first.text : null }
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  try {
    const options = {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      ignoreEmptyParagraphs: true,
      styleMap: ["p[style-name='Title'] => h1:fresh"],
    }
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)
    return value
  } catch {
    throw new UnreadableDocument(
      'The file is damaged: Word’s own parts of it cannot be read. Save it again and choose that.',
    )
  }
}

const textOf = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join('\n\n')

function checkXml(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new UnreadableDocument(
      'It declares entities, as files do that are made to break programs. Nothing was stored.',
    )
  let depth = 0
  for (const [mark] of xml.matchAll(/<\/|<[^/!?]|\/>/g)) {
    if (mark === '/>' || mark === '</') depth--
    else depth++
    if (depth > MAX_DEPTH)
      throw new UnreadableDocument(
        'It is nested deeper than any article, as files are that are made to break programs.',
      )
  }
}
