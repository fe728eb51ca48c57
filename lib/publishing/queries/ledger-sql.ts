import { addDays, type Day } from '@/lib/core/days'
import { Prisma } from '@/lib/platform/generated/client'
import { DUE_SOON_DAYS } from '@/lib/predictions/rules/watch'
import { type Closes, closesOf } from '../rules/closes'
import { isKeyOf } from '../rules/ledger-filter'
import { type LedgerFilter, LedgerKey } from '../schema'

/**
 * The ledger's filter as SQL over `p` (prediction) and `r` (its resolution in force). Whom a list is about, and in what words they
 * said it, is given with it: conditions of `aboutSql`, so that a list has what its record counts.
 */

/** Opened predictions of public claims, with the resolution in force. */
export const FROM_LEDGER = Prisma.sql`prediction p
  JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden') AND c.first_published_at IS NOT NULL
  LEFT JOIN resolution r ON r.id = p.current_resolution_id`

const isOpen = Prisma.sql`p.state = 'opened' AND p.current_resolution_id IS NULL`

/** Due soon and overdue are apart: what is in its days of grace is due, so it stands among the due ones. */
function viewSql(view: LedgerFilter['view'], today: Day): Prisma.Sql {
  switch (view) {
    case 'all':
      return Prisma.sql`true`
    case 'open':
      return isOpen
    case 'due_soon':
      return Prisma.sql`${isOpen} AND p.due_to <= ${addDays(today, DUE_SOON_DAYS)} AND NOT ${closedBy(today)}`
    case 'overdue':
      return Prisma.sql`${isOpen} AND p.due_to < ${today} AND ${closedBy(today)}`
    case 'resolved':
      // of `r`, so that it is read in the order of what resolved it
      return Prisma.sql`r.id IS NOT NULL`
  }
}

/** Whether window and grace closed before a day. */
const closedBy = (today: Day): Prisma.Sql => Prisma.sql`coalesce(p.due_to::date + p.grace_days < ${today}::date, false)`

const isOut = Prisma.sql`coalesce(r.kind IN ('void', 'too_vague'), false)`

/** As `trackRecordOf` counts a prediction on a day. */
export function standingSql(standing: NonNullable<LedgerFilter['standing']>, today: Day): Prisma.Sql {
  switch (standing) {
    case 'out':
      return isOut
    case 'still_open':
      return Prisma.sql`NOT ${isOut} AND NOT ${closedBy(today)}`
    case 'counted':
      return Prisma.sql`r.kind IS NOT NULL AND NOT ${isOut} AND ${closedBy(today)}`
    case 'unresolved':
      return Prisma.sql`r.kind IS NULL AND ${closedBy(today)}`
  }
}

export function certaintySql(certainty: NonNullable<LedgerFilter['certainty']>): Prisma.Sql {
  switch (certainty) {
    case 'high':
      return Prisma.sql`p.certainty >= 0.8`
    case 'middle':
      return Prisma.sql`p.certainty >= 0.5 AND p.certainty < 0.8`
    case 'low':
      return Prisma.sql`p.certainty < 0.5`
    case 'listed':
      return Prisma.sql`p.certainty IS NOT NULL`
    case 'none':
      return Prisma.sql`p.certainty IS NULL`
  }
}

/** Whether it was opened on a day of the newsroom after its window with grace had closed. */
export const openedLateSql = (zone: string): Prisma.Sql =>
  Prisma.sql`coalesce((p.frozen_at AT TIME ZONE ${zone})::date > prediction_closes_on(p.due_to, p.grace_days), false)`

/** The longest grace that there is, in days. */
const MOST_GRACE = 366

/** Whether window and grace close in these months. The window's last day, by which lists are ordered, lies not far before. */
function closesSql(closes: Closes): Prisma.Sql[] {
  if (closes === 'never') return [Prisma.sql`p.due_to IS NULL`]
  const { from, to } = closes
  return [
    Prisma.sql`coalesce(p.due_to, '') >= ${addDays(from, -MOST_GRACE)}`,
    Prisma.sql`prediction_closes_on(p.due_to, p.grace_days) >= ${from}::date`,
    ...(to === null
      ? []
      : [
          Prisma.sql`coalesce(p.due_to, '') <= ${to}`,
          Prisma.sql`prediction_closes_on(p.due_to, p.grace_days) <= ${to}::date`,
        ]),
  ]
}

const resolutionSql = (kind: NonNullable<LedgerFilter['resolution']>): Prisma.Sql =>
  kind === 'open' ? isOpen : Prisma.sql`r.kind = ${kind}::resolution_kind`

/** What a filter takes on a day. `about`: the conditions of whom and what it is about. */
export function ledgerWhere(filter: LedgerFilter, today: Day, about: readonly Prisma.Sql[]): Prisma.Sql {
  const { view, resolution, standing, from, to } = filter
  const closes = filter.closes === undefined ? null : closesOf(filter.closes)
  return Prisma.join(
    [
      Prisma.sql`p.frozen_at IS NOT NULL`,
      viewSql(view, today),
      ...(resolution ? [resolutionSql(resolution)] : []),
      ...(standing ? [standingSql(standing, today)] : []),
      ...(closes ? closesSql(closes) : []),
      ...(from ? [Prisma.sql`p.due_to >= ${from}`] : []),
      ...(to ? [Prisma.sql`p.due_from <= ${to}`] : []),
      ...about,
    ],
    ' AND ',
  )
}

/**
 * The order of a view: the open ones by the last day of the window, soonest first; the resolved ones by when they were, latest
 * first; all, by the last day, latest first, those without a window last. `key` is the text under which a page goes on.
 */
type Order = { by: Prisma.Sql; key: Prisma.Sql; past: (key: string, id: string) => Prisma.Sql }

const DUE = Prisma.sql`coalesce(p.due_to, '')`

export function orderOf(view: LedgerFilter['view']): Order {
  if (view === 'resolved')
    return {
      by: Prisma.sql`r.created_at DESC, r.id DESC`,
      key: Prisma.sql`(extract(epoch FROM r.created_at) * 1000)::bigint::text || '.' || r.id::text`,
      past: (key, id) => Prisma.sql`(r.created_at, r.id) < (to_timestamp(${Number(key)} / 1000.0), ${id}::uuid)`,
    }
  if (view === 'all')
    return {
      by: Prisma.sql`${DUE} DESC, p.id DESC`,
      key: Prisma.sql`${DUE} || '.' || p.id::text`,
      past: (key, id) => Prisma.sql`(${DUE}, p.id) < (${key}, ${id}::uuid)`,
    }
  return {
    by: Prisma.sql`p.due_to, p.id`,
    key: Prisma.sql`p.due_to || '.' || p.id::text`,
    past: (key, id) => Prisma.sql`(p.due_to, p.id) > (${key}, ${id}::uuid)`,
  }
}

/** Nothing for a key of another order: such a list begins at its top. */
export function afterSql({ view, after }: LedgerFilter): Prisma.Sql[] {
  if (after === undefined || !LedgerKey.safeParse(after).success || !isKeyOf(view, after)) return []
  return [orderOf(view).past(after.slice(0, -37), after.slice(-36))]
}

/** Ids and keys of a page, in the view's order. */
export const pageSql = (view: LedgerFilter['view'], where: Prisma.Sql, limit: number): Prisma.Sql => Prisma.sql`
  SELECT p.id::text AS id, ${orderOf(view).key} AS key FROM ${FROM_LEDGER}
  WHERE ${where} ORDER BY ${orderOf(view).by} LIMIT ${limit}`

/** The same, each row with how many there are: where all have to be found anyhow to be put in order, they are found once. */
export const countedPageSql = (view: LedgerFilter['view'], where: Prisma.Sql, limit: number): Prisma.Sql => Prisma.sql`
  SELECT p.id::text AS id, ${orderOf(view).key} AS key, (count(*) OVER ())::int AS n FROM ${FROM_LEDGER}
  WHERE ${where} ORDER BY ${orderOf(view).by} LIMIT ${limit}`

/** How many a filter takes, counted no further than `most`. */
export const countSql = (where: Prisma.Sql, most: number): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS n FROM (SELECT 1 FROM ${FROM_LEDGER} WHERE ${where} LIMIT ${most}) AS listed`
