import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '@/lib/core/errors'
import { calendarText } from '@/lib/desk/present/calendar'
import { readCalendar } from '@/lib/desk/queries/calendars'
import { env } from '@/lib/platform/env.mjs'
import { route } from '@/lib/web/route'

/**
 * Nobody shows it without asking again: one that was revoked is gone at the next request. Not `no-store`, as other secret
 * answers: a program that may not keep the text could not be told by its ETag that it has it.
 */
const HEADERS = {
  'Cache-Control': 'private, no-cache',
  'X-Robots-Tag': 'noindex',
}

/** A calendar of predictions for whoever has its secret address: no session, no cookie. */
export const GET = route({
  params: z.object({ file: z.string() }),
  handler: async ({ ctx, params: { file }, request }) => {
    if (!file.endsWith('.ics')) throw new AppError('NOT_FOUND')
    const text = calendarText(await readCalendar(ctx, file.slice(0, -'.ics'.length)), env().appUrl)
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
    if (knows(request.headers.get('if-none-match'), tag))
      return new Response(null, { status: 304, headers: { ...HEADERS, ETag: tag } })
    return new Response(text, {
      headers: {
        ...{ ...HEADERS, ETag: tag, 'Content-Type': 'text/calendar; charset=utf-8' },
        'Content-Disposition': 'inline; filename="predictions.ics"',
      },
    })
  },
})

/** RFC 9110: a list of tags, weak ones compare equal. */
const knows = (header: string | null, tag: string): boolean =>
  header?.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, ''))) ?? false
