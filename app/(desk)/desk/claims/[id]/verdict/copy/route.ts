import { keepWorkingCopy } from '@/lib/verdicts/commands/copies'
import { KeepCopy } from '@/lib/verdicts/schema/copies'
import { jsonOf } from '@/lib/web/body'
import { route } from '@/lib/web/route'

/** Six bytes for each character that a copy may have, at the very most. */
const MAX_BYTES = 500_000

/** Keeps what is being typed into the editor. A route and no action: an editor that was opened before a deploy goes on. */
export const POST = route({
  access: 'signed-in',
  handler: async ({ ctx, request }) => keepWorkingCopy(ctx, KeepCopy.parse(await jsonOf(request, MAX_BYTES))),
})
