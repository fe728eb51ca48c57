import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { toCount } from '@/lib/testing/simulation/chance'
import { fillNewsroom } from '@/lib/testing/simulation/fill'
import { publishersSql, speakersSql, topicsSql, wordsSql } from './queries/ledger-choices'
import { countSql, ledgerWhere, pageSql } from './queries/ledger-sql'
import { aboutSql } from './queries/ledger-subjects'
import type { LedgerFilter } from './schema'

const TODAY = '2026-06-01'

beforeAll(() => fillNewsroom({ predictions: 3000, seed: 7, today: toCount(TODAY) }), 120_000)
afterAll(disconnect)

async function plan(sql: Prisma.Sql): Promise<string> {
  const rows = await db().$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${sql}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

/** The tables of a test are so small that reading them whole is cheapest: forbidden, the plan shows what serves. */
const served = (sql: Prisma.Sql): Promise<string> =>
  db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
    const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${sql}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })

async function pageOf(filter: Partial<LedgerFilter>): Promise<Prisma.Sql> {
  const asked: LedgerFilter = { view: 'all', ...filter }
  return pageSql(asked.view, ledgerWhere(asked, TODAY, await aboutSql(asked, TODAY)), 26)
}

describe('the ledger of 3,000 predictions', () => {
  test.each([
    ['all', /Index Scan Backward using prediction_ledger_due/],
    ['open', /Index Scan using prediction_open_due/],
    ['due_soon', /Index Scan using prediction_open_due[^\n]*\n[^\n]*Index Cond: .*due_to <=/],
    ['resolved', /Index (Only )?Scan Backward using resolution_ledger_settled/],
  ] as const)('%s is read in its order, and no further than its page', async (view, index) => {
    const read = await plan(await pageOf({ view }))
    expect(read).toMatch(/Limit/)
    expect(read).toMatch(index)
    expect(read).not.toMatch(/Sort|Seq Scan on (prediction|claim|resolution)/)
  })

  test('what it can be narrowed to is found along indexes', async () => {
    expect(await served(wordsSql)).toMatch(/prediction_ledger_words/)
    for (const sql of [speakersSql, publishersSql, topicsSql])
      expect(await served(sql)).not.toMatch(/Seq Scan on (prediction|claim|occurrence|article)/)
  })

  test('counts no further than its bound', async () => {
    const where = ledgerWhere({ view: 'all' }, TODAY, [])
    expect(await plan(countSql(where, 100))).toMatch(/Aggregate[^\n]*\n\s+->\s+Limit/)
  })
})
