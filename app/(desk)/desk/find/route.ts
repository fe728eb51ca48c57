import { z } from 'zod'
import { findAtDesk } from '@/lib/desk/queries/finding'
import { route } from '@/lib/web/route'

/** What the palette finds by words, while they are typed. */
export const GET = route({
  access: 'signed-in',
  query: z.object({ q: z.string().max(200).default('') }),
  handler: async ({ ctx, query }) =>
    Response.json({ found: await findAtDesk(ctx, query.q) }, { headers: { 'Cache-Control': 'no-store' } }),
})
