import type { Day } from '@/lib/core/days'
import { bodyWithout, type Cut, type CutSpan, settleCuts } from './cleaning-assemble'
import { type DayCandidate, dayCandidates } from './cleaning-candidates'
import { datelineOf } from './cleaning-dateline'
import { type DayNote, readHeader, statedDay } from './cleaning-header'
import { type Paragraph, paragraphsOf } from './cleaning-paragraphs'
import { SITE_NAME } from './cleaning-publishers'
import { readTail } from './cleaning-tail'

export type { Cut, CutReason } from './cleaning-assemble'
export type { DayCandidate } from './cleaning-candidates'

/**
 * `publishedOn`: known from elsewhere (typed by a person, an archive's index) and then never overruled by the text.
 * `latestOn`: the import day, the latest that a publication day can be. `country`: ISO 3166 code of the publisher's
 * country, which decides how 03/04/2025 is read.
 */
export type CleanOptions = { publishedOn?: Day | null; latestOn?: Day; country?: string | null }

/**
 * `cut`: what is not body, in the order of the text, with offsets into the raw text (UTF-16, half-open); body and cuts
 * together hold every character of the raw text except white space. `publishedOnBasis`: the words that state the day.
 * `candidates`: only where no day is known or stated, best first, each with its reason; empty when nothing fits.
 */
export type CleanText = {
  title: string | null
  body: string
  publishedOn: Day | null
  publishedOnBasis: string | null
  publisher: string | null
  byline: string | null
  cut: Cut[]
  candidates: DayCandidate[]
}

/** Countries that write the month first; elsewhere the day comes first. */
const MONTH_FIRST = new Set(['US', 'PH', 'FM', 'MH', 'PW'])
const orderOf = (country: string | null | undefined): boolean | null =>
  country ? !MONTH_FIRST.has(country.toUpperCase()) : null

/**
 * Separates an article's text from what stands around it: dateline, title, byline, publication day, headings,
 * comments, boxes, footers. Pure and linear in the length of the text; nothing is lost, see `CleanText.cut`.
 */
export function cleanText(raw: string, options: CleanOptions = {}): CleanText {
  const dayFirst = orderOf(options.country)
  const paragraphs = paragraphsOf(raw)
  const found = paragraphs.findIndex((p) => p.isProse)
  // Without a paragraph of sentences there is nothing to tell furniture from text by: all of it is kept.
  const firstProse = found < 0 ? paragraphs.length : found
  const header = readHeader(paragraphs, found, dayFirst)
  const opening = readOpening(paragraphs[firstProse], dayFirst)
  const tail = readTail(paragraphs, firstProse, dayFirst)
  const cuts = settleCuts(raw, [...header.cuts, ...opening.cuts, ...tail.cuts])
  const body = bodyWithout(raw, cuts)
  const notes = [...opening.days, ...header.days, ...tail.days]
  return {
    title: header.title,
    body,
    ...dayOf(notes, opening.days, body, options),
    publisher: opening.publisher ?? header.publisher ?? tail.publisher ?? opening.agency,
    byline: header.byline,
    cut: cuts,
  }
}

type Opening = { cuts: CutSpan[]; days: DayNote[]; publisher: string | null; agency: string | null }

const GLUED_SITE = new RegExp(`^(${SITE_NAME})(?:(?=\\p{Lu}\\p{Ll})|\\s?[|:–—-]\\s{1,2})`, 'u')

/** The beginning of the first prose: a site's name glued to it, and the dateline. */
function readOpening(first: Paragraph | undefined, dayFirst: boolean | null): Opening {
  const opening: Opening = { cuts: [], days: [], publisher: null, agency: null }
  if (!first) return opening
  let { start } = first
  const site = GLUED_SITE.exec(first.text.slice(0, 120))
  if (site) {
    opening.publisher = site[1] ?? null
    opening.cuts.push({ start, end: start + site[0].length, reason: 'publisher' })
    start += site[0].length
  }
  const text = first.text.slice(start - first.start, start - first.start + 400)
  const dateline = datelineOf(text, dayFirst)
  if (!dateline) return opening
  opening.cuts.push({ start, end: start + dateline.end, reason: 'dateline' })
  if (dateline.date) opening.days.push({ date: dateline.date, words: text.slice(0, dateline.end), isUpdate: false })
  opening.publisher ??= dateline.publisher
  opening.agency = dateline.agency
  return opening
}

type DayResult = Pick<CleanText, 'publishedOn' | 'publishedOnBasis' | 'candidates'>

function dayOf(notes: DayNote[], openingDays: DayNote[], body: string, options: CleanOptions): DayResult {
  const latestOn = options.latestOn ?? null
  if (options.publishedOn)
    return { publishedOn: options.publishedOn, publishedOnBasis: 'Given with the text', candidates: [] }
  const stated = statedDay(notes, latestOn)
  if (stated) return { publishedOn: stated.day, publishedOnBasis: stated.basis, candidates: [] }
  const dated = openingDays.find((note) => note.date.year === null)?.date ?? null
  const twoWays = notes.find((note) => note.date.readings.length > 1)?.date ?? null
  return { publishedOn: null, publishedOnBasis: null, candidates: dayCandidates(body, { latestOn, dated, twoWays }) }
}
