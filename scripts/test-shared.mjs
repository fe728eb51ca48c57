#!/usr/bin/env node
// npm run test:shared: the tests over the folder ../shared (articles, gold, yardsticks), which lies beside the
// repository and not in it. Runs every program in scripts/shared; each ends with a line "N passed, N failed".
import fs from 'node:fs'
import path from 'node:path'
import { Failure, printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot, ROOT } from './lib/paths.mjs'
import { interruptPrograms, runProgram } from './lib/steps.mjs'
import { closingLine, honest, readClosingLine, sum } from './lib/tally.mjs'
import { part } from './lib/test-parts.mjs'

const SHARED = path.resolve(ROOT, '../shared')
process.chdir(ROOT)

let isInterrupted = false
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    isInterrupted = true
    interruptPrograms(signal)
  })
}

/** @returns {Promise<import('./lib/tally.mjs').Tally>} */
async function testShared() {
  if (!fs.existsSync(SHARED)) {
    throw new Failure(
      `There is no folder ${SHARED}.`,
      'These tests need it beside the repository; `npm test` does without.',
    )
  }
  await ensureInstalled()
  const folder = inRoot('scripts/shared')
  const programs = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.mjs')) : []
  const tallies = []
  for (const name of programs.sort()) {
    if (isInterrupted) break
    tallies.push(
      await part(name, async () => {
        const { status, output } = await runProgram(process.execPath, [path.join(folder, name)], {
          quiet: true,
          env: { SHARED },
        })
        console.log(output.trimEnd())
        return honest(readClosingLine(output), status)
      }),
    )
  }
  return honest(sum(tallies), isInterrupted ? 1 : 0)
}

try {
  const all = await testShared()
  console.log(`\n${closingLine(all)}`)
  process.exitCode = all.failed === 0 ? 0 : 1
} catch (error) {
  printFailure(error)
  console.log(closingLine({ passed: 0, failed: 1 }))
  process.exitCode = 1
}
