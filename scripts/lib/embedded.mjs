// The installation's own database server: cluster, roles and one database, with the two addresses the rest needs.
import { APP, ensureDatabase, ensureRoles, loopbackUrl, OWNER } from './databases.mjs'
import { Failure } from './failure.mjs'
import { inData } from './paths.mjs'
import { isClusterRunning, startCluster } from './postgres.mjs'
import { sleep } from './processes.mjs'
import { readSecrets } from './secrets.mjs'

/**
 * Starts the server again, on the same port, whenever it ends while it is needed: PostgreSQL recovers by itself, but
 * nobody else would start it.
 * @param {{ folder?: string, port: number, isEnding: () => boolean }} options
 */
export async function keepEmbedded({ folder = inData('pg'), port, isEnding }) {
  while (!isEnding()) {
    await sleep(1000)
    if (isEnding() || isClusterRunning(folder)) continue
    console.error('The database server ended; it is started again.')
    const cluster = await startCluster({ folder, superuserPassword: readSecrets(inData()).databaseSuperuser })
    if (cluster.port === port) continue
    throw new Failure('The database server came back on another port, because its own is taken.', 'Start again.')
  }
}

/**
 * @typedef {object} Embedded
 * @property {string} databaseUrl for the app: rows only
 * @property {string} migrateUrl for migrations: the owner
 * @property {string} superuserUrl
 * @property {number} port
 * @property {boolean} wasRunning
 * @property {boolean} isNewDatabase
 * @property {() => Promise<void>} release
 */

/**
 * @param {{ database: string, folder?: string, isThrowAway?: boolean, keep?: boolean }} options
 * @returns {Promise<Embedded>}
 */
export async function startEmbedded({ database, folder = inData('pg'), isThrowAway = false, keep = false }) {
  const secrets = readSecrets(inData())
  const cluster = await startCluster({ folder, superuserPassword: secrets.databaseSuperuser, isThrowAway, keep })
  const { port } = cluster
  const superuserUrl = loopbackUrl({
    port,
    role: 'postgres',
    password: secrets.databaseSuperuser,
    database: 'postgres',
  })
  try {
    await ensureRoles(superuserUrl, secrets)
    const isNewDatabase = await ensureDatabase(superuserUrl, database, { owner: OWNER })
    return {
      ...cluster,
      isNewDatabase,
      superuserUrl,
      databaseUrl: loopbackUrl({ port, role: APP, password: secrets.databaseApp, database }),
      migrateUrl: loopbackUrl({ port, role: OWNER, password: secrets.databaseOwner, database }),
    }
  } catch (error) {
    await cluster.release()
    throw error
  }
}
