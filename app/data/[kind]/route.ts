import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { env } from '@/lib/platform/env.mjs'
import { namesOfFilter } from '@/lib/publishing/queries/filter-names'
import { FILTER_NAMES, ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { currentDay, fileAnswer, refusal } from '../answer'
import { type DataFormat, fileOf, readDataQuery } from '../asked'
import { phrasesAnswer } from '../phrases'

/** /data/predictions.csv and .json: the ledger with the same filters as its page; /data/phrases.csv and .json: all phrases. */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  let format: DataFormat = 'json'
  try {
    const file = fileOf((await params).kind)
    if (file === null) throw new AppError('NOT_FOUND')
    format = file.format
    if (file.name === 'phrases') {
      readDataQuery(new URL(request.url).searchParams, [])
      return await phrasesAnswer(request, format)
    }
    if (file.name !== 'predictions') throw new AppError('NOT_FOUND')
    const filter = readDataQuery(new URL(request.url).searchParams, FILTER_NAMES)
    const edition = await currentDay()
    await assertKnown(filter, edition.today)
    const { after: _, ...asked } = filter
    const head = { filter: asked, page: `${env().appUrl}${ledgerPath(asked)}` }
    return await fileAnswer(request, { format, name: 'predictions', path: '/data/predictions', filter, head }, edition)
  } catch (error) {
    return refusal(error, format, newId())
  }
}

/** An empty file for a name that is written wrong would look like an answer. */
async function assertKnown(filter: LedgerFilter, today: string): Promise<void> {
  const names = Object.entries(await namesOfFilter(filter, today))
  const unknown = names
    .filter(([, name]) => name === null)
    .map(([field]) => [field, 'Nothing public is known under it.'])
  if (unknown.length > 0)
    throw new AppError('BAD_INPUT', {
      text: 'This query cannot be followed, so nothing is sent.',
      fields: Object.fromEntries(unknown),
    })
}
