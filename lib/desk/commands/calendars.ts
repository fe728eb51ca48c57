import { randomBytes } from 'node:crypto'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Calendar } from '@/lib/platform/generated/client'
import { calendarEvents } from '../events'
import { canKeepCalendars, canRevokeCalendarsOf } from '../policy'
import { MOST_CALENDARS } from '../rules/calendars'
import { secretHash } from '../rules/tickets'
import { CalendarInput, MakeCalendar } from '../schema/calendars'
import { queryText } from '../schema/queues'

/** The secret is shown once; its hash alone is stored. */
export type OpenedCalendar = { calendarId: string; name: string; secret: string }

const newSecret = (): string => randomBytes(32).toString('base64url')

function requireKeeper({ actor }: Context): string {
  if (!canKeepCalendars(actor) || actor.id === null) throw new AppError('FORBIDDEN')
  return actor.id
}

/** Makes a calendar of one's own and its secret address. Throws FORBIDDEN, ZodError, MOVE_REFUSED at the limit. */
export async function makeCalendar(ctx: Context, given: MakeCalendar): Promise<OpenedCalendar> {
  const ownerId = requireKeeper(ctx)
  const { name, ...filter } = MakeCalendar.parse(given)
  const [id, secret, query] = [newId(), newSecret(), queryText(filter)]
  await inTransaction(async (tx) => {
    await lockRow(tx, 'app_user', ownerId)
    if ((await tx.calendar.count({ where: { ownerId, revokedAt: null } })) >= MOST_CALENDARS)
      throw new AppError('MOVE_REFUSED', {
        text: `You have ${MOST_CALENDARS} calendars already. Revoke one that nobody reads any more; nothing was made.`,
      })
    await tx.calendar.create({
      data: { id, ownerId, name, query, secretHash: secretHash(secret), createdAt: ctx.now },
    })
    await recordEvent(tx, ctx, calendarEvents, { type: 'calendar.made', entityId: id, payload: { name, query } })
  })
  return { calendarId: id, name, secret }
}

/** Gives one's own calendar another address; the old one answers nothing from then on. Throws NOT_FOUND, MOVE_REFUSED. */
export async function renewCalendar(ctx: Context, given: CalendarInput): Promise<OpenedCalendar> {
  const { calendarId } = CalendarInput.parse(given)
  const secret = newSecret()
  return inTransaction(async (tx) => {
    const keeperId = requireKeeper(ctx)
    const { name } = await requireOpen(tx, calendarId, (ownerId) => ownerId === keeperId)
    await tx.calendar.update({
      where: { id: calendarId },
      data: { secretHash: secretHash(secret), renewedAt: ctx.now, revision: { increment: 1 } },
    })
    await recordEvent(tx, ctx, calendarEvents, { type: 'calendar.renewed', entityId: calendarId, payload: { name } })
    return { calendarId, name, secret }
  })
}

/** Shuts the address of one's own calendar for good; of others' an admin. Throws NOT_FOUND, MOVE_REFUSED. */
export async function revokeCalendar(ctx: Context, given: CalendarInput): Promise<{ name: string }> {
  const { calendarId } = CalendarInput.parse(given)
  return inTransaction(async (tx) => {
    const { name } = await requireOpen(tx, calendarId, (ownerId) => canRevokeCalendarsOf(ctx.actor, ownerId))
    await tx.calendar.update({
      where: { id: calendarId },
      data: { revokedAt: ctx.now, revision: { increment: 1 } },
    })
    await recordEvent(tx, ctx, calendarEvents, { type: 'calendar.revoked', entityId: calendarId, payload: { name } })
    return { name }
  })
}

async function requireOpen(tx: Tx, calendarId: string, isAllowed: (ownerId: string) => boolean): Promise<Calendar> {
  await lockRow(tx, 'calendar', calendarId)
  const calendar = await tx.calendar.findUnique({ where: { id: calendarId } })
  if (calendar === null || !isAllowed(calendar.ownerId)) throw new AppError('NOT_FOUND')
  if (calendar.revokedAt !== null)
    throw new AppError('MOVE_REFUSED', { text: 'This calendar was revoked already. Nothing was changed.' })
  return calendar
}
