/** How far into a document its encoding is looked for, and how much of it is judged by. */
const HEAD = 4096
const SAMPLE = 200_000

const MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** What pages are written in when they are not in UTF-8, by how often that happens. */
const LEGACY = [
  'windows-1252',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'big5',
  'euc-jp',
  'windows-1250',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'windows-1255',
  'windows-874',
]
/** What the language that a page names is likely to be written in. */
const OF_LANGUAGE: Record<string, readonly string[]> = {
  ja: ['shift_jis', 'euc-jp'],
  zh: ['gb18030', 'big5'],
  ko: ['euc-kr'],
  ru: ['windows-1251', 'koi8-r'],
  uk: ['windows-1251', 'koi8-r'],
  bg: ['windows-1251'],
  pl: ['windows-1250'],
  cs: ['windows-1250'],
  hu: ['windows-1250'],
  el: ['windows-1253'],
  tr: ['windows-1254'],
  he: ['windows-1255'],
  ar: ['windows-1256'],
  th: ['windows-874'],
}

/**
 * The text of a page or text file. A byte order mark decides; bytes that are valid UTF-8 are UTF-8, whatever a header says,
 * because no other encoding looks like it by chance. Of what the header and the document say, and what pages are usually
 * written in, else the one wins in which the bytes read most like a language. `contentType`: the header of an answer.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null = null): string {
  const mark = MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0]
  if (mark) return new TextDecoder(mark).decode(bytes)
  const wide = wideOf(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  if (head.includes('\x1b$')) return new TextDecoder('iso-2022-jp').decode(bytes)
  const utf8 = decodeUtf8(bytes)
  return utf8 ?? bestReading(bytes, saidOf(head, contentType), head)
}

/** UTF-16 without a mark: every other byte of markup and spaces is zero. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, HEAD) & ~1
  const zeros = [0, 0]
  for (let i = 0; i < size; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (size < 8 || Math.max(even, odd) < size * 0.05 || Math.min(even, odd) > size * 0.02) return null
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** Text cut in the middle of a character, or with a stray byte or two, is still UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const [wrong, right] = [text.match(/\ufffd/g)?.length ?? 0, text.match(/[\u0080-\ufffc]/g)?.length ?? 0]
  return wrong === 0 || wrong * 50 < right ? text : null
}

const CHARSET = /charset\s*=\s*["']?\s*([\w:-]+)/i

function saidOf(head: string, contentType: string | null): string[] {
  const meta = /<meta[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1]
  const xml = /<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1]
  const said = [CHARSET.exec(contentType ?? '')?.[1], xml, meta].map((label) => decoderOf(label ?? '')?.encoding)
  return said.filter((label): label is string => label !== undefined && !/^utf-/.test(label))
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return label === '' ? null : new TextDecoder(label)
  } catch {
    return null
  }
}

/** What is said weighs a little, as does the language; bytes that make no sense in it weigh more. */
function bestReading(bytes: Uint8Array, said: readonly string[], head: string): string {
  const language = /\blang\s*=\s*["']?([a-z]{2})\b/i.exec(head)?.[1]?.toLowerCase() ?? ''
  const usual = OF_LANGUAGE[language] ?? []
  const sample = sampleOf(bytes)
  let best = { label: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const label of new Set([...said, ...usual, ...LEGACY])) {
    const trust = (said.includes(label) ? 0.35 : 0) + (usual.includes(label) ? 0.25 : 0)
    const score = likeness(decodeAs(label, sample)) + trust
    if (score > best.score) best = { label, score }
  }
  return decodeAs(best.label, bytes)
}

/** What windows-1252 has at 0x80 to 0x9f; Node 20 decodes it as ISO-8859-1, which has control characters there. */
const OF_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const CONTROLS_OF_1252 = /[\x80-\x9f]/g

function decodeAs(label: string, bytes: Uint8Array): string {
  const text = new TextDecoder(label).decode(bytes)
  return label === 'windows-1252'
    ? text.replace(CONTROLS_OF_1252, (char) => OF_1252[char.charCodeAt(0) - 0x80] ?? char)
    : text
}

/** From before the first byte that is not ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  return bytes.subarray(Math.max(0, first - 1), Math.max(0, first - 1) + SAMPLE)
}

const ASCII_LETTER = /[a-z]/i
const PUNCTUATION = /[‘’“”„«»–—…•·€£°§©®\u00a0]/

/** How much the characters beyond ASCII read like a language: their mean, from -20 (none does) to 2. */
function likeness(text: string): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    const [value, bytes] = worthOf(text[i] ?? '', code, text[i - 1] ?? ' ', text[i + 1] ?? ' ')
    sum += value * bytes
    count += bytes
  }
  return count === 0 ? 0 : sum / count
}

/** The worth of one character beside its neighbours, and how many bytes it took. */
function worthOf(char: string, code: number, before: string, after: string): [number, number] {
  if (code === 0xfffd) return [-20, 1]
  if (code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff)) return [-10, 1]
  if (PUNCTUATION.test(char)) return [0.8, 1]
  if (code >= 0x3040 && code <= 0x30ff) return [1.6, 2]
  if (code >= 0x3000 && code <= 0x303f) return [1, 2]
  if (code >= 0xac00 && code <= 0xd7a3) return [IDEOGRAPH.test(before + after) ? -0.5 : 1.5, 2]
  if (code >= 0x4e00 && code <= 0x9fff) return [ideographWorth(before + after), 2]
  if (code >= 0xff61 && code <= 0xff9f) return [-1.5, 1]
  if (code >= 0x3400) return [-1, 2]
  return [letterValue(char, before, after), 1]
}

const IDEOGRAPH = /[\u4e00-\u9fff]/
const ideographWorth = (neighbours: string): number =>
  /[\uac00-\ud7a3]/.test(neighbours) ? -1 : /[\u3040-\u9fff]/.test(neighbours) ? 0.9 : 0.2

/** Letters stand among letters of their script; capitals begin words. */
function letterValue(char: string, before: string, after: string): number {
  if (!/\p{L}/u.test(char)) return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? -2 : -0.5
  const isUpper = char !== char.toLowerCase()
  if (isUpper && /\p{Ll}/u.test(before)) return -2
  const isLatin = /\p{Script=Latin}/u.test(char)
  if (!isLatin)
    return ASCII_LETTER.test(before) || ASCII_LETTER.test(after) ? -2 : /\p{L}/u.test(before + after) ? 1.1 : 0
  const foreign = [before, after].filter((next) => next.charCodeAt(0) >= 0x80 && !PUNCTUATION.test(next)).length
  return foreign === 2 ? -1.5 : foreign === 1 ? 0 : ASCII_LETTER.test(before + after) ? 1 : -0.3
}
