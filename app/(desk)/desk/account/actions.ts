'use server'

import { z } from 'zod'
import { endOtherSessions, endSession } from '@/lib/accounts/commands'
import { changePassword } from '@/lib/accounts/commands/passwords'
import { ChangePasswordInput, EndSessionInput } from '@/lib/accounts/schema'
import { AppError } from '@/lib/core/errors'
import { chooseKeys, forgetKeys } from '@/lib/desk/commands/keys'
import { ChooseKeysInput } from '@/lib/desk/schema/keys'
import { chooseDigest } from '@/lib/notices/commands/choosing'
import { hourWords } from '@/lib/notices/present/digest'
import { DigestChoice } from '@/lib/notices/schema'
import { action } from '@/lib/web/action'
import { getSession } from '@/lib/web/session'

async function ownSessionId(): Promise<string> {
  const session = await getSession()
  if (session === null) throw new AppError('NOT_SIGNED_IN')
  return session.id
}

const counted = (count: number): string =>
  count === 0
    ? 'There was no other session.'
    : count === 1
      ? 'One other session ended.'
      : `${count} other sessions ended.`

export const changePasswordAction = action(
  ChangePasswordInput,
  async (ctx, input) => changePassword(ctx, input, await ownSessionId()),
  { message: ({ sessionsEnded }) => `Your password is changed. ${counted(sessionsEnded)}` },
)

export const endOtherSessionsAction = action(
  z.object({}),
  async (ctx) => endOtherSessions(ctx, { sessionId: await ownSessionId() }),
  { message: counted },
)

export const endSessionAction = action(EndSessionInput, endSession, { message: 'That session ended.' })

export const chooseKeysAction = action(ChooseKeysInput, chooseKeys, { message: 'Your keys are saved.' })

export const forgetKeysAction = action(z.object({}), forgetKeys, { message: 'The keys are as everybody begins with.' })

export const chooseDigestAction = action(
  DigestChoice,
  async (ctx, choice) => {
    await chooseDigest(ctx, choice)
    return choice.hour
  },
  {
    message: (hour) => (hour === 'off' ? 'No digest is sent to you any more.' : `It comes at ${hourWords(hour)} now.`),
  },
)
