'use server'

import { z } from 'zod'
import { setPreference } from '@/lib/accounts/commands/preferences'
import { getPreference } from '@/lib/accounts/queries/preferences'
import type { Context } from '@/lib/core/context'
import { action } from '@/lib/web/action'

const Nothing = z.object({})
const NOTHING_SAID = { isScaleKept: false, isHidden: false }

async function say(ctx: Context, said: Partial<typeof NOTHING_SAID>): Promise<void> {
  await setPreference(ctx, 'start', { ...((await getPreference(ctx, 'start')) ?? NOTHING_SAID), ...said })
}

export const keepScaleAction = action(Nothing, (ctx) => say(ctx, { isScaleKept: true }))
export const hideStartAction = action(Nothing, (ctx) => say(ctx, { isHidden: true }))
export const showStartAction = action(Nothing, (ctx) => say(ctx, { isHidden: false }))
