// Programs that run as long as this one: started, watched, and ended with it.
import { spawn } from 'node:child_process'
import { Failure } from './failure.mjs'
import { ROOT } from './paths.mjs'
import { sleep } from './processes.mjs'

/** Services that run, by the function that stops them. @type {Set<() => Promise<void>>} */
const running = new Set()

/** Ends every service, also one that has not said yet that it is ready. */
export const stopServices = () => Promise.all([...running].map((stop) => stop()))

/**
 * @typedef {object} Service
 * @property {Promise<number>} ended its exit status, once it ended for good
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a program and waits until it says that it is ready. The channel to it is its lifeline: when this process is
 * killed, it ends as well.
 * @param {string} name for people
 * @param {[string, string[]]} command
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<Service>}
 */
export async function startService(name, [program, args], env) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C reaches this process first, which ends the others in order.
    detached: process.platform !== 'win32',
  })
  const ended = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
  const ready = new Promise((resolve) => {
    child.on('message', (message) => message === 'ready' && resolve('ready'))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const kill = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await ended
    clearTimeout(kill)
  }
  running.add(stop)
  void ended.then(() => running.delete(stop))
  if ((await Promise.race([ready, ended])) !== 'ready') {
    throw new Failure(`The ${name} did not start.`, 'The lines above name the cause.')
  }
  return { ended, stop }
}

/**
 * Starts a service and starts it again whenever it breaks, later each time, until services are stopped.
 * @param {string} name
 * @param {[string, string[]]} command
 * @param {Record<string, string | undefined>} env
 * @param {() => boolean} isStopping
 */
export async function keepService(name, command, env, isStopping) {
  let service = await startService(name, command, env)
  const watch = async () => {
    for (let pauseMs = 1000; ; pauseMs = Math.min(pauseMs * 2, 60_000)) {
      const status = await service.ended
      if (isStopping()) return
      console.error(`The ${name} ended with status ${status}; it starts again in ${pauseMs / 1000} s.`)
      await sleep(pauseMs)
      if (isStopping()) return
      service = await startService(name, command, env).catch(() => service)
    }
  }
  void watch()
}
