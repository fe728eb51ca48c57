import { listActiveIn } from '@/lib/accounts/queries'
import { listPreferencesIn } from '@/lib/accounts/queries/preferences'
import { type Context, contextOf } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { enqueueJob } from '@/lib/jobs/commands'
import { db, inTransaction } from '@/lib/platform/db'
import { env } from '@/lib/platform/env.mjs'
import type { DigestState } from '@/lib/platform/generated/client'
import { outcomeOf } from '@/lib/platform/mail/failures'
import { canSendMail, sendMail } from '@/lib/platform/mail/sending'
import { getSettings, requireSettings } from '@/lib/settings/queries'
import { canMakeNotices } from '../policy'
import { digestMail } from '../present/digest'
import { listWaiting } from '../queries/waiting'
import { DEFAULT_HOUR, isDigestDue, nextStep } from '../rules/digest'
import { unsubscribeToken } from '../rules/unsubscribing'

/**
 * Queues today's digest of everybody whose hour has come and who has none for today yet. Runs every ten minutes, on several
 * workers, after any pause: one row a person and day makes sure of the rest.
 */
export async function planDigests(ctx: Context): Promise<void> {
  if (!canMakeNotices(ctx.actor)) throw new AppError('FORBIDDEN')
  const settings = await getSettings()
  if (settings === null || !canSendMail()) return
  const { zone } = settings
  const people = await listActiveIn(db())
  const ids = people.map(({ actor }) => actor.id)
  const forOn = dayInZone(ctx.now, zone)
  const [chosen, planned] = await Promise.all([
    listPreferencesIn(db(), 'digest', ids),
    db().digest.findMany({ where: { forOn, userId: { in: ids } }, select: { userId: true } }),
  ])
  for (const { actor, createdAt } of people) {
    const choice = chosen.get(actor.id)
    const hour = choice?.value ?? DEFAULT_HOUR
    const since = choice && choice.updatedAt > createdAt ? choice.updatedAt : createdAt
    if (planned.some(({ userId }) => userId === actor.id) || !isDigestDue({ hour, since, now: ctx.now, zone })) continue
    await plan(ctx, actor.id, forOn)
  }
}

/** Another worker may have planned it in this moment: then nothing is queued. */
const plan = (ctx: Context, userId: string, forOn: Day): Promise<void> =>
  inTransaction(async (tx) => {
    const id = newId()
    const { count } = await tx.digest.createMany({
      data: [{ id, userId, forOn, queuedAt: ctx.now }],
      skipDuplicates: true,
    })
    if (count > 0) await enqueueJob(tx, { name: 'send_digest', payload: { digestId: id } })
  })

/**
 * Sends one digest, at most once (see nextStep). Throws what the mail server refused for now, so that the queue tries again;
 * the reason is kept with the digest.
 */
export async function sendDigest(ctx: Context, digestId: string): Promise<void> {
  if (!canMakeNotices(ctx.actor)) throw new AppError('FORBIDDEN')
  const digest = await db().digest.findUnique({ where: { id: digestId } })
  if (digest === null) return
  const settings = await requireSettings()
  const step = nextStep(digest, dayInZone(ctx.now, settings.zone))
  if (step === 'leave') return
  if (step === 'give_up') return end(ctx, digestId, 'sending', 'unknown', 'The worker ended while it was being sent.')
  if (step === 'lapse') return end(ctx, digestId, 'queued', 'lapsed')
  const [person] = await listActiveIn(db(), [digest.userId])
  const hour = (await listPreferencesIn(db(), 'digest', [digest.userId])).get(digest.userId)?.value ?? DEFAULT_HOUR
  if (person === undefined || hour === 'off') return end(ctx, digestId, 'queued', 'lapsed')
  const queues = await listWaiting(contextOf(person.actor, ctx.now, ctx.requestId), settings.zone)
  if (queues.length === 0) return end(ctx, digestId, 'queued', 'nothing_waited')
  const { appUrl: site, authSecret } = env()
  const token = authSecret ? unsubscribeToken(authSecret, person.actor.id) : null
  const { name } = person.actor
  const mail = digestMail({
    ...{ name, newsroomName: settings.newsroomName, day: digest.forOn, hour, queues, site },
    unsubscribeUrl: token && `${site}/unsubscribe/${token}`,
  })
  await send(ctx, digestId, {
    ...{ ...mail, id: digestId, to: { name, address: person.email } },
    unsubscribeUrl: token ? `${site}/api/unsubscribe/${token}` : undefined,
  })
}

async function send(ctx: Context, id: string, mail: Parameters<typeof sendMail>[0]): Promise<void> {
  const { count } = await db().digest.updateMany({ where: { id, state: 'queued' }, data: { state: 'sending' } })
  if (count === 0) return
  try {
    await sendMail(mail)
  } catch (error) {
    const { outcome, reason } = outcomeOf(error)
    if (outcome !== 'not_now') return end(ctx, id, 'sending', outcome, reason)
    await db().digest.updateMany({ where: { id, state: 'sending' }, data: { state: 'queued', reason } })
    throw error
  }
  await end(ctx, id, 'sending', 'sent')
}

/** Only from the state that this run knows: another one may have ended it. */
async function end(
  ctx: Context,
  id: string,
  from: 'queued' | 'sending',
  state: DigestState,
  reason: string | null = null,
): Promise<void> {
  await db().digest.updateMany({ where: { id, state: from }, data: { state, reason, endedAt: ctx.now } })
}
