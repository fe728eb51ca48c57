import { z } from 'zod'
import { openNotice } from '@/lib/notices/commands/reading'
import { env } from '@/lib/platform/env.mjs'
import { route } from '@/lib/web/route'

/**
 * Leads to what a notice is about and marks it as read. A link and no form, so that it opens in a tab of its own too: whatever
 * follows it unasked marks one of its own notices as read, and no more.
 */
export const GET = route({
  access: 'signed-in',
  params: z.object({ id: z.uuid() }),
  failures: 'html',
  handler: async ({ ctx, params }) =>
    new Response(null, {
      status: 303,
      headers: { Location: new URL(await openNotice(ctx, params.id), env().appUrl).href, 'Cache-Control': 'no-store' },
    }),
})
