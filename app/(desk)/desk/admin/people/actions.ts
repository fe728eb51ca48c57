'use server'

import type { ShownLink } from '@/app/_parts/accounts/new-link'
import { createResetLink, inviteUser, type NewLink } from '@/lib/accounts/commands/links'
import { disableUser, enableUser, setRoles } from '@/lib/accounts/commands/people'
import { InviteInput, SetRolesInput, UserIdInput } from '@/lib/accounts/schema'
import { mailInvitation } from '@/lib/notices/commands/inviting'
import { env } from '@/lib/platform/env.mjs'
import { action } from '@/lib/web/action'

/** The address to hand over. It leaves the server in this one answer. */
const shown = ({ name, kind, token, expiresAt }: NewLink): ShownLink => ({
  name,
  kind,
  url: `${env().appUrl}/accept/${token}`,
  expiresAt: expiresAt.toISOString(),
})

export const inviteAction = action(InviteInput, async (ctx, input): Promise<ShownLink> => {
  const link = await inviteUser(ctx, input)
  const { url } = shown(link)
  return { ...shown(link), mailed: await mailInvitation(ctx, { ...link, email: input.email, url }) }
})

export const makeLinkAction = action(UserIdInput, async (ctx, input) => shown(await createResetLink(ctx, input)))

export const setRolesAction = action(SetRolesInput, setRoles, { message: 'The roles are saved and count at once.' })

export const disableAction = action(UserIdInput, disableUser, { message: 'The account is disabled, and signed out.' })

export const enableAction = action(UserIdInput, enableUser, { message: 'The account is enabled again.' })
