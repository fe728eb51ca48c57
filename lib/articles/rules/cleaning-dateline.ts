import type { Span } from '@/lib/core/text'
import { datesIn, MONTH, WEEKDAY, type WrittenDate } from './cleaning-dates'
import { agencyOf } from './cleaning-publishers'

/** What stood before the first sentence: place, agency, publisher, day. Offsets are relative to the paragraph. */
export type Dateline = Span & { agency: string | null; publisher: string | null; date: WrittenDate | null }

const SMALL = '(?:of|de|del|la|las|los|el|al|the|and|upon|on|en|am|an|der|du|le|di|da|do|dos|van|y)'
const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}"
/** One to four capitalised words: "New Delhi", "Rio de Janeiro", "St. Paul". */
const PLACE = `${CAPITALISED}(?: (?:${SMALL} )?${CAPITALISED}){0,3}`
const SHOUTED_PLACE = "\\p{Lu}[\\p{Lu}.'’-]{1,24}(?:[ -][\\p{Lu}.'’-]{1,24}){0,4}"
const DAY_WORDS = `(?:(?:${WEEKDAY}|\\p{Lu}[a-z]{2}\\.?),? )?(?:${MONTH}\\b\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}\\b\\.?)(?:,? (?:19|20)\\d{2})?`
/** A day before everything else: "date 2025-02-06 ", "2025-02-06 10:30 - ". */
const LEADING_DAY =
  /^(?:(?:publish(?:ed)?|posted|updated|date)\s?:?\s)?(?:on )?(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?Z?)?(?:\s?[|,–—:-]\s?|\s{1,4})/i

const RULE_OFF = '(?:\\s{0,2}(?:--+|[–—―:_-]))'
const AGENCY_BOX = '(?:\\([^()]{2,120}\\)|\\[[^[\\]]{2,80}\\]|/[A-Z][^/]{2,60}/)'

const FORMS: { pattern: RegExp; needsQuietSentence?: true }[] = [
  // Tokyo, (Agency / Paper - 6th Feb, 2025) · SEOUL, Oct. 2 (Agency) -- · Tokyo, Japan (AP) —
  {
    pattern: new RegExp(
      `^(?:${SHOUTED_PLACE}|${PLACE})(?:, ?(?:${PLACE}|${SHOUTED_PLACE})){0,2},? ?(?:[,/–—-]{0,2} ?${DAY_WORDS},?)? ?${AGENCY_BOX}${RULE_OFF}?\\s{0,3}`,
      'u',
    ),
  },
  // (Agency) – · [Agency] City —
  { pattern: new RegExp(`^\\((?=[^()]{2,60}\\))[^()]{2,60}\\)${RULE_OFF}\\s{0,3}`, 'u') },
  // LONDON, March 3, 2025 — · Kyoto, 3 March:
  {
    pattern: new RegExp(
      `^(?:${SHOUTED_PLACE}|${PLACE})(?:, ?(?:${PLACE}|${SHOUTED_PLACE})){0,2},? ?${DAY_WORDS}${RULE_OFF}\\s{0,3}`,
      'u',
    ),
  },
  // 22 October 2025, Tokyo — · Oct. 22, 2025:
  { pattern: new RegExp(`^${DAY_WORDS}(?:,? (?:${SHOUTED_PLACE}|${PLACE}))?${RULE_OFF}\\s{0,3}`, 'u') },
  // WASHINGTON — · NEW DELHI: · LAGOS, Nigeria —
  {
    pattern: new RegExp(`^${SHOUTED_PLACE}(?:, ?(?:${PLACE})){0,2}(?:\\s{0,2}(?:--+|[–—―_])|:| -)\\s{1,3}`, 'u'),
  },
  // Kyoto — The mayor ... (only where no second dash closes the first)
  { pattern: new RegExp(`^${PLACE}(?:, ?${PLACE})?\\s{1,2}(?:--+|[–—―])\\s{1,3}`, 'u'), needsQuietSentence: true },
]

/** Words in front of a dash or colon that are no place. */
const NO_PLACE = new Set(
  'dear q but and so still yet now well yes no update updated watch breaking exclusive analysis opinion live explainer factbox video photos interview editorial a note warning fact claim verdict however meanwhile then there here first second third finally nevertheless'.split(
    ' ',
  ),
)

/**
 * The dateline that a paragraph begins with, or null. Looks at the first 400 characters.
 * `dayFirst`: how 03/04/2025 is read.
 */
export function datelineOf(text: string, dayFirst: boolean | null): Dateline | null {
  const head = text.slice(0, 400)
  const lead = LEADING_DAY.exec(head)?.[0].length ?? 0
  const rest = head.slice(lead)
  for (const form of FORMS) {
    const match = form.pattern.exec(rest)
    if (!match || !isDateline(match[0], rest.slice(match[0].length), form.needsQuietSentence ?? false)) continue
    const end = lead + match[0].length
    return { start: 0, end, ...partsOf(head.slice(0, end), dayFirst) }
  }
  return lead > 0 ? { start: 0, end: lead, ...partsOf(head.slice(0, lead), dayFirst) } : null
}

/** Whether a line is a dateline and nothing else, its article beginning on the next line. */
export function isDatelineAlone(line: string): boolean {
  if (line.length > 120) return false
  const dateline = datelineOf(`${line} The`, null)
  return dateline !== null && dateline.end >= line.length
}

function isDateline(found: string, after: string, needsQuietSentence: boolean): boolean {
  const firstWord = /^[\p{L}]+/u.exec(found)?.[0].toLowerCase() ?? ''
  if (NO_PLACE.has(firstWord)) return false
  // What follows must be the beginning of a sentence, and there must be one.
  if (!/^["'“‘«([\p{Lu}\p{Lo}\d$€£¥]/u.test(after)) return false
  const box = /[([/]([^()[\]/]{2,120}(?:\/[^()[\]/]{1,60})?)[)\]/]\s{0,3}(?:--+|[–—―:_-])?\s{0,3}$/u.exec(found)
  if (box && !/\p{L}{2}/u.test(box[1] ?? '')) return false
  const isNamed = box !== null && isAgencyBox(box[1] ?? '')
  if (found.startsWith('(') && !isNamed) return false
  if (box && !/(?:--+|[–—―:_-])\s{0,3}$/u.test(found)) return isNamed && /\s$/.test(found)
  if (!needsQuietSentence) return true
  const sentence = after.slice(0, 250).split(/[.!?](?=\s)/)[0] ?? ''
  return !/\s(?:--|[–—―])/.test(sentence)
}

/** Without a dash behind it, only a known agency or a day shows that a parenthesis belongs to a dateline. */
const isAgencyBox = (inside: string): boolean =>
  splitBox(inside).some((piece) => agencyOf(piece) !== null || datesIn(piece).length > 0)

const splitBox = (inside: string): string[] =>
  inside
    .split(/ [/|–—-] |[;|]|(?<=\w)\/(?=\w)/)
    .map((piece) => piece.trim())
    .filter(Boolean)

/** Agency, publisher and day of a dateline: "(APP - Paper / Group - 6th Feb, 2025)" gives APP, "Paper / Group", the day. */
function partsOf(text: string, dayFirst: boolean | null): Pick<Dateline, 'agency' | 'publisher' | 'date'> {
  const date = datesIn(text, dayFirst).sort((a, b) => Number(b.day !== null) - Number(a.day !== null))[0] ?? null
  const inside = /[([]([^()[\]]{2,120})[)\]]/u.exec(text)?.[1] ?? /\/([A-Z][^/]{2,60})\//.exec(text)?.[1] ?? ''
  const names = inside
    .split(/ [–—-] |[;|]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && datesIn(piece).length === 0)
  return { ...namesOf(names), date }
}

function namesOf(names: string[]): { agency: string | null; publisher: string | null } {
  const pieces = names.length === 1 ? (names[0] ?? '').split(/ ?\/ ?/) : names
  const agency = agencyOf(pieces[0] ?? '')
  const others = (agency ? pieces.slice(1) : pieces).filter((name) => /^[\p{L}\d]/u.test(name))
  const [first = null] = others
  // A name alone is as a rule an agency that the list does not know: what names the paper elsewhere goes before it.
  return agency === null && others.length === 1 ? { agency: first, publisher: null } : { agency, publisher: first }
}
