// The embedded PostgreSQL: starts it, or adopts the one that already runs on this folder, and stops it with its last user.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { withLock } from './lock.mjs'
import { choosePostgresAccount, findPrograms } from './postgres-program.mjs'
import { freePort, identify, isPortFree, isRunning, sleep, startOf, until } from './processes.mjs'
import { runProgram } from './steps.mjs'

/**
 * @typedef {object} Cluster
 * @property {number} port
 * @property {boolean} wasRunning whether it was adopted
 * @property {() => Promise<void>} release gives it back; the last user's release stops the server
 */

/** What the server writes into postmaster.pid. @param {string} folder */
export function readPostmaster(folder) {
  try {
    const lines = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/**
 * Whether this pid is a PostgreSQL server on this folder, and not a stranger that got the pid of a dead one.
 * @param {number} pid
 * @param {string} folder
 */
function isServerOn(pid, folder) {
  if (startOf(pid) === null) return false
  if (process.platform === 'linux') {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(folder)
    } catch {
      return true
    }
  }
  if (process.platform === 'win32') return true
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.stdout?.includes('postgres') ?? false
}

/** Makes the cluster beside its place and renames it: a killed start leaves a folder that is ignored, never half a cluster. */
async function initialise({ folder, initdb, account, password, isThrowAway }) {
  const parent = path.dirname(folder)
  const name = path.basename(folder)
  for (const left of fs.readdirSync(parent)) {
    if (left.startsWith(`${name}.init-`)) fs.rmSync(path.join(parent, left), { recursive: true, force: true })
  }
  const fresh = `${folder}.init-${process.pid}`
  const passwordFile = `${fresh}.password`
  try {
    fs.mkdirSync(fresh, { mode: 0o700 })
    fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    const { uid, gid } = account.options
    if (uid !== undefined && gid !== undefined) for (const own of [fresh, passwordFile]) fs.chownSync(own, uid, gid)
    const [program, args] = account.command(initdb, [
      ...['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
      // The same order and case rules on every machine, whatever its locales.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(isThrowAway ? ['--no-sync'] : []),
    ])
    const { status, output } = await runProgram(program, args, { quiet: true, account: account.options })
    if (status !== 0) {
      throw new Failure(
        `The database folder could not be made: ${output.trim()}`,
        `Check free space and rights of ${parent}, then start again. Or set DATABASE_URL to a PostgreSQL server.`,
      )
    }
    fs.renameSync(fresh, folder)
  } finally {
    fs.rmSync(passwordFile, { force: true })
    fs.rmSync(fresh, { recursive: true, force: true })
  }
}

/** Settings of the running server; a throw-away one trades safety against power loss for speed. */
function settings(isThrowAway) {
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'log_timezone=UTC']
  if (isThrowAway) all.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  return all.flatMap((setting) => ['-c', setting])
}

/** The port of last time when it is free (addresses noted elsewhere stay right), else any. @param {string} folder */
async function choosePort(folder) {
  const file = `${folder}.port`
  const last = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0
  const port = last > 0 && (await isPortFree(last)) ? last : await freePort()
  fs.writeFileSync(file, String(port))
  return port
}

/**
 * Runs the server until it is ready or has ended.
 * @returns {Promise<boolean>} whether it is ready
 */
async function tryLaunch({ folder, postgres, account, isThrowAway, port }) {
  const log = fs.openSync(`${folder}.log`, 'a')
  const [program, args] = account.command(postgres, ['-D', folder, '-p', String(port), ...settings(isThrowAway)])
  // Detached: Ctrl-C at the terminal must reach the app first; the database is stopped after it.
  const child = spawn(program, args, { ...account.options, stdio: ['ignore', log, log], detached: true })
  let ended = false
  for (const event of ['exit', 'error']) {
    child.on(event, () => {
      ended = true
    })
  }
  // Long, because it may have to recover what a killed server left in its write-ahead log.
  const isReady = await until(() => ended || readPostmaster(folder)?.isReady, { timeoutMs: 120_000, everyMs: 20 })
  child.unref()
  fs.closeSync(log)
  return Boolean(isReady) && !ended
}

/** @returns {Promise<number>} the port */
async function launch({ folder, postgres, account, isThrowAway }) {
  const logFile = `${folder}.log`
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > 10_000_000) fs.renameSync(logFile, `${logFile}.1`)
  const port = await choosePort(folder)
  const giveUpAt = Date.now() + 15_000
  for (;;) {
    if (await tryLaunch({ folder, postgres, account, isThrowAway, port })) return port
    const tail = fs.readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n  ')
    // The processes of a server that was just killed take a moment to notice.
    if (tail.includes('still in use') && Date.now() < giveUpAt) {
      await sleep(200)
      continue
    }
    throw new Failure(
      `The embedded PostgreSQL did not start. The end of ${logFile}:\n  ${tail}`,
      'Start again; if it stays, the log names the cause. The data in the folder is untouched.',
    )
  }
}

/** @param {string} folder @param {string} postgres */
function checkVersion(folder, postgres) {
  const ofData = fs.readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  const account = spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const ofProgram = /\d+/.exec(account)?.[0]
  if (ofProgram === undefined || ofProgram === ofData) return
  throw new Failure(
    `${folder} was made by PostgreSQL ${ofData}, and this version brings ${ofProgram}.`,
    'Export with the old version and import with this one, or set DATABASE_URL to a server of your own.',
  )
}

/** Who uses the server: one file per user, named after the process, holding its identity. */
const usersOf = (folder) => `${folder}.users`

/** @param {string} folder @param {string} name @param {string} identity */
function register(folder, name, identity) {
  fs.mkdirSync(usersOf(folder), { recursive: true })
  fs.writeFileSync(path.join(usersOf(folder), name), identity)
}

/** @param {string} folder */
function hasUsers(folder) {
  const users = usersOf(folder)
  if (!fs.existsSync(users)) return false
  for (const name of fs.readdirSync(users)) {
    const file = path.join(users, name)
    const identity = fs.readFileSync(file, 'utf8')
    if (identity === KEEP || isRunning(identity)) return true
    fs.rmSync(file, { force: true })
  }
  return false
}
const KEEP = 'keep'

/** Stops the server on this folder when nobody uses it any more. @param {string} folder */
async function stopIfUnused(folder) {
  if (hasUsers(folder)) return
  const server = readPostmaster(folder)
  if (!server || !isServerOn(server.pid, folder)) return
  process.kill(server.pid, 'SIGINT')
  await until(() => !isServerOn(server.pid, folder), { timeoutMs: 30_000, everyMs: 20 })
}

/**
 * Waits for a server that already runs on this folder.
 * @param {string} folder
 * @returns {Promise<number | null>} its port; null when there is none, or it was on its way out
 */
async function adopt(folder) {
  const server = readPostmaster(folder)
  if (!server) return null
  const runs = () => isServerOn(server.pid, folder)
  await until(() => !runs() || readPostmaster(folder)?.isReady, { timeoutMs: 120_000 })
  return runs() ? (readPostmaster(folder)?.port ?? server.port) : null
}

/**
 * Starts the server on `folder`, making the cluster first where there is none, or adopts a running one.
 * @param {{ folder: string, superuserPassword: string, isThrowAway?: boolean, keep?: boolean }} options
 *   keep: it goes on after this process, until stopCluster()
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ folder, superuserPassword, isThrowAway = false, keep = false }) {
  const { postgres, initdb } = await findPrograms()
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  const user = keep ? 'kept' : String(process.pid)
  return withLock(`${folder}.lock`, async () => {
    register(folder, user, keep ? KEEP : (identify(process.pid) ?? ''))
    const release = () =>
      withLock(`${folder}.lock`, async () => {
        fs.rmSync(path.join(usersOf(folder), user), { force: true })
        await stopIfUnused(folder)
      })
    const adopted = await adopt(folder)
    if (adopted !== null) return { port: adopted, wasRunning: true, release }
    if (readPostmaster(folder)) fs.rmSync(path.join(folder, 'postmaster.pid'), { force: true })
    const account = choosePostgresAccount()
    if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) {
      await initialise({ folder, initdb, account, password: superuserPassword, isThrowAway })
    }
    checkVersion(folder, postgres)
    return { port: await launch({ folder, postgres, account, isThrowAway }), wasRunning: false, release }
  })
}

/** Whether a server runs on this folder. @param {string} folder */
export function isClusterRunning(folder) {
  const server = readPostmaster(folder)
  return server !== null && isServerOn(server.pid, folder)
}

/** Lets go of a kept server. @param {string} folder @returns {Promise<boolean>} whether it is stopped now */
export async function stopCluster(folder) {
  return withLock(`${folder}.lock`, async () => {
    fs.rmSync(path.join(usersOf(folder), 'kept'), { force: true })
    await stopIfUnused(folder)
    return !isClusterRunning(folder)
  })
}

/**
 * Removes a cluster with all its data, when nobody uses it: for throw-away ones, also those of runs that were killed.
 * @param {string} folder
 */
export async function removeUnusedCluster(folder) {
  const isFree = await withLock(`${folder}.lock`, async () => {
    await stopIfUnused(folder)
    return !hasUsers(folder)
  })
  if (!isFree) return
  for (const part of ['', '.log', '.log.1', '.port', '.users'])
    fs.rmSync(folder + part, { recursive: true, force: true })
}
