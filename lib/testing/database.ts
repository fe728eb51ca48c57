import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { cloneTestDatabase } from '../../scripts/lib/test-databases.mjs'
import { blobsOfRun } from './blobs-of-run'

/**
 * Setup file of the database tests: before a test file imports anything, it gets a database of its own, a copy of the
 * migrated template. DATABASE_URL is the app's role on it, MIGRATE_URL the owner's (the same where the server has one
 * role only). Dropped at the end of the run, with the blobs that were kept.
 */
const { databaseUrl, migrateUrl, run, template } = inject('testDatabases')
const own = await cloneTestDatabase(
  { databaseUrl, migrateUrl },
  { run, template, name: randomBytes(4).toString('hex') },
)
process.env.DATABASE_URL = own.databaseUrl
process.env.MIGRATE_URL = own.migrateUrl
process.env.BLOBS_DIR = blobsOfRun(run)
