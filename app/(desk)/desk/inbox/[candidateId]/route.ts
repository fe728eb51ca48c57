import { z } from 'zod'
import { searchClaims } from '@/lib/claims/queries'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { route } from '@/lib/web/route'
import { loadDetails } from '../rows'

/** The text around a candidate and the claims that may be the same; with `q`, the claims that a search finds. */
export const GET = route({
  access: 'signed-in',
  params: z.object({ candidateId: Id }),
  query: z.object({ q: z.string().trim().min(1).max(300).optional() }),
  handler: async ({ ctx, params, query }) => {
    if (query.q !== undefined) return { found: await searchClaims(ctx, query.q) }
    const details = await loadDetails(ctx, params.candidateId)
    if (details === null) throw new AppError('NOT_FOUND')
    return details
  },
})
