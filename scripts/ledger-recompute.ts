import { parseArgs } from 'node:util'
import { canonicalForm } from '@/lib/audit/rules'
import { isDay } from '@/lib/core/days'
import { disconnect } from '@/lib/platform/db'
import { recomputeLedger } from '@/lib/predictions/queries/recompute'
import { Failure, printFailure } from './lib/failure.mjs'
import { newsroomDay } from './newsroom-day'
import { endWithReader, write } from './output'

const USAGE = `npm run ledger:recompute -- --as-of YYYY-MM-DD [--desk demo|newsroom|dev]

Computes every track record anew, as it stood at the end of that day in the newsroom's zone and by the settings of that day,
and prints one line of canonical JSON (RFC 8785) for each subject that had an opened prediction, sorted by its key. Reads one
snapshot of the database and writes nothing. Run again it prints the same bytes, whatever was imported, linked as one story, given
topics, merged, split or corrected since: the log tells all of that, and it is taken back for the past day. As they are now stay:
whom a place names that was decided anew in triage, what an event told whose payload was redacted, and addresses (slugs). Works
on the database at DATABASE_URL, else on the desk that was started last; its role must be allowed temporary tables.`

function readDay(): string {
  const { values } = readArguments()
  const day = values['as-of']
  if (day === undefined) throw new Failure('No day was given.', USAGE)
  if (!isDay(day)) throw new Failure(`${day} is not a day.`, 'Write it like 2026-03-31.')
  return day
}

function readArguments() {
  try {
    return parseArgs({ options: { 'as-of': { type: 'string' }, help: { type: 'boolean' } } })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The options cannot be read.', USAGE)
  }
}

endWithReader()
try {
  if (readArguments().values.help) {
    await write(`${USAGE}\n`)
  } else {
    const day = readDay()
    const { today, zone } = await newsroomDay()
    if (day > today)
      throw new Failure(`${day} has not come: it is ${today} in ${zone}.`, 'Choose today or an earlier day.')
    await recomputeLedger(day, (record) => write(`${canonicalForm(record)}\n`))
  }
} catch (error) {
  printFailure(error)
  process.exitCode = 1
} finally {
  await disconnect()
}
