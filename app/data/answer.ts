import { env } from '@/lib/platform/env.mjs'
import { type DataReading, keyAfter, listDataRows } from '@/lib/publishing/queries/data'
import { csvHead, csvRow, type DataRow } from '@/lib/publishing/rules/data-row'
import { ledgerQuery } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { requireSettings } from '@/lib/settings/queries'
import { currentEditionKey } from '@/lib/web/edition'
import { parseEditionKey } from '@/lib/web/edition-key'
import { describeFailure } from '@/lib/web/failures'
import type { DataFormat } from './asked'

/** The most predictions in one file; what follows has an address of its own. */
export const MOST_ROWS = 2000
/** As many are read and sent at a time: whose they are is asked for each piece anew, so pieces are large. */
const PIECE = 1000

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/** What a file is made of: which predictions, and for JSON what stands before them. */
export type DataFile = {
  format: DataFormat
  /** The name under which it is kept, without its ending. */
  name: string
  /** Its address without the query. */
  path: string
  filter: LedgerFilter
  /** What stands before the predictions in JSON. */
  head: Record<string, unknown>
}

/** The day and the mark of the edition that an answer is made of: the same mark, the same answer. */
export async function currentDay(): Promise<{ today: string; mark: string }> {
  const key = await currentEditionKey()
  const today = parseEditionKey(key)?.today
  if (today === undefined) throw new Error(`no edition: ${key}`)
  return { today, mark: `W/"${key}"` }
}

/**
 * Headers of public data: anybody's page may read it; whoever keeps it asks again before using it, so that corrections arrive.
 */
export function dataHeaders(format: DataFormat, name: string, mark: string): Record<string, string> {
  return {
    'Content-Type': TYPES[format],
    'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${name}.${format}"`,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    ETag: mark,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Link, ETag',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  }
}

/** Nothing again for who has it already. */
export const isKnown = (request: Request, mark: string): boolean =>
  (request.headers.get('if-none-match') ?? '').split(',').some((one) => one.trim() === mark)

/** A file of predictions, sent as they are read, with the address of the next one. */
export async function fileAnswer(request: Request, file: DataFile, edition: { today: string; mark: string }) {
  const { format, name, path, filter, head } = file
  const headers = dataHeaders(format, name, edition.mark)
  if (isKnown(request, edition.mark)) return new Response(null, { status: 304, headers })
  const origin = env().appUrl
  const reading: DataReading = { filter, today: edition.today, origin }
  const after = await keyAfter(reading, MOST_ROWS)
  const next = after === null ? null : `${origin}${path}.${format}?${queryAfter(file, after)}`
  if (next !== null) headers.Link = `<${next}>; rel="next"`
  const { newsroomName } = await requireSettings()
  const opening = { newsroom: newsroomName, asOfOn: edition.today, methodology: `${origin}/methodology`, ...head }
  const pieces = format === 'csv' ? csvOf(reading) : jsonOf({ ...opening, limit: MOST_ROWS, next }, reading)
  return new Response(streamOf(pieces), { headers })
}

/** Who or what a file is about stands in its path; the rest of the filter in its query. */
const queryAfter = ({ path, filter }: DataFile, after: string): string =>
  path === '/data/predictions' ? ledgerQuery({ ...filter, after }) : ledgerQuery({ after })

async function* piecesOf(reading: DataReading): AsyncGenerator<DataRow[]> {
  let { after } = reading.filter
  for (let sent = 0; sent < MOST_ROWS; sent += PIECE) {
    const { rows, next } = await listDataRows({ ...reading, filter: { ...reading.filter, after } }, PIECE)
    yield rows
    if (next === null) return
    after = next
  }
}

async function* csvOf(reading: DataReading): AsyncGenerator<string> {
  yield csvHead()
  for await (const rows of piecesOf(reading)) yield rows.map(csvRow).join('')
}

async function* jsonOf(head: Record<string, unknown>, reading: DataReading): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"predictions":[`
  let isFirst = true
  for await (const rows of piecesOf(reading)) {
    if (rows.length === 0) continue
    yield `${isFirst ? '\n' : ',\n'}${rows.map((row) => JSON.stringify(row)).join(',\n')}`
    isFirst = false
  }
  yield '\n]}\n'
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

/** A refusal in the format that was asked for; a query that cannot be followed is the asker's mistake (400). */
export function refusal(error: unknown, format: DataFormat, requestId: string): Response {
  const { status, code, text, fields } = describeFailure(error, requestId)
  const headers = {
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  }
  const init = { status: code === 'BAD_INPUT' ? 400 : status, headers }
  if (format === 'json') return Response.json({ error: { code, message: text, fields } }, init)
  const lines = [text, ...Object.entries(fields).map(([name, why]) => `${name}: ${why}`)]
  return new Response(`${lines.join('\n')}\n`, {
    ...init,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
