#!/usr/bin/env node
// node scripts/on-desk.mjs [--demo|--newsroom] FILE.ts [arguments]
// Runs a command on the database of a desk: the server at DATABASE_URL, else the embedded one, which is started for as
// long as the command needs it. Without an option it is the desk that was started last. Says what it does on standard
// error, so that the command's output stays its own.
import fs from 'node:fs'
import { Failure, printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { withLock } from './lib/lock.mjs'
import { inData, inRoot, ROOT } from './lib/paths.mjs'
import { interruptPrograms, runInteractive } from './lib/steps.mjs'

console.log = console.error
process.chdir(ROOT)
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => interruptPrograms(signal))

/** @returns {import('./lib/desk.mjs').DeskName} */
function lastDesk() {
  const note = inData('desk')
  return fs.existsSync(note) && fs.readFileSync(note, 'utf8') === 'newsroom' ? 'newsroom' : 'demo'
}

async function runOnDesk() {
  const args = process.argv.slice(2)
  const option = ['--demo', '--newsroom'].find((one) => one === args[0])
  if (option) args.shift()
  const [file, ...rest] = args
  if (!file)
    throw new Failure('No command was named.', 'node scripts/on-desk.mjs [--demo|--newsroom] FILE.ts [arguments]')
  if (fs.existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  const name = option === '--newsroom' ? 'newsroom' : option === '--demo' ? 'demo' : lastDesk()
  const desk = await withLock(inData('set-up.lock'), async () => {
    await ensureInstalled()
    const { migrateDesk, openDesk } = await import('./lib/desk.mjs')
    const { ensureClient } = await import('./lib/products.mjs')
    await ensureClient()
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
