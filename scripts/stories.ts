import { parseArgs } from 'node:util'
import { linkAllStories, type SigningSummary } from '@/lib/articles/commands/signing'
import { carryAllPlaces } from '@/lib/claims/commands/carrying'
import { contextOf, systemActor } from '@/lib/core/context'
import { disconnect } from '@/lib/platform/db'
import { drainJobs } from '@/lib/worker/run'
import { Failure, printFailure } from './lib/failure.mjs'

const USAGE = `npm run stories [-- --desk demo|newsroom|dev]

Looks for copies among the articles that were imported before copies were looked for, and for the claims of earlier texts in
changed ones. Articles that are imported now are looked at by the worker. Works on the database at DATABASE_URL, else on the
desk that was started last. May be stopped and started again at any time. Ends with status 1 when an article failed.`

const EVERY_MS = 1000

/** At most one line a second, on standard error: the summary stays alone on standard output. */
function progressLine() {
  let lastAt = Date.now()
  return ({ looked, linked }: SigningSummary) => {
    if (Date.now() - lastAt < EVERY_MS) return
    lastAt = Date.now()
    console.error(`${looked} looked at so far, ${linked} linked …`)
  }
}

try {
  try {
    parseArgs({ options: {} })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The options cannot be read.', USAGE)
  }
  const ctx = contextOf(systemActor('stories'), new Date())
  const carried = await carryAllPlaces(ctx)
  const { looked, linked, failed } = await linkAllStories(ctx, progressLine())
  await drainJobs()
  console.log(
    `${looked.toLocaleString('en-US')} articles looked at, ${linked.toLocaleString('en-US')} linked with copies.`,
  )
  console.log(`Claims of earlier texts were looked for in ${carried.toLocaleString('en-US')} changed articles.`)
  for (const failure of failed) console.log(`Not looked at: ${failure}`)
  if (failed.length > 0) process.exitCode = 1
} catch (error) {
  printFailure(error)
  process.exitCode = 1
} finally {
  await disconnect()
}
