import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import type { ActionResult } from '@/lib/core/results'
import { env } from '@/lib/platform/env.mjs'
import { formOf } from './body'
import { describeFailure } from './failures'
import { keptValues, readForm } from './form'
import { isOwnOrigin } from './origin'
import { getContext } from './session'

/** What `useActionState` and ActionForm take. */
export type FormAction<T> = (previous: ActionResult<T>, form: FormData) => Promise<ActionResult<T>>

type ActionOptions<T> = {
  /** Who may call it at all: somebody signed in, unless `anyone` is said. What they may do is decided in the command. */
  access?: 'signed-in' | 'anyone'
  /** Told above the form when it worked. */
  message?: string | ((value: T) => string)
  /** Whether the page shows its data anew afterwards; autosaves say no. */
  refreshes?: boolean
}

/**
 * A server action for a form. Checks that the form came from our own pages, reads it (names: see readForm), parses it with
 * `schema`, runs `run` and turns what is thrown into words: field errors, an AppError's public text, else an id. Next's
 * redirect() and notFound() pass through. After a refusal `kept` holds what was typed.
 *
 *     export const renameAction = action(RenameInput, (ctx, input) => renameThing(ctx, input), { message: 'Saved.' })
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  run: (ctx: Context, input: z.output<S>) => Promise<T>,
  options: ActionOptions<T> = {},
): FormAction<T> {
  return (_previous, form) => answer(schema, run, options, form)
}

/**
 * The POST of a route that answers as `action` does, in JSON: for forms whose address has to outlive a deploy. Who it is and
 * where it comes from is asked before the body is read, of which there may be `maxBytes`. Refreshes nothing.
 */
export function formRoute<S extends z.ZodType, T>(
  schema: S,
  run: (ctx: Context, input: z.output<S>) => Promise<T>,
  { maxBytes, ...options }: Pick<ActionOptions<T>, 'access' | 'message'> & { maxBytes: number },
): (request: Request) => Promise<Response> {
  return async (request) => {
    const result = await answer(schema, run, { ...options, refreshes: false }, () => formOf(request, maxBytes))
    return Response.json(result, { headers: { 'Cache-Control': 'no-store' } })
  }
}

async function answer<S extends z.ZodType, T>(
  schema: S,
  run: (ctx: Context, input: z.output<S>) => Promise<T>,
  { access = 'signed-in', message, refreshes = true }: ActionOptions<T>,
  given: FormData | (() => Promise<FormData>),
): Promise<ActionResult<T>> {
  let requestId = newId()
  let form = typeof given === 'function' ? null : given
  try {
    await assertOwnOrigin()
    const ctx = await getContext()
    requestId = ctx.requestId
    if (access === 'signed-in' && ctx.actor.kind === 'anonymous') throw new AppError('NOT_SIGNED_IN')
    form = typeof given === 'function' ? await given() : given
    const value = await run(ctx, schema.parse(readForm(form)))
    if (refreshes) refresh()
    return { status: 'ok', value, message: typeof message === 'function' ? message(value) : message }
  } catch (error) {
    unstable_rethrow(error)
    const { status, ...failure } = describeFailure(error, requestId)
    return { ...failure, status: 'error', kept: form ? keptValues(form) : undefined }
  }
}

/** Throws FORBIDDEN unless the request that is being answered was made by one of our own pages. */
export async function assertOwnOrigin(): Promise<void> {
  const sent = await headers()
  const isOwn = isOwnOrigin({
    origin: sent.get('origin'),
    secFetchSite: sent.get('sec-fetch-site'),
    host: sent.get('x-forwarded-host') ?? sent.get('host'),
    appUrl: env().appUrl,
  })
  if (!isOwn)
    throw new AppError('FORBIDDEN', {
      text: 'This form was sent from another site, so nothing was changed. Open the page here and send it again.',
    })
}
