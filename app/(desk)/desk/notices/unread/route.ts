import { countUnread } from '@/lib/notices/queries'
import { route } from '@/lib/web/route'

/** How many notices of whoever asks are unread; asked each minute by every desk that is looked at. */
export const GET = route({
  access: 'signed-in',
  handler: async ({ ctx }) => Response.json(await countUnread(ctx), { headers: { 'Cache-Control': 'no-store' } }),
})
