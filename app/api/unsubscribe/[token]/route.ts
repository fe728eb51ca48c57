import { z } from 'zod'
import { switchDigestOff } from '@/lib/notices/commands/choosing'
import { env } from '@/lib/platform/env.mjs'
import { authSecret } from '@/lib/web/auth'
import { route } from '@/lib/web/route'

const params = z.object({ token: z.string().max(200) })
const NOT_STORED = { 'Cache-Control': 'no-store' }

/** What mail programs send for "unsubscribe" (RFC 8058): no cookie, no origin, no further question; the token is the right. */
export const POST = route({
  params,
  handler: async ({ ctx, params: { token } }) => {
    await switchDigestOff(ctx, token, authSecret())
    return new Response('The daily digest is switched off.\n', { headers: NOT_STORED })
  },
})

/** A person who follows the same address is asked first. */
export const GET = route({
  params,
  handler: async ({ params: { token } }) =>
    new Response(null, {
      status: 303,
      headers: { ...NOT_STORED, Location: `${env().appUrl}/unsubscribe/${encodeURIComponent(token)}` },
    }),
})
