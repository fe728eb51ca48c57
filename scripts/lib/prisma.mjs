// Prisma's commands, over the schema engine that comes inside npm (its native one is fetched from a host of its own).
import fs from 'node:fs'
import { grantFutureTables, openQueueToApp, roleOf, withClient } from './databases.mjs'
import { Failure } from './failure.mjs'
import { inRoot } from './paths.mjs'
import { mustRun, nodeProgram } from './steps.mjs'

/** Environment under which npm and Prisma must run here. */
export const PRISMA_ENV = {
  PRISMA_SCHEMA_ENGINE_BINARY: inRoot('scripts/lib/schema-engine.mjs'),
  PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}

/** Writes the typed client from the models. */
export const generateClient = () => mustRun(...nodeProgram('prisma', ['generate']), { env: PRISMA_ENV, quiet: true })

/**
 * The migrations in the repository that this database has not finished.
 * @param {string} url
 * @returns {Promise<string[]>}
 */
export async function pendingMigrations(url) {
  const folder = inRoot('prisma/migrations')
  if (!fs.existsSync(folder)) return []
  const all = fs.readdirSync(folder).filter((name) => fs.existsSync(`${folder}/${name}/migration.sql`))
  const done = await withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS exists`)
    if (!rows[0]?.exists) return []
    const finished = await client.query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
    return finished.rows.map((row) => row.migration_name)
  })
  return all.filter((name) => !done.includes(name)).sort()
}

/**
 * Brings a database up to date: grants for what comes, the product's migrations, the queue's, and the queue opened.
 * @param {{ migrateUrl: string, databaseUrl: string }} urls owner's and app's address; may be the same
 * @returns {Promise<string[]>} the migrations that were applied
 */
export async function migrate({ migrateUrl, databaseUrl }) {
  const appRole = roleOf(databaseUrl)
  const hasAppRole = appRole !== roleOf(migrateUrl)
  if (hasAppRole) await grantFutureTables(migrateUrl, appRole)
  const pending = await pendingMigrations(migrateUrl)
  if (pending.length > 0) {
    await mustRun(...nodeProgram('prisma', ['migrate', 'deploy']), {
      env: { ...PRISMA_ENV, DATABASE_URL: migrateUrl, MIGRATE_URL: migrateUrl },
      quiet: true,
      todo: 'The database keeps what was applied before. `npx prisma migrate status` shows where it stands; docs/runbook.md says how to go on.',
    })
  }
  const { runMigrations } = await import('graphile-worker')
  const { Logger } = await import('graphile-worker')
  await runMigrations({ connectionString: migrateUrl, logger: new Logger(() => () => {}) })
  if (hasAppRole) await openQueueToApp(migrateUrl, appRole)
  return pending
}

/**
 * Fails with advice when a server cannot be used.
 * @param {string} url
 * @returns {Promise<void>}
 */
export async function checkServer(url) {
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT current_setting('server_version_num')::int AS version`)
    return rows[0].version
  }).catch((error) => {
    throw new Failure(
      `The database at DATABASE_URL does not answer: ${error.message || error.code}`,
      'Check the address, that the server runs, and that the role and the database exist. Without DATABASE_URL an embedded server is used.',
    )
  })
  if (version >= 150000) return
  throw new Failure(
    `The server at DATABASE_URL is PostgreSQL ${Math.floor(version / 10000)}.`,
    'Version 15 or newer is needed.',
  )
}
