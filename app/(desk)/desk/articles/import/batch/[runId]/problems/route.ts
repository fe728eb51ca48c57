import { z } from 'zod'
import { listBatchProblems, requireBatch } from '@/lib/articles/queries/batches'
import type { Context } from '@/lib/core/context'
import { csvLine } from '@/lib/core/csv'
import { Id } from '@/lib/core/ids'
import { route } from '@/lib/web/route'

/** All refused rows of a table as a CSV, sent as they are read. */
export const GET = route({
  access: 'signed-in',
  params: z.object({ runId: Id }),
  handler: async ({ ctx, params: { runId } }) => {
    await requireBatch(ctx, runId)
    return new Response(streamOf(linesOf(ctx, runId)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="refused-rows.csv"',
        'Cache-Control': 'no-store',
      },
    })
  },
})

const streamOf = (pieces: AsyncGenerator<Uint8Array>): ReadableStream =>
  new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })

async function* linesOf(ctx: Context, runId: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(csvLine(['row', 'reason', 'begins with']))
  for (let after: number | null = 0; after !== null; ) {
    const page = await listBatchProblems(ctx, { runId, after, limit: 500 })
    yield encoder.encode(page.problems.map(({ row, reason, excerpt }) => csvLine([row, reason, excerpt])).join(''))
    after = page.next
  }
}
