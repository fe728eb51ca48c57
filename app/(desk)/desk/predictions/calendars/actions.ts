'use server'

import { makeCalendar, type OpenedCalendar, renewCalendar, revokeCalendar } from '@/lib/desk/commands/calendars'
import { CalendarInput, MakeCalendar } from '@/lib/desk/schema/calendars'
import { env } from '@/lib/platform/env.mjs'
import { action } from '@/lib/web/action'
import type { ShownCalendar } from './_components/new-address'

/** The address to hand to a calendar program. It leaves the server in this one answer. */
const shown = ({ name, secret }: OpenedCalendar): ShownCalendar => ({
  name,
  url: `${env().appUrl}/calendar/${secret}.ics`,
})

export const makeCalendarAction = action(MakeCalendar, async (ctx, input) => shown(await makeCalendar(ctx, input)))

export const renewCalendarAction = action(CalendarInput, async (ctx, input) => shown(await renewCalendar(ctx, input)))

export const revokeCalendarAction = action(CalendarInput, revokeCalendar)
