import type { Span } from '@/lib/core/text'
import { linesOf, trimSpan } from './cleaning-paragraphs'

/** A piece that is not part of the body: its characters, why it was cut, and where it stood in the raw text. */
export type Cut = Span & { text: string; reason: CutReason }

/** Why text is cut; the words are shown at the desk. */
export type CutReason =
  | 'title'
  | 'byline'
  | 'publication day'
  | 'publisher'
  | 'dateline'
  | 'heading'
  | 'comments'
  | 'copyright'
  | 'related links'
  | 'newsletter box'
  | 'share links'
  | 'advertising'
  | 'caption'
  | 'credit'
  | 'page furniture'

export type CutSpan = Span & { reason: CutReason }

/** Cuts in the order of the text, trimmed, without empty and overlapping ones (the first one wins). */
export function settleCuts(raw: string, spans: CutSpan[]): Cut[] {
  const cuts: Cut[] = []
  for (const span of spans.map((s) => ({ ...trimSpan(raw, s), reason: s.reason })).sort((a, b) => a.start - b.start)) {
    const last = cuts.at(-1)
    const start = last ? Math.max(span.start, last.end) : span.start
    if (start >= span.end) continue
    if (last && last.reason === span.reason && raw.slice(last.end, start).trim() === '') {
      last.end = span.end
      last.text = raw.slice(last.start, last.end)
    } else cuts.push({ text: raw.slice(start, span.end), reason: span.reason, start, end: span.end })
  }
  return cuts
}

/**
 * The body: the raw text without the cuts. Lines keep their characters; lines that were cut whole leave no gap,
 * several blank lines become one, line ends become "\n". Nothing but white space is lost.
 */
export function bodyWithout(raw: string, cuts: readonly Span[]): string {
  const out: string[] = []
  let next = 0
  for (const line of linesOf(raw)) {
    if (line.start === line.end) {
      const isCarriage = raw.slice(line.start - 1, line.start + 1) === '\r\n'
      if (!isCarriage && out.length > 0 && out.at(-1) !== '') out.push('')
      continue
    }
    while ((cuts[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next++
    const text = lineWithout(raw, line, cuts, next)
    if (text !== '') out.push(text)
  }
  return out.join('\n').trim()
}

function lineWithout(raw: string, line: Span, cuts: readonly Span[], first: number): string {
  let text = ''
  let at = line.start
  for (let i = first; ; i++) {
    const cut = cuts[i]
    if (!cut || cut.start >= line.end) break
    text = glue(text, raw.slice(at, Math.max(at, cut.start)))
    at = Math.max(at, cut.end)
  }
  return glue(text, raw.slice(at, Math.max(at, line.end))).trim()
}

/** Joins what stood on both sides of a cut; of the white space on both sides one is enough. */
const glue = (left: string, right: string): string =>
  left !== '' && /\s$/.test(left.slice(-1)) ? left + right.replace(/^\s/, '') : left + right
