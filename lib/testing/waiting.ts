import { expect } from 'vitest'
import { db, inTransaction, lockRow } from '@/lib/platform/db'

/** Until so many transactions of this database wait for a lock. */
export async function waitingForLocks(count: number): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await db().$queryRaw<{ waiting: bigint }[]>`
        SELECT count(*) AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`
      return Number(row?.waiting)
    })
    .toBe(count)
}

/**
 * Holds a row until all of these wait for it, one after the other, and lets them go in that order. What became of each: its
 * value, or what it was refused with.
 */
export async function inTurnAt<T>(
  row: { table: Parameters<typeof lockRow>[1]; id: string },
  work: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  const begun: Promise<T>[] = []
  await inTransaction(async (tx) => {
    await lockRow(tx, row.table, row.id)
    for (const one of work) {
      const running = one()
      // looked at below; until then a refusal is nobody's fault
      running.catch(() => undefined)
      begun.push(running)
      await waitingForLocks(begun.length)
    }
  })
  return Promise.allSettled(begun)
}
