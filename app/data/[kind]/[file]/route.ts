import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import type { DataFormat } from '@/lib/publishing/queries/data-file'
import { isDataKind, isPublicSubject, slugInForce } from '@/lib/publishing/queries/data-subjects'
import { currentDay, fileAnswer, knownAnswer, movedTo, refusal } from '../../answer'
import { fileOf, formatOf, readDataQuery } from '../../asked'
import { predictionAnswer } from '../../prediction'

type Given = { params: Promise<{ kind: string; file: string }> }

/** /data/speakers/SLUG.csv and .json, the same of publishers, topics and phrases; /data/predictions/SLUG.csv and .json. */
export async function GET(request: Request, { params }: Given): Promise<Response> {
  let format: DataFormat = 'json'
  try {
    const { kind, file } = await params
    format = formatOf(file)
    const asked = fileOf(file)
    if (asked === null) throw new AppError('NOT_FOUND')
    readDataQuery(new URL(request.url).searchParams, [])
    if (kind === 'predictions') return await predictionAnswer(request, asked.name, format)
    if (!isDataKind(kind)) throw new AppError('NOT_FOUND')
    const { today, mark } = await currentDay()
    const slug = await slugInForce(kind, asked.name)
    if (slug !== asked.name) {
      // an address would tell the name of somebody who is not public
      if (!(await isPublicSubject(kind, slug, today))) throw new AppError('NOT_FOUND')
      return movedTo(`/data/${kind}/${slug}.${format}`)
    }
    return knownAnswer(request, format, slug, mark) ?? (await fileAnswer({ request, format, today }, { kind, slug }))
  } catch (error) {
    return refusal(error, format, newId())
  }
}
