import { getDocumentProxy } from 'unpdf'
import { linesOfPage, type Piece } from './pdf-lines'
import { joinPages, type PdfText } from './pdf-text'
import { UnreadableDocument } from './unreadable'

/** More pages are a book; more pieces on a page, a drawing. */
const MAX_PAGES = 400
const MAX_PIECES = 40_000

export type PdfReading = PdfText & { title: string | null }

/**
 * The text of a PDF as paragraphs: columns one after the other, parted words joined, heads and page numbers left out.
 * Throws UnreadableDocument where it is locked, damaged, scanned, or too long.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const pdf = await open(bytes)
  try {
    if (pdf.numPages > MAX_PAGES)
      throw new UnreadableDocument(
        `It has ${pdf.numPages} pages, more than ${MAX_PAGES}. Choose the part that matters.`,
      )
    const pages = []
    for (let number = 1; number <= pdf.numPages; number++) pages.push(linesOfPage(await piecesOf(pdf, number)))
    const joined = joinPages(pages)
    checkLetters(joined.text, pdf.numPages)
    return { ...joined, title: await titleOf(pdf) }
  } finally {
    await pdf.destroy()
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // PDF.js takes the bytes for itself, so it gets its own. Nothing is drawn and nothing in the file is run.
    return await getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0, stopAtErrors: false })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new UnreadableDocument('It is locked with a password. Save it without one and choose that.')
    throw new UnreadableDocument('The file is damaged or no whole PDF. Save or download it again and choose that.')
  }
}

async function piecesOf(pdf: Pdf, number: number): Promise<Piece[]> {
  const page = await pdf.getPage(number).catch(() => {
    throw new UnreadableDocument(`Page ${number} of it is damaged. Save or download it again and choose that.`)
  })
  const { items } = await page.getTextContent()
  if (items.length > MAX_PIECES)
    throw new UnreadableDocument(`Page ${number} of it is a drawing rather than a text. Choose another file.`)
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str === '') return []
    const [, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    // What stands on its side is a note at the edge of the page.
    const isTurned = Math.abs(b) > Math.abs(d) || Math.abs(c) > Math.abs(d)
    return isTurned ? [] : [{ text: item.str, x, y, width: item.width, size: Math.abs(d) || item.height || 10 }]
  })
  page.cleanup()
  return pieces
}

/** Letters on a page of text, at least; a scanned page has none, or a stamp. */
const FEWEST_LETTERS = 12

function checkLetters(text: string, pages: number): void {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS * Math.min(pages, 5))
    throw new UnreadableDocument(
      'It holds pictures of pages and no text. Run text recognition (OCR) on it first, or paste its text.',
    )
  const unreadable = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  if (unreadable * 10 > letters)
    throw new UnreadableDocument('Its letters are stored as drawings, so its text cannot be read. Paste its text.')
}

async function titleOf(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : ''
  // Programs write the name of the file, or their own, where nobody wrote a title.
  return title.length >= 8 && / /.test(title) && !/\.\w{2,4}$|^(?:microsoft|untitled|document)\b/i.test(title)
    ? title.slice(0, 300)
    : null
}
