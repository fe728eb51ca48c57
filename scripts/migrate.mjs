#!/usr/bin/env node
// npm run migrate: brings the database at DATABASE_URL (as its owner, MIGRATE_URL, where that is another role) up to
// date. `npm start` does this by itself; in production, with several instances, it is a step of its own before them.
import fs from 'node:fs'
import { parseEnv } from '../lib/platform/env.mjs'
import { Failure, printFailure } from './lib/failure.mjs'
import { inRoot } from './lib/paths.mjs'
import { checkServer, migrate } from './lib/prisma.mjs'

try {
  if (fs.existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  const { databaseUrl, migrateUrl = databaseUrl } = parseEnv(process.env)
  if (!databaseUrl || !migrateUrl) {
    throw new Failure(
      'DATABASE_URL is not set.',
      'The embedded database is brought up to date by `npm start` and `npm run newsroom`.',
    )
  }
  await checkServer(migrateUrl)
  const applied = await migrate({ databaseUrl, migrateUrl })
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.')
} catch (error) {
  printFailure(error)
  process.exitCode = 1
}
