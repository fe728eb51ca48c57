// Processes by identity: a pid alone is reused after a restart of the machine or container, so its start time belongs to it.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * When a running process began, in whatever notation the system has; null when there is none (a zombie counts as gone).
 * @param {number} pid
 * @returns {string | null}
 */
export function startOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') {
    try {
      // The command (field 2) may hold spaces and brackets: count the fields behind its last bracket.
      const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
    } catch {
      return null
    }
  }
  if (process.platform === 'win32') {
    try {
      process.kill(pid, 0)
      return 'running'
    } catch (error) {
      return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM' ? 'running' : null
    }
  }
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
  const text = ps.stdout?.trim() ?? ''
  return text === '' || text.startsWith('Z') ? null : text.replace(/^\S+\s+/, '')
}

/**
 * `pid@start`, the same for the whole life of a process and never again; null when it does not run.
 * @param {number} pid
 */
export function identify(pid) {
  const start = startOf(pid)
  return start === null ? null : `${pid}@${start}`
}

/** @param {string} identity as written by identify() */
export function isRunning(identity) {
  return identity !== '' && identify(Number(identity.split('@')[0])) === identity
}

/**
 * Asks again every `everyMs` until the answer is truthy; the last answer, falsy when the time is over.
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {{ timeoutMs: number, everyMs?: number }} limits
 * @returns {Promise<T>}
 */
export async function until(ask, { timeoutMs, everyMs = 50 }) {
  const end = Date.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (answer || Date.now() > end) return answer
    await sleep(everyMs)
  }
}

/**
 * Whether nothing listens on this address yet.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isPortFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

/** A port that nothing listens on, on the loopback address. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
