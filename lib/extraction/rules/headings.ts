import type { Span } from '@/lib/core/text'
import { at, isDash, type Token } from './tokens'
import { verbOf } from './verbs'
import { anyOf, wordSet } from './words'

/** Lines that are no sentences of the article: headlines, subheadings, credits, links to other pages; and datelines. */

type Line = Span & { first: number; last: number }

/** A line of its own in capitals, title case or dashes; the headline above the text; a credit; an invitation to click. */
export function isHeading(text: string, tokens: readonly Token[], line: Line): boolean {
  const { start, end, first, last } = line
  const lastChar = text.charAt(end - 1)
  if (isCredit(tokens, first, last)) return true
  if (!isOwnLine(text, start, end)) return false
  if (/^[-–—*=_ ]/.test(text.charAt(start)) && lastChar === text.charAt(start)) return true
  if (isLink(tokens, first, last)) return true
  const words = tokens.slice(first, Math.min(last, first + 40)).filter((token) => token.kind === 'word')
  if (words.length === 0 || last - first > 24) return words.length === 0
  const capitals = words.filter((word) => word.isCapitalized).length
  const share = capitals / words.length
  const isFirst = start === 0 || text.slice(0, start).trim() === ''
  if (isFirst && last - first >= 4 && share >= 0.75) return true
  if (isFirst && isRepeatedBelow(tokens, first, last)) return true
  if (isFirst && last < tokens.length && isHeadline(tokens, first, last)) return true
  if (lastChar === '.' && words.length >= 2 && words.length <= 8 && words.every(isShouted)) return true
  if ('.!?…"”:;,'.includes(lastChar)) return false
  const isShort = words.length <= 8
  return share >= 0.6 || (isShort && capitals <= 1 && last - first <= 6)
}

/** "Council backs new lock.": a few words in the present without an article, above a text that has them. */
function isHeadline(tokens: readonly Token[], first: number, last: number): boolean {
  if (last - first < 4 || last - first > 15) return false
  for (let k = first; k < last; k++) if (isTold(at(tokens, k))) return false
  let articles = 0
  for (let k = last; k < last + 40; k++) if (ARTICLES.holds(at(tokens, k))) articles++
  return articles > 0
}
const ARTICLES = wordSet('a an the')
const isTold = (token: Token): boolean =>
  ARTICLES.holds(token) || FULL.holds(token) || verbOf(token)?.form === 'past' || token.kind === 'number'
/** Headlines leave these out, or speak of nobody. */
const FULL = wordSet('is are was were has have had he she they it i we said')

const isShouted = ({ text, lower }: Token): boolean => text.toUpperCase() === text && text !== lower

/** "(Reporting by Ann Lind; Editing by Bo Mora)", "Photo: Lind". */
const CREDITS = wordSet('reporting editing writing photo photos image video credit')
const isCredit = (tokens: readonly Token[], first: number, last: number): boolean => {
  const open = at(tokens, first).text === '(' ? first + 1 : first
  if (last - first > 60) return false
  if (isContribution(tokens, first, last) || isAppeal(tokens, first, last)) return true
  if (!CREDITS.holds(at(tokens, open))) return false
  const next = at(tokens, open + 1)
  return next.lower === 'by' || next.text === ':' || (open > first && at(tokens, open + 2).lower === 'by')
}

/** "Ann Lind contributed to this report." */
function isContribution(tokens: readonly Token[], first: number, last: number): boolean {
  for (let k = first; k < last - 3; k++)
    if (CONTRIBUTES.holds(at(tokens, k)))
      return at(tokens, k + 1).lower === 'to' && at(tokens, k + 2).lower === 'this' && REPORTS.holds(at(tokens, k + 3))
  return false
}
const CONTRIBUTES = wordSet('contributed contributing')
const REPORTS = wordSet('report story article')

/** "Anyone with information is asked to call 101 quoting …": an appeal to readers, by a way to get in touch and two words of it. */
function isAppeal(tokens: readonly Token[], first: number, last: number): boolean {
  let hasWay = false
  let signs = 0
  for (let k = first; k < last; k++) {
    const token = at(tokens, k)
    if (!APPEALING.holds(token)) continue
    if (CONTACT.holds(token)) hasWay = true
    if (APPEAL.holds(token)) signs++
  }
  return hasWay && signs >= 2
}
const CONTACT = wordSet('call calling contact contacting email emailing phone phoning ring ringing text')
const APPEAL = wordSet(
  'anyone information anonymously anonymous witnesses witnessed footage quoting crimestoppers hotline tipline dashcam reference',
)
const APPEALING = anyOf(CONTACT, APPEAL)

const LEADS = wordSet('more related watch read listen see video photos gallery update click subscribe follow')
const CLICKS = wordSet('click subscribe newsletter newsletters app homepage inbox')

/** "MORE: …", "READ ALSO: …", "… click here to watch". */
function isLink(tokens: readonly Token[], first: number, last: number): boolean {
  if (last - first > 40) return false
  if (isShouted(at(tokens, first)) && LEADS.holds(at(tokens, first)))
    for (let k = first + 1; k < first + 4; k++) if (at(tokens, k).text === ':') return true
  let signs = 0
  for (let k = first; k < last; k++) {
    if (CLICKS.holds(at(tokens, k))) signs++
    if (at(tokens, k).lower === 'here' && CLICKS.holds(at(tokens, k - 1))) signs++
  }
  return signs >= 2
}

/** A headline says in few words what the first paragraph says again. */
function isRepeatedBelow(tokens: readonly Token[], first: number, last: number): boolean {
  const told = new Set<string>()
  for (let k = last; k < last + 45; k++) told.add(at(tokens, k).lower)
  let words = 0
  let again = 0
  for (let k = first; k < last; k++) {
    const { kind, lower } = at(tokens, k)
    if (kind === 'mark' || lower.length < 4) continue
    words++
    if (told.has(lower)) again++
  }
  return words >= 3 && last - first <= 18 && again / words >= 0.6
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

const LONGEST_DATELINE = 16
const LONGEST_CITY = 4
const LABEL = /(?:^|\n)[ \t]*\p{Lu}[\p{Lu} .'’-]{2,40}:/u

/** "NEW LUND: The port …": capitals before a colon that stand once are a place; a transcript has more of them. */
function behindCity(text: string, tokens: readonly Token[], first: number, last: number): number {
  for (let k = first + 1; k < Math.min(last - 3, first + LONGEST_CITY); k++) {
    const token = at(tokens, k)
    if (token.text === ':')
      return LABEL.test(text.slice(token.end)) || LABEL.test(text.slice(0, token.end - 1)) ? first : k + 1
    if (!isShouted(token)) return first
  }
  return first
}

/** The token behind a dateline ("LUND, Sweden (AP) — The port …", "OLAND, March 3 -- …"), else `first`. */
export function behindDateline(text: string, tokens: readonly Token[], first: number, last: number): number {
  const opening = at(tokens, first)
  if (!opening.isCapitalized) return first
  let isMarked = isShouted(opening) && opening.text.length > 2
  if (isMarked) {
    const city = behindCity(text, tokens, first, last)
    if (city > first) return city
  }
  for (let k = first + 1; k < Math.min(last - 3, first + LONGEST_DATELINE); k++) {
    const token = at(tokens, k)
    if (token.text === ')') isMarked = true
    const isApart = at(tokens, k - 1).end < token.start && token.end < at(tokens, k + 1).start
    const isBreak =
      token.text === '—' || token.text === '_' || token.text.startsWith('--') || (isDash(token) && isApart)
    if (isBreak) return isMarked ? k + 1 : first
    const isPart = token.isCapitalized || token.kind === 'number' || [',', '.', '(', ')', '/', '-'].includes(token.text)
    if (!isPart) return first
  }
  return first
}
