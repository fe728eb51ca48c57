import { getStart } from '@/lib/desk/queries/starting'
import { route } from '@/lib/web/route'

/** Which step to the first verdict is next, for the bar above the desk's pages: { step }, null when all are done. */
export const GET = route({
  access: 'signed-in',
  handler: async ({ ctx }) => {
    const { start } = await getStart(ctx)
    return Response.json({ step: start.current }, { headers: { 'Cache-Control': 'no-store' } })
  },
})
