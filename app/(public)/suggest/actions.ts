'use server'

import { redirect } from 'next/navigation'
import { suggestClaim } from '@/lib/desk/commands/suggestions'
import { SuggestInput } from '@/lib/desk/schema'
import { action } from '@/lib/web/action'
import { authSecret } from '@/lib/web/auth'
import { getOrigin } from '@/lib/web/session'

/** Takes a suggestion, from anybody, and leads to its status page. */
export const suggestAction = action(
  SuggestInput,
  async (ctx, input): Promise<undefined> => {
    const { address } = await getOrigin()
    const { secret } = await suggestClaim(ctx, input, { key: authSecret(), address })
    redirect(`/suggest/${secret}`)
  },
  { access: 'anyone', refreshes: false },
)
