#!/usr/bin/env node
// npm start              sets up what is missing and serves the demo desk
// npm run newsroom       the same with a database of one's own, empty at first (--newsroom)
// npm run dev            the same from the sources, for developers (--dev)
import fs from 'node:fs'
import { keepService, startService, stopServices } from './lib/children.mjs'
import { Failure, printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { rememberDesk } from './lib/last-desk.mjs'
import { withLock } from './lib/lock.mjs'
import { inData, inRoot, ROOT } from './lib/paths.mjs'
import { isPortFree } from './lib/processes.mjs'
import { interruptPrograms, seconds, step } from './lib/steps.mjs'

const OPTIONS = ['--dev', '--newsroom']

const began = Date.now()
const isDev = process.argv.includes('--dev')
const name = process.argv.includes('--newsroom') ? 'newsroom' : isDev ? 'dev' : 'demo'
process.chdir(ROOT)

/** What has to be given back when this process ends, after its services. @type {(() => Promise<void>)[]} */
const open = []
let isEnding = false

/** @param {number} status */
async function end(status) {
  if (isEnding) return
  isEnding = true
  await stopServices()
  for (const close of open) await close().catch(printFailure)
  if (status === 0) console.log('Stopped.')
  process.exit(status)
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (isEnding) return
    console.log('\nStopping …')
    interruptPrograms(signal)
    void end(0)
  })
}

/** @param {number} port @param {string} host */
async function checkPort(port, host) {
  if (await isPortFree(port, host)) return
  throw new Failure(
    `Port ${port} is taken; Borne Out may run already at http://localhost:${port}.`,
    `Stop what uses it, or choose another one: PORT=${port + 1} npm start`,
  )
}

async function setUp() {
  await ensureInstalled()
  const { checkDesk, ensureDemo, migrateDesk, openDesk } = await import('./lib/desk.mjs')
  const { ensureBuild, ensureClient, ensureThreads } = await import('./lib/products.mjs')
  const { port, host } = checkDesk(name, process.env)
  await checkPort(port, host)
  const desk = await (process.env.DATABASE_URL ? openDesk(name) : step('Starting the database', () => openDesk(name)))
  open.push(desk.release)
  rememberDesk(name)
  await ensureClient()
  await ensureThreads()
  await migrateDesk(desk)
  await ensureDemo(desk)
  if (!isDev) await ensureBuild('.next')
  return desk
}

async function start() {
  const unknown = process.argv.slice(2).find((argument) => !OPTIONS.includes(argument))
  if (unknown !== undefined)
    throw new Failure(
      `“${unknown}” is no option of this command.`,
      'Settings are given by the environment: PORT=4000 npm start',
    )
  if (fs.existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  const desk = await withLock(inData('set-up.lock'), setUp, (pid) =>
    console.log(`Another run (process ${pid}) is setting up; waiting for it …`),
  )
  const { demoSignIns, typescriptProgram } = await import('./lib/desk.mjs')
  const { keepEmbedded } = await import('./lib/embedded.mjs')
  await checkPort(desk.config.port, desk.config.host)
  const [server] = await step('Starting server and worker', () =>
    Promise.all([
      startService('server', [process.execPath, [inRoot('scripts/serve.mjs'), ...(isDev ? ['--dev'] : [])]], {
        ...desk.env,
        NODE_ENV: isDev ? 'development' : 'production',
      }),
      keepService('worker', typescriptProgram('scripts/worker.ts'), desk.env, () => isEnding),
    ]),
  )
  announce(desk, demoSignIns(desk))
  await Promise.race([
    server.ended,
    ...(desk.port ? [keepEmbedded({ port: desk.port, isEnding: () => isEnding })] : []),
  ])
  if (isEnding) return
  throw new Failure('The server ended unexpectedly.', 'The lines above name the cause; start again.')
}

/**
 * @param {import('./lib/desk.mjs').Desk} desk
 * @param {{ name: string, email: string, password: string, role: string }[]} people
 */
function announce(desk, people) {
  const what = { demo: 'Borne Out', newsroom: 'Your newsroom', dev: 'Borne Out, from the sources,' }[desk.name]
  console.log(`\n${what} is ready after ${seconds(Date.now() - began)}:  ${desk.config.appUrl}`)
  if (people.length > 0) console.log('\nDemo sign-ins (e-mail, password, role):')
  for (const { email, password, role } of people) console.log(`  ${email.padEnd(28)} ${password.padEnd(24)} ${role}`)
  console.log('\nCtrl-C stops it.')
}

start().catch((error) => {
  if (isEnding) return
  printFailure(error)
  void end(1)
})
