'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { authenticate } from '@/lib/accounts/commands'
import { SignInInput } from '@/lib/accounts/schema'
import { action } from '@/lib/web/action'
import { safeReturnPath } from '@/lib/web/origin'
import { getOrigin, keepSession } from '@/lib/web/session'

const Form = SignInInput.extend({ next: z.string().optional() })

export const signInAction = action(
  Form,
  async (ctx, { next, ...input }): Promise<undefined> => {
    await keepSession(await authenticate(ctx, input, await getOrigin()))
    redirect(safeReturnPath(next))
  },
  { access: 'anyone' },
)
