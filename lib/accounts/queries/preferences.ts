import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import { PREFERENCES, type PreferenceKey, type PreferenceValue } from '../schema/preferences'

/**
 * What the signed-in person chose under a key; null when nothing, or something of a shape that no longer holds.
 * Throws NOT_SIGNED_IN.
 */
export async function getPreference<K extends PreferenceKey>(ctx: Context, key: K): Promise<PreferenceValue<K> | null> {
  if (ctx.actor.kind !== 'user') throw new AppError('NOT_SIGNED_IN')
  const row = await db().preference.findUnique({
    where: { userId_key: { userId: ctx.actor.id, key } },
    select: { value: true },
  })
  const parsed = PREFERENCES[key].safeParse(row?.value)
  return parsed.success ? (parsed.data as PreferenceValue<K>) : null
}

/** What each of these people chose under a key, and when; who chose nothing is left out. For jobs, which act for everybody. */
export async function listPreferencesIn<K extends PreferenceKey>(
  from: Db,
  key: K,
  userIds: readonly string[],
): Promise<Map<string, { value: PreferenceValue<K>; updatedAt: Date }>> {
  const rows = await from.preference.findMany({ where: { key, userId: { in: [...userIds] } } })
  return new Map(
    rows.flatMap(({ userId, value, updatedAt }) => {
      const parsed = PREFERENCES[key].safeParse(value)
      return parsed.success ? [[userId, { value: parsed.data as PreferenceValue<K>, updatedAt }] as const] : []
    }),
  )
}
