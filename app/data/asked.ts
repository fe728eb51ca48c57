import { AppError, type FieldErrors } from '@/lib/core/errors'
import type { DataFormat } from '@/lib/publishing/queries/data-file'
import { FILTER_NAMES, readLedgerFilter } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'

/** The format that the ending of an address asks for, in which it is refused as well. */
export const formatOf = (file: string): DataFormat => (file.endsWith('.csv') ? 'csv' : 'json')

/** Name and format of a file in an address; null for any other ending. */
export function fileOf(file: string): { name: string; format: DataFormat } | null {
  const [, name, ending] = file.match(/^([a-z0-9-]{1,200})\.(csv|json)$/) ?? []
  return name && (ending === 'csv' || ending === 'json') ? { name, format: ending } : null
}

/** What the ledger's file takes: all that its page takes but where a page of it goes on, because a file is whole. */
export const FILE_FILTERS = FILTER_NAMES.filter((name) => name !== 'after')

/**
 * The filter that a query asks for, by the names that an address takes. Unlike the page, which lists what it could follow, it
 * refuses what it cannot follow: a program would take the whole for the part. Throws BAD_INPUT.
 */
export function readDataQuery(query: URLSearchParams, takes: readonly string[]): LedgerFilter {
  const { filter, problems } = readLedgerFilter(Object.fromEntries(query))
  const fields: FieldErrors = { ...problems }
  for (const name of new Set(query.keys())) {
    if (query.getAll(name).length > 1) fields[name] = 'Given more than once. Give it once.'
    if (!takes.includes(name))
      fields[name] = takes.length > 0 ? `This address takes only: ${takes.join(', ')}.` : 'This address takes no query.'
  }
  if (Object.keys(fields).length > 0)
    throw new AppError('BAD_INPUT', { text: 'This query cannot be followed, so nothing is sent.', fields })
  return filter
}
