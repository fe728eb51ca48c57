import { getPreference } from '@/lib/accounts/queries/preferences'
import { type Context, isAdmin } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { DigestState } from '@/lib/platform/generated/client'
import { DEFAULT_HOUR } from '../rules/digest'

/** The hour at which the own digest is sent. Throws NOT_SIGNED_IN. */
export const getDigestHour = async (ctx: Context): Promise<number | 'off'> =>
  (await getPreference(ctx, 'digest')) ?? DEFAULT_HOUR

export type DigestRow = { id: string; name: string; forOn: string; state: DigestState; reason: string | null }

const RECENT = 30

/** The latest digests and what became of them, for admins: the newest first, at most 30. Throws NOT_FOUND. */
export async function listDigests(ctx: Context): Promise<DigestRow[]> {
  if (!isAdmin(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().digest.findMany({
    orderBy: { id: 'desc' },
    take: RECENT,
    select: { id: true, forOn: true, state: true, reason: true, user: { select: { name: true } } },
  })
  return rows.map(({ user, ...row }) => ({ ...row, name: user.name }))
}
