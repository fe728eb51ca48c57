#!/usr/bin/env node
// npm run bench:desk [-- --candidates 10000] [--no-browser]
// What a desk with a full inbox takes: reads and decisions, then from the key to the picture in a browser. On a database and a
// server of its own, which are thrown away.
import { onBenchDesk } from './lib/bench.mjs'
import { typescriptProgram } from './lib/desk.mjs'
import { runInteractive } from './lib/steps.mjs'

const args = process.argv.slice(2)

await onBenchDesk(async ({ env, serve }) => {
  const own = args.filter((arg) => arg !== '--no-browser')
  const code = await runInteractive(...typescriptProgram('lib/testing/bench-desk.ts', own), env)
  if (code !== 0 || args.includes('--no-browser')) return code
  return runInteractive(...typescriptProgram('e2e/bench-keys.ts'), { ...env, BASE_URL: await serve() })
})
