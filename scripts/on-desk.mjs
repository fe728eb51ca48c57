#!/usr/bin/env node
// node scripts/on-desk.mjs FILE.ts [--desk demo|newsroom|dev] [arguments]
// Runs a command on the database of a desk: the server at DATABASE_URL, else the embedded one, which is started for as
// long as the command needs it. Without --desk it is the one that was started last. Says what it does on standard error,
// so that the command's output stays its own.
import fs from 'node:fs'
import { Failure, printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { lastDesk } from './lib/last-desk.mjs'
import { withLock } from './lib/lock.mjs'
import { inData, inRoot, ROOT } from './lib/paths.mjs'
import { interruptPrograms, runInteractive } from './lib/steps.mjs'

console.log = console.error
process.chdir(ROOT)
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => interruptPrograms(signal))

/** @param {string[]} args */
function readArguments([file, ...args]) {
  if (!file)
    throw new Failure(
      'No command was named.',
      'node scripts/on-desk.mjs FILE.ts [--desk demo|newsroom|dev] [arguments]',
    )
  const at = args.indexOf('--desk')
  if (at < 0) return { file, desk: null, rest: args }
  const [, name] = args.splice(at, 2)
  if (name !== 'demo' && name !== 'newsroom' && name !== 'dev') {
    throw new Failure(`There is no desk named ${name ?? '""'}.`, 'Choose demo, newsroom or dev.')
  }
  return { file, desk: name, rest: args }
}

async function runOnDesk() {
  const { file, desk: chosen, rest } = readArguments(process.argv.slice(2))
  if (fs.existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  const name = chosen ?? lastDesk()
  const desk = await withLock(inData('set-up.lock'), async () => {
    await ensureInstalled()
    const { migrateDesk, openDesk } = await import('./lib/desk.mjs')
    const { ensureClient, ensureThreads } = await import('./lib/products.mjs')
    await ensureClient()
    await ensureThreads()
    const opened = await openDesk(name)
    await migrateDesk(opened)
    return opened
  })
  console.error(desk.isEmbedded ? `On the ${name} desk's database.` : 'On the database at DATABASE_URL.')
  const { typescriptProgram } = await import('./lib/desk.mjs')
  try {
    return await runInteractive(...typescriptProgram(file, rest), desk.env)
  } finally {
    await desk.release()
  }
}

try {
  process.exitCode = await runOnDesk()
} catch (error) {
  printFailure(error)
  process.exitCode = 1
}
