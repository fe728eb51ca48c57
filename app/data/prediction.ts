import { AppError } from '@/lib/core/errors'
import { env } from '@/lib/platform/env.mjs'
import { shortQuote } from '@/lib/publishing/present'
import type { DataFormat } from '@/lib/publishing/queries/data-file'
import { readPrediction } from '@/lib/publishing/queries/data-prediction'
import { csvHead, csvRow } from '@/lib/publishing/rules/data-row'
import { ROW_DEFINITIONS } from '@/lib/publishing/rules/definitions'
import { BYTE_ORDER_MARK, currentDay, dataHeaders, knownAnswer, markIn, movedTo } from './answer'

/**
 * One prediction: for JSON with all that its page tells, for CSV its row. An address that moved leads on, what is not public is
 * NOT_FOUND.
 */
export async function predictionAnswer(request: Request, slug: string, format: DataFormat): Promise<Response> {
  const { today, mark } = await currentDay()
  const known = knownAnswer(request, format, slug, mark)
  if (known) return known
  const origin = env().appUrl
  const found = await readPrediction(slug, { today, origin })
  if (found.is === 'moved' && found.path.startsWith('/predictions/')) return movedTo(`/data${found.path}.${format}`)
  if (found.is !== 'page') throw new AppError('NOT_FOUND')
  const { page, row, edition } = found.page
  const headers = dataHeaders(format, slug, markIn(edition, today))
  if (format === 'csv') return new Response(BYTE_ORDER_MARK + csvHead() + csvRow(row), { headers })
  const { clarifications, undone, linked, outcome, openedAt, openedBy, resolution } = page.prediction
  const { first, later } = page
  return Response.json(
    {
      asOfOn: today,
      page: row.address,
      fields: ROW_DEFINITIONS,
      prediction: row,
      opened: { at: openedAt, ...openedBy },
      said: [first, ...later.shown.map((one) => (one.is === 'said_again' ? one.place : null))].flatMap((place) =>
        place === null ? [] : [{ ...place, quote: shortQuote(place.quote) }],
      ),
      reported: later.shown.flatMap((one) =>
        one.is === 'reported' ? [{ ...one.report, quote: shortQuote(one.report.quote) }] : [],
      ),
      /** Statements between the first and the newest ones, which only their own list has. */
      moreStatements: later.more && { count: later.more.count, page: `${row.address}/statements` },
      clarifications,
      settled: resolution,
      outcome,
      undone,
      linked: linked.map(({ slug: other, ...rest }) => ({ address: `${origin}/predictions/${other}`, ...rest })),
    },
    { headers },
  )
}
