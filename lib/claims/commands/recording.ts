import type { z } from 'zod'
import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { lockRow, type Tx } from '@/lib/platform/db'
import { claimEvents } from '../events'

type Events = typeof claimEvents
type ClaimEvent = keyof Events & `claim.${string}`
type SpeakerEvent = keyof Events & `speaker.${string}`
type Told<T extends keyof Events> = { type: T; entityId: string; payload: z.input<Events[T]['payload']> }

/** What was ever published stays on the public side, so its `firstPublishedAt` is never taken back. */
const PUBLISHED = { firstPublishedAt: { not: null } } as const

/**
 * Records news of a claim. Until the claim was published no reader sees an effect of it, so that desk work stays inside and
 * leaves the cached pages alone. To be called after the change itself: a first publication is public.
 */
export async function recordClaimEvent<T extends ClaimEvent>(tx: Tx, ctx: Context, event: Told<T>): Promise<void> {
  const isPublic = (await tx.claim.count({ where: { id: event.entityId, ...PUBLISHED } })) > 0
  await recordEvent(tx, ctx, claimEvents, { ...event, isPublic })
}

/** Records news of a speaker, public once a published claim names one of `shownAs` (the speaker itself, unless given). */
export async function recordSpeakerEvent<T extends SpeakerEvent>(
  tx: Tx,
  ctx: Context,
  event: Told<T>,
  shownAs: readonly string[] = [event.entityId],
): Promise<void> {
  const named = await tx.speaker.findFirst({
    where: {
      id: { in: [...shownAs] },
      OR: [
        { claims: { some: PUBLISHED } },
        { occurrences: { some: { claim: PUBLISHED } } },
        { predictions: { some: { claim: PUBLISHED } } },
      ],
    },
    select: { id: true },
  })
  await recordEvent(tx, ctx, claimEvents, { ...event, isPublic: named !== null })
}

/** Locks a speaker and everyone it was merged into; the last of them is named by what was said. */
export async function lockOwner(tx: Tx, id: string): Promise<string> {
  await lockRow(tx, 'speaker', id)
  const { mergedIntoId } = await tx.speaker.findUniqueOrThrow({ where: { id }, select: { mergedIntoId: true } })
  return mergedIntoId === null ? id : lockOwner(tx, mergedIntoId)
}
