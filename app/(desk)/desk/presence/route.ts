import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { sayGone, sayPresent } from '@/lib/desk/commands/presence'
import { listPresent } from '@/lib/desk/queries/presence'
import { PresenceInput } from '@/lib/desk/schema/presence'
import { route } from '@/lib/web/route'

const Body = PresenceInput.extend({ gone: Id.optional() })

/** Says what somebody has open and asks who else looks at what is on their page, in one request every 20 seconds. */
export const POST = route({
  access: 'signed-in',
  handler: async ({ ctx, request }) => {
    const body = Body.safeParse(await request.json().catch(() => null))
    if (!body.success) throw new AppError('BAD_INPUT')
    const { gone, ...input } = body.data
    if (gone) await sayGone(ctx, gone)
    await sayPresent(ctx, input)
    return { people: await listPresent(ctx, input.shown) }
  },
})
