import { addDays, type Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { MAX_GRACE_DAYS } from '@/lib/predictions/rules/choices'
import type { LedgerFilter } from '../schema'
import { type LedgerRow, ROW, toRow } from './ledger-rows'
import { afterSql, ledgerWhere, pageSql } from './ledger-sql'

/**
 * The open predictions whose window ends within `days` from today, soonest first, and before them those in their days of grace:
 * these are due too. What is past its grace is overdue, and none of these. In pages that each go on after the last row of the
 * one before; `today` is the newsroom's day.
 */
export async function* dueWithin(days: number, today: Day, pageSize = 500): AsyncGenerator<LedgerRow[]> {
  const last = addDays(today, days)
  // a window that ended before that is past any grace
  const filter: LedgerFilter = { view: 'open', from: addDays(today, -MAX_GRACE_DAYS) }
  for (let after: string | undefined; ; ) {
    const found = await db().$queryRaw<{ id: string; key: string }[]>(
      pageSql('open', ledgerWhere(filter, today, afterSql({ ...filter, after })), pageSize),
    )
    const ids = found.map(({ id }) => id)
    const rows = await db().prediction.findMany({ where: { id: { in: ids } }, select: { id: true, ...ROW } })
    const byId = new Map(rows.map((row) => [row.id, toRow(row, today)]))
    const page = ids.flatMap((id) => byId.get(id) ?? [])
    const near = page.filter(({ window }) => window !== null && window.to <= last)
    yield near.filter(({ watch }) => watch !== 'overdue')
    if (found.length < pageSize || near.length < page.length) return
    after = found.at(-1)?.key
  }
}
