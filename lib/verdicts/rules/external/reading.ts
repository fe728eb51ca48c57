import { claimReviewNodes, linkedNodes } from '@/lib/articles/rules/pages/linked-data'
import { HostilePage, parsePage } from '@/lib/articles/rules/pages/tree'
import { type ExternalFormat, type ExternalRow, MAX_EXTERNAL_ROWS } from '../../schema/external'
import { checkCsvRows } from './check-csv'
import { claimReviewRow, claimReviewsIn, feedRows } from './claim-reviews'
import { factCheckToolsRows, isFactCheckTools } from './fact-check-tools'
import { fieldOf } from './items'

/** `address`: where the text was found. `publisher`: whose verdicts they are, where the text does not say. */
export type ExternalSource = { text: string; address: string | null; publisher: string | null }
export type ExternalReading = { format: ExternalFormat; rows: ExternalRow[]; note: string | null } | { problem: string }

/** Reads other desks' verdicts from a text of any of the known formats, told apart by what it holds. Pure. */
export function readExternal({ text, address, publisher }: ExternalSource): ExternalReading {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  const reading = start.startsWith('<')
    ? readHtml(text, address)
    : /^[{[]/.test(start)
      ? readJson(start, address)
      : readCsv(text, publisher)
  if ('problem' in reading) return reading
  if (reading.rows.length > MAX_EXTERNAL_ROWS)
    return { problem: `It has more than ${MAX_EXTERNAL_ROWS.toLocaleString('en')} rows. Cut it into several files.` }
  return reading
}

function readHtml(html: string, address: string | null): ExternalReading {
  const reviews = claimReviewsOfPage(html)
  if (typeof reviews === 'string') return { problem: reviews }
  if (reviews.length === 0)
    return {
      problem:
        'The page holds no fact-check that programs can read: no ClaimReview in JSON-LD. Nothing was stored. Pages that show one to search engines have it.',
    }
  return { format: 'page', rows: reviews.map((review) => claimReviewRow(review, address)), note: null }
}

function claimReviewsOfPage(html: string): unknown[] | string {
  try {
    return claimReviewNodes(linkedNodes(parsePage(html).linkedData))
  } catch (error) {
    if (error instanceof HostilePage)
      return 'The page is built in a way that no page is, so it was not read. Nothing was stored.'
    throw error
  }
}

function readJson(text: string, address: string | null): ExternalReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'It begins like JSON, but cannot be read as such. It may be cut off. Nothing was stored.' }
  }
  if (isFactCheckTools(json)) {
    const note = fieldOf(json, 'nextPageToken') ? 'The search has further pages, which are not in this answer.' : null
    return { format: 'fact_check_tools', rows: factCheckToolsRows(json), note }
  }
  if (Array.isArray(fieldOf(json, 'dataFeedElement')) || claimReviewsIn(json).length > 0)
    return { format: 'feed', rows: feedRows(json, address), note: null }
  return {
    problem:
      'The JSON holds neither ClaimReviews (a feed, or one alone) nor an answer of Google’s Fact Check Tools. Nothing was stored.',
  }
}

function readCsv(text: string, publisher: string | null): ExternalReading {
  const reading = checkCsvRows(text, publisher)
  return 'problem' in reading ? reading : { format: 'check_csv', rows: reading.rows, note: null }
}
