import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../scripts/lib/embedded.mjs'
import { ensureThreads } from '../../scripts/lib/products.mjs'
import { dropTestDatabases, makeTestDatabase } from '../../scripts/lib/test-databases.mjs'
import { blobsOfRun } from './blobs-of-run'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabases: { databaseUrl: string; migrateUrl: string; run: string; template: string }
  }
}

/**
 * Once per run of the database tests: a migrated template, of which every test file gets a copy. The server is the one
 * that DATABASE_URL (and MIGRATE_URL, when owner and app are two roles) names, else this clone's embedded one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureThreads()
  const given = process.env.DATABASE_URL
  const embedded = given ? null : await startEmbedded({ database: 'borneout_dev' })
  const databaseUrl = given || (embedded?.databaseUrl ?? '')
  const migrateUrl = (given ? process.env.MIGRATE_URL : embedded?.migrateUrl) || databaseUrl
  const server = { databaseUrl, migrateUrl }
  const run = process.env.TEST_RUN || randomBytes(4).toString('hex')
  const finish = async () => {
    await rm(blobsOfRun(run), { recursive: true, force: true })
    await dropTestDatabases(server, run)
    await embedded?.release()
  }
  try {
    const template = await makeTestDatabase(server, run, 'template')
    project.provide('testDatabases', { ...server, run, template: template.name })
    return finish
  } catch (error) {
    await finish()
    throw error
  }
}
