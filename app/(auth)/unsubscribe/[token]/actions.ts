'use server'

import { z } from 'zod'
import { switchDigestOff } from '@/lib/notices/commands/choosing'
import { action } from '@/lib/web/action'
import { authSecret } from '@/lib/web/auth'

export const unsubscribeAction = action(
  z.object({ token: z.string().max(200) }),
  (ctx, { token }) => switchDigestOff(ctx, token, authSecret()),
  { access: 'anyone', message: 'The daily digest is switched off. You hear nothing more from us by e-mail.' },
)
