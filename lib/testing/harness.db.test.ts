import pg from 'pg'
import { expect, test } from 'vitest'

async function ask(url: string | undefined, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('each test file works on a migrated database of its own', async () => {
  const rows = await ask(
    process.env.DATABASE_URL,
    'SELECT current_database() AS name, (SELECT count(*)::int FROM edition) AS editions',
  )
  expect(rows).toEqual([{ name: expect.stringMatching(/^borneout_test_[0-9a-f]+_[0-9a-f]+$/), editions: 1 }])
})

test('the app may enqueue a job and read it back', async () => {
  await ask(process.env.DATABASE_URL, `SELECT graphile_worker.add_job('harness')`)
  expect(await ask(process.env.DATABASE_URL, 'SELECT task_identifier FROM graphile_worker.jobs')).toEqual([
    { task_identifier: 'harness' },
  ])
})

test('the app role owns no table, so it cannot switch off a guard', async () => {
  const hasTwoRoles = process.env.MIGRATE_URL !== process.env.DATABASE_URL
  const [row] = await ask(
    process.env.DATABASE_URL,
    `SELECT pg_has_role(relowner, 'MEMBER') AS owns, has_table_privilege(oid, 'TRUNCATE') AS truncates
     FROM pg_class WHERE oid = 'audit_event'::regclass`,
  )
  expect(row).toEqual({ owns: !hasTwoRoles, truncates: !hasTwoRoles })
  await expect(ask(process.env.DATABASE_URL, 'TRUNCATE audit_event CASCADE')).rejects.toThrow(
    /permission denied|refused/,
  )
})
