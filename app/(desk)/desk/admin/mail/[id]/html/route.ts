import { z } from 'zod'
import { isAdmin } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { readCaught } from '@/lib/platform/mail/caught'
import { caughtFolder } from '@/lib/platform/mail/sending'
import { route } from '@/lib/web/route'

/** A mail that was caught, as a mail program would show it: in a sandbox (next.config.js). */
export const GET = route({
  access: 'signed-in',
  params: z.object({ id: z.uuid() }),
  failures: 'html',
  handler: async ({ ctx, params }) => {
    const folder = caughtFolder()
    const mail = isAdmin(ctx.actor) && folder !== null ? await readCaught(folder, params.id) : null
    if (mail === null) throw new AppError('NOT_FOUND')
    return new Response(mail.html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  },
})
