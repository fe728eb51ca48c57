import pg from 'pg'

const switchTriggers = (tables: readonly string[], state: 'ENABLE' | 'DISABLE') =>
  tables.map((table) => `ALTER TABLE ${table} ${state} TRIGGER USER;`).join('')

/**
 * Runs SQL as the owner of the tables: for tests that try to break a guard. With `unguarded` tables it first switches
 * their triggers off, as an intruder with the owner's password could, and on again afterwards.
 */
export async function asOwner(sql: string, { unguarded = [] as readonly string[] } = {}): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: process.env.MIGRATE_URL })
  await client.connect()
  try {
    await client.query(switchTriggers(unguarded, 'DISABLE'))
    return await client.query(sql)
  } finally {
    await client.query(switchTriggers(unguarded, 'ENABLE'))
    await client.end()
  }
}
