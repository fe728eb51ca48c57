import { z } from 'zod'
import { startBatch } from '@/lib/articles/commands/batches'
import { MAX_BATCH_BYTES } from '@/lib/articles/rules/limits'
import { BatchInput } from '@/lib/articles/schema'
import { AppError } from '@/lib/core/errors'
import { route } from '@/lib/web/route'

const Query = z.object({
  name: BatchInput.shape.fileName,
  format: BatchInput.shape.format,
  dry: z.literal('1').optional(),
})

/** A table of articles as the body of the request, read as it comes in. Answers with the run that imports it. */
export const POST = route({
  access: 'signed-in',
  query: Query,
  handler: async ({ ctx, query: { name: fileName, format, dry }, request }) => {
    if (request.body === null) throw new AppError('BAD_INPUT', { fields: { file: 'The file is empty.' } })
    const length = Number(request.headers.get('content-length') ?? Number.NaN)
    return startBatch(ctx, { fileName, format, isDryRun: dry === '1' }, whole(request.body, length))
  },
})

/** The body, refused where it is too large or ends before its stated length: rows that are missing must not go unseen. */
async function* whole(body: ReadableStream<Uint8Array>, stated: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of body) {
    length += chunk.byteLength
    if (length > MAX_BATCH_BYTES)
      throw new AppError('TOO_LARGE', {
        text: 'The file is larger than 1 GB. Cut it into several; nothing was imported.',
      })
    yield chunk
  }
  if (!Number.isNaN(stated) && length !== stated)
    throw new AppError('BAD_INPUT', { text: 'Only a part of the file arrived. Nothing was imported; send it again.' })
}
