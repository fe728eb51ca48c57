import { listActiveIn } from '@/lib/accounts/queries'
import { type Context, contextOf } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { canKeepCalendars } from '../policy'
import type { CalendarEntry, CalendarFacts } from '../present/calendar'
import { CALENDAR_SECRET, MOST_CALENDARS, MOST_COMING, MOST_OVERDUE } from '../rules/calendars'
import { secretHash } from '../rules/tickets'
import { PredictionFilter } from '../schema/predictions'
import { namedSpeakers, narrowed, OPENED_CLOSES } from './prediction-queue'

export type OwnCalendar = {
  id: string
  name: string
  /** What it holds, in words: "Ilsa Brandt · The Norhaven Post · mine"; null for the whole newsroom's. */
  narrowedTo: string | null
  createdAt: string
  renewedAt: string | null
}

const filterOf = (query: string): PredictionFilter =>
  PredictionFilter.parse(Object.fromEntries(new URLSearchParams(query)))

/** One's own calendars that were not revoked, the newest first. Throws NOT_FOUND for who may keep none. */
export async function listOwnCalendars(ctx: Context): Promise<OwnCalendar[]> {
  const { actor } = ctx
  if (!canKeepCalendars(actor) || actor.id === null) throw new AppError('NOT_FOUND')
  const rows = await db().calendar.findMany({
    where: { ownerId: actor.id, revokedAt: null },
    orderBy: { id: 'desc' },
    take: MOST_CALENDARS,
  })
  const filters = rows.map(({ query }) => filterOf(query))
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
  return rows.map(({ id, name, query, createdAt, renewedAt }) => ({
    ...{ id, name, narrowedTo: wordsOf(filterOf(query)) },
    ...{ createdAt: createdAt.toISOString(), renewedAt: renewedAt?.toISOString() ?? null },
  }))
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
  const filter = filterOf(calendar.query)
  const asked = { ctx: contextOf(owner.actor, ctx.now, ctx.requestId), speakers: await namedSpeakers(filter) }
  const ids = await listEntryIds(filter, { ...asked, today: dayInZone(ctx.now, zone) })
  return { name: calendar.name, newsroomName, entries: await loadEntries(ids) }
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
  ...{ id: true, claimId: true, speakerId: true, saidOn: true, dueFrom: true, dueTo: true, dueWords: true },
  ...{ graceDays: true, criteria: true, certaintyWords: true, certainty: true },
  speaker: { select: { name: true } },
  claim: { select: { slug: true, shortForm: true, statement: true } },
} as const satisfies Prisma.PredictionSelect

async function loadEntries(ids: string[]): Promise<CalendarEntry[]> {
  const rows = await db().prediction.findMany({
    where: { id: { in: ids } },
    orderBy: [{ dueTo: 'asc' }, { id: 'asc' }],
    select: ENTRY,
  })
  const changes = await listChanges(rows.flatMap(({ id, claimId, speakerId }) => [id, claimId, speakerId ?? []].flat()))
  return rows.flatMap(({ claim, speaker, certainty, saidOn, dueFrom, dueTo, ...row }) => {
    if (saidOn === null || dueFrom === null || dueTo === null) return []
    const all = [row.id, row.claimId, row.speakerId].flatMap((id) => changes.get(id ?? '') ?? [])
    return {
      ...{ ...row, ...claim, saidOn, window: { from: dueFrom, to: dueTo } },
      ...{ speakerName: speaker?.name ?? null, certainty: certainty?.toNumber() ?? null },
      sequence: all.reduce((sum, { n }) => sum + n, 0),
      changedAt: new Date(Math.max(...all.map(({ lastAt }) => lastAt.getTime()))),
    }
  })
}

/** How often each was changed, and when last, by its history: what a calendar program tells a newer event by. */
async function listChanges(ids: string[]): Promise<Map<string, { n: number; lastAt: Date }>> {
  const rows = await db().$queryRaw<{ id: string; n: number; lastAt: Date }[]>(Prisma.sql`
    SELECT h.entity_id::text AS id, h.entity_seq AS n, e.occurred_at AS "lastAt"
    FROM unnest(ARRAY['prediction', 'claim', 'speaker']) AS kind, unnest(${[...new Set(ids)]}::uuid[]) AS asked,
      audit_head h JOIN audit_event e USING (entity_type, entity_id, entity_seq)
    WHERE h.entity_type = kind AND h.entity_id = asked`)
  return new Map(rows.map(({ id, ...change }) => [id, change]))
}
