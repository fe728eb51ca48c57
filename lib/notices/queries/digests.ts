import { getPreference } from '@/lib/accounts/queries/preferences'
import { type Context, isAdmin } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { DigestState } from '@/lib/platform/generated/client'
import { DEFAULT_HOUR, DEFAULT_PREDICTIONS } from '../rules/digest'
import type { DigestChoice } from '../schema'

/** When the own digest is sent, and which predictions it tells of. Throws NOT_SIGNED_IN. */
export async function getDigestChoice(ctx: Context): Promise<DigestChoice> {
  const [hour, predictions] = await Promise.all([
    getPreference(ctx, 'digest'),
    getPreference(ctx, 'digest_predictions'),
  ])
  return { hour: hour ?? DEFAULT_HOUR, predictions: predictions ?? DEFAULT_PREDICTIONS }
}

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
