import { listActiveIn } from '@/lib/accounts/queries'
import { type Actor, type Context, isEditor } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { capitalized } from '@/lib/core/text'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { dueWords } from '@/lib/predictions/rules/watch'
import { getSettings } from '@/lib/settings/queries'
import { canMakeNotices, canReadNotices } from '../policy'
import { type Remindable, remindableSql } from '../queries/reminders'
import { REMINDER_KINDS } from '../schema'
import { tellIn } from './making'

/** So many in one transaction: what is told of is on record with it, so that a killed worker leaves no half. */
const AT_ONCE = 100

/**
 * Reminds whoever wrote, proposed, opened or takes care of a prediction that it is due soon, due or overdue: each once, however
 * often this runs and on however many workers. Throws FORBIDDEN unless a process calls.
 */
export async function remindOfPredictions(ctx: Context): Promise<void> {
  if (!canMakeNotices(ctx.actor)) throw new AppError('FORBIDDEN')
  const settings = await getSettings()
  // before the newsroom is set up there is nothing to be reminded of
  if (settings === null) return
  const { zone } = settings
  const today = dayInZone(ctx.now, zone)
  let last: Remindable | undefined
  do last = await inTransaction((tx) => remindSome(tx, ctx, { today, zone, after: last }))
  while (last !== undefined)
}

type Round = { today: Day; zone: string; after: Remindable | undefined }

/** Answers the last one, after which there may be more. */
async function remindSome(tx: Tx, ctx: Context, { today, zone, after }: Round): Promise<Remindable | undefined> {
  const found = await tx.$queryRaw<Remindable[]>(remindableSql(today, zone, { limit: AT_ONCE, after }))
  const made = await tx.reminder.createManyAndReturn({
    data: found.map(({ id, kind, undoId }) => ({
      ...{ id: newId(), predictionId: id, kind, undoId, madeAt: ctx.now },
    })),
    // Another worker made it after this one began to read.
    skipDuplicates: true,
  })
  for (const reminder of made) {
    const one = found.find(({ id }) => id === reminder.predictionId)
    if (one) await tell(tx, ctx, { ...one, reminderId: reminder.id, today })
  }
  return found.length === AT_ONCE ? found.at(-1) : undefined
}

/** The newest one stands for those before it, whether they were read or not. */
async function tell(tx: Tx, ctx: Context, one: Remindable & { reminderId: string; today: Day }): Promise<void> {
  const about = { subjectType: 'prediction', subjectId: one.claimId } as const
  await tx.notice.updateMany({
    where: { ...about, kind: { in: [...REMINDER_KINDS] }, readAt: null },
    data: { readAt: ctx.now },
  })
  const words = dueWords(one, one.today)
  const news = (await whomToTell(tx, one.people)).map((userId) => ({
    ...about,
    userId,
    kind: one.kind,
    words: capitalized(words),
  }))
  await tellIn(tx, news, { cause: `reminder:${one.reminderId}`, byName: null, createdAt: ctx.now, actorId: null })
}

/** Those of them who work here; where nobody of them does any more, the editors. */
async function whomToTell(tx: Tx, people: readonly string[]): Promise<string[]> {
  const idsOf = (found: readonly { actor: Actor }[]) => found.flatMap(({ actor }) => actor.id ?? [])
  const still = (await listActiveIn(tx, people)).filter(({ actor }) => canReadNotices(actor))
  return idsOf(still.length > 0 ? still : (await listActiveIn(tx)).filter(({ actor }) => isEditor(actor)))
}
