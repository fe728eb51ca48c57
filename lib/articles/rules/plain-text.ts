import { Parser } from 'htmlparser2'
import { textProblem } from '@/lib/core/text'

/** How much of a text with markup is looked at: many times what is kept. */
const LOOKED_AT = 20_000

/** The text of a piece that may hold HTML, on one line, at most `most` characters; empty where it cannot be stored. */
export function plainText(markup: string, most: number): string {
  const piece = markup.slice(0, LOOKED_AT)
  const text = /[<&]/.test(piece) ? textOfMarkup(piece) : piece
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  const kept =
    line.length <= most
      ? line
      : `${line
          .slice(0, most - 2)
          .toWellFormed()
          .trimEnd()} …`
  return textProblem(kept) === null ? kept : ''
}

function textOfMarkup(markup: string): string {
  let text = ''
  let hidden = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (HIDDEN.has(name)) hidden++
      text += ' '
    },
    onclosetag: (name) => {
      if (HIDDEN.has(name)) hidden--
      text += ' '
    },
    ontext: (piece) => {
      if (hidden === 0) text += piece
    },
  })
  parser.end(markup)
  return text
}

const HIDDEN = new Set(['script', 'style'])
