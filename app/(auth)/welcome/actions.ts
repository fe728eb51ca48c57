'use server'

import { redirect } from 'next/navigation'
import { env } from '@/lib/platform/env.mjs'
import { openNewsroom } from '@/lib/settings/commands'
import { OpenNewsroomInput } from '@/lib/settings/schema'
import { action } from '@/lib/web/action'
import { getOrigin, keepSession } from '@/lib/web/session'

export const openNewsroomAction = action(
  OpenNewsroomInput,
  async (ctx, input): Promise<undefined> => {
    const where = { requiredToken: env().setupToken, origin: await getOrigin() }
    await keepSession(await openNewsroom(ctx, input, where))
    redirect('/desk/start')
  },
  { access: 'anyone' },
)
