import { z } from 'zod'

/** What one type of event is about, what it carries, and whether public pages may show its effect. */
export type EventDefinition<P extends z.ZodType = z.ZodType> = { entityType: string; isPublic: boolean; payload: P }

export type EventDefinitions = Record<string, EventDefinition>

/** A domain's `events.ts`: `export const claimEvents = defineEvents({ 'claim.accepted': { … } })`. Types are kept. */
export const defineEvents = <D extends EventDefinitions>(definitions: D): D => definitions

/** An event as stored, with its payload when that was not redacted. */
export const StoredEvent = z.object({
  id: z.uuid(),
  entityType: z.string(),
  entityId: z.uuid(),
  entitySeq: z.int().min(1),
  type: z.string(),
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  requestId: z.string(),
  occurredAt: z.date(),
  isPublic: z.boolean(),
  payload: z.unknown(),
})
export type StoredEvent = z.infer<typeof StoredEvent>
