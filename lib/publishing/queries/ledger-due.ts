import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import type { LedgerFilter } from '../schema'
import { type LedgerRow, ROW, toRow } from './ledger-rows'
import { afterSql, ledgerWhere, pageSql } from './ledger-sql'
import { aboutSql } from './ledger-subjects'

/**
 * The whole of a filtered ledger, in the order of its view, in pages that each go on after the last row of the one before: as
 * much is held as one page. `today` is the newsroom's day.
 */
export async function* ledgerPages(filter: LedgerFilter, today: Day, pageSize = 500): AsyncGenerator<LedgerRow[]> {
  const about = await aboutSql(filter, today)
  for (let after = filter.after; ; ) {
    const where = ledgerWhere(filter, today, [...about, ...afterSql({ ...filter, after })])
    const found = await db().$queryRaw<{ id: string; key: string }[]>(pageSql(filter.view, where, pageSize))
    const ids = found.map(({ id }) => id)
    const rows = await db().prediction.findMany({ where: { id: { in: ids } }, select: { id: true, ...ROW } })
    const byId = new Map(rows.map((row) => [row.id, toRow(row, today)]))
    if (ids.length > 0) yield ids.flatMap((id) => byId.get(id) ?? [])
    after = found.at(-1)?.key
    if (found.length < pageSize) return
  }
}

/** One prediction of an export, flat: the columns of a CSV and the members of a JSON object, in one order. */
export const exportedRow = (row: LedgerRow) => ({
  path: row.path,
  statement: row.shortForm,
  speaker: row.speaker?.name ?? null,
  publisher: row.publisher?.name ?? null,
  isOwnVoice: row.publisher?.isOwnVoice ?? null,
  saidOn: row.saidOn,
  dueFrom: row.window?.from ?? null,
  dueTo: row.window?.to ?? null,
  dueWords: row.windowWords,
  graceDays: row.graceDays,
  certaintyWords: row.certaintyWords,
  certainty: row.certainty,
  resolution: row.resolution,
  outcomeFrom: row.outcome?.from ?? null,
  outcomeTo: row.outcome?.to ?? null,
})

/** Every column, also of an export without a row. */
export const EXPORTED_COLUMNS = [
  ...(['path', 'statement', 'speaker', 'publisher', 'isOwnVoice', 'saidOn', 'dueFrom', 'dueTo', 'dueWords'] as const),
  ...(['graceDays', 'certaintyWords', 'certainty', 'resolution', 'outcomeFrom', 'outcomeTo'] as const),
] satisfies (keyof ReturnType<typeof exportedRow>)[]
