import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import type { DataFormat } from '@/lib/publishing/queries/data-file'
import { currentDay, fileAnswer, knownAnswer, refusal } from '../answer'
import { FILE_FILTERS, fileOf, formatOf, readDataQuery } from '../asked'
import { phrasesAnswer } from '../phrases'

/** /data/predictions.csv and .json: the ledger with the same filters as its page; /data/phrases.csv and .json: all phrases. */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  let format: DataFormat = 'json'
  try {
    const { kind } = await params
    format = formatOf(kind)
    const file = fileOf(kind)
    if (file === null) throw new AppError('NOT_FOUND')
    const query = new URL(request.url).searchParams
    if (file.name === 'phrases') {
      readDataQuery(query, [])
      return await phrasesAnswer(request, format)
    }
    if (file.name !== 'predictions') throw new AppError('NOT_FOUND')
    const filter = readDataQuery(query, FILE_FILTERS)
    const { today, mark } = await currentDay()
    return (
      knownAnswer(request, format, 'predictions', mark) ?? (await fileAnswer({ request, format, today }, { filter }))
    )
  } catch (error) {
    return refusal(error, format, newId())
  }
}
