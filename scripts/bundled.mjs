#!/usr/bin/env node
// node scripts/bundled.mjs FILE.ts [arguments]
// Runs a command as one bundle, for those that answer many documents in one run.
import { pathToFileURL } from 'node:url'
import { ensureBundle } from './lib/bundle.mjs'
import { Failure, printFailure } from './lib/failure.mjs'
import { inRoot } from './lib/paths.mjs'

try {
  const [command] = process.argv.splice(2, 1)
  if (!command) throw new Failure('No command was named.', 'node scripts/bundled.mjs FILE.ts [arguments]')
  process.argv[1] = inRoot(command)
  await import(pathToFileURL(await ensureBundle(command)).href)
} catch (error) {
  printFailure(error)
  process.exitCode = 1
}
