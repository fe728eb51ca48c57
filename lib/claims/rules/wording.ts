import { SHORT_FORM_MAX, STATEMENT_MAX } from './terms'

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim()

const POINTERS =
  /(?<![\p{L}\p{N}'’-])(he|she|they|it|his|her|their|its|him|them|here|there|this|that|these|those|the company|the country|the two|the pair|both)(?![\p{L}\p{N}-])/giu

/**
 * Words of a statement that point outside it ("he", "here", "the two"), in order, each once: a statement has to stand
 * alone, and only a person can say whom they mean.
 */
export const pointersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(POINTERS)].map((m) => m[0].toLowerCase())),
]

/**
 * A statement to begin with: the quote on one line, as a sentence. Attribution is kept apart (the speaker has a field of its
 * own), but a statement whose point is that somebody says it begins with the speaker.
 */
export function statementFor(quote: string, kind: string, speakerName: string | null): string {
  const body = collapse(quote)
    .replace(/^["'“‘]+(?=[^"'”’]*$)/u, '')
    .replace(/[,;:\s]+$/, '')
  const sentence = body.charAt(0).toUpperCase() + body.slice(1)
  const isSaying = kind === 'statement' && speakerName !== null && !sentence.includes(speakerName)
  const whole = isSaying ? `${speakerName}: ${sentence}` : sentence
  const stopped = /[.!?]["'”’)]?$/u.test(whole) ? whole : `${whole}.`
  return stopped.length <= STATEMENT_MAX ? stopped : cutAtWord(stopped, STATEMENT_MAX)
}

/** Words that a short form can spare, tried in this order until it fits. Each must leave a statement with the same sense. */
const SPARE: readonly [RegExp, string][] = [
  [/\s*\([^()]*\)/gu, ''],
  [/\s+--\s+[^-]*?(?=\s+--\s+|[.]?$)(?:\s+--)?/gu, ''],
  [/^(?:according to [^,]+|in addition|moreover|however|also|meanwhile),\s*/iu, ''],
  [/,?\s*according to [^,.]+(?=[.,]?$)/iu, ''],
  [
    /(?<![\p{L}.])(?:(?!(?:When|If|After|Before|As|But|And|The|While|Since|Then)\b)\p{Lu}[\p{L}.]+ )?(?:Prime Minister|Foreign Minister|President|Secretary of State|Chancellor|Senator|Governor)\s+(?=\p{Lu}\p{Ll})/gu,
    '',
  ],
  [/\s+(?:which|who|where)\s[^,]*,/iu, ''],
  [/,\s*(?:which|who|where|as|including|while|possibly|with|after|when)\s[^,]*(?:,|(?=[.]?$))/iu, ''],
  [/\b(?:approximately|around|roughly)\s+(?=[\d$€£¥])/giu, 'about '],
  [/\b(?:currently|recently|officially|already|also|very|newly|still|really)\s+/giu, ''],
  [/\b(?:is|are) expected to\b/giu, 'to'],
  [/\bper cent\b|\bpercent\b/giu, '%'],
  [/\s+%/gu, '%'],
  [/\bUnited States\b/gu, 'US'],
  [/\bUnited Kingdom\b/gu, 'UK'],
  [/\bEuropean Union\b/gu, 'EU'],
  [/\bUnited Nations\b/gu, 'UN'],
  [/\bbillion\b/gu, 'bn'],
  [/\bmillion\b/gu, 'm'],
]

/**
 * Short forms of at most 75 characters to choose from, best first: the statement without what it can spare, then its first
 * clauses, then cut at a word with an ellipsis. Never adds a word, never a rating.
 */
export function shortForms(statement: string): string[] {
  const whole = collapse(statement).replace(/\.$/, '')
  const found: string[] = []
  let text = whole
  if (fits(text)) found.push(text)
  for (const [pattern, replacement] of SPARE) {
    const next = tidy(text.replace(pattern, replacement))
    if (next.length < 12) continue
    text = next
    if (fits(text) && found.length === 0) found.push(text)
  }
  for (const clause of clausesOf(text)) {
    if (fits(clause) && clause.split(' ').length >= 5) found.push(clause)
  }
  if (found.length === 0) found.push(cutAtWord(text, SHORT_FORM_MAX))
  return [...new Set(found)].slice(0, 3)
}

const JOINT =
  /[,;:]\s|\s--\s|\s(?=(?:when|while|after|before|during|because|although|since|for|with|as|and|where|which|who)\s)/gu

/** A condition or a time that a text opens with, to its comma: alone it states nothing. */
const OPENING = /^(?:if|unless|when|once|while|after|before|until|because|although|since|as|should)\s[^,]*,/iu

/** Beginnings of a text that end where a further clause or phrase begins, the longest first. */
function clausesOf(text: string): string[] {
  const from = text.match(OPENING)?.[0].length ?? 0
  const cuts = [...text.matchAll(JOINT)].filter((match) => match.index >= from)
  return cuts.map((match) => tidy(text.slice(0, match.index))).reverse()
}

const fits = (text: string): boolean => text.length > 0 && text.length <= SHORT_FORM_MAX
function tidy(text: string): string {
  const clean = collapse(text)
    .replace(/\s+,/g, ',')
    .replace(/[,;:\s]+$/, '')
  return clean.charAt(0).toUpperCase() + clean.slice(1)
}

/** At most `max` characters, ending with an ellipsis behind a whole word. */
function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text
  const room = text.slice(0, max - 1)
  const at = room.lastIndexOf(' ')
  const cut = (at > max / 2 ? room.slice(0, at) : room).replace(/[,;:\s-]+$/, '')
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
