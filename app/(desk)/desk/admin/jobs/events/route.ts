import { z } from 'zod'
import { getJobsOverview } from '@/lib/jobs/queries'
import { listRuns } from '@/lib/jobs/queries/runs'
import { eventStream } from '@/lib/web/event-stream'
import { route } from '@/lib/web/route'
import { digestOf } from '../_components/digest'

/** Tells each second whether the queue has changed; the page then asks for itself anew. `?once=1` answers once. */
export const GET = route({
  access: 'signed-in',
  query: z.object({ once: z.literal('1').optional() }),
  handler: async ({ ctx, query, request }) => {
    const read = async () => {
      const [overview, runs] = await Promise.all([getJobsOverview(ctx), listRuns(ctx)])
      return { digest: digestOf({ overview, runs }) }
    }
    const first = await read()
    if (query.once) return Response.json(first, { headers: { 'Cache-Control': 'no-store' } })
    return eventStream(request, read)
  },
})
