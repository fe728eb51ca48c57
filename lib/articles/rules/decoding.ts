const MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** How far into a document its encoding is looked for. */
const HEAD = 2048

/** The text of a document that came over the wire: by its byte order mark, its header, what it says of itself, else UTF-8. */
export function decodeMarkup(bytes: Uint8Array, contentType: string | null): string {
  const mark = MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const said = [
    mark,
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1],
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1],
    /<meta[^>]*\bcharset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1],
    'utf-8',
  ]
  for (const label of said) {
    const decoder = label === undefined ? null : decoderOf(label)
    if (decoder) return decoder.decode(bytes)
  }
  return ''
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
