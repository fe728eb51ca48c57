'use server'

import { redirect } from 'next/navigation'
import { endSession } from '@/lib/accounts/commands'
import { keepDecided } from '@/lib/claims/commands/differences'
import { KeepDecidedInput, TakeOverInput } from '@/lib/claims/schema'
import { takeOverReading } from '@/lib/desk/commands'
import { undoBulk } from '@/lib/desk/commands/bulk'
import { changeView, deleteView, saveView } from '@/lib/desk/commands/views'
import { UndoBulk } from '@/lib/desk/schema/bulk'
import { ChangeView, DeleteView, SaveView } from '@/lib/desk/schema/views'
import { action, assertOwnOrigin } from '@/lib/web/action'
import { forgetSession, getContext, getSession } from '@/lib/web/session'

/** Ends this session and takes the cookie back; already ended is fine. */
export async function signOutAction(): Promise<void> {
  await assertOwnOrigin()
  const session = await getSession()
  if (session) await endSession(await getContext(), { sessionId: session.id }, 'signed_out')
  await forgetSession()
  redirect('/sign-in?ended=signed-out')
}

export const takeOverAction = action(TakeOverInput, takeOverReading, { message: 'Taken over.' })

export const keepDecidedAction = action(KeepDecidedInput, keepDecided, { message: 'Kept as decided.' })

/** A move of many is taken back from whichever queue it was made in. */
export const undoBulkAction = action(UndoBulk, undoBulk)

export const saveViewAction = action(SaveView, saveView)

export const changeViewAction = action(ChangeView, changeView, { message: 'The view is saved.' })

export const deleteViewAction = action(DeleteView, deleteView)
