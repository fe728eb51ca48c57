// A desk: one database, demo or newsroom, and the environment under which server, worker and commands run on it.
import fs from 'node:fs'
import { parseEnv } from '../../lib/platform/env.mjs'
import { withClient } from './databases.mjs'
import { startEmbedded } from './embedded.mjs'
import { Failure } from './failure.mjs'
import { inData, inRoot } from './paths.mjs'
import { checkServer, migrate, pendingMigrations } from './prisma.mjs'
import { readSecrets } from './secrets.mjs'
import { mustRun, step } from './steps.mjs'

/** @typedef {'demo' | 'newsroom' | 'dev'} DeskName */

/**
 * @typedef {object} Desk
 * @property {DeskName} name
 * @property {boolean} isDemo whether the demo desk belongs into this database
 * @property {Record<string, string>} env for every process that works on it
 * @property {import('../../lib/platform/env.mjs').Env} config the same, parsed
 * @property {boolean} isEmbedded
 * @property {number | null} port of the embedded server
 * @property {() => Promise<void>} release
 */

/** A program in TypeScript, run by this Node. @param {string} file @param {string[]} [args] @returns {[string, string[]]} */
export const typescriptProgram = (file, args = []) => [process.execPath, ['--import', 'tsx', inRoot(file), ...args]]

/**
 * Refuses what may not run before anything is started.
 * @param {DeskName} name
 * @param {Record<string, string | undefined>} source
 */
export function checkDesk(name, source) {
  const config = parseEnv(source)
  if (config.isProduction && name === 'demo' && !config.databaseUrl) {
    throw new Failure(
      'APP_ENV=production refuses the demo, which `npm start` opens where DATABASE_URL is not set.',
      'Set DATABASE_URL, or run `npm run newsroom` for a desk of your own on the embedded database server.',
    )
  }
  return config
}

/**
 * Opens the database of a desk: the server at DATABASE_URL, else the embedded one.
 * @param {DeskName} name
 * @returns {Promise<Desk>}
 */
export async function openDesk(name) {
  const config = checkDesk(name, process.env)
  const { databaseUrl, migrateUrl } = config
  const isEmbedded = !databaseUrl
  const server = isEmbedded
    ? await startEmbedded({ database: `borneout_${name}` })
    : { databaseUrl, migrateUrl: migrateUrl ?? databaseUrl, port: null, release: async () => {} }
  // A newsroom never becomes a demo: invented verdicts must not mix with real ones.
  const isDemo = name !== 'newsroom' && (config.isDemo || isEmbedded)
  const env = {
    DATABASE_URL: server.databaseUrl,
    MIGRATE_URL: server.migrateUrl,
    APP_URL: config.appUrl,
    NEXTAUTH_URL: config.appUrl,
    NEXTAUTH_SECRET: config.authSecret ?? readSecrets(inData()).nextAuth,
    PORT: String(config.port),
    DEMO: isDemo ? '1' : '0',
    LOG_LEVEL: process.env.LOG_LEVEL || (config.isProduction ? 'info' : 'warn'),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const { port, release } = server
  return { name, isDemo, env, isEmbedded, port, config: parseEnv({ ...process.env, ...env }), release }
}

/** Brings the desk's database up to date. @param {Desk} desk */
export async function migrateDesk({ env, isEmbedded }) {
  if (!isEmbedded) await checkServer(env.DATABASE_URL ?? '')
  const urls = { databaseUrl: env.DATABASE_URL ?? '', migrateUrl: env.MIGRATE_URL ?? '' }
  if (urls.databaseUrl === urls.migrateUrl) {
    console.log(
      '  Note: the app runs as the owner of the tables. MIGRATE_URL gives the owner an address of its own; see .env.example.',
    )
  }
  const pending = await pendingMigrations(urls.migrateUrl)
  if (pending.length === 0) await migrate(urls)
  else await step(`Applying ${pending.length} migration${pending.length > 1 ? 's' : ''}`, () => migrate(urls))
}

/**
 * Loads the demo desk, once per database. The note that it is loaded names the database itself, so another or a fresh
 * database gets its own; a load that was cut short leaves no note and is run again, which is safe.
 * @param {Desk} desk
 */
export async function ensureDemo({ isDemo, env }) {
  if (!isDemo || !fs.existsSync(inRoot('seeds/load.ts'))) return
  const id = await withClient(env.DATABASE_URL ?? '', async (client) => {
    const { rows } = await client.query('SELECT database_id FROM edition')
    return String(rows[0]?.database_id)
  })
  const note = inData('demo', id)
  if (fs.existsSync(note)) return
  await step('Loading the demo desk', () => mustRun(...typescriptProgram('seeds/load.ts'), { env, quiet: true }))
  fs.mkdirSync(inData('demo'), { recursive: true })
  fs.writeFileSync(note, '')
}

/**
 * The people of the demo, as seeds/sign-ins.json lists them.
 * @param {Desk} desk
 * @returns {{ name: string, email: string, password: string, role: string }[]}
 */
export function demoSignIns({ isDemo }) {
  const file = inRoot('seeds/sign-ins.json')
  return isDemo && fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : []
}
