import type { Day } from '@/lib/core/days'
import type { CutReason, CutSpan } from './cleaning-assemble'
import { datelineOf, isDatelineAlone } from './cleaning-dateline'
import { datesIn, type WrittenDate, withoutDates } from './cleaning-dates'
import { furnitureOf, startsComments } from './cleaning-furniture'
import { endsSentence, type Paragraph, wordCount } from './cleaning-paragraphs'
import { agencyOf, siteOf } from './cleaning-publishers'

/** A day that the text states, with the words that say so; `isUpdate` days give way to days of publication. */
export type DayNote = { date: WrittenDate; words: string; isUpdate: boolean }

/** What the lines before the first paragraph of sentences say, and which of them are therefore no body. */
export type Header = {
  title: string | null
  byline: string | null
  publisher: string | null
  days: DayNote[]
  cuts: CutSpan[]
}

/** How many lines may stand before the text proper; a document that has more is not read as having a header. */
const MOST_LINES = 30

const LABELLED: { key: 'title' | 'byline' | 'publisher' | 'day'; pattern: RegExp; reason: CutReason }[] = [
  { key: 'title', pattern: /^(?:title|headline)\s?:\s*(.{3,300})$/iu, reason: 'title' },
  {
    key: 'byline',
    pattern: /^(?:by|authors?|byline|writer|reporter|journalist|written by|words by|story by)\s?:\s*(.{2,150})$/iu,
    reason: 'byline',
  },
  {
    key: 'publisher',
    pattern: /^(?:publisher|publication|source|newspaper|outlet|agency|site)\s?:\s*(.{2,100})$/iu,
    reason: 'publisher',
  },
  {
    key: 'day',
    pattern:
      /^(?:(?:first |originally )?(?:published|posted|date|publication date|updated|last updated|issued|released|modified)(?: on| at)?)\s?:?\s*(.{6,100})$/iu,
    reason: 'publication day',
  },
]

const NAME = "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30}|de|la|van|der|von|bin|al|el|di|da)"
const NAMES = `${NAME}(?: ${NAME}){0,4}(?:(?:, | and | & |, and )${NAME}(?: ${NAME}){0,4}){0,4}`
/** "By Ann Example", "BY ANN EXAMPLE and BOB SAMPLE, Staff Writers", "Ann Example in Kyoto" after "By". */
const BYLINE = new RegExp(
  `^(?:[Bb]y|BY|From|[Ww]ritten by|[Ww]ords by|[Ss]tory by|[Rr]eported by)\\s{1,3}(${NAMES})(?:[,|–—/-]{0,2}\\s{0,2}(?:(?:in|for|at|of) )?[\\p{L}\\d ,.'’&@()-]{0,80})?$`,
  'u',
)
/** What people are, where it stands behind their names. */
const ROLE =
  /,\s*[^,]{0,40}\b(?:writers?|reporters?|correspondents?|editors?|staff|bureau|columnists?|contributors?|analysts?)\b.*$/iu

/** Reads the lines before the first prose, `paragraphs[0 .. firstProse)`. */
export function readHeader(paragraphs: readonly Paragraph[], firstProse: number, dayFirst: boolean | null): Header {
  const header: Header = { title: null, byline: null, publisher: null, days: [], cuts: [] }
  if (firstProse < 0 || firstProse > MOST_LINES) return header
  const open: Paragraph[] = []
  for (const paragraph of paragraphs.slice(0, firstProse)) {
    const reason = readLine(paragraph, header, dayFirst)
    if (reason) header.cuts.push({ start: paragraph.start, end: paragraph.end, reason })
    else open.push(paragraph)
  }
  if (header.title === null) readTitle(open, header)
  return header
}

/** Reads one line into the header; the reason for cutting it, or null when it is something else. */
function readLine(paragraph: Paragraph, header: Header, dayFirst: boolean | null): CutReason | null {
  const { text } = paragraph
  if (text.length > 320) return null
  for (const { key, pattern, reason } of LABELLED) {
    const value = pattern.exec(text)?.[1]?.trim()
    if (!value) continue
    if (key === 'day') {
      if (!noteDay(text, header, dayFirst)) continue
    } else header[key] ??= value
    return reason
  }
  return readUnlabelled(text, header, dayFirst)
}

function readUnlabelled(text: string, header: Header, dayFirst: boolean | null): CutReason | null {
  const withoutDay = text.length <= 160 ? withoutDates(text) : text
  if (text.length <= 160 && withoutDay.length <= 2 && noteDay(text, header, dayFirst)) return 'publication day'
  const byline = BYLINE.exec(datesIn(text).length > 0 ? withoutDay : text)?.[1]
  if (byline) {
    header.byline ??= byline.replace(ROLE, '').trim()
    noteDay(text, header, dayFirst)
    return 'byline'
  }
  const publisher = siteOf(text) ?? agencyOf(text) ?? siteOf(withoutDay) ?? agencyOf(withoutDay)
  if (publisher) {
    header.publisher ??= publisher
    noteDay(text, header, dayFirst)
    return 'publisher'
  }
  if (isDatelineAlone(text)) {
    noteDay(text, header, dayFirst)
    return 'dateline'
  }
  if (startsComments(text)) return 'page furniture'
  const furniture = furnitureOf(text)
  if (furniture) return furniture.reason
  return text.length <= 160 && datesIn(text, dayFirst).some((d) => d.year !== null) && isMostlyNames(withoutDay)
    ? nameAndDay(text, withoutDay, header, dayFirst)
    : null
}

/** "Example Courier | 3 March 2025" and "Ann Example · 3 March 2025, 10:30": capitalised words beside a day. */
const isMostlyNames = (rest: string): boolean => new RegExp(`^${NAMES}$`, 'u').test(rest) && wordCount(rest) <= 6

function nameAndDay(text: string, rest: string, header: Header, dayFirst: boolean | null): CutReason | null {
  if (/^\p{Lu}[^|·•]*[|·•–—-]/u.test(text) || /[|·•–—-]\s*\p{Lu}[^|·•]*$/u.test(text)) header.publisher ??= rest
  return noteDay(text, header, dayFirst) ? 'publication day' : null
}

function noteDay(text: string, header: Header, dayFirst: boolean | null): boolean {
  const dates = datesIn(text.slice(0, 320), dayFirst).filter((date) => date.readings.length > 0)
  for (const date of dates) {
    const before = text.slice(0, date.start)
    const isUpdate = /(?:updated|modified|edited)[^\d]*$/i.test(before.slice(-40))
    header.days.push({ date, words: text, isUpdate })
  }
  return dates.length > 0
}

/** A line of at least three words that is no list entry, no place, no label and no piece of a sentence. */
const mayBeTitle = (text: string): boolean =>
  text.length <= 200 &&
  wordCount(text) >= 3 &&
  !/[,;:]$/.test(text) &&
  !/^[-*•–—]\s/.test(text) &&
  (wordCount(text) >= 4 || /\p{Ll}/u.test(text)) &&
  datelineOf(text, null) === null

/** The first line that is nothing else is the title; "Title | Paper" gives the publisher too. */
function readTitle(open: readonly Paragraph[], header: Header): void {
  const first = open[0]
  if (!first || !mayBeTitle(first.text)) return
  if (/\.$/.test(first.text) && endsSentence(first.text) && !/\b\p{Lu}\.$/u.test(first.text)) return
  const suffix = /^(.{12,250}\S)\s+[|–—-]\s+(\p{Lu}[\p{L}\p{M}\d.'’& ]{2,40})$/u.exec(first.text)
  const isSite = suffix?.[2] !== undefined && wordCount(suffix[2]) <= 5 && / \| /.test(first.text.slice(-60))
  header.title = (isSite ? (suffix?.[1] ?? first.text) : first.text).replace(/^#{1,6}\s+/, '')
  if (isSite) header.publisher ??= suffix?.[2]?.trim() ?? null
  header.cuts.push({ start: first.start, end: first.end, reason: 'title' })
}

/** The publication day among those stated: a day of publication before one of an update, no later than `latestOn`. */
export function statedDay(notes: readonly DayNote[], latestOn: Day | null): { day: Day; basis: string } | null {
  const usable = notes.filter((n) => n.date.day !== null && (latestOn === null || n.date.day <= latestOn))
  const best = usable.find((n) => !n.isUpdate) ?? usable[0]
  if (!best?.date.day) return null
  const words = best.words.length > 120 ? best.date.text : best.words
  return { day: best.date.day, basis: `The text states it: "${words.trim()}"` }
}
