import { counted } from '@/lib/core/counts'
import { addDays, type Day } from '@/lib/core/days'
import { isAppError } from '@/lib/core/errors'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env.mjs'
import { type DataFormat, writeDataFile } from '@/lib/publishing/queries/data-file'
import { dueWithin } from '@/lib/publishing/queries/ledger-due'
import type { LedgerRow } from '@/lib/publishing/queries/ledger-rows'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { type LedgerCommand, readCommand, USAGE } from './ledger-arguments'
import { Failure, printFailure } from './lib/failure.mjs'
import { newsroomDay } from './newsroom-day'
import { endWithReader, write } from './output'

async function printDue(days: number, today: Day): Promise<void> {
  let [found, inGrace] = [0, 0]
  for await (const rows of dueWithin(days, today)) {
    found += rows.length
    inGrace += rows.filter(({ window }) => window !== null && window.to < today).length
    await write(rows.map(dueLine).join(''))
  }
  const grace = inGrace === 0 ? '' : `, ${inGrace} of them in grace after its end`
  console.error(`${counted(found, 'open prediction')} with a window that ends by ${addDays(today, days)}${grace}.`)
}

function dueLine(row: LedgerRow): string {
  const by = row.speaker?.name ?? row.publisher?.name ?? 'nobody named'
  return `${[row.window?.to, row.dueText, row.path, by, row.shortForm].join('\t')}\n`
}

/** Whoever reads may be slow. */
const LONGEST_EXPORT_MS = 60 * 60_000

/** The same text as the public file of that filter. */
const printExport = (filter: LedgerFilter, format: DataFormat, today: Day) =>
  writeDataFile({ filter }, { format, today, origin: env().appUrl, longestMs: LONGEST_EXPORT_MS }, write)

async function answer(command: LedgerCommand): Promise<void> {
  if (command.is === 'help') return write(`${USAGE}\n`)
  const { today } = await newsroomDay()
  if (command.is === 'due') await printDue(command.days, today)
  else await printExport(command.filter, command.format, today)
}

/** A refusal in the words of the option that it is about. */
function inOptions(error: unknown): unknown {
  if (!isAppError(error, 'BAD_INPUT')) return error
  const fields = Object.entries(error.fields).map(([name, why]) => `--${name}: ${why}`)
  return new Failure(`${error.text} ${fields.join(' ')}`, 'Take the name from an address of the ledger’s pages.')
}

endWithReader()
try {
  await answer(readCommand(process.argv.slice(2)))
} catch (error) {
  printFailure(inOptions(error))
  process.exitCode = 1
} finally {
  await disconnect()
}
