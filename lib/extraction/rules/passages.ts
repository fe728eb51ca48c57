import type { Span } from '@/lib/core/text'
import { behindDateline, isHeading } from './headings'
import { type Quotation, readQuotations } from './quotes'
import { splitSentences } from './sentences'
import { at, type Token, tokenize } from './tokens'

/** A sentence with its tokens [first, last); a dateline stands before `first`. */
export type Passage = Span & { first: number; last: number; isHeading: boolean; isQuestion: boolean }

/** Everything the later families read: made once per text. */
export type Reading = {
  text: string
  tokens: readonly Token[]
  passages: readonly Passage[]
  quotations: readonly Quotation[]
}

export function readText(text: string, tokens: readonly Token[] = tokenize(text)): Reading {
  const passages: Passage[] = []
  let from = 0
  for (const span of splitSentences(text)) {
    const first = from
    while (from < tokens.length && at(tokens, from).start < span.end) from++
    if (from === first) continue
    const isTop = isHeading(text, tokens, { start: span.start, end: span.end, first, last: from })
    passages.push({
      start: span.start,
      end: span.end,
      first: isTop ? first : behindDateline(text, tokens, first, from),
      last: from,
      isHeading: isTop,
      isQuestion: isQuestion(text, span),
    })
  }
  return { text, tokens, passages, quotations: readQuotations(text) }
}

/** A question mark at the end, or before three closing signs at most. */
function isQuestion(text: string, { start, end }: Span): boolean {
  let i = end - 1
  while (i >= start && i > end - 4 && CLOSING.includes(text.charAt(i))) i--
  return i >= start && text.charAt(i) === '?'
}
const CLOSING = '"”’\')'

/** The quotation that holds an offset, or null. Quotations are in order, so a binary search. */
export function quotationAt(quotations: readonly Quotation[], offset: number): Quotation | null {
  let low = 0
  let high = quotations.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const quotation = quotations[middle]
    if (!quotation) return null
    if (quotation.end <= offset) low = middle + 1
    else if (quotation.start > offset) high = middle - 1
    else return quotation
  }
  return null
}
