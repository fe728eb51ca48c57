import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import type { StoredEvent } from './events'
import { canReadAuditLog, canReadHistory } from './policy'
import { brokenLink, type Link } from './rules'

type Row = Prisma.AuditEventGetPayload<{ include: { payload: true } }>

const toStored = ({ payload, seq, payloadDigest, prevHash, hash, ...event }: Row): StoredEvent => ({
  ...event,
  payload: payload?.payload ?? null,
})

const HISTORY_BOUND = 500

/** The events of one entity, oldest first, at most 500. */
export async function listHistory(ctx: Context, entityType: string, entityId: string): Promise<StoredEvent[]> {
  if (!canReadHistory(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().auditEvent.findMany({
    where: { entityType, entityId },
    orderBy: { entitySeq: 'asc' },
    take: HISTORY_BOUND,
    include: { payload: true },
  })
  return rows.map(toStored)
}

/** The same from the newest backwards, a page at a time: `before` is the `entitySeq` of the last one seen. At most 200. */
export async function listHistoryPage(
  ctx: Context,
  entity: { type: string; id: string },
  { before, limit = 60 }: { before?: number; limit?: number } = {},
): Promise<{ events: StoredEvent[]; next: number | null }> {
  if (!canReadHistory(ctx.actor)) throw new AppError('NOT_FOUND')
  const bound = Math.min(limit, 200)
  const rows = await db().auditEvent.findMany({
    where: {
      entityType: entity.type,
      entityId: entity.id,
      entitySeq: before === undefined ? undefined : { lt: before },
    },
    orderBy: { entitySeq: 'desc' },
    take: bound + 1,
    include: { payload: true },
  })
  const events = rows.slice(0, bound).map(toStored)
  return { events, next: rows.length > bound ? (events.at(-1)?.entitySeq ?? null) : null }
}

/** The entity's last event of that type, or of those types: what an undo reads in its own transaction. Null when there is none. */
export async function getLastEvent(
  tx: Db,
  entityType: string,
  entityId: string,
  type: string | readonly string[],
): Promise<StoredEvent | null> {
  const row = await tx.auditEvent.findFirst({
    where: { entityType, entityId, type: typeof type === 'string' ? type : { in: [...type] } },
    orderBy: { entitySeq: 'desc' },
    include: { payload: true },
  })
  return row && toStored(row)
}

export type AuditFilter = {
  type?: string
  actorId?: string
  entity?: { type: string; id: string }
  before?: bigint
  limit?: number
}

/** The whole log, newest first, paged by `before` (the seq of the last row seen). At most 100 a page. */
export async function listAuditEvents(ctx: Context, filter: AuditFilter): Promise<(StoredEvent & { seq: bigint })[]> {
  if (!canReadAuditLog(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().auditEvent.findMany({
    where: {
      type: filter.type,
      actorId: filter.actorId,
      entityType: filter.entity?.type,
      entityId: filter.entity?.id,
      seq: filter.before === undefined ? undefined : { lt: filter.before },
    },
    orderBy: { seq: 'desc' },
    take: Math.min(filter.limit ?? 50, 100),
    include: { payload: true },
  })
  return rows.map((row) => ({ ...toStored(row), seq: row.seq }))
}

/** The types of events that occurred so far, by name: hops along the index from one to the next, however long the log. */
export async function listEventTypes(ctx: Context): Promise<string[]> {
  if (!canReadAuditLog(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().$queryRaw<{ type: string }[]>`
    WITH RECURSIVE hop AS (
      (SELECT type FROM audit_event ORDER BY type LIMIT 1)
      UNION ALL
      SELECT (SELECT e.type FROM audit_event e WHERE e.type > hop.type ORDER BY e.type LIMIT 1) FROM hop
      WHERE hop.type IS NOT NULL
    )
    SELECT type FROM hop WHERE type IS NOT NULL LIMIT 500`
  return rows.map((row) => row.type)
}

/** One event for the dispatcher. */
export async function getEvent(id: string): Promise<StoredEvent | null> {
  const row = await db().auditEvent.findUnique({ where: { id }, include: { payload: true } })
  return row && toStored(row)
}

export type LedgerReport = {
  entities: number
  events: number
  /** The first broken row in order of entity and event; null when every chain holds. */
  broken: { eventId: string | null; entityType: string; entityId: string; entitySeq: number; problem: string } | null
}

const BATCH = 2000

/** Walks all chains in constant memory and stops at the first broken row. */
export async function verifyLedger(): Promise<LedgerReport> {
  const report: LedgerReport = { entities: 0, events: 0, broken: null }
  let before: Link | null = null
  for (;;) {
    const rows = await nextLinks(before)
    for (const row of rows) {
      const isSameEntity = before?.entityType === row.entityType && before.entityId === row.entityId
      const problem = (!isSameEntity && before ? await brokenHead(before) : null) ?? null
      if (problem && before) return { ...report, broken: { ...placeOf(before), problem } }
      const broken = brokenLink(row, isSameEntity ? before : null)
      if (broken) return { ...report, broken: { ...placeOf(row), problem: broken } }
      if (!isSameEntity) report.entities++
      report.events++
      before = row
    }
    if (rows.length < BATCH) break
  }
  const problem = before && (await brokenHead(before))
  if (before && problem) return { ...report, broken: { ...placeOf(before), problem } }
  return { ...report, broken: await emptiedChain(report.entities) }
}

const placeOf = (link: Link) => ({
  eventId: link.id,
  entityType: link.entityType,
  entityId: link.entityId,
  entitySeq: link.entitySeq,
})

async function nextLinks(after: Link | null): Promise<Link[]> {
  const rows = await db().auditEvent.findMany({
    where: after
      ? {
          OR: [
            { entityType: { gt: after.entityType } },
            { entityType: after.entityType, entityId: { gt: after.entityId } },
            { entityType: after.entityType, entityId: after.entityId, entitySeq: { gt: after.entitySeq } },
          ],
        }
      : {},
    orderBy: [{ entityType: 'asc' }, { entityId: 'asc' }, { entitySeq: 'asc' }],
    take: BATCH,
    include: { payload: true },
  })
  return rows.map(({ payload, seq, ...row }) => ({ ...row, stored: payload }))
}

/** The head must be the last event found: else the tail was cut. */
async function brokenHead(last: Link): Promise<string | null> {
  const head = await db().auditHead.findUnique({
    where: { entityType_entityId: { entityType: last.entityType, entityId: last.entityId } },
  })
  if (head === null) return 'its chain has no head'
  return head.entitySeq === last.entitySeq && head.hash === last.hash ? null : 'events after it are missing'
}

/** A head whose events are all gone. */
async function emptiedChain(entitiesSeen: number): Promise<LedgerReport['broken']> {
  const heads = await db().auditHead.count()
  if (heads === entitiesSeen) return null
  const rows = await db().$queryRaw<{ entity_type: string; entity_id: string; entity_seq: number }[]>`
    SELECT h.entity_type, h.entity_id::text, h.entity_seq FROM audit_head h
    WHERE NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.entity_type = h.entity_type AND e.entity_id = h.entity_id)
    ORDER BY 1, 2 LIMIT 1`
  const row = rows[0]
  return row
    ? {
        eventId: null,
        entityType: row.entity_type,
        entityId: row.entity_id,
        entitySeq: row.entity_seq,
        problem: 'all its events are missing',
      }
    : null
}

export type Edition = { databaseId: string; version: string }

/** What public pages depend on: moves in the transaction of every change that they show. */
export async function getEdition(from: Db = db()): Promise<Edition> {
  const row = await from.edition.findUniqueOrThrow({ where: { id: 1 } })
  return { databaseId: row.databaseId, version: row.version.toString() }
}
