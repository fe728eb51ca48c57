import type { Span } from '@/lib/core/text'
import { isLetterCode } from './lexicon'

/** A quotation with its signs. `isClosed` false: the paragraph ended first, so the next paragraph may go on with it. */
export type Quotation = Span & { isClosed: boolean }

const LONGEST = 4000
const SPACE = 32

/**
 * Double quotations of a text, in order: “…”, "…", ``…'', ''…''. A straight quote opens after white space or an opening
 * bracket. An open one ends with its paragraph.
 */
export function readQuotations(text: string): Quotation[] {
  const quotations: Quotation[] = []
  let open = -1
  const close = (end: number, isClosed: boolean) => {
    if (open >= 0 && end - open <= LONGEST && end > open + 1) quotations.push({ start: open, end, isClosed })
    open = -1
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === SPACE || isLetterCode(code)) continue
    const char = text.charAt(i)
    if (char === '“') {
      close(i, false)
      open = i
    } else if (char === '”') close(i + 1, true)
    else if (char === '"') {
      if (open >= 0) close(i + 1, true)
      else open = i
    } else if (char === '`' && text.charAt(i + 1) === '`') {
      close(i, false)
      open = i++
    } else if (char === "'" && text.charAt(i + 1) === "'") {
      if (open >= 0) close(i + 2, true)
      else open = i
      i++
    } else if (char === '’' && text.charAt(i + 1) === '’' && open >= 0) close(++i + 1, true)
    else if (char === '\n' && (text.charAt(i + 1) === '\n' || text.charAt(i + 1) === '\r')) close(i, false)
  }
  close(text.length, false)
  return quotations
}
