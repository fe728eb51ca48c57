import { decodePage } from '../decoding'
import { readMarkedDay } from '../pages/day-texts'
import { UnreadableDocument } from './unreadable'

/** A message or a part of one: headers in lower case, and the bytes of its body as characters 0 to 255. */
type Part = { headers: ReadonlyMap<string, string>; body: string }

export type MailReading = {
  title: string | null
  byline: string | null
  publishedOn: string | null
  /** What is to be read: a page where the message has one, else its text. */
  content: { kind: 'html' | 'text'; text: string }
}

const MAX_PARTS = 200
const MAX_NESTING = 10

/** A message as it is saved (RFC 5322, MIME): subject, sender, day, and its page or text. Throws UnreadableDocument. */
export function readMail(bytes: Uint8Array): MailReading {
  const message = partOf(new TextDecoder('latin1').decode(bytes))
  const parts = leavesOf(message, 0).slice(0, MAX_PARTS)
  const html = parts.find((part) => typeOf(part) === 'text/html')
  const content = html ?? parts.find((part) => typeOf(part) === 'text/plain')
  if (!content)
    throw new UnreadableDocument('The message holds no text, perhaps only attachments. Save those and choose them.')
  const text = decodePage(bytesOf(content), content.headers.get('content-type') ?? null)
  const from = wordsOf(message.headers.get('from') ?? '')
    .replace(/<[^<>]*>/g, '')
    .replace(/^[\s"']+|[\s"']+$/g, '')
  return {
    title:
      wordsOf(message.headers.get('subject') ?? '')
        .replace(/^(?:(?:fwd?|re|wg|aw)\s*:\s*)+/i, '')
        .trim() || null,
    byline: from && !from.includes('@') ? from : null,
    publishedOn: readMarkedDay(message.headers.get('date') ?? '', null)?.day ?? null,
    content: { kind: html ? 'html' : 'text', text },
  }
}

const HEADERS =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|dkim-signature|x-[\w-]+|content-type): /gim

/** Whether a text begins as a saved message does: with header lines, several of them known ones. */
export const looksLikeMail = (head: string): boolean => {
  const top = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^[A-Za-z][\w-]*: /.test(top) && new Set(top.match(HEADERS)?.map((name) => name.toLowerCase())).size >= 3
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text)
  const head = (end ? text.slice(0, end.index) : text).replace(/\r?\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of head.split(/\r?\n/)) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).toLowerCase()
    if (at > 0 && !headers.has(name)) headers.set(name, line.slice(at + 1).trim())
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' }
}

const typeOf = ({ headers }: Part): string =>
  (headers.get('content-type') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? ''

function leavesOf(part: Part, nesting: number): Part[] {
  const boundary = /\bboundary="?([^";]{1,100})/i.exec(part.headers.get('content-type') ?? '')?.[1]
  if (!typeOf(part).startsWith('multipart/') || !boundary || nesting > MAX_NESTING) {
    return /^attachment/i.test(part.headers.get('content-disposition') ?? '') ? [] : [part]
  }
  const pieces = part.body.split(`--${boundary}`).slice(1, MAX_PARTS)
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(partOf(piece.replace(/^\r?\n/, '')), nesting + 1))
}

function bytesOf({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? ''
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'))
  const plain = encoding === 'quoted-printable' ? unquoted(body.replace(/[ \t]*=\r?\n/g, '')) : body
  return new Uint8Array(Buffer.from(plain, 'latin1'))
}

const unquoted = (text: string): string =>
  text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Header words in other alphabets (RFC 2047). */
const wordsOf = (header: string): string =>
  header
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?([\w-]{1,40})\?([bq])\?([^?]*)\?=/gi, (_, charset: string, kind: string, text: string) => {
      const raw =
        kind.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(unquoted(text.replaceAll('_', ' ')), 'latin1')
      return decodePage(new Uint8Array(raw), `text/plain; charset=${charset}`)
    })
    .trim()
