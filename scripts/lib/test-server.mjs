// The server that a test run makes its databases on: the one of DATABASE_URL, else one to throw away.
import fs from 'node:fs'
import path from 'node:path'
import { parseEnv } from '../../lib/platform/env.mjs'
import { startEmbedded } from './embedded.mjs'
import { inData } from './paths.mjs'
import { removeUnusedCluster } from './postgres.mjs'
import { checkServer } from './prisma.mjs'
import { dropTestDatabases } from './test-databases.mjs'

const PREFIX = 'test-pg-'

/** Clusters of test runs that were killed. */
async function removeLeftovers() {
  if (!fs.existsSync(inData())) return
  const folders = fs.readdirSync(inData()).filter((name) => /^test-pg-\d+$/.test(name))
  for (const name of folders) await removeUnusedCluster(inData(name))
}

/**
 * @param {string} run
 * @returns {Promise<import('./test-databases.mjs').TestServer & { close: () => Promise<void> }>}
 */
export async function openTestServer(run) {
  const { databaseUrl, migrateUrl } = parseEnv(process.env)
  if (databaseUrl) {
    const server = { databaseUrl, migrateUrl: migrateUrl ?? databaseUrl }
    await checkServer(server.migrateUrl)
    return { ...server, close: () => dropTestDatabases(server, run) }
  }
  await removeLeftovers()
  const folder = inData(`${PREFIX}${process.pid}`)
  const server = await startEmbedded({ database: 'borneout', folder, isThrowAway: true })
  const close = async () => {
    await server.release()
    await removeUnusedCluster(folder)
  }
  return { databaseUrl: server.databaseUrl, migrateUrl: server.migrateUrl, close }
}

/** Where Playwright's and Vitest's reports go for a while. @param {string} name */
export const reportFile = (name) => path.join(inData(), `${name}-${process.pid}.json`)
