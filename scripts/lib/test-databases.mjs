// Databases of one test run, all named borneout_test_<run>_…: made on a given server, dropped at its end. The database
// that the given addresses name is only connected to, never written.
import { dropDatabase, ensureDatabase, onDatabase, roleOf, withClient } from './databases.mjs'
import { migrate } from './prisma.mjs'

/**
 * A server to make databases on.
 * @typedef {object} TestServer
 * @property {string} databaseUrl the app's role
 * @property {string} migrateUrl the owner's role, which may create databases
 */

/** @param {string} run letters and digits */
const prefixOf = (run) => `borneout_test_${run}_`

/**
 * Makes an empty, migrated database.
 * @param {TestServer} server
 * @param {string} run
 * @param {string} name
 * @returns {Promise<TestServer & { name: string }>} the same roles on the new database
 */
export async function makeTestDatabase(server, run, name) {
  const database = `${prefixOf(run)}${name}`
  await ensureDatabase(server.migrateUrl, database, { owner: roleOf(server.migrateUrl) })
  const urls = addresses(server, database)
  await migrate(urls)
  return { ...urls, name: database }
}

/**
 * Copies a migrated database that nobody is connected to.
 * @param {TestServer} server
 * @param {{ run: string, template: string, name: string }} names
 * @returns {Promise<TestServer & { name: string }>}
 */
export async function cloneTestDatabase(server, { run, template, name }) {
  const database = `${prefixOf(run)}${name}`
  await ensureDatabase(server.migrateUrl, database, { owner: roleOf(server.migrateUrl), template })
  return { ...addresses(server, database), name: database }
}

/** @param {TestServer} server @param {string} database */
const addresses = (server, database) => ({
  databaseUrl: onDatabase(server.databaseUrl, database),
  migrateUrl: onDatabase(server.migrateUrl, database),
})

/** Drops every database of this run. @param {TestServer} server @param {string} run */
export async function dropTestDatabases(server, run) {
  const names = await withClient(server.migrateUrl, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      prefixOf(run),
    ])
    return rows.map((row) => row.datname)
  })
  for (const name of names) await dropDatabase(server.migrateUrl, name)
}
