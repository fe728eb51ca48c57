'use server'

import { redirect } from 'next/navigation'
import { acceptInvite, resetPassword } from '@/lib/accounts/commands/links'
import { AcceptInviteInput, ResetPasswordInput } from '@/lib/accounts/schema'
import { action } from '@/lib/web/action'
import { getOrigin, keepSession } from '@/lib/web/session'

export const acceptInviteAction = action(
  AcceptInviteInput,
  async (ctx, input): Promise<undefined> => {
    await keepSession(await acceptInvite(ctx, input, await getOrigin()))
    redirect('/desk')
  },
  { access: 'anyone' },
)

export const resetPasswordAction = action(
  ResetPasswordInput,
  async (ctx, input): Promise<undefined> => {
    await keepSession(await resetPassword(ctx, input, await getOrigin()))
    redirect('/desk')
  },
  { access: 'anyone' },
)
