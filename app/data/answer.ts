import type { Edition } from '@/lib/audit/queries'
import { csvLine } from '@/lib/core/csv'
import { env } from '@/lib/platform/env.mjs'
import { Slots } from '@/lib/platform/slots'
import { openSpool, type Spool } from '@/lib/platform/spool'
import { type DataFormat, type FileOf, type Making, writeDataFile } from '@/lib/publishing/queries/data-file'
import { DATA_FORMAT } from '@/lib/publishing/rules/data-row'
import { currentEditionKey } from '@/lib/web/edition'
import { formatEditionKey, parseEditionKey } from '@/lib/web/edition-key'
import { describeFailure } from '@/lib/web/failures'

/**
 * A file is whole and of one state, or it is not sent: it is made in one snapshot of the database into a spool, and sent from
 * there. So a slow reader holds neither a connection nor a snapshot, a fault is an answer of its own and never a file that ends
 * too early, and as much is held in memory as one piece.
 */
const LONGEST_MAKING_MS = 60_000
const LONGEST_SENDING_MS = 15 * 60_000
/** Pages need connections too: of ten, files take at most these. */
const makingSlots = new Slots(2, 30_000)
/** Each is a file on the disk while it is sent. */
const sendingSlots = new Slots(40, 0)

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const
/** A spreadsheet takes a CSV without it for one in the machine's own character set, and opens “Łódź” as “ĹÃ³dÅº”. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** The newsroom's day of the edition in force, and the edition's mark. */
export async function currentDay(): Promise<{ today: string; mark: string }> {
  const key = await currentEditionKey()
  const today = parseEditionKey(key)?.today
  if (today === undefined) throw new Error(`no edition: ${key}`)
  return { today, mark: markOf(key) }
}

/** The same mark, the same answer. */
const markOf = (key: string): string => `W/"${DATA_FORMAT}${key}"`

/** The mark of what is made of an edition on a day. */
export const markIn = ({ databaseId, version }: Edition, today: string): string =>
  markOf(formatEditionKey({ database: databaseId, version, today }))

/**
 * Headers of public data: anybody's page may read it; whoever keeps it asks again before using it, so that corrections arrive.
 */
export function dataHeaders(format: DataFormat, name: string, mark: string): Record<string, string> {
  return {
    'Content-Type': TYPES[format],
    'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${name}.${format}"`,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    ETag: mark,
    Link: `<${env().appUrl}/methodology>; rel="describedby"`,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  }
}

/** Where a file has moved to: for anybody's page as well, and asked again, as a merge may be undone. */
export const movedTo = (path: string): Response =>
  new Response(null, {
    status: 308,
    headers: {
      Location: `${env().appUrl}${path}`,
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'Access-Control-Allow-Origin': '*',
    },
  })

/** Nothing again for who has it already; null for everybody else. */
export function knownAnswer(request: Request, format: DataFormat, name: string, mark: string): Response | null {
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim())
  return known.includes(mark) ? new Response(null, { status: 304, headers: dataHeaders(format, name, mark) }) : null
}

type Asked = { request: Request; format: DataFormat; today: string }

/** A file of predictions. */
export async function fileAnswer(asked: Asked, of: FileOf): Promise<Response> {
  const { method, signal } = asked.request
  const endSending = await sendingSlots.take()
  let spool: Spool | undefined
  try {
    spool = await openSpool()
    const headers = await madeInto(spool, of, { ...asked, origin: env().appUrl })
    // Next answers a HEAD by this too, and reads no body for it, nor for whoever has gone: it would lie about
    if (method !== 'HEAD' && !signal.aborted) {
      const until = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_SENDING_MS)])
      return new Response(spool.send(until, endSending), { headers })
    }
    await spool.drop()
    endSending()
    return new Response(null, { headers })
  } catch (error) {
    await spool?.drop()
    endSending()
    throw error
  }
}

/** Makes the file and answers its headers. */
async function madeInto(spool: Spool, of: FileOf, { format, ...making }: Making & { format: DataFormat }) {
  const endMaking = await makingSlots.take()
  try {
    if (format === 'csv') await spool.write(BYTE_ORDER_MARK)
    const asked = { ...making, format, longestMs: LONGEST_MAKING_MS }
    const { name, edition } = await writeDataFile(of, asked, spool.write)
    return dataHeaders(format, name, markIn(edition, making.today))
  } finally {
    endMaking()
  }
}

const TOO_MUCH =
  'This file cannot be made just now: others are being made, or it is too much at once. Nothing is sent rather than a part. Try again in a minute, or ask the ledger for less, as by days: /data/predictions.csv?from=2026-01-01&to=2026-03-31'

/** A refusal in the format that was asked for, as CSV with one column; a query that cannot be followed is the asker's mistake (400). */
export function refusal(error: unknown, format: DataFormat, requestId: string): Response {
  const { status, code, text: said, fields } = describeFailure(error, requestId)
  const text = code === 'BUSY' ? TOO_MUCH : said
  const headers = {
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
    ...(code === 'BUSY' ? { 'Retry-After': '60' } : {}),
  }
  const init = { status: code === 'BAD_INPUT' ? 400 : status, headers }
  if (format === 'json') return Response.json({ error: { code, message: text, fields } }, init)
  const lines = [text, ...Object.entries(fields).map(([name, why]) => `${name}: ${why}`)]
  return new Response(['refused', ...lines].map((line) => csvLine([line])).join(''), {
    ...init,
    headers: { ...headers, 'Content-Type': TYPES.csv },
  })
}
