import { decodePage } from '../decoding'
import { looksLikeMail } from './mail'
import { UnreadableDocument } from './unreadable'

/** What a file can be read as. */
export type DocumentKind = 'pdf' | 'docx' | 'html' | 'markdown' | 'mail' | 'text'

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(from, to))
const beginsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)

/** What is recognised so that it can be refused by its name. */
const REFUSED: [(bytes: Uint8Array) => boolean, string][] = [
  [
    (b) => beginsWith(b, 0xd0, 0xcf, 0x11, 0xe0),
    'It is a file of an old Office program. Save it as .docx or .pdf and choose that.',
  ],
  [(b) => ascii(b, 0, 5) === '{\\rtf', 'It is an .rtf file. Save it as .docx or .txt and choose that.'],
  [
    (b) =>
      beginsWith(b, 0x89, 0x50, 0x4e, 0x47) ||
      beginsWith(b, 0xff, 0xd8, 0xff) ||
      /^(?:GIF8|RIFF|BM.{4}\0\0)/s.test(ascii(b, 0, 10)),
    'It is a picture, not a text. Type its text, or choose the file that it was made from.',
  ],
  [
    (b) => beginsWith(b, 0x1f, 0x8b) || /^(?:Rar!|7z\xbc\xaf|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd)/.test(ascii(b, 0, 6)),
    'It is an archive. Unpack it and choose the files in it.',
  ],
  [
    (b) => /^(?:MZ|\x7fELF|%!PS|\xca\xfe\xba\xbe)/.test(ascii(b, 0, 4)),
    'It is a program, not a text. Choose another file.',
  ],
]

const HTML = /<(?:!doctype\s+html|html|head|body|article|div|p|h1|title|meta)\b[^<>]{0,500}>/i
const MARKDOWN_NAME = /\.(?:md|markdown|mdown)$/i

/**
 * What a file is, judged by its content; its name decides only between plain text and Markdown, which look alike. Throws
 * UnreadableDocument for what cannot be read.
 */
export function kindOf(bytes: Uint8Array, name: string): DocumentKind {
  if (bytes.length === 0) throw new UnreadableDocument('The file is empty. Choose another one.')
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (beginsWith(bytes, 0x50, 0x4b)) return 'docx'
  for (const [isIt, words] of REFUSED) if (isIt(bytes)) throw new UnreadableDocument(words)
  const head = decodePage(bytes.subarray(0, 8192)).trimStart()
  if (/^<(?:!doctype|html|\?xml[^>]{0,200}>\s*<(?:!doctype\s+html|html))/i.test(head)) return 'html'
  if (looksLikeMail(head)) return 'mail'
  if (MARKDOWN_NAME.test(name)) return 'markdown'
  // A text may speak of tags; one that begins with a tag, or has the frame of a page, is one.
  return (head.startsWith('<') || /<\/(?:head|body|html)>/i.test(head)) && HTML.test(head) ? 'html' : 'text'
}
