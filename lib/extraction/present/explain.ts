import type { Day } from '@/lib/core/days'
import { formatDay, formatWindow } from '@/lib/core/windows'
import type { ExtractedClaim, Extraction, Modifier, Quantity } from '../schema'
import { noteOn } from './language'
import { FLAG_WORDS, LEFT_OUT_WORDS, meaningOf } from './meanings'

/** One answer of the command line (contract 1). */
export type ExplainedDocument = Extraction & {
  id: string
  publishedOn: Day | null
  publisher: string | null
  title: string | null
  body: string
}

const LABEL = 12

/**
 * An extraction as plain text: each claim with everything that was read in it and the words because of which each rule
 * fired, then the sentences without a claim with the reason. `width` in characters, lines end in "\n".
 */
export function explain(document: ExplainedDocument, width: number): string {
  const { claims, sentences, body } = document
  const note = noteOn(document.language)
  const lines = [...headOf(document, width), ...(note === null ? [] : ['', note])]
  for (const [index, claim] of claims.entries()) lines.push('', ...claimLines(document, claim, index + 1, width))
  const silent = sentences.filter(({ leftOut, start, end }) => leftOut !== null && !isToldElsewhere(claims, start, end))
  if (silent.length > 0) lines.push('', 'Sentences without a claim')
  for (const { start, end, leftOut } of silent) {
    const why = leftOut === null ? '' : LEFT_OUT_WORDS[leftOut]
    lines.push(...wrapped(`${why}: “${shortened(plain(body.slice(start, end)))}”`, width, '  - ', '    '))
  }
  return `${lines.join('\n')}\n\n`
}

/** A quotation over several sentences is one claim: its sentences are not left out. */
const isToldElsewhere = (claims: readonly ExtractedClaim[], start: number, end: number): boolean =>
  claims.some((claim) => claim.start < end && claim.end > start)

function headOf({ id, publishedOn, publisher, title, claims, sentences }: ExplainedDocument, width: number): string[] {
  const parts = [
    plain(id),
    ...(publisher === null ? [] : [plain(publisher)]),
    publishedOn === null ? 'no publication day' : `published ${formatDay(publishedOn)}`,
    `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} in ${sentences.length} ${sentences.length === 1 ? 'sentence' : 'sentences'}`,
  ]
  return [
    ...wrapped(parts.join(' · '), width, '=== ', '    '),
    ...(title === null ? [] : wrapped(plain(title), width, '    ', '    ')),
  ]
}

function claimLines(document: ExplainedDocument, claim: ExtractedClaim, number: number, width: number): string[] {
  const { start, end, kind, quote, checkWorthiness, reasons } = claim
  const row = (label: string, text: string) => wrapped(text, width, `  ${label.padEnd(LABEL)}`, ' '.repeat(LABEL + 2))
  return [
    `${number}. ${kind}, characters ${start} to ${end}`,
    ...wrapped(`“${plain(quote)}”`, width, '  ', '  '),
    ...row('Speaker', claim.speaker === null ? 'the publication itself' : plain(claim.speaker)),
    ...(claim.relay === null ? [] : row('Passed on by', plain(claim.relay))),
    ...windowLines(claim, row),
    ...(claim.certainty === null
      ? []
      : row('Certainty', `“${plain(claim.certainty)}”${claim.isNegated ? ', negated' : ''}`)),
    ...(claim.condition === null ? [] : row('Condition', `“${plain(claim.condition)}”`)),
    ...claim.quantities.flatMap((index) => {
      const quantity = document.quantities[index]
      return quantity ? row('Figure', figureWords(quantity)) : []
    }),
    ...row(
      'Worth it',
      `${Math.round(checkWorthiness * 100)} of 100: ${reasons.join('; ') || 'nothing speaks for it much'}`,
    ),
    ...ruleLines(document.body, claim, width),
  ]
}

function windowLines(
  { kind, due, dueAlternatives, flags }: ExtractedClaim,
  row: (label: string, text: string) => string[],
): string[] {
  const span = (window: { from: Day; to: Day }) => `${formatWindow(window)} (${window.from} to ${window.to})`
  const lines: string[] = []
  if (due) lines.push(...row('Window', `${span(due)}, from “${plain(due.text)}”`))
  else if (kind === 'prediction') lines.push(...row('Window', 'none stated'))
  for (const other of dueAlternatives) lines.push(...row('  or', span(other)))
  for (const flag of flags) lines.push(...row('Note', FLAG_WORDS[flag]))
  return lines
}

const MODIFIERS: Readonly<Record<Modifier, string>> = {
  exact: '',
  about: 'about ',
  atLeast: 'at least ',
  atMost: 'at most ',
  moreThan: 'more than ',
  lessThan: 'less than ',
  upTo: 'up to ',
}

function figureWords({ text, value, low, high, unit, modifier, change }: Quantity): string {
  const number = low !== null && high !== null ? `${digits(low)} to ${digits(high)}` : digits(value)
  const direction = change === null ? '' : change === 'up' ? ', rising' : ', falling'
  return `“${plain(text)}”: ${MODIFIERS[modifier]}${number} ${unit}`.trimEnd() + direction
}

/** A fixed locale: the same text on every machine. */
const digits = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 })

function ruleLines(body: string, { rules, signs }: ExtractedClaim, width: number): string[] {
  const lines = ['  Because']
  for (const rule of new Set(rules)) {
    const words = signs.filter((sign) => sign.rule === rule).map((sign) => firing(body.slice(sign.start, sign.end)))
    const meaning = meaningOf(rule) ?? 'an older rule'
    lines.push(...wrapped(`${meaning}: ${words.join(', ')} [${rule}]`, width, '    - ', '      '))
  }
  return lines
}

const firing = (words: string): string => `“${shortened(plain(words))}”`

/** Without line breaks, and without the control characters that a terminal would obey. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim()

const LONGEST_EXCERPT = 120
const shortened = (text: string): string =>
  text.length <= LONGEST_EXCERPT
    ? text
    : `${text
        .slice(0, LONGEST_EXCERPT - 2)
        .toWellFormed()
        .trimEnd()} …`

/** Words over lines of at most `width` characters; a longer word stands alone. */
function wrapped(text: string, width: number, first: string, rest: string): string[] {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  lines.push(line.trimEnd())
  return lines
}
