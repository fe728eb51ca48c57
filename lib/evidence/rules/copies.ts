import type { PageReading } from '@/lib/articles/rules/pages/reading'
import type { SourceCopyKind } from '../schema'

/** What a copy keeps of a document: `text` is its running text up to `bodyLength`, then what else it showed. */
export type CopyText = { text: string; bodyLength: number }

/** Characters that are kept of what stands around a page's running text: menus, tables beside it, notes. */
const MOST_AROUND = 200_000
const MOST_TEXT = 2_000_000
const CONTROLS = /(?![\t\n])\p{Cc}/gu
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g

/** A text as it can be stored and quoted: no control characters, no hidden overrides of direction, no half characters. */
export const storable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(BIDI_OVERRIDES, '').toWellFormed()

/**
 * The text of a page. What is no running text stays behind it, since a table or a note can be what is cited. Null where there
 * is no word at all.
 */
export function textOfPage({ body, cut }: Pick<PageReading, 'body' | 'cut'>): CopyText | null {
  const running = storable(body).trim()
  const around = storable(cut.map(({ text }) => text).join('\n\n')).slice(0, MOST_AROUND)
  const text = [running, around.trim()].filter((part) => part !== '').join('\n\n')
  return bounded(text, running.length)
}

/** The text of a file: all of it is running text. */
export const textOfFile = (text: string): CopyText | null => {
  const whole = storable(text).trim()
  return bounded(whole, whole.length)
}

function bounded(text: string, bodyLength: number): CopyText | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  const kept = text.slice(0, MOST_TEXT).toWellFormed()
  return { text: kept, bodyLength: Math.min(bodyLength, kept.length) }
}

/** The running text of a copy: what counts when two are compared. */
export const bodyOf = ({ text, bodyLength }: { text: string | null; bodyLength: number | null }): string =>
  (text ?? '').slice(0, bodyLength ?? 0)

/** Bytes of an uploaded picture, at most. */
export const MAX_PICTURE_BYTES = 10_000_000

const SIGNATURES: readonly (readonly [mediaType: string, kind: SourceCopyKind, isIt: (head: string) => boolean])[] = [
  ['application/pdf', 'pdf', (head) => head.includes('%PDF-')],
  ['image/png', 'picture', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', 'picture', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/gif', 'picture', (head) => /^GIF8[79]a/.test(head)],
  ['image/webp', 'picture', (head) => /^RIFF.{4}WEBP/s.test(head)],
]

/** What bytes are by their beginning, whatever a server or a name says; null for none of what is kept as it is. */
export function mediaOf(bytes: Uint8Array): { mediaType: string; kind: 'pdf' | 'picture' } | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  // latin1 is windows-1252 to the decoder: only byte 0x89 of the signatures reads differently.
  const plain = head.replaceAll('\u2030', '\x89')
  const found = SIGNATURES.find(([, , isIt]) => isIt(plain))
  return found ? { mediaType: found[0], kind: found[1] === 'pdf' ? 'pdf' : 'picture' } : null
}

/** A file's name as a title: without its ending and the signs between its words. */
export const titleOfFile = (name: string): string =>
  storable(name)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 300)
