'use server'

import { redirect } from 'next/navigation'
import { endSession } from '@/lib/accounts/commands'
import { assertOwnOrigin } from '@/lib/web/action'
import { forgetSession, getContext, getSession } from '@/lib/web/session'

/** Ends this session and takes the cookie back; already ended is fine. */
export async function signOutAction(): Promise<void> {
  await assertOwnOrigin()
  const session = await getSession()
  if (session) await endSession(await getContext(), { sessionId: session.id }, 'signed_out')
  await forgetSession()
  redirect('/sign-in?ended=signed-out')
}
