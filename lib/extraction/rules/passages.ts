import type { Span } from '@/lib/core/text'
import { type Quotation, readQuotations } from './quotes'
import { splitSentences } from './sentences'
import { at, type Token, tokenize } from './tokens'

/** A sentence with its tokens [first, last). */
export type Passage = Span & { first: number; last: number; isHeading: boolean; isQuestion: boolean }

/** Everything the later families read: made once per text. */
export type Reading = {
  text: string
  tokens: readonly Token[]
  passages: readonly Passage[]
  quotations: readonly Quotation[]
}

export function readText(text: string): Reading {
  const tokens = tokenize(text)
  const passages: Passage[] = []
  let from = 0
  for (const span of splitSentences(text)) {
    const first = from
    while (from < tokens.length && at(tokens, from).start < span.end) from++
    if (from === first) continue
    passages.push({
      start: span.start,
      end: span.end,
      first,
      last: from,
      isHeading: isHeading(text, tokens, span, first, from),
      isQuestion: isQuestion(text, span),
    })
  }
  return { text, tokens, passages, quotations: readQuotations(text) }
}

const isQuestion = (text: string, { start, end }: Span): boolean =>
  /\?["”’')]*$/.test(text.slice(Math.max(start, end - 4), end))

/** A line of its own without an end sign, in capitals, title case or dashes: no sentence of the article. */
function isHeading(text: string, tokens: readonly Token[], { start, end }: Span, first: number, last: number): boolean {
  if (!isOwnLine(text, start, end)) return false
  const lastChar = text.charAt(end - 1)
  if (/^[-–—*=_ ]/.test(text.charAt(start)) && lastChar === text.charAt(start)) return true
  if ('.!?…"”:;,'.includes(lastChar)) return false
  const words = tokens.slice(first, Math.min(last, first + 40)).filter((token) => token.kind === 'word')
  if (words.length === 0 || last - first > 24) return words.length === 0
  const isShort = words.length <= 8
  const capitals = words.filter((word) => word.text.charAt(0) !== word.lower.charAt(0)).length
  return capitals / words.length >= 0.6 || (isShort && capitals <= 1 && last - first <= 6)
}

const isOwnLine = (text: string, start: number, end: number): boolean => {
  let before = start - 1
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t')) before--
  let after = end
  while (after < text.length && (text.charAt(after) === ' ' || text.charAt(after) === '\t')) after++
  return (
    (before < 0 || text.charAt(before) === '\n') &&
    (after >= text.length || text.charAt(after) === '\n' || text.charAt(after) === '\r')
  )
}

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
