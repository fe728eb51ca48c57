import { z } from 'zod'
import { getEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { reindexSpeakers } from './commands'

/** Whom a speaker's event names besides the speaker itself: claims may have moved to either. */
const Others = z.object({
  intoSpeakerId: z.uuid().optional(),
  fromSpeakerId: z.uuid().optional(),
  toSpeakerId: z.uuid().optional(),
})

/** A speaker was renamed, merged, taken apart: what is found by their names follows. May run twice. */
export async function reindexSpeakersJob(ctx: Context, eventId: string): Promise<void> {
  const event = await getEvent(eventId)
  if (event === null) return
  const others = Others.safeParse(event.payload)
  const named = others.success ? Object.values(others.data).filter((id) => id !== undefined) : []
  await reindexSpeakers(ctx, [event.entityId, ...named])
}
