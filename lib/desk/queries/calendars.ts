import { listActiveIn } from '@/lib/accounts/queries'
import { type Context, contextOf } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canKeepCalendars, canRevokeCalendarsOf } from '../policy'
import type { CalendarEntry, CalendarFacts } from '../present/calendar'
import { CALENDAR_SECRET, MOST_CALENDARS, MOST_COMING, MOST_OVERDUE, sequenceOf } from '../rules/calendars'
import { secretHash } from '../rules/tickets'
import { KeptFilter } from '../schema/calendars'
import type { PredictionFilter } from '../schema/predictions'
import { namedSpeakers, narrowed, OPENED_CLOSES } from './prediction-queue'

export type OwnCalendar = {
  id: string
  name: string
  /** What it holds, in words: "Ilsa Brandt · The Norhaven Post · mine"; null for the whole newsroom's. */
  narrowedTo: string | null
  /** Its filter cannot be read any more, so that its address answers nothing. */
  isBroken: boolean
  createdAt: string
  renewedAt: string | null
}

/** What was kept with a calendar; null where that cannot be read any more: it never holds more than was asked. */
function filterOf(query: string): PredictionFilter | null {
  const kept = KeptFilter.safeParse(Object.fromEntries(new URLSearchParams(query)))
  if (!kept.success) return null
  const { words, speaker, publisher, topic, whose } = kept.data
  const filter = { words, speaker, publisher, topic, whose }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null))
}

/** One's own calendars that were not revoked, the newest first. Throws NOT_FOUND for who may keep none. */
export async function listOwnCalendars(ctx: Context): Promise<OwnCalendar[]> {
  if (!canKeepCalendars(ctx.actor) || ctx.actor.id === null) throw new AppError('NOT_FOUND')
  return listOpenOf(ctx.actor.id)
}

/** The same of anybody, for whoever may revoke them. Throws NOT_FOUND. */
export async function listCalendarsOf(ctx: Context, ownerId: string): Promise<OwnCalendar[]> {
  if (!canRevokeCalendarsOf(ctx.actor, ownerId)) throw new AppError('NOT_FOUND')
  return listOpenOf(ownerId)
}

async function listOpenOf(ownerId: string): Promise<OwnCalendar[]> {
  const rows = await db().calendar.findMany({
    where: { ownerId, revokedAt: null },
    orderBy: { id: 'desc' },
    take: MOST_CALENDARS,
  })
  const filters = rows.flatMap(({ query }) => filterOf(query) ?? [])
  const [publishers, topics] = await Promise.all([
    db().publisher.findMany({
      where: { id: { in: filters.flatMap(({ publisher }) => publisher ?? []) } },
      select: { id: true, name: true },
    }),
    db().topic.findMany({
      where: { slug: { in: filters.flatMap(({ topic }) => topic ?? []) } },
      select: { slug: true, name: true },
    }),
  ])
  const wordsOf = ({ words, speaker, publisher, topic, whose }: PredictionFilter): string | null =>
    [
      speaker,
      publishers.find(({ id }) => id === publisher)?.name,
      topics.find(({ slug }) => slug === topic)?.name ?? topic,
      words && `“${words}”`,
      whose && 'mine',
    ]
      .filter(Boolean)
      .join(' · ') || null
  return rows.map(({ id, name, query, createdAt, renewedAt }) => {
    const filter = filterOf(query)
    const times = { createdAt: createdAt.toISOString(), renewedAt: renewedAt?.toISOString() ?? null }
    return { id, name, narrowedTo: filter && wordsOf(filter), isBroken: filter === null, ...times }
  })
}

/**
 * What the calendar of a secret address holds now, asked as its owner: the 700 open predictions that close next and the 200
 * that are overdue the latest. Throws NOT_FOUND, the same for an address that never was, was renewed or revoked, and one whose
 * owner works here no more.
 */
export async function readCalendar(ctx: Context, secret: string): Promise<CalendarFacts> {
  const calendar = CALENDAR_SECRET.test(secret)
    ? await db().calendar.findUnique({ where: { secretHash: secretHash(secret) } })
    : null
  const [owner] = calendar && calendar.revokedAt === null ? await listActiveIn(db(), [calendar.ownerId]) : []
  if (calendar === null || owner === undefined || !canKeepCalendars(owner.actor)) throw new AppError('NOT_FOUND')
  const { zone, newsroomName } = await requireSettings()
  const kept = filterOf(calendar.query)
  if (kept === null) throw new AppError('NOT_FOUND')
  const filter = { ...kept, ...(kept.publisher ? { publisher: await publisherNow(kept.publisher) } : {}) }
  const asked = { ctx: contextOf(owner.actor, ctx.now, ctx.requestId), speakers: await namedSpeakers(filter) }
  const ids = await listEntryIds(filter, { ...asked, today: dayInZone(ctx.now, zone) })
  return { name: calendar.name, newsroomName, entries: await loadEntries(ids) }
}

/** The publisher, or the one that it was merged into: its articles are that one's now. */
async function publisherNow(id: string): Promise<string> {
  const [found] = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH RECURSIVE chain AS (
      SELECT id, merged_into_id, 1 AS depth FROM publisher WHERE id = ${id}::uuid
      UNION ALL SELECT p.id, p.merged_into_id, depth + 1 FROM chain JOIN publisher p ON p.id = chain.merged_into_id
        WHERE depth < 50)
    SELECT id::text FROM chain ORDER BY depth DESC LIMIT 1`)
  return found?.id ?? id
}

type Asked = { ctx: Context; today: Day; speakers: readonly string[] }

async function listEntryIds(filter: PredictionFilter, asked: Asked): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>(calendarSql(filter, asked))
  return rows.map(({ id }) => id)
}

/** Both halves along the index of what is open by the day on which it closes. */
export function calendarSql(filter: PredictionFilter, asked: Asked): Prisma.Sql {
  const { opened, closes } = OPENED_CLOSES
  const half = (condition: Prisma.Sql, way: Prisma.Sql, limit: number) => Prisma.sql`
    (SELECT p.id::text FROM prediction p JOIN claim c ON c.id = p.claim_id
      WHERE ${opened} AND ${condition} AND ${narrowed(filter, asked)}
      ORDER BY ${closes} ${way}, p.claim_id ${way} LIMIT ${limit})`
  const today = Prisma.sql`${asked.today}::date`
  return Prisma.sql`${half(Prisma.sql`${closes} >= ${today}`, Prisma.sql`ASC`, MOST_COMING)} UNION ALL
    ${half(Prisma.sql`${closes} < ${today}`, Prisma.sql`DESC`, MOST_OVERDUE)}`
}

const ENTRY = {
  ...{ id: true, claimId: true, saidOn: true, dueFrom: true, dueTo: true, dueWords: true },
  ...{ graceDays: true, criteria: true, certaintyWords: true, certainty: true, frozenAt: true },
  speaker: { select: { name: true } },
  claim: { select: { slug: true, shortForm: true, statement: true } },
} as const satisfies Prisma.PredictionSelect

async function loadEntries(ids: string[]): Promise<CalendarEntry[]> {
  const rows = await db().prediction.findMany({
    where: { id: { in: ids } },
    orderBy: [{ dueTo: 'asc' }, { id: 'asc' }],
    select: ENTRY,
  })
  const changes = await listChanges(rows.map(({ id }) => id))
  return rows.flatMap(({ claim, speaker, certainty, saidOn, dueFrom, dueTo, frozenAt, ...row }) => {
    if (saidOn === null || dueFrom === null || dueTo === null || frozenAt === null) return []
    const changedAt = changes.get(row.id) ?? frozenAt
    return {
      ...{ ...row, ...claim, saidOn, window: { from: dueFrom, to: dueTo } },
      ...{ speakerName: speaker?.name ?? null, certainty: certainty?.toNumber() ?? null },
      ...{ sequence: sequenceOf(changedAt), changedAt },
    }
  })
}

/**
 * When what is told of each prediction was last changed: by its own history, its claim's, its speaker's, and that of whoever
 * was merged into that speaker and had made it. So it never falls: whoever it is given to next, that has its later event.
 */
async function listChanges(ids: string[]): Promise<Map<string, Date>> {
  const rows = await db().$queryRaw<{ id: string; lastAt: Date }[]>(Prisma.sql`
    WITH RECURSIVE told AS (
      SELECT p.id AS of, 'prediction' AS kind, p.id FROM prediction p WHERE p.id = ANY(${ids}::uuid[])
      UNION ALL SELECT p.id, 'claim', p.claim_id FROM prediction p WHERE p.id = ANY(${ids}::uuid[])),
    said AS (
      SELECT p.id AS of, p.speaker_id AS id, 1 AS depth FROM prediction p
      WHERE p.id = ANY(${ids}::uuid[]) AND p.speaker_id IS NOT NULL
      UNION ALL
      SELECT said.of, s.id, depth + 1 FROM said JOIN speaker s ON s.merged_into_id = said.id
        JOIN LATERAL (
          SELECT id FROM audit_event WHERE entity_type = 'speaker' AND entity_id = s.id AND type = 'speaker.merged'
          ORDER BY entity_seq DESC LIMIT 1) AS merging ON true
        JOIN audit_payload moved ON moved.event_id = merging.id
      WHERE moved.payload->'predictionIds' ? said.of::text AND depth < 50)
    SELECT history.of::text AS id, max(e.occurred_at) AS "lastAt"
    FROM (SELECT of, kind, id FROM told UNION ALL SELECT of, 'speaker', id FROM said) AS history
      JOIN audit_head h ON h.entity_type = history.kind AND h.entity_id = history.id
      JOIN audit_event e USING (entity_type, entity_id, entity_seq)
    GROUP BY history.of`)
  return new Map(rows.map(({ id, lastAt }) => [id, lastAt]))
}
