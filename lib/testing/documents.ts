import { crc32, deflateRawSync } from 'node:zlib'

/** A line of text on a page of a PDF, in points from the lower left corner. */
export type PdfLine = { text: string; x: number; y: number; size?: number }

/** A small PDF of given lines, an A4 page for each list. `isLocked`: with a password that nobody knows. */
export function makePdf(pages: readonly (readonly PdfLine[])[], { isLocked = false, title = '' } = {}): Uint8Array {
  const first = 4
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      streamOf(lines.map(lineOf).join('\n')),
    ]),
    `<< /Title (${escaped(title)}) >>`,
  ]
  const lock = isLocked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`
    : ''
  return assemble(objects, `/Root 1 0 R /Info ${objects.length} 0 R ${lock}`)
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')
const lineOf = ({ text, x, y, size = 10 }: PdfLine): string => `BT /F ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`
const streamOf = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

/** A paragraph in lines of one column, downwards from `y`. */
export const pdfColumn = (
  lines: readonly string[],
  { x, y, leading = 12 }: { x: number; y: number; leading?: number },
): PdfLine[] => lines.map((text, i) => ({ text, x, y: y - i * leading }))

export type ZipEntry = { name: string; content: string | Uint8Array; declaredSize?: number; isLocked?: boolean }

/** An archive of given entries. `declaredSize`: what it says that an entry unpacks to, where that is a lie. */
export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content, declaredSize, isLocked } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(isLocked ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declaredSize ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name)]))
    files.push(local)
    at += local.length
  }
  const central = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...files, central, end]))
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

const xmlText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** The entries of a Word file with a title and paragraphs. */
export function docxEntries(title: string | null, paragraphs: readonly string[]): ZipEntry[] {
  const run = (text: string, style = '') =>
    `<w:p>${style}<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`
  const heading = title === null ? '' : run(title, '<w:pPr><w:pStyle w:val="Title"/></w:pPr>')
  const body = heading + paragraphs.map((text) => run(text)).join('')
  return [
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/styles.xml',
      content: `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>` },
  ]
}

export const makeDocx = (title: string | null, paragraphs: readonly string[]): Uint8Array =>
  makeZip(docxEntries(title, paragraphs))
