// Steps of a set-up, each told with its time; programs run in the foreground of one step.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { shareLocks } from './lock.mjs'
import { inRoot, ROOT } from './paths.mjs'

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

/**
 * Runs one step and prints what it did and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now()
  console.log(`- ${title} …`)
  try {
    const result = await work()
    console.log(`  done in ${seconds(Date.now() - began)}`)
    return result
  } catch (error) {
    console.log(`  failed after ${seconds(Date.now() - began)}`)
    throw error
  }
}

/** Programs that run now; interrupted together with this process. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Passes an interruption on to whatever runs in the foreground. @param {NodeJS.Signals} signal */
export function interruptPrograms(signal) {
  for (const child of running) child.kill(signal)
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] added to this process's
 * @property {boolean} [quiet] its output is shown only when it fails
 * @property {{ uid?: number, gid?: number, cwd?: string }} [account] whom it runs as, and where
 * @property {string} [todo] what to do when it fails
 */

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ status: number, output: string }>} status 1 also when a signal ended it; output only when quiet
 */
export function runProgram(program, args, { env = {}, quiet = false, account = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && program.endsWith('.cmd'),
      ...account,
    })
    shareLocks(child.pid)
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', (error) => {
      running.delete(child)
      resolve({ status: 1, output: String(error) })
    })
    child.once('close', (code) => {
      running.delete(child)
      resolve({ status: code ?? 1, output })
    })
  })
}

/**
 * Runs a program on this process's own input and output.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<number>} its exit status; 1 also when a signal ended it
 */
export function runInteractive(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'inherit' })
    running.add(child)
    const finish = (/** @type {number | null} */ code) => {
      running.delete(child)
      resolve(code ?? 1)
    }
    child.once('error', () => finish(1))
    child.once('exit', finish)
  })
}

/**
 * Like runProgram, but a failure ends the step.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function mustRun(program, args, options = {}) {
  const { status, output } = await runProgram(program, args, options)
  if (status === 0) return
  if (output) console.error(output.trimEnd())
  throw new Failure(
    `${path.basename(program)} ${args.join(' ')} ended with status ${status}.`,
    options.todo ?? 'The lines above name the cause.',
  )
}

/** A program inside node_modules: what to run, and with which arguments. */
const PROGRAMS = {
  prisma: ['prisma', 'build/index.js'],
  next: ['next', 'dist/bin/next'],
  tsx: ['tsx', 'dist/cli.mjs'],
  tsc: ['typescript', 'bin/tsc'],
  biome: ['@biomejs/biome', 'bin/biome'],
  vitest: ['vitest', 'vitest.mjs'],
  playwright: ['@playwright/test', 'cli.js'],
  depcruise: ['dependency-cruiser', 'bin/dependency-cruise.mjs'],
}

/**
 * The command line that runs an installed program with this Node.
 * @param {keyof typeof PROGRAMS} name
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export const nodeProgram = (name, args) => [process.execPath, [inRoot('node_modules', ...PROGRAMS[name]), ...args]]
