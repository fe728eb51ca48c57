#!/usr/bin/env node
// npm run test:crash [-- --articles 2000 --kills 40 --seed 7]
// Imports generated articles twice, half of them as files from the command line and half as a batch that the workers go on
// with: once undisturbed, once while processes of the import, of two workers and of PostgreSQL are killed (SIGKILL) at random
// points and started again. Both must end in the same state: no half article, none twice, no row counted twice, no job left,
// audit chains whole. Needs nothing but the embedded PostgreSQL, which it starts in a folder of its own.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { crashArticles, randomFrom } from './lib/crash-articles.mjs'
import { typescriptProgram } from './lib/desk.mjs'
import { startEmbedded } from './lib/embedded.mjs'
import { Failure, printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inData, ROOT } from './lib/paths.mjs'
import { isClusterRunning, readPostmaster, removeUnusedCluster } from './lib/postgres.mjs'
import { sleep, until } from './lib/processes.mjs'
import { runProgram, seconds, step } from './lib/steps.mjs'
import { makeTestDatabase } from './lib/test-databases.mjs'

process.chdir(ROOT)
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '7' },
  },
})
const [ARTICLES, KILLS, SEED] = [Number(values.articles), Number(values.kills), Number(values.seed)]
const FOLDER = inData(`crash-pg-${process.pid}`)
const TEXTS = inData(`crash-texts-${process.pid}`)
const BLOBS = path.join(TEXTS, 'blobs')
const BATCH = path.join(TEXTS, 'batch.jsonl')
const FILES = path.join(TEXTS, 'files')
const LOG = inData('crash.log')
const WORKERS = 2
/** A killed worker's jobs come back after some 20 s, failed ones after their pause. */
const DRAIN_MS = 15 * 60_000

let isEnding = false
/** Everything that runs, to be killed at the end. @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
const log = fs.openSync(LOG, 'w')

/** @typedef {Record<string, string>} Env */

/** @param {string} file @param {string[]} args @param {Env} env */
function start(file, args, env) {
  const [program, programArgs] = typescriptProgram(file, args)
  const child = spawn(program, programArgs, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', log, log] })
  children.add(child)
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('exit', (status) => resolve(status)))
  void ended.then(() => children.delete(child))
  return { child, ended }
}

/**
 * A program that is started again whenever it ends, until `isDone` says that its end was a good one.
 * @param {string} file @param {string[]} args @param {Env} env @param {(status: number | null) => boolean} isDone
 */
function keep(file, args, env, isDone) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null
  let isStopped = false
  const run = async () => {
    while (!isStopped && !isEnding) {
      const started = start(file, args, env)
      child = started.child
      if (isDone(await started.ended)) return
      await sleep(500)
    }
  }
  const done = run()
  return {
    done,
    kill: () => child?.kill('SIGKILL') ?? false,
    stop: async () => {
      isStopped = true
      child?.kill('SIGTERM')
      await done
    },
  }
}

/** @param {string} name @param {import('./lib/test-databases.mjs').TestServer} server @returns {Promise<Env>} */
async function makeDatabase(name, server) {
  const run = `crash${process.pid}`
  const { databaseUrl, migrateUrl } = await makeTestDatabase(server, run, name)
  const secret = randomBytes(32).toString('base64url')
  return {
    DATABASE_URL: databaseUrl,
    MIGRATE_URL: migrateUrl,
    NEXTAUTH_SECRET: secret,
    LOG_LEVEL: 'warn',
    BLOBS_DIR: BLOBS,
  }
}

/** Articles stored and texts read so far; null while the database is away. @param {Env} env */
async function progress({ DATABASE_URL }) {
  const client = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(`SELECT (SELECT count(*) FROM article)::int AS stored,
      (SELECT count(*) FROM snapshot_reading)::int AS read,
      (SELECT count(*) FROM graphile_worker.jobs WHERE attempts < max_attempts)::int AS jobs`)
    return /** @type {{ stored: number, read: number, jobs: number }} */ (rows[0])
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

/** Half of the articles as files, the others as the rows of a batch, of which two cannot be read. */
function writeTexts() {
  fs.mkdirSync(FILES, { recursive: true })
  const half = Math.ceil(ARTICLES / 2)
  for (const [i, text] of crashArticles(half, SEED).entries())
    fs.writeFileSync(path.join(FILES, `${String(i).padStart(5, '0')}.txt`), text)
  const rows = crashArticles(ARTICLES - half, SEED + 2).map((text) =>
    JSON.stringify({ text, publisher: 'Kelloway Courier', publishedOn: '2025-10-21' }),
  )
  rows.splice(Math.floor(rows.length / 2), 0, '{"text": "cut off', '{"title": "A row without a text"}')
  fs.writeFileSync(BATCH, rows.join('\n'))
}

/** The files from the command line, again and again until it ends well. @param {Env} env */
const startImport = (env) =>
  keep(
    'scripts/import.ts',
    [FILES, '--publisher', 'The Saltmere Post', '--published-on', '2025-10-22'],
    env,
    (status) => status === 0,
  )

/** @param {Env} env @param {(parts: { kill: () => boolean }[], importing: Promise<void>) => Promise<void>} disturb */
async function importAll(env, disturb) {
  const { status, output } = await runProgram(...typescriptProgram('scripts/crash-batch.ts', [BATCH]), {
    env,
    quiet: true,
  })
  if (status !== 0) throw new Failure('The batch could not be started.', output)
  const workers = Array.from({ length: WORKERS }, () => keep('scripts/worker.ts', [], env, () => isEnding))
  const importing = startImport(env)
  await disturb([...workers, importing], importing.done)
  await importing.done
  const isDrained = async () => (await progress(env))?.jobs === 0
  const drained = await until(isDrained, { timeoutMs: DRAIN_MS, everyMs: 500 })
  await Promise.all(workers.map((worker) => worker.stop()))
  if (!drained) throw new Failure('Jobs were still left after 15 minutes.', `${LOG} tells what happened.`)
}

/** @param {Env} env */
async function stateOf(env) {
  const { status, output } = await runProgram(...typescriptProgram('scripts/crash-state.ts'), { env, quiet: true })
  if (status !== 0) throw new Failure('The state could not be read.', output)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '')
}

/** Kills the server itself, or one of its processes, which makes it recover. @param {() => number} random */
function killPostgres(random) {
  const pid = readPostmaster(FOLDER)?.pid
  if (!pid || !isClusterRunning(FOLDER)) return false
  if (random() < 0.5) return process.kill(pid, 'SIGKILL')
  const backends = childrenOf(pid)
  const backend = backends[Math.floor(random() * backends.length)]
  return backend ? process.kill(backend, 'SIGKILL') : false
}

/** @param {number} pid @returns {number[]} */
function childrenOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number).filter(Boolean)
  } catch {
    return []
  }
}

/** Starts the server again whenever it is gone. @param {number} port */
async function keepServer(port) {
  while (!isEnding) {
    await sleep(200)
    if (isEnding || isClusterRunning(FOLDER)) continue
    const again = await startEmbedded({ database: 'borneout', folder: FOLDER })
    if (again.port !== port) throw new Failure('The server came back on another port.', 'Run it again.')
  }
}

/**
 * Kills at points of the work that are drawn beforehand: the import stores each article and each is read, so there are twice
 * as many pieces as articles.
 * @param {Env} env
 * @param {{ kill: () => boolean }[]} parts
 * @param {Promise<void>} importing
 */
async function killAtRandom(env, parts, importing) {
  const random = randomFrom(SEED + 1)
  const points = Array.from({ length: KILLS }, () => random() * 2 * ARTICLES * 0.95).sort((a, b) => a - b)
  let isImported = false
  void importing.then(() => {
    isImported = true
  })
  const counts = { worker: 0, import: 0, postgres: 0 }
  for (const point of points) {
    const isThere = async () => {
      const now = await progress(env)
      return now !== null && (now.stored + now.read >= point || (isImported && now.jobs === 0))
    }
    if (!(await until(isThere, { timeoutMs: DRAIN_MS, everyMs: 50 }))) throw new Failure('Nothing went on.', LOG)
    const victim = Math.floor(random() * (WORKERS + 2))
    if (victim === WORKERS + 1) counts.postgres += killPostgres(random) ? 1 : 0
    else if (parts[victim]?.kill()) counts[victim < WORKERS ? 'worker' : 'import']++
  }
  console.log(`  killed: workers ${counts.worker}, import ${counts.import}, PostgreSQL ${counts.postgres} times`)
}

/** What is wrong, a line each. @param {any} plain @param {any} crashed */
function problemsOf(plain, crashed) {
  const problems = []
  if (crashed.articles.twice > 0) problems.push(`${crashed.articles.twice} articles are there twice`)
  if (crashed.half > 0) problems.push(`${crashed.half} articles are half there`)
  if (crashed.jobs.left > 0) problems.push(`${crashed.jobs.left} jobs are left, ${crashed.jobs.failed} failed for good`)
  if (crashed.broken) problems.push(`the ledger is broken: ${JSON.stringify(crashed.broken)}`)
  for (const part of ['articles', 'candidates', 'runs', 'events']) {
    const [one, other] = [JSON.stringify(plain[part]), JSON.stringify(crashed[part])]
    if (one !== other) problems.push(`${part} differ: ${one} undisturbed, ${other} after crashes`)
  }
  return problems
}

async function crash() {
  await ensureInstalled()
  const { ensureClient } = await import('./lib/products.mjs')
  await ensureClient()
  writeTexts()
  const server = await step('Starting a database server to be killed', () =>
    startEmbedded({ database: 'borneout', folder: FOLDER }),
  )
  const [plainEnv, crashEnv] = [await makeDatabase('plain', server), await makeDatabase('crash', server)]
  await step(`Importing ${ARTICLES} texts undisturbed`, () => importAll(plainEnv, async () => {}))
  const plain = await stateOf(plainEnv)
  const watching = keepServer(server.port)
  await step(`The same with ${KILLS} kills (seed ${SEED})`, () =>
    Promise.race([
      importAll(crashEnv, (parts, importing) => killAtRandom(crashEnv, parts, importing)),
      watching.then(() => Promise.reject(new Failure('The server was not kept.', LOG))),
    ]),
  )
  const crashed = await stateOf(crashEnv)
  const problems = problemsOf(plain, crashed)
  console.log(`${crashed.articles.count} articles, ${crashed.candidates.count} candidates`)
  for (const problem of problems) console.log(`- ${problem}`)
  return problems.length === 0
}

async function end() {
  isEnding = true
  for (const child of children) child.kill('SIGKILL')
  const { release } = await startEmbedded({ database: 'borneout', folder: FOLDER })
  await release()
  await removeUnusedCluster(FOLDER)
  fs.rmSync(TEXTS, { recursive: true, force: true })
}

const began = Date.now()
let isGood = false
try {
  isGood = await crash()
} catch (error) {
  printFailure(error)
} finally {
  await end().catch(printFailure)
}
console.log(`${isGood ? 1 : 0} passed, ${isGood ? 0 : 1} failed`)
console.log(`It took ${seconds(Date.now() - began)}; the programs' own words are in ${path.relative(ROOT, LOG)}.`)
process.exit(isGood ? 0 : 1)
