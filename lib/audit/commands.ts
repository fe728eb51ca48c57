import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { enqueueJob } from '@/lib/jobs/commands'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import type { EventDefinitions } from './events'
import { eventHash, FIRST_PREV_HASH, payloadDigest } from './rules'

/**
 * Writes a typed event in the transaction of what it tells, continues the entity's hash chain and queues its dispatch.
 * `isPublic: false` keeps an event of a public type inside, where no page shows its effect yet; it never makes one public.
 * Throws ZodError when the payload is not of the event's shape.
 */
export async function recordEvent<D extends EventDefinitions, T extends keyof D & string>(
  tx: Tx,
  ctx: Context,
  definitions: D,
  event: { type: T; entityId: string; payload: z.input<D[T]['payload']>; isPublic?: boolean },
): Promise<string> {
  const definition = definitions[event.type]
  if (definition === undefined) throw new RangeError(`unknown event ${event.type}`)
  const { entityType } = definition
  const isPublic = definition.isPublic && event.isPublic !== false
  const payload: unknown = JSON.parse(JSON.stringify(definition.payload.parse(event.payload)))
  const head = await lockHead(tx, entityType, event.entityId)
  const salt = randomBytes(16).toString('hex')
  const chained = {
    id: newId(),
    entityType,
    entityId: event.entityId,
    entitySeq: (head?.entitySeq ?? 0) + 1,
    type: event.type,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    requestId: ctx.requestId,
    occurredAt: ctx.now,
    isPublic,
    payloadDigest: payloadDigest(salt, payload),
    prevHash: head?.hash ?? FIRST_PREV_HASH,
  }
  const hash = eventHash(chained)
  await tx.auditEvent.create({ data: { ...chained, hash } })
  await tx.auditPayload.create({ data: { eventId: chained.id, salt, payload: payload as Prisma.InputJsonValue } })
  await tx.auditHead.update({
    where: { entityType_entityId: { entityType, entityId: event.entityId } },
    data: { entitySeq: chained.entitySeq, hash },
  })
  await enqueueJob(tx, { name: 'dispatch_event', payload: { eventId: chained.id } })
  return chained.id
}

/** The entity's last event, locked so that two writers continue the chain one after the other; null before the first. */
async function lockHead(
  tx: Tx,
  entityType: string,
  entityId: string,
): Promise<{ entitySeq: number; hash: string } | null> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO audit_head (entity_type, entity_id, entity_seq, hash)
    VALUES (${entityType}, ${entityId}::uuid, 0, ${FIRST_PREV_HASH}) ON CONFLICT DO NOTHING`)
  const rows = await tx.$queryRaw<{ entity_seq: number; hash: string }[]>(Prisma.sql`
    SELECT entity_seq, hash FROM audit_head
    WHERE entity_type = ${entityType} AND entity_id = ${entityId}::uuid FOR UPDATE`)
  const row = rows[0]
  return row && row.entity_seq > 0 ? { entitySeq: row.entity_seq, hash: row.hash } : null
}
