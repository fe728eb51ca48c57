import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { PREFERENCES, type PreferenceKey, type PreferenceValue } from '../schema/preferences'

/** Keeps a choice of the signed-in person; null forgets it, so that the default holds again. Throws NOT_SIGNED_IN. */
export async function setPreference<K extends PreferenceKey>(
  ctx: Context,
  key: K,
  value: PreferenceValue<K> | null,
): Promise<void> {
  if (ctx.actor.kind !== 'user') throw new AppError('NOT_SIGNED_IN')
  const userId = ctx.actor.id
  if (value === null) {
    await db().preference.deleteMany({ where: { userId, key } })
    return
  }
  const kept = { value: PREFERENCES[key].parse(value), updatedAt: ctx.now }
  await db().preference.upsert({
    where: { userId_key: { userId, key } },
    create: { userId, key, ...kept },
    update: kept,
  })
}
