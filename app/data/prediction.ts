import { AppError } from '@/lib/core/errors'
import { env } from '@/lib/platform/env.mjs'
import { shortQuote } from '@/lib/publishing/present'
import { listDataRows } from '@/lib/publishing/queries/data'
import { getPredictionPage } from '@/lib/publishing/queries/prediction-page'
import { currentDay, dataHeaders, isKnown } from './answer'

/** One prediction with all that its page tells; an address that moved leads on, what is not public is NOT_FOUND. */
export async function predictionAnswer(request: Request, slug: string): Promise<Response> {
  const { today, mark } = await currentDay()
  const headers = dataHeaders('json', slug, mark)
  const origin = env().appUrl
  const found = await getPredictionPage(slug)
  if (found.is === 'moved' && found.path.startsWith('/predictions/'))
    return Response.redirect(`${origin}/data${found.path}.json`, 308)
  if (found.is !== 'page') throw new AppError('NOT_FOUND')
  if (isKnown(request, mark)) return new Response(null, { status: 304, headers })
  const { claim, prediction, occurrences } = found.page
  const { rows } = await listDataRows({ filter: { view: 'all' }, today, origin, claimId: claim.id }, 1)
  const { clarifications, undone, linked, outcome, openedAt, openedBy, resolution } = prediction
  return Response.json(
    {
      asOfOn: today,
      prediction: rows[0],
      opened: { at: openedAt, ...openedBy },
      said: occurrences.map(({ quote, ...place }) => ({ quote: shortQuote(quote), ...place })),
      clarifications,
      settled: resolution,
      outcome,
      undone,
      linked: linked.map(({ slug: other, ...rest }) => ({ address: `${origin}/predictions/${other}`, ...rest })),
    },
    { headers },
  )
}
