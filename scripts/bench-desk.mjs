#!/usr/bin/env node
// npm run bench:desk [-- --candidates 10000] [--no-browser]
// What a desk with a full inbox takes: reads and decisions, then from the key to the picture in a browser. On a database and a
// server of its own, which are thrown away.
import { randomBytes } from 'node:crypto'
import { startService, stopServices } from './lib/children.mjs'
import { typescriptProgram } from './lib/desk.mjs'
import { printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot, ROOT } from './lib/paths.mjs'
import { freePort } from './lib/processes.mjs'
import { ensureBuild, ensureClient, ensureThreads } from './lib/products.mjs'
import { interruptPrograms, runInteractive } from './lib/steps.mjs'
import { makeTestDatabase } from './lib/test-databases.mjs'
import { openTestServer } from './lib/test-server.mjs'

process.chdir(ROOT)
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => interruptPrograms(signal))

const DIST = '.next-test'
const args = process.argv.slice(2)
const run = randomBytes(4).toString('hex')

/** @param {Record<string, string>} env */
async function measureInBrowser(env) {
  await ensureBuild(DIST)
  const port = await freePort()
  const address = `http://localhost:${port}`
  const served = {
    ...{
      ...env,
      APP_ENV: 'local',
      APP_URL: address,
      NEXTAUTH_URL: address,
      PORT: String(port),
      NODE_ENV: 'production',
    },
    ...{ NEXTAUTH_SECRET: randomBytes(32).toString('base64url'), NEXT_DIST_DIR: DIST, LOG_LEVEL: 'warn' },
  }
  await startService('server', [process.execPath, [inRoot('scripts/serve.mjs')]], served)
  await runInteractive(...typescriptProgram('e2e/bench-keys.ts'), { ...env, BASE_URL: address })
}

try {
  await ensureInstalled()
  await ensureClient()
  await ensureThreads()
  const server = await openTestServer(run)
  try {
    const urls = await makeTestDatabase(server, run, 'bench')
    const env = { DATABASE_URL: urls.databaseUrl, MIGRATE_URL: urls.migrateUrl }
    const own = args.filter((arg) => arg !== '--no-browser')
    process.exitCode = await runInteractive(...typescriptProgram('lib/testing/bench-desk.ts', own), env)
    if (process.exitCode === 0 && !args.includes('--no-browser')) await measureInBrowser(env)
  } finally {
    await stopServices()
    await server.close()
  }
} catch (error) {
  printFailure(error)
  process.exitCode = 1
}
