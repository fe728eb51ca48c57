// Roles and databases. Two roles: the owner makes and changes tables, the app only reads and writes rows, so that no
// fault of the app can switch off the triggers that keep published things unchanged.
import pg from 'pg'
import { Failure } from './failure.mjs'

export const OWNER = 'borneout_owner'
export const APP = 'borneout_app'

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: 'borneout-setup' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * @param {{ port: number, role: string, password: string, database: string }} parts
 * @returns {string}
 */
export const loopbackUrl = ({ port, role, password, database }) =>
  `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

/** The same server and role, another database. @param {string} url @param {string} database */
export function onDatabase(url, database) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.toString()
}

/** @param {string} url */
export const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1))
/** @param {string} url */
export const roleOf = (url) => decodeURIComponent(new URL(url).username)

/**
 * Makes the two roles, or gives them the present passwords.
 * @param {string} superuserUrl
 * @param {{ databaseOwner: string, databaseApp: string }} passwords
 */
export async function ensureRoles(superuserUrl, passwords) {
  await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [[OWNER, APP]])
    const known = new Set(rows.map((row) => row.rolname))
    for (const [role, password, rights] of [
      [OWNER, passwords.databaseOwner, 'LOGIN CREATEDB NOSUPERUSER NOCREATEROLE'],
      [APP, passwords.databaseApp, 'LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE'],
    ]) {
      const verb = known.has(role) ? 'ALTER' : 'CREATE'
      await client.query(`${verb} ROLE ${role} WITH ${rights} PASSWORD ${client.escapeLiteral(password)}`)
    }
  }).catch((error) => {
    if (error.code !== '28P01') throw error
    throw new Failure(
      'The embedded database does not accept the passwords in .data/secrets.json: they belong to another database.',
      'Restore the secrets.json that was made together with .data/pg. For a fresh, empty start remove the whole .data folder.',
    )
  })
}

/**
 * @param {string} url of a role that may create databases, on any database of that server
 * @param {string} name
 * @param {{ owner?: string, template?: string }} [options]
 * @returns {Promise<boolean>} whether it is new
 */
export async function ensureDatabase(url, name, { owner, template } = {}) {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return false
    const id = (/** @type {string} */ text) => client.escapeIdentifier(text)
    await client.query(
      `CREATE DATABASE ${id(name)}${owner ? ` OWNER ${id(owner)}` : ''}${template ? ` TEMPLATE ${id(template)}` : ''}`,
    )
    return true
  })
}

/** @param {string} url @param {string} name */
export async function dropDatabase(url, name) {
  await withClient(url, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
  )
}

/**
 * Before the migrations, as owner: whatever the owner makes from now on, the app's role may use; stricter grants
 * (append-only tables) are taken back by the migrations that make those tables.
 * @param {string} ownerUrl
 * @param {string} appRole
 */
export async function grantFutureTables(ownerUrl, appRole) {
  await withClient(ownerUrl, async (client) => {
    const app = client.escapeIdentifier(appRole)
    await client.query(`
      ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${app};
      ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
      ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO ${app};
      ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO ${app};
    `)
  })
}

/**
 * After the queue's own migrations, as owner: they switch row security on without any policy, which shuts out every
 * role but the owner.
 * @param {string} ownerUrl
 * @param {string} appRole
 */
export async function openQueueToApp(ownerUrl, appRole) {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'graphile_worker' AND c.relkind = 'r' AND c.relrowsecurity
        AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'app_role')`)
    for (const { name } of rows) {
      await client.query(
        `CREATE POLICY app_role ON graphile_worker.${client.escapeIdentifier(name)}
         TO ${client.escapeIdentifier(appRole)} USING (true) WITH CHECK (true)`,
      )
    }
  })
}
