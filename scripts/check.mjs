#!/usr/bin/env node
// npm run check: lint and format, types, floors, structure, unit tests; what can be known without a database.
import { printFailure } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { closingLine, sum } from './lib/tally.mjs'

try {
  await ensureInstalled()
  const { ensureClient, ensureThreads } = await import('./lib/products.mjs')
  const { runChecks, runUnitTests } = await import('./lib/test-parts.mjs')
  await ensureClient()
  await ensureThreads()
  const all = sum([...(await runChecks()), await runUnitTests()])
  console.log(`\n${closingLine(all)}`)
  process.exitCode = all.failed === 0 ? 0 : 1
} catch (error) {
  printFailure(error)
  process.exitCode = 1
}
