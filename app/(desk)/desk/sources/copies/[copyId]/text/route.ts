import { z } from 'zod'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { requireCopy } from '@/lib/evidence/queries/copies'
import { route } from '@/lib/web/route'

/** The readable text of a copy, for the desk: offsets of excerpts count its UTF-16 units. */
export const GET = route({
  access: 'signed-in',
  params: z.object({ copyId: Id }),
  handler: async ({ ctx, params }) => {
    const { text } = await requireCopy(ctx, params.copyId)
    if (text === null) throw new AppError('NOT_FOUND')
    return new Response(text, {
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'X-Content-Type-Options': 'nosniff',
        // A copy never changes, but who may read it does.
        'Cache-Control': 'private, no-store',
      },
    })
  },
})
