import { Id } from '@/lib/core/ids'
import { getWaiting, listInbox } from '@/lib/desk/queries/inbox'
import { InboxQuery } from '@/lib/desk/schema/queues'
import { route } from '@/lib/web/route'
import { toRows } from '../rows'

/** Further rows of the inbox, or one that was put back (`only`). */
export const GET = route({
  access: 'signed-in',
  query: InboxQuery.extend({ only: Id.optional() }),
  handler: async ({ ctx, query: { only, c, do: _, q, ...filter } }) => {
    if (only) {
      const candidate = await getWaiting(ctx, only)
      return { rows: await toRows(ctx, candidate ? [candidate] : []), next: null }
    }
    const { candidates, next } = await listInbox(ctx, filter)
    return { rows: await toRows(ctx, candidates), next }
  },
})
