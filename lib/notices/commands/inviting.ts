import { canInvite } from '@/lib/accounts/policy'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { formatDay } from '@/lib/core/windows'
import { MailError } from '@/lib/platform/mail/failures'
import { canSendMail, caughtFolder, sendMail } from '@/lib/platform/mail/sending'
import { requireSettings } from '@/lib/settings/queries'
import { invitationMail } from '../present/invitation'

/** `off`: no mail is set up. `failed`: it was not taken, or nobody knows; the link still opens. */
export type Mailed = 'sent' | 'caught' | 'failed' | 'off'

/**
 * Mails an invitation that was just made, after its transaction. Straight away and not by a job: the link's secret is stored
 * nowhere, also not in the queue. Throws FORBIDDEN.
 */
export async function mailInvitation(
  ctx: Context,
  { name, email, url, expiresAt }: { name: string; email: string; url: string; expiresAt: Date },
): Promise<Mailed> {
  if (!canInvite(ctx.actor)) throw new AppError('FORBIDDEN')
  if (!canSendMail()) return 'off'
  const { newsroomName, zone } = await requireSettings()
  const until = formatDay(dayInZone(expiresAt, zone))
  const mail = invitationMail({ newsroomName, invitedBy: ctx.actor.name, url, until })
  try {
    await sendMail({ ...mail, id: newId(), to: { name, address: email } })
    return caughtFolder() === null ? 'sent' : 'caught'
  } catch (error) {
    if (error instanceof MailError) return 'failed'
    throw error
  }
}
