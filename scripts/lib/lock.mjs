// One set-up at a time: two starts at once must not install, migrate or build over each other.
import fs from 'node:fs'
import path from 'node:path'
import { identify, isRunning, sleep } from './processes.mjs'

/** Locks that this process holds, by file: the identities are the process itself and the children it runs under the lock. */
const held = new Map()

/** @param {string} file @returns {string[]} */
function holders(file) {
  try {
    return fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** @param {string} file */
function tryTake(file) {
  const mine = `${file}.${process.pid}`
  fs.writeFileSync(mine, `${identify(process.pid)}\n`)
  try {
    // A hard link appears with its content at once, so nobody ever reads an empty lock.
    fs.linkSync(mine, file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    return false
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

/**
 * Takes away a lock whose holders are all gone. A rename wins for one taker only; should a new holder have come in
 * between, its lock is put back.
 * @param {string} file
 */
function clearDead(file) {
  const aside = `${file}.dead-${process.pid}`
  try {
    fs.renameSync(file, aside)
    if (holders(aside).some(isRunning)) fs.linkSync(aside, file)
  } catch {
    // Somebody else cleared it first.
  }
  fs.rmSync(aside, { force: true })
}

/**
 * Runs `work` while holding the lock. A holder that was killed does not block, but a child of it that still runs does
 * (an orphaned `npm ci` goes on writing node_modules).
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(holder: string) => void} [onWait] called once with the holder's pid when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  if (held.has(file)) return work()
  fs.mkdirSync(path.dirname(file), { recursive: true })
  let told = false
  while (!tryTake(file)) {
    const alive = holders(file).find(isRunning)
    if (alive === undefined) {
      clearDead(file)
      continue
    }
    if (!told) onWait?.(alive.split('@')[0] ?? '')
    told = true
    await sleep(200)
  }
  held.set(file, true)
  try {
    return await work()
  } finally {
    held.delete(file)
    fs.rmSync(file, { force: true })
  }
}

/**
 * Names a child as a further holder of every lock this process holds.
 * @param {number | undefined} pid
 */
export function shareLocks(pid) {
  const identity = pid === undefined ? null : identify(pid)
  if (identity) for (const file of held.keys()) fs.appendFileSync(file, `${identity}\n`)
}
