import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { requireRunProgress } from '@/lib/jobs/queries/runs'
import { isOver } from '@/lib/jobs/rules'
import { eventStream } from '@/lib/web/event-stream'
import { route } from '@/lib/web/route'

/** How far a run is, at least each second while that changes; `?once=1` answers once, for browsers whose stream breaks. */
export const GET = route({
  access: 'signed-in',
  params: z.object({ id: Id }),
  query: z.object({ once: z.literal('1').optional() }),
  handler: async ({ ctx, params, query, request }) => {
    const first = await requireRunProgress(ctx, params.id)
    if (query.once) return Response.json(first, { headers: { 'Cache-Control': 'no-store' } })
    return eventStream(
      request,
      () => requireRunProgress(ctx, params.id),
      (run) => isOver(run.state),
    )
  },
})
