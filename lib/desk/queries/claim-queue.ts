import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { addDays, type Day, dayInZone, isDay } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { foldKey } from '@/lib/core/text'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { DUE_SOON_DAYS } from '@/lib/predictions/rules/watch'
import { requireSettings } from '@/lib/settings/queries'
import { canReadVerdictDesk } from '@/lib/verdicts/policy'
import { approvableSql } from '@/lib/verdicts/queries/approvals'
import { type ListedClaim, loadListedClaims } from '@/lib/verdicts/queries/claim-list'
import { bounded, type Count } from '../rules/counting'
import { type ClaimFilter, type ClaimView, placeText, type QueuePlace } from '../schema/queues'
import { QUEUE_COUNT_BOUND } from './inbox'

export const CLAIM_PAGE = 40
const DAY_MS = 24 * 3600 * 1000

/** Where a queue begins (its rows with the claim as `c`), by what it is sorted, and which way. */
type Source = { from: Prisma.Sql; key: Prisma.Sql; type: 'uuid' | 'timestamptz' | 'text'; isRising: boolean }
/** `speakers`: whom the filter's words name, found before, so that the claims are read along the index of theirs. */
type Asked = { ctx: Context; today: Day; isSolo: boolean; speakers: readonly string[] }

/** Each queue is read along an index of its own, so that its first page costs what it shows. */
function sourceOf(view: ClaimView, { ctx, today, isSolo }: Asked): Source {
  const me = ctx.actor.id
  const newest = { key: Prisma.sql`c.id`, type: 'uuid', isRising: false } as const
  const sources: Record<ClaimView, () => Source> = {
    all: () => ({ from: Prisma.sql`claim c`, ...newest }),
    mine: () => ({
      from: Prisma.sql`(SELECT id FROM claim WHERE assignee_id = ${me}::uuid
        UNION SELECT claim_id FROM verdict WHERE state IN ('draft', 'submitted') AND author_id = ${me}::uuid
        UNION SELECT v.claim_id FROM verdict v WHERE v.state IN ('draft', 'submitted')
          AND EXISTS (SELECT 1 FROM verdict_save s WHERE s.verdict_id = v.id AND s.saved_by_id = ${me}::uuid)) AS own
        JOIN claim c ON c.id = own.id`,
      ...newest,
    }),
    waiting: () => ({
      from: Prisma.sql`(${approvableSql(ctx, isSolo)}) AS w JOIN claim c ON c.id = w.id`,
      ...{ key: Prisma.sql`w.at`, type: 'timestamptz', isRising: true },
    }),
    'sent-back': () => ({
      from: Prisma.sql`verdict v JOIN claim c ON c.id = v.claim_id AND v.state = 'draft' AND v.sent_back_at IS NOT NULL`,
      ...{ key: Prisma.sql`v.sent_back_at`, type: 'timestamptz', isRising: false },
    }),
    // as verdicts/queries/rechecks tells it: what is being corrected or withdrawn meanwhile is not due
    recheck: () => ({
      from: Prisma.sql`recheck r JOIN claim c ON c.id = r.claim_id AND r.state = 'open' AND r.due_on <= ${today}
        AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.claim_id = c.id AND v.state IN ('draft', 'submitted'))
        AND NOT EXISTS (SELECT 1 FROM correction w WHERE w.claim_id = c.id AND w.level = 'withdrawal' AND w.state = 'proposed')`,
      ...{ key: Prisma.sql`r.due_on`, type: 'text', isRising: true },
    }),
    due: () => ({
      from: Prisma.sql`prediction p JOIN claim c ON c.id = p.claim_id AND p.state = 'opened'
        AND p.current_resolution_id IS NULL AND p.due_to <= ${addDays(today, DUE_SOON_DAYS)}`,
      ...{ key: Prisma.sql`p.due_to`, type: 'text', isRising: true },
    }),
  }
  return sources[view]()
}

/** What a filter leaves of claims (as `c`); those that are merged or hidden only where it asks for them. */
export function conditionsOf(filter: ClaimFilter, { ctx, speakers }: Pick<Asked, 'ctx' | 'speakers'>): Prisma.Sql {
  const { state, kind, publisher, speaker, topic, assigned, words, age } = filter
  const ago = (days: number) => new Date(ctx.now.getTime() - days * DAY_MS)
  const who = assigned === 'me' ? ctx.actor.id : assigned
  const conditions = [
    state ? Prisma.sql`c.state = ${state}::claim_state` : Prisma.sql`c.state NOT IN ('merged', 'hidden')`,
    kind && Prisma.sql`c.kind = ${kind}::claim_kind`,
    publisher &&
      Prisma.sql`EXISTS (SELECT 1 FROM occurrence o JOIN article a ON a.id = o.article_id
        WHERE o.claim_id = c.id AND a.publisher_id = ${publisher}::uuid)`,
    speaker && Prisma.sql`c.speaker_id = ANY(${speakers}::uuid[])`,
    topic &&
      Prisma.sql`EXISTS (SELECT 1 FROM claim_topic ct JOIN topic t ON t.id = ct.topic_id
        WHERE ct.claim_id = c.id AND t.slug = ${topic})`,
    who && (who === 'nobody' ? Prisma.sql`c.assignee_id IS NULL` : Prisma.sql`c.assignee_id = ${who}::uuid`),
    words && Prisma.sql`to_tsvector('english', c.statement) @@ websearch_to_tsquery('english', ${words})`,
    age === 'day' && Prisma.sql`c.created_at >= ${ago(1)}`,
    age === 'week' && Prisma.sql`c.created_at >= ${ago(7)}`,
    age === 'older' && Prisma.sql`c.created_at < ${ago(7)}`,
  ].filter((condition) => condition instanceof Prisma.Sql)
  return Prisma.join(conditions, ' AND ')
}

const CASTS = {
  uuid: Prisma.sql`uuid`,
  timestamptz: Prisma.sql`timestamptz`,
  text: Prisma.sql`text`,
} as const
/** As the cast reads it again, instants to the millisecond that is stored. */
const FITS = {
  uuid: (text: string) => Id.safeParse(text).success,
  timestamptz: (text: string) => isDay(text.slice(0, 10)) && Instant.safeParse(text).success,
  text: isDay,
} as const
const Instant = z.iso.datetime({ precision: 3 })

/** A page of ids with the values they are sorted by. A place that does not fit the queue begins it anew. */
export function claimPageSql(
  view: ClaimView,
  filter: ClaimFilter,
  asked: Asked,
  { after, limit }: { after: QueuePlace | undefined; limit: number },
): Prisma.Sql {
  const { from, key, type, isRising } = sourceOf(view, asked)
  const [sign, way] = isRising ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`]
  const value =
    type === 'timestamptz'
      ? Prisma.sql`to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : Prisma.sql`${key}::text`
  const beyond =
    after && FITS[type](after.value)
      ? Prisma.sql`AND (${key}, c.id) ${sign} (${after.value}::${CASTS[type]}, ${after.id}::uuid)`
      : Prisma.empty
  return Prisma.sql`SELECT c.id, ${value} AS value FROM ${from} WHERE ${conditionsOf(filter, asked)} ${beyond}
    ORDER BY ${key} ${way}, c.id ${way} LIMIT ${limit}`
}

const SPEAKERS_BOUND = 200

/** By any of their names, folded as these are kept. */
export const speakersSql = (words: string): Prisma.Sql =>
  Prisma.sql`SELECT DISTINCT speaker_id AS id FROM speaker_alias
    WHERE to_tsvector('simple'::regconfig, alias_key) @@ plainto_tsquery('simple', ${foldKey(words)})
    LIMIT ${SPEAKERS_BOUND}`

async function ask(ctx: Context, { speaker }: ClaimFilter): Promise<Asked> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const [{ zone, isSolo }, named] = await Promise.all([
    requireSettings(),
    speaker ? db().$queryRaw<{ id: string }[]>(speakersSql(speaker)) : [],
  ])
  return { ctx, today: dayInZone(ctx.now, zone), isSolo, speakers: named.map(({ id }) => id) }
}

/**
 * A page of a queue of claims: all and mine newest first, waiting and due the longest waiting first, sent back the latest first.
 * `next` is the `after` of the following page, as it stands in an address. At most 100.
 */
export async function listClaimQueue(
  ctx: Context,
  { view, after, limit = CLAIM_PAGE, ...filter }: ClaimFilter & { view: ClaimView; after?: QueuePlace; limit?: number },
): Promise<{ claims: ListedClaim[]; next: string | null; today: Day }> {
  const asked = await ask(ctx, filter)
  const size = Math.min(limit, 100)
  const places = await db().$queryRaw<QueuePlace[]>(claimPageSql(view, filter, asked, { after, limit: size + 1 }))
  const shown = places.slice(0, size)
  const last = shown.at(-1)
  return {
    claims: await loadListedClaims(
      ctx,
      shown.map(({ id }) => id),
    ),
    next: places.length > size && last ? placeText(last) : null,
    today: asked.today,
  }
}

/** How many a queue holds, at most 1,000. */
export async function countClaimQueue(ctx: Context, view: ClaimView, filter: ClaimFilter = {}): Promise<Count> {
  const asked = await ask(ctx, filter)
  const { from } = sourceOf(view, asked)
  const [row] = await db().$queryRaw<{ n: number }[]>(
    Prisma.sql`SELECT count(*)::int AS n FROM (SELECT 1 FROM ${from} WHERE ${conditionsOf(filter, asked)}
      LIMIT ${QUEUE_COUNT_BOUND + 1}) AS queued`,
  )
  return bounded(row?.n ?? 0, QUEUE_COUNT_BOUND)
}

export type QueueCounts = Record<Exclude<ClaimView, 'all'>, Count>

/** What waits in each queue of claims, for the links to them. */
export async function countQueues(ctx: Context): Promise<QueueCounts> {
  const [mine, waiting, sentBack, recheck, due] = await Promise.all([
    countClaimQueue(ctx, 'mine'),
    countClaimQueue(ctx, 'waiting'),
    countClaimQueue(ctx, 'sent-back'),
    countClaimQueue(ctx, 'recheck'),
    countClaimQueue(ctx, 'due'),
  ])
  return { mine, waiting, 'sent-back': sentBack, recheck, due }
}
