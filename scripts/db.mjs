#!/usr/bin/env node
// npm run db           starts (or adopts) the database server of this folder, migrates the development database, and
//                      prints the addresses; the server goes on after this command
// npm run db -- stop   stops it, once nobody else uses it
import { parseArgs } from 'node:util'
import { startEmbedded } from './lib/embedded.mjs'
import { printFailure } from './lib/failure.mjs'
import { inData } from './lib/paths.mjs'
import { stopCluster } from './lib/postgres.mjs'
import { generateClient, migrate } from './lib/prisma.mjs'
import { step } from './lib/steps.mjs'

const { positionals } = parseArgs({ allowPositionals: true })

async function stop() {
  const isStopped = await stopCluster(inData('pg'))
  console.log(
    isStopped ? 'The database server is stopped.' : 'Another process still uses the server; it stops with that one.',
  )
}

async function start() {
  const database = positionals[0] ?? 'borneout_dev'
  const server = await step('Database server', () => startEmbedded({ database, keep: true }))
  await step('Prisma client', generateClient)
  const applied = await step('Migrations', () => migrate(server))
  if (applied.length > 0) console.log(`  applied: ${applied.join(', ')}`)
  console.log(`\nDATABASE_URL=${server.databaseUrl}\nMIGRATE_URL=${server.migrateUrl}`)
  console.log('\nIt goes on in the background; `npm run db -- stop` stops it.')
}

try {
  await (positionals[0] === 'stop' ? stop() : start())
} catch (error) {
  printFailure(error)
  process.exitCode = 1
}
