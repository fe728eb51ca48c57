import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { ANONYMOUS, type Context, contextOf } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { assertOwnOrigin } from './action'
import { describeFailure, type Failure } from './failures'
import { readForm } from './form'
import { getContext } from './session'

type Params = { params: Promise<unknown> }

type RouteOptions<P extends z.ZodType, Q extends z.ZodType> = {
  params?: P
  query?: Q
  /** `public` never reads the session, so that its answers may be cached; `signed-in` refuses readers. */
  access?: 'public' | 'signed-in'
  /** How refusals are told: to programs, or to people. */
  failures?: 'json' | 'html'
  /** A Response, or a value that is sent as JSON. */
  handler: (given: { ctx: Context; params: z.output<P>; query: z.output<Q>; request: Request }) => Promise<unknown>
}

/**
 * A route handler: parses path and query (repeated names are lists), makes the context, and turns what is thrown into the
 * same words and statuses as actions do. Requests of signed-in people that change something must come from our own pages.
 *
 *     export const GET = route({ params: z.object({ slug: Slug }), handler: ({ params }) => requireCard(params.slug) })
 */
export function route<P extends z.ZodType, Q extends z.ZodType>(options: RouteOptions<P, Q>) {
  return async (request: Request, { params }: Params): Promise<Response> => {
    let ctx = contextOf(ANONYMOUS, new Date())
    try {
      if (options.access === 'signed-in') ctx = await signedIn(request)
      const given = {
        ctx,
        request,
        params: (options.params ? options.params.parse(await params) : undefined) as z.output<P>,
        query: (options.query ? options.query.parse(queryOf(request)) : undefined) as z.output<Q>,
      }
      const answer = await options.handler(given)
      return answer instanceof Response ? answer : Response.json(answer)
    } catch (error) {
      unstable_rethrow(error)
      const failure = describeFailure(error, ctx.requestId)
      return options.failures === 'html' ? htmlFailure(failure) : jsonFailure(failure)
    }
  }
}

const queryOf = (request: Request) => readForm(new URL(request.url).searchParams)

async function signedIn(request: Request): Promise<Context> {
  if (request.method !== 'GET' && request.method !== 'HEAD') await assertOwnOrigin()
  const ctx = await getContext()
  if (ctx.actor.kind === 'anonymous') throw new AppError('NOT_SIGNED_IN')
  return ctx
}

const NOT_STORED = { 'Cache-Control': 'no-store' }

const jsonFailure = ({ status, code, text, fields }: Failure): Response =>
  Response.json({ error: { code, message: text, fields } }, { status, headers: NOT_STORED })

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const htmlFailure = ({ status, text }: Failure): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${status}</title><p>${escapeHtml(text)}</p></html>`,
    { status, headers: { ...NOT_STORED, 'Content-Type': 'text/html; charset=utf-8' } },
  )
