// The parts of a test run that need no server: static checks and Vitest.
import fs from 'node:fs'
import { CHECKS } from './checks.mjs'
import { inRoot } from './paths.mjs'
import { nodeProgram, runProgram, seconds } from './steps.mjs'
import { countVitest, honest, readClosingLine } from './tally.mjs'
import { reportFile } from './test-server.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * Runs one part and prints its line.
 * @param {string} name
 * @param {() => Promise<Tally>} work
 * @returns {Promise<Tally>}
 */
export async function part(name, work) {
  const began = Date.now()
  console.log(`\n=== ${name}`)
  const tally = await work()
  console.log(
    `--- ${name}: ${tally.failed === 0 ? 'passed' : 'FAILED'} (${tally.passed} passed, ${tally.failed} failed; ${seconds(Date.now() - began)})`,
  )
  return tally
}

/** @param {import('./checks.mjs').Check} check @returns {Promise<Tally>} */
async function runCheck({ commands, env }) {
  for (const command of commands()) {
    const { status, output } = await runProgram(...command, { quiet: true, env })
    if (status === 0) continue
    console.log(output.trimEnd())
    return { passed: 0, failed: 1 }
  }
  return { passed: 1, failed: 0 }
}

/** Each static check counts as one. @returns {Promise<Tally[]>} */
export async function runChecks() {
  const tallies = []
  for (const check of CHECKS) tallies.push(await part(check.name, () => runCheck(check)))
  return tallies
}

/**
 * @param {'unit' | 'db'} project
 * @param {Record<string, string>} env
 * @returns {Promise<Tally>}
 */
async function runVitest(project, env) {
  const report = reportFile(`vitest-${project}`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = await runProgram(...nodeProgram('vitest', args), { env })
  const counted = countVitest(report)
  fs.rmSync(report, { force: true })
  return honest(counted, status)
}

export const runUnitTests = () => part('Unit tests', () => runVitest('unit', {}))

/** @param {Record<string, string>} env DATABASE_URL, MIGRATE_URL, TEST_RUN */
export const runDatabaseTests = (env) => part('Database tests', () => runVitest('db', env))

/** The import that is killed again and again, with few articles and few kills; `npm run test:crash` is the whole of it. */
export const runCrashTest = () =>
  part('Crash test', async () => {
    const args = [inRoot('scripts/crash.mjs'), '--articles', '60', '--kills', '8']
    const { status, output } = await runProgram(process.execPath, args, { quiet: true })
    if (status !== 0) console.log(output.trimEnd())
    return honest(readClosingLine(output), status)
  })
