import { AppError } from '@/lib/core/errors'
import { keepWorkingCopy } from '@/lib/verdicts/commands/copies'
import { KeepCopy } from '@/lib/verdicts/schema/copies'
import { route } from '@/lib/web/route'

/** Six bytes for each character that a copy may have, at the very most. */
const MAX_BYTES = 500_000

/** Keeps what is being typed into the editor. A route and no action: an editor that was opened before a deploy goes on. */
export const POST = route({
  access: 'signed-in',
  handler: async ({ ctx, request }) => keepWorkingCopy(ctx, KeepCopy.parse(await bodyOf(request))),
})

async function bodyOf(request: Request): Promise<unknown> {
  const body = await request.text()
  if (body.length > MAX_BYTES) throw new AppError('TOO_LARGE')
  try {
    return JSON.parse(body)
  } catch {
    throw new AppError('BAD_INPUT')
  }
}
