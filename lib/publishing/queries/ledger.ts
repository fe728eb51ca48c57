import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { MOST_COUNTED } from '../rules/choices'
import type { LedgerFilter } from '../schema'
import { type LedgerRow, OPENED, ROW, toRow } from './ledger-rows'
import { afterSql, countedPageSql, countSql, ledgerWhere, pageSql } from './ledger-sql'
import { aboutSql } from './ledger-subjects'

const PAGE = 25

/** A page of the ledger, in the order of its view (`orderOf`). `today` is the newsroom's day. `next` is the `after` of the page that follows. */
export async function listLedger(
  filter: LedgerFilter,
  today: Day,
): Promise<{ rows: LedgerRow[]; next: string | null }> {
  const about = await aboutSql(filter, today)
  const where = ledgerWhere(filter, today, [...about, ...afterSql(filter)])
  return pageOf(await db().$queryRaw<Found[]>(pageSql(filter.view, where, PAGE + 1)), today)
}

type Found = { id: string; key: string }

async function pageOf(found: Found[], today: Day): Promise<{ rows: LedgerRow[]; next: string | null }> {
  const shown = found.slice(0, PAGE)
  const ids = shown.map(({ id }) => id)
  return { rows: await rowsOf(ids, today), next: found.length > PAGE ? (shown.at(-1)?.key ?? null) : null }
}

/** A page of the ledger with how many predictions its filter takes, as `countLedger` says it. */
export async function readLedger(
  filter: LedgerFilter,
  today: Day,
): Promise<{ rows: LedgerRow[]; next: string | null; count: number }> {
  const about = await aboutSql(filter, today)
  if (about.length === 0 || filter.after !== undefined) {
    const [page, count] = await Promise.all([listLedger(filter, today), countLedger(filter, today)])
    return { ...page, count }
  }
  const sql = countedPageSql(filter.view, ledgerWhere(filter, today, about), PAGE + 1)
  const found = await db().$queryRaw<(Found & { n: number })[]>(sql)
  return { ...(await pageOf(found, today)), count: Math.min(found[0]?.n ?? 0, MOST_COUNTED + 1) }
}

/** How many predictions a filter takes, on all its pages; `MOST_COUNTED + 1` where there are more than that. */
export async function countLedger(filter: LedgerFilter, today: Day): Promise<number> {
  const where = ledgerWhere(filter, today, await aboutSql(filter, today))
  const [counted] = await db().$queryRaw<{ n: number }[]>(countSql(where, MOST_COUNTED + 1))
  return counted?.n ?? 0
}

/** Predictions by id, in the order of the ids. */
async function rowsOf(ids: string[], today: Day): Promise<LedgerRow[]> {
  const rows = await db().prediction.findMany({ where: { id: { in: ids } }, select: { id: true, ...ROW } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toRow(row, today)] : []
  })
}

/** The latest resolutions, for the home page. */
export async function listRecentlyResolved(today: Day, limit: number): Promise<LedgerRow[]> {
  const rows = await db().prediction.findMany({
    where: { ...OPENED, currentResolution: { kind: { not: 'open' } } },
    orderBy: { currentResolution: { createdAt: 'desc' } },
    take: limit,
    select: ROW,
  })
  return rows.map((row) => toRow(row, today))
}

/** The opened predictions among some claims, by claim id: what search shows of them. At most 100. */
export async function ledgerRowsOf(claimIds: string[], today: Day): Promise<Map<string, LedgerRow>> {
  const rows = await db().prediction.findMany({
    where: { ...OPENED, claimId: { in: claimIds } },
    take: 100,
    select: ROW,
  })
  return new Map(rows.map((row) => [row.claim.id, toRow(row, today)]))
}
