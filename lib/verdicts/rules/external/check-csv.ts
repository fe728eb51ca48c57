import { parse } from 'csv-parse/sync'
import type { ExternalRow } from '../../schema/external'
import { dayOf, excerptOf, rowOf, siteOf, textOf } from './items'

/**
 * Meedan Check's CSV exports. Its list has the columns Claim, Item page URL, Status, Created by, Submitted at, Social Media
 * Posted at, Report Published at, Number of media, Tags and the desk's own; its shared feed has Fact-check title, Fact-check
 * summary, Fact-check URL, Tags, Workspace, Updated at, Rating (meedan/check-api, app/lib/check_search.rb). Names near to
 * these are understood too; of several with one meaning the first that is filled counts.
 */
const COLUMNS = {
  claimText: ['claim', 'claim text', 'claim description', 'claim title', 'fact check title', 'title'],
  ratingText: ['rating', 'fact check rating', 'status', 'verdict'],
  reviewUrl: ['fact check url', 'published article url', 'report url', 'review url', 'url', 'link', 'item page url'],
  publisherName: ['workspace', 'publisher', 'organization', 'organisation', 'team'],
  claimant: ['claimant', 'said by', 'claim author'],
  reviewedOn: ['report published at', 'fact check published at', 'published at', 'updated at', 'date'],
  claimedOn: ['social media posted at', 'claim date'],
  title: ['fact check title'],
  language: ['fact check language', 'language'],
} as const
type Meaning = keyof typeof COLUMNS

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

const MAX_ROW = 1_000_000

type CsvReading = { rows: ExternalRow[] } | { problem: string }

/** The rows of such an export; else what keeps it from being one. `publisher`: whose it is, where the rows do not say. */
export function checkCsvRows(text: string, publisher: string | null): CsvReading {
  let records: string[][]
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
    })
  } catch {
    return { problem: 'A quotation mark is not closed, so the rows cannot be told apart. Export the file again.' }
  }
  const head = (records[0] ?? []).map(keyOf)
  const has = (meaning: Meaning) => COLUMNS[meaning].some((name) => head.includes(name))
  if (!has('claimText') || !has('ratingText'))
    return {
      problem: `It is no list of fact-checks: no column is called “Claim” or “Fact-check title”, or none “Rating” or “Status”. Its columns are: ${head.slice(0, 12).map(excerptOf).join(', ')}.`,
    }
  return { rows: records.slice(1).map((record) => csvRow(head, record, publisher)) }
}

const delimiterOf = (text: string): string => {
  const head = text.slice(0, 5000).split('\n', 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ','
}

/** Check's states of items that nobody has ruled on yet. */
const NOT_RULED = /^(?:unstarted|not started|in progress|undetermined)$/i

function csvRow(head: readonly string[], record: readonly string[], publisher: string | null): ExternalRow {
  const cell = (meaning: Meaning): string | null => {
    for (const name of COLUMNS[meaning]) {
      const value = textOf(record[head.indexOf(name)] ?? '')
      if (value !== null) return value
    }
    return null
  }
  const ratingText = cell('ratingText')
  const excerpt = excerptOf(record.join(', '))
  if (ratingText !== null && NOT_RULED.test(ratingText))
    return { problem: `Nobody has ruled on it yet (${ratingText}).`, excerpt }
  const reviewUrl = cell('reviewUrl')
  return rowOf(
    {
      claimText: cell('claimText'),
      ratingText,
      reviewUrl,
      publisherName: cell('publisherName') ?? publisher ?? workspaceOf(reviewUrl) ?? siteOf(reviewUrl),
      publisherSite: workspaceOf(reviewUrl) ? null : siteOf(reviewUrl),
      claimant: cell('claimant'),
      reviewedOn: dayOf(cell('reviewedOn')),
      claimedOn: dayOf(cell('claimedOn')),
      title: cell('title'),
      language: cell('language'),
    },
    excerpt,
  )
}

/** An item's page lies under the workspace's name: https://checkmedia.org/WORKSPACE/project/1/media/2. */
function workspaceOf(address: string | null): string | null {
  if (address === null || siteOf(address) !== 'checkmedia.org' || !URL.canParse(address)) return null
  return new URL(address).pathname.split('/')[1] || null
}
