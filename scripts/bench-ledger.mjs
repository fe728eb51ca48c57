#!/usr/bin/env node
// npm run bench:ledger [-- --predictions 50000] [--rounds 20] [--seed 1] [--only words] [--look PORT]
// What the pages of a ledger of a simulated newsroom take when nothing of them is cached, beside a bare page, in a production
// build. On a database and a server of its own, which are thrown away. With --look it is only served, until Ctrl-C.
import { parseArgs } from 'node:util'
import { onBenchDesk } from './lib/bench.mjs'
import { typescriptProgram } from './lib/desk.mjs'
import { runInteractive } from './lib/steps.mjs'

const { values } = parseArgs({
  options: {
    ...{ predictions: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' } },
    ...{ rounds: { type: 'string', default: '20' }, only: { type: 'string', default: '' }, look: { type: 'string' } },
  },
})

await onBenchDesk(async ({ env, serve }) => {
  const size = ['--predictions', values.predictions, '--seed', values.seed]
  const code = await runInteractive(...typescriptProgram('lib/testing/simulation/bench-fill.ts', size), env)
  if (code !== 0) return code
  const address = await serve(values.look === undefined ? undefined : Number(values.look))
  if (values.look !== undefined) {
    console.log(`The simulated desk is at ${address}, until Ctrl-C.`)
    return new Promise((resolve) => process.once('SIGINT', () => resolve(0)))
  }
  const asked = ['--rounds', values.rounds, '--only', values.only]
  return runInteractive(...typescriptProgram('e2e/bench-ledger.ts', asked), { ...env, BASE_URL: address })
})
