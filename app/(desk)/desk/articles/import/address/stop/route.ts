import { z } from 'zod'
import { route } from '@/lib/web/route'
import { stopWork } from '@/lib/web/stoppable'

/** Stops a fetch of one's own that is under way. A route, because actions of one page wait for each other. */
export const POST = route({
  access: 'signed-in',
  query: z.object({ fetchId: z.string().min(1).max(64) }),
  handler: async ({ ctx, query }) => ({ stopped: stopWork(`${ctx.actor.id}:${query.fetchId}`) }),
})
