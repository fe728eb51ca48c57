import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { requireAnnotations } from '@/lib/evidence/queries/annotations'
import { route } from '@/lib/web/route'

/** What is cited of a source, for other tools of the desk: W3C Web Annotations. */
export const GET = route({
  access: 'signed-in',
  params: z.object({ id: Id }),
  handler: async ({ ctx, params }) =>
    Response.json(await requireAnnotations(ctx, params.id), {
      headers: {
        'Content-Type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        'Cache-Control': 'private, no-store',
      },
    }),
})
