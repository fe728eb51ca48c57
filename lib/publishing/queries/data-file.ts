import { type Edition, getEdition } from '@/lib/audit/queries'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { inSnapshot, type Tx } from '@/lib/platform/db'
import { requireSettings } from '@/lib/settings/queries'
import { csvHead, csvRow } from '../rules/data-row'
import { RECORD_DEFINITIONS, ROW_DEFINITIONS } from '../rules/definitions'
import { ledgerPath } from '../rules/ledger-filter'
import type { LedgerFilter } from '../schema'
import { dataRows } from './data'
import { DATA_KINDS, type DataKind, requireDataSubject } from './data-subjects'
import { namesOfFilter } from './filter-names'

export type DataFormat = 'csv' | 'json'

/** What a file is made for: the newsroom's day and its public address. */
export type Making = { today: Day; origin: string }

/** What a file is asked to be of: the ledger by a filter, or one subject. */
export type FileOf = { filter: LedgerFilter } | { kind: DataKind; slug: string }

/** A file of predictions: which, and for JSON what stands before them. */
type DataFile = {
  /** The name under which it is kept, without its ending. */
  name: string
  filter: LedgerFilter
  head: Record<string, unknown>
}

/**
 * Hands over the whole text of a file in pieces, all of one state of the database, and answers under which name it is kept and
 * of which edition it is. Throws NOT_FOUND for whom nothing public is of, BAD_INPUT for a filter that names nobody public, BUSY
 * where it is not done within `longestMs`.
 */
export function writeDataFile(
  of: FileOf,
  { format, longestMs, ...making }: Making & { format: DataFormat; longestMs: number },
  write: (text: string) => Promise<void>,
): Promise<{ name: string; edition: Edition }> {
  return inSnapshot(async (tx) => {
    const edition = await getEdition(tx)
    const file =
      'filter' in of ? await requireLedgerFile(tx, of.filter, making) : await requireSubjectFile(tx, of, making)
    for await (const text of textOf(tx, file, format, making)) await write(text)
    return { name: file.name, edition }
  }, longestMs)
}

/** The ledger by a filter. Throws BAD_INPUT for a name that nobody public has: an empty file would look like an answer. */
async function requireLedgerFile(tx: Tx, filter: LedgerFilter, { today, origin }: Making): Promise<DataFile> {
  const names = Object.entries(await namesOfFilter(filter, today, tx))
  const unknown = names.filter(([, name]) => name === null)
  if (unknown.length > 0)
    throw new AppError('BAD_INPUT', {
      text: 'This query cannot be followed, so nothing is sent.',
      fields: Object.fromEntries(unknown.map(([field]) => [field, 'Nothing public is known under it.'])),
    })
  return { name: 'predictions', filter, head: { filter, page: `${origin}${ledgerPath(filter)}` } }
}

/** All of a subject, under the slug in force, which is another than was asked for where it was merged. Throws NOT_FOUND. */
async function requireSubjectFile(
  tx: Tx,
  { kind, slug: asked }: { kind: DataKind; slug: string },
  { today, origin }: Making,
): Promise<DataFile> {
  const { slug, name, filter, records } = await requireDataSubject(kind, asked, today, tx)
  const page = `${origin}/${kind}/${slug}`
  return {
    name: slug,
    filter,
    head: { [DATA_KINDS[kind]]: name, page, ...records, definitions: RECORD_DEFINITIONS },
  }
}

/** The whole text of a file, in pieces, from the state that the transaction sees. */
async function* textOf(
  tx: Tx,
  { filter, head }: DataFile,
  format: DataFormat,
  { today, origin }: Making,
): AsyncGenerator<string> {
  const pieces = dataRows(tx, { filter, today, origin })
  if (format === 'csv') {
    yield csvHead()
    for await (const rows of pieces) yield rows.map(csvRow).join('')
    return
  }
  const { newsroomName: newsroom } = await requireSettings(tx)
  const opening = { newsroom, asOfOn: today, methodology: `${origin}/methodology`, ...head, fields: ROW_DEFINITIONS }
  yield `${JSON.stringify(opening).slice(0, -1)},"predictions":[`
  let before = '\n'
  for await (const rows of pieces) {
    yield before + rows.map((row) => JSON.stringify(row)).join(',\n')
    before = ',\n'
  }
  yield '\n]}\n'
}
