import { readDocumentApart, readPageApart } from '@/lib/articles/queries/reading'
import type { Day } from '@/lib/core/days'
import {
  type CopyText,
  MAX_PICTURE_BYTES,
  mediaOf,
  storable,
  textOfFile,
  textOfPage,
  titleOfFile,
} from '../rules/copies'
import type { SourceCopyKind } from '../schema'

/** Bytes with what is known of them. `name`: of a file, or the end of an address. `url`: where a page was found. */
export type GivenBytes = { bytes: Uint8Array; contentType: string | null; url: string | null; name: string }

/** What a copy says: its text (null of a picture), and what the document says of itself. */
export type ReadDocument = {
  kind: SourceCopyKind
  mediaType: string
  text: CopyText | null
  title: string | null
  publisherName: string | null
  publishedOn: Day | null
  /** Why the text may not be the whole, in words. */
  doubt: string | null
}

type Read = ReadDocument | { problem: string }

/** Reads a document in a thread, as its content says what it is. Answers with the problem, in words, where nothing can be kept. */
export async function readSourceDocument(given: GivenBytes, latestOn: Day): Promise<Read> {
  if (given.bytes.byteLength === 0) return { problem: 'There is nothing in it.' }
  const media = mediaOf(given.bytes)
  if (media?.kind === 'picture') return readPicture(given, media.mediaType)
  if (media?.kind === 'pdf') return readFile(given, latestOn, 'pdf', media.mediaType)
  const isPlain = /^text\/plain\b/i.test(given.contentType ?? '')
  return isPlain ? readFile(given, latestOn, 'text', 'text/plain') : readPage(given, latestOn)
}

const untitled = { publisherName: null, publishedOn: null, doubt: null }

function readPicture({ bytes, name }: GivenBytes, mediaType: string): Read {
  if (bytes.byteLength > MAX_PICTURE_BYTES)
    return { problem: 'The picture is larger than 10 MB. Save it smaller and choose that.' }
  return { kind: 'picture', mediaType, text: null, title: titleOfFile(name) || null, ...untitled }
}

async function readFile(
  { bytes, name }: GivenBytes,
  latestOn: Day,
  kind: 'pdf' | 'text',
  mediaType: string,
): Promise<Read> {
  const read = await readDocumentApart(bytes.slice(), name, latestOn)
  if ('problem' in read) return read
  const text = textOfFile(read.text)
  if (text === null) return { problem: 'There is no text in it.' }
  return { kind, mediaType, text, ...untitled, title: titleText(read.title) ?? (titleOfFile(name) || null) }
}

async function readPage({ bytes, contentType, url }: GivenBytes, latestOn: Day): Promise<Read> {
  const read = await readPageApart({ bytes: bytes.slice(), contentType, url }, latestOn)
  if ('problem' in read) return read
  const text = textOfPage(read)
  if (text === null) return { problem: 'The page holds no text. It may be a film, or made by scripts in the browser.' }
  const { publishedOn, doubt } = read
  const [title, publisherName] = [titleText(read.title), titleText(read.publisher)?.slice(0, 120).trim() ?? null]
  return { kind: 'page', mediaType: 'text/html', text, title, publisherName, publishedOn, doubt }
}

const titleText = (text: string | null): string | null =>
  storable(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .trim() || null
