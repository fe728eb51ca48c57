import type { Day } from '@/lib/core/days'
import { decodePage } from '../decoding'
import { MAX_FILE_BYTES } from '../limits'
import { readPage } from '../pages/reading'
import { HostilePage } from '../pages/tree'
import type { ShapedBlock } from '../shapes'
import { readDocx } from './docx'
import { type DocumentKind, kindOf } from './kinds'
import { readMail } from './mail'
import { readMarkdown } from './markdown'
import { readPdf } from './pdf'
import { UnreadableDocument } from './unreadable'

/**
 * A file as text, with what it says of itself: `dayBasis` says where the day comes from. A plain text is as it stood in
 * the file; what is no body in it is cut at import.
 */
export type DocumentReading = {
  kind: DocumentKind
  text: string
  /** Headings, items and quotations in it, in its order, as far as its kind of file tells them. */
  shapes: ShapedBlock[]
  title: string | null
  publisher: string | null
  byline: string | null
  publishedOn: Day | null
  dayBasis: string | null
  url: string | null
}

const NOTHING = { shapes: [], title: null, publisher: null, byline: null, publishedOn: null, dayBasis: null, url: null }

/**
 * Reads a file of whatever kind, told by its content. Answers with the problem, in words for the person who gave it, where
 * it cannot be read. `latestOn`: the latest day that its publication can be. To be run apart from the app, with limits.
 */
export async function documentOf(
  bytes: Uint8Array,
  name: string,
  latestOn: Day | null = null,
): Promise<DocumentReading | { problem: string }> {
  if (bytes.length > MAX_FILE_BYTES) return { problem: `It is larger than ${MAX_FILE_BYTES / 1_000_000} MB.` }
  try {
    const kind = kindOf(bytes, name)
    return { ...NOTHING, kind, ...(await READERS[kind](bytes, latestOn)) }
  } catch (error) {
    if (error instanceof UnreadableDocument || error instanceof HostilePage) return { problem: error.message }
    throw error
  }
}

type Read = Partial<Omit<DocumentReading, 'kind'>> & { text: string }

const READERS: Record<DocumentKind, (bytes: Uint8Array, latestOn: Day | null) => Promise<Read>> = {
  pdf: async (bytes) => {
    const { text, title } = await readPdf(bytes)
    return { text, title }
  },
  docx: readDocx,
  markdown: async (bytes) => {
    const read = readMarkdown(decodePage(bytes))
    return { ...read, dayBasis: read.publishedOn && 'The head of the file (date)' }
  },
  mail: async (bytes, latestOn) => {
    const { content, ...mail } = readMail(bytes)
    const said = { ...mail, dayBasis: mail.publishedOn && 'The head of the message (Date)' }
    return content.kind === 'text'
      ? { ...said, text: content.text }
      : { ...said, ...textOf(readHtml(content.text, latestOn)) }
  },
  html: async (bytes, latestOn) => readHtml(decodePage(bytes), latestOn),
  text: async (bytes) => ({ text: decodePage(bytes) }),
}

const textOf = ({ text, shapes }: Read) => ({ text, shapes })

function readHtml(html: string, latestOn: Day | null): Read {
  const reading = readPage({ html, latestOn })
  if ('problem' in reading) throw new UnreadableDocument(reading.problem)
  const { body: text, shapes, title, publisher, author: byline, publishedOn, dayBasis, canonicalUrl: url } = reading
  return { text, shapes, title, publisher, byline, publishedOn, dayBasis, url }
}
