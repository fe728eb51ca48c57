import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { env } from '@/lib/platform/env.mjs'
import { DATA_KINDS, type DataKind, requireDataSubject } from '@/lib/publishing/queries/data-subjects'
import { RECORD_DEFINITIONS } from '@/lib/publishing/rules/definitions'
import { currentDay, fileAnswer, refusal } from '../../answer'
import { type DataFormat, fileOf, readDataQuery } from '../../asked'
import { predictionAnswer } from '../../prediction'

type Given = { params: Promise<{ kind: string; file: string }> }

const isDataKind = (kind: string): kind is DataKind => kind in DATA_KINDS

/** /data/speakers/SLUG.csv and .json, the same of publishers, topics and phrases; /data/predictions/SLUG.json. */
export async function GET(request: Request, { params }: Given): Promise<Response> {
  let format: DataFormat = 'json'
  try {
    const { kind, file } = await params
    const asked = fileOf(file)
    if (asked === null) throw new AppError('NOT_FOUND')
    format = asked.format
    const query = new URL(request.url).searchParams
    if (kind === 'predictions' && format === 'json') {
      readDataQuery(query, [])
      return await predictionAnswer(request, asked.name)
    }
    if (!isDataKind(kind)) throw new AppError('NOT_FOUND')
    const { after } = readDataQuery(query, ['after'])
    const edition = await currentDay()
    const { slug, name, filter, records } = await requireDataSubject(kind, asked.name, edition.today)
    if (slug !== asked.name) return Response.redirect(`${env().appUrl}/data/${kind}/${slug}.${format}`, 308)
    const head = {
      [DATA_KINDS[kind]]: name,
      page: `${env().appUrl}/${kind}/${slug}`,
      ...records,
      definitions: RECORD_DEFINITIONS,
    }
    const path = `/data/${kind}/${slug}`
    return await fileAnswer(request, { format, name: slug, path, filter: { ...filter, after }, head }, edition)
  } catch (error) {
    return refusal(error, format, newId())
  }
}
