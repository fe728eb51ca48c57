import { parseArgs } from 'node:util'
import { type RereadingSummary, rereadAll } from '@/lib/claims/commands/rereading'
import { contextOf, systemActor } from '@/lib/core/context'
import { disconnect } from '@/lib/platform/db'
import { drainJobs } from '@/lib/worker/run'
import { Failure, printFailure } from './lib/failure.mjs'

const USAGE = `npm run reread [-- --desk demo|newsroom|dev]

Reads again every article that older rules read. Undecided candidates are replaced; what people decided stays, and where
the newer rules read it differently the desk shows both. Works on the database at DATABASE_URL, else on the desk that was
started last. May be stopped and started again at any time. Ends with status 1 when an article could not be read.`

const EVERY_MS = 1000

/** At most one line a second, on standard error: the summary stays alone on standard output. */
function progressLine() {
  let lastAt = Date.now()
  return ({ read, differing }: RereadingSummary) => {
    if (Date.now() - lastAt < EVERY_MS) return
    lastAt = Date.now()
    console.error(`${read} read so far, ${differing} decided ones read differently …`)
  }
}

const counted = (n: number, one: string, many: string): string => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`

function inWords({ read, added, removed, kept, differing, failed }: RereadingSummary): string {
  if (read === 0 && failed.length === 0) return 'Every article is read by these rules already.'
  const lines = [
    `${counted(read, 'article', 'articles')} read again: ${counted(removed, 'undecided candidate', 'undecided candidates')} replaced by ${added.toLocaleString('en-US')}, ${counted(kept, 'other', 'others')} kept.`,
    `${counted(differing, 'decided candidate is', 'decided candidates are')} read differently now; the decisions stand, and the desk shows both readings.`,
  ]
  for (const failure of failed) lines.push(`Not read: ${failure}`)
  return lines.join('\n')
}

try {
  try {
    parseArgs({ options: {} })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The options cannot be read.', USAGE)
  }
  const summary = await rereadAll(contextOf(systemActor('reread'), new Date()), progressLine())
  await drainJobs()
  console.log(inWords(summary))
  if (summary.failed.length > 0) process.exitCode = 1
} catch (error) {
  printFailure(error)
  process.exitCode = 1
} finally {
  await disconnect()
}
