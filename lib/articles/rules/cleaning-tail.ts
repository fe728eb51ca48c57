import type { CutReason, CutSpan } from './cleaning-assemble'
import { datesIn, withoutDates } from './cleaning-dates'
import { furnitureOf, startsComments } from './cleaning-furniture'
import type { DayNote } from './cleaning-header'
import { endsSentence, type Paragraph, wordCount } from './cleaning-paragraphs'
import { agencyOf, SITE_NAME, siteOf } from './cleaning-publishers'

/** What was found after the beginning of the text. */
export type Tail = { cuts: CutSpan[]; publisher: string | null; days: DayNote[] }

/** How many lines a list of links has at most, its own title included. */
const LONGEST_SECTION = 12

/** Reads everything from the first prose on: comments, boxes, headings, footers, names glued to the last sentence. */
export function readTail(paragraphs: readonly Paragraph[], firstProse: number, dayFirst: boolean | null): Tail {
  const tail: Tail = { cuts: [], publisher: null, days: [] }
  const comments = commentsStart(paragraphs, firstProse)
  const kept: Paragraph[] = []
  let section: CutReason | null = null
  let sectionLength = 0
  for (const [i, paragraph] of paragraphs.entries()) {
    if (i < firstProse) continue
    const reason: CutReason | null =
      i >= comments
        ? 'comments'
        : reasonFor(paragraph, sectionLength < LONGEST_SECTION ? section : null, tail, kept.length === 0)
    section = reason && !paragraph.isProse ? sectionAfter(paragraph, section) : null
    sectionLength = section ? sectionLength + 1 : 0
    if (reason) tail.cuts.push({ start: paragraph.start, end: paragraph.end, reason })
    else kept.push(paragraph)
    if (i >= comments) continue
    if (reason) tail.publisher ??= publisherIn(paragraph.text, reason)
  }
  cutHeadings(kept, tail.cuts)
  cutEnd(kept, tail, dayFirst)
  return tail
}

function reasonFor(paragraph: Paragraph, section: CutReason | null, tail: Tail, isFirst: boolean): CutReason | null {
  const { text } = paragraph
  if (startsComments(text)) return 'page furniture'
  const furniture = isFirst ? null : furnitureOf(text)
  if (furniture) return furniture.reason
  if (section && !paragraph.isProse) return section
  if (siteOf(text)) {
    tail.publisher ??= siteOf(text)
    return 'publisher'
  }
  return null
}

const sectionAfter = (paragraph: Paragraph, section: CutReason | null): CutReason | null => {
  const rule = furnitureOf(paragraph.text)
  return rule ? (rule.section ? rule.reason : null) : section
}

/**
 * Where the readers' comments begin: at a line such as "11 Comments" after which the text has the shape of a
 * discussion (names on lines of their own) or no long run of prose. Number of paragraphs when there are none.
 */
function commentsStart(paragraphs: readonly Paragraph[], firstProse: number): number {
  for (let i = firstProse + 1; i < paragraphs.length; i++) {
    const text = paragraphs[i]?.text ?? ''
    if (!startsComments(text)) continue
    const rest = paragraphs.slice(i + 1, i + 41)
    const prose = rest.filter((p) => p.isProse).length
    const names = rest.filter((p) => !p.isProse && p.text.length <= 60).length
    if (prose <= 2 || names >= prose * 0.5) return i
  }
  return paragraphs.length
}

/** "- Something -", "## Something", "* * *" or a short line without a full stop between two paragraphs of sentences. */
function cutHeadings(kept: readonly Paragraph[], cuts: CutSpan[]): void {
  const isSpaced = kept.filter((p) => p.isAfterBlank).length > kept.length / 2
  for (const [i, paragraph] of kept.entries()) {
    const [before, after] = [kept[i - 1], kept[i + 1]]
    if (i === 0 || !isHeading(paragraph, before, after, isSpaced)) continue
    cuts.push({ start: paragraph.start, end: paragraph.end, reason: 'heading' })
  }
}

const DRAWN_HEADING =
  /^(?:[-–—*=~_]{1,3}\s?[^\s-][^\n]{0,100}?\s?[-–—*=~_]{1,3}|#{1,6}\s[^\n]{1,140}|\*\*[^*\n]{1,140}\*\*|[•·*~_=\s-]{1,20})$/u

function isHeading(
  line: Paragraph,
  before: Paragraph | undefined,
  after: Paragraph | undefined,
  isSpaced: boolean,
): boolean {
  const { text } = line
  if (text.length > 150) return false
  if (DRAWN_HEADING.test(text) && !(/^[-–—*]\s/.test(text) && endsSentence(text))) return true
  if (line.isProse || text.length > 80 || wordCount(text) > 12) return false
  if (!before?.isProse || !after?.isProse || !endsSentence(before.text)) return false
  if (isSpaced && !line.isAfterBlank) return false
  const isSpoken = /^[\p{L}. ]{1,30}:\s/u.test(text)
  const isOpen = isSpoken || /[.,;:!…–—-]["'”’)\]]*$/u.test(text) || /^["'“‘«(\d$€£¥•*–—-]/u.test(text)
  return !isOpen && /^\p{Lu}/u.test(text) && /^["'“‘«(]?[\p{Lu}\d$€£¥]/u.test(after.text)
}

const CREDIT_LINE =
  /^(?:[–—-]{1,3}\s?|\()?\s?(?:\p{Lu}[\p{L}\p{M}\d.'’&]{0,25})(?:[ /,]{1,2}(?:\p{Lu}[\p{L}\p{M}\d.'’&]{0,25}|of|the|and|with|agencies)){0,6}\)?$/u
const GLUED_SITE = new RegExp(`(?<=[.!?…"'”’)\\]])\\s{0,4}[([–—-]{0,2}\\s?(${SITE_NAME})[)\\].]{0,2}$`, 'u')
const GLUED_CREDIT =
  /(?<=[.!?…"'”’])\s{1,3}(?:[–—-]{1,2}\s?([\p{L}][\p{L}\d .'’&/]{1,50})|\(([\p{L}][\p{L}\d .'’&/]{1,50})\)|\/([\p{L}]{2,12})\/?)$/u
const GLUED_DAY =
  /(?<=[.!?…"'”’)\]])\s{1,4}(?:(?:publication |published )?date|published(?: on)?|posted(?: on)?|updated(?: on)?)\s?:?\s?((?:19|20)\d{2}-\d{1,2}-\d{1,2})(?:[T ][\d:.Z+]{4,16})?$/iu

/** The end of what is left: credits, days and names in lines of their own, then those glued to the last sentence. */
function cutEnd(kept: readonly Paragraph[], tail: Tail, dayFirst: boolean | null): void {
  let last = kept.length - 1
  for (; last > 0; last--) {
    const line = kept[last]
    if (!line || line.isProse || line.text.length > 160) break
    const reason = endReason(line.text, tail, dayFirst)
    if (!reason) break
    tail.cuts.push({ start: line.start, end: line.end, reason })
  }
  for (const line of kept.slice(Math.max(0, last), last + 1)) cutGlued(line, tail)
}

function endReason(text: string, tail: Tail, dayFirst: boolean | null): CutReason | null {
  const dates = datesIn(text, dayFirst)
  if (dates.length > 0 && withoutDates(text).length <= 2) {
    for (const date of dates) tail.days.push({ date, words: text, isUpdate: /updated|modified/i.test(text) })
    return 'publication day'
  }
  const name = agencyOf(text.replace(/^[–—-]+/, ''))
  if (name) tail.publisher ??= name
  if (name) return 'credit'
  return /^[–—(-]/.test(text) && text.length <= 80 && CREDIT_LINE.test(text) ? 'credit' : null
}

/** Names and days behind the last full stop of a paragraph: "... on Monday.ExampleNews.com". */
function cutGlued(line: Paragraph, tail: Tail): void {
  let end = line.end
  for (let round = 0; round < 3; round++) {
    const from = Math.max(line.start, end - 140)
    const text = line.text.slice(from - line.start, end - line.start)
    const found = gluedAt(text, tail)
    if (!found) return
    tail.cuts.push({ start: from + found.index, end, reason: found.reason })
    end = from + found.index
  }
}

function gluedAt(text: string, tail: Tail): { index: number; reason: CutReason } | null {
  const site = GLUED_SITE.exec(text)
  if (site) {
    tail.publisher ??= site[1] ?? null
    return { index: site.index, reason: 'publisher' }
  }
  const day = GLUED_DAY.exec(text)
  if (day) {
    for (const date of datesIn(day[0])) tail.days.push({ date, words: day[0], isUpdate: /updated/i.test(day[0]) })
    return { index: day.index, reason: 'publication day' }
  }
  const credit = GLUED_CREDIT.exec(text)
  const name = credit && (credit[1] ?? credit[2] ?? credit[3])
  const agency = name ? agencyOf(name.split('/')[0] ?? name) : null
  if (!credit || !agency) return null
  tail.publisher ??= agency
  return { index: credit.index, reason: 'credit' }
}

/** A publisher named by a footer: "© 2025 Example Courier", "appeared first on Example Courier", "Source: ...". */
function publisherIn(text: string, reason: CutReason): string | null {
  if (reason === 'publisher') return siteOf(text)
  const patterns =
    reason === 'copyright'
      ? [
          /(?:©|\(c\)|copyright)[\s©(c),:]{0,6}(?:(?:19|20)\d{2}(?:\s?[–-]\s?(?:19|20)\d{2})?)?[\s,by]{0,5}(\p{Lu}[\p{L}\p{M}\d'’& ]{2,50}(?:\.(?:com|net|org)\b)?)/u,
        ]
      : reason === 'credit'
        ? [
            /(?:appeared|published|posted) (?:first )?(?:on|in|at|by) (?:the website of )?(\p{Lu}[\p{L}\p{M}\d'’& ]{2,50}(?:\.(?:com|net|org)\b)?)/u,
            /^source\s?[:|]\s?(\p{Lu}[\p{L}\p{M}\d.'’& ]{1,50})$/iu,
          ]
        : []
  for (const pattern of patterns) {
    const name = pattern
      .exec(text)?.[1]
      ?.replace(/\s+(?:All|Inc|Ltd|LLC)\b.*$/i, '')
      .trim()
    if (name) return name
  }
  return null
}
