import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { canReadJobs } from '@/lib/jobs/policy'
import { getJobsOverview } from '@/lib/jobs/queries'
import { listRuns } from '@/lib/jobs/queries/runs'
import { eventStream } from '@/lib/web/event-stream'
import { route } from '@/lib/web/route'
import { sharedRead } from '@/lib/web/shared-read'
import { digestOf } from '../_components/digest'

/** Admins all see the same, so one reading a second is enough for all of them. */
const readDigest = sharedRead(1000, async (ctx: Context) => {
  const [overview, runs] = await Promise.all([getJobsOverview(ctx), listRuns(ctx)])
  return { digest: digestOf({ overview, runs }) }
})

/** Tells each second whether the queue has changed; the page then asks for itself anew. `?once=1` answers once. */
export const GET = route({
  access: 'signed-in',
  query: z.object({ once: z.literal('1').optional() }),
  handler: async ({ ctx, query, request }) => {
    if (!canReadJobs(ctx.actor)) throw new AppError('NOT_FOUND')
    const read = () => readDigest(ctx)
    const first = await read()
    if (query.once) return Response.json(first, { headers: { 'Cache-Control': 'no-store' } })
    return eventStream(request, read)
  },
})
