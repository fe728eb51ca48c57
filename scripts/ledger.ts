import { counted } from '@/lib/core/counts'
import { csvLine } from '@/lib/core/csv'
import { addDays, type Day } from '@/lib/core/days'
import { disconnect } from '@/lib/platform/db'
import { EXPORTED_COLUMNS, exportedRow, ledgerPages } from '@/lib/publishing/queries/ledger-export'
import type { LedgerRow } from '@/lib/publishing/queries/ledger-rows'
import { type LedgerCommand, readCommand, USAGE } from './ledger-arguments'
import { printFailure } from './lib/failure.mjs'
import { newsroomDay } from './newsroom-day'
import { endWithReader, write } from './output'

async function printDue(days: number, today: Day): Promise<void> {
  const last = addDays(today, days)
  let found = 0
  for await (const page of ledgerPages({ view: 'open', from: today }, today)) {
    const due = page.filter(({ window }) => window !== null && window.to <= last)
    found += due.length
    await write(due.map(dueLine).join(''))
    if (due.length < page.length) break
  }
  console.error(`${counted(found, 'open prediction')} with a window that ends from ${today} to ${last}.`)
}

function dueLine(row: LedgerRow): string {
  const by = row.speaker?.name ?? row.publisher?.name ?? 'nobody named'
  return `${[row.window?.to, row.dueText, row.path, by, row.shortForm].join('\t')}\n`
}

async function printCsv(pages: AsyncIterable<LedgerRow[]>): Promise<void> {
  await write(csvLine(EXPORTED_COLUMNS))
  for await (const page of pages) {
    const lines = page.map(exportedRow).map((row) => csvLine(EXPORTED_COLUMNS.map((column) => cellOf(row[column]))))
    await write(lines.join(''))
  }
}

const cellOf = (value: string | number | boolean | null): string | number | null =>
  typeof value === 'boolean' ? String(value) : value

async function printJson(pages: AsyncIterable<LedgerRow[]>): Promise<void> {
  let before = '[\n'
  for await (const page of pages) {
    await write(before + page.map((row) => JSON.stringify(exportedRow(row))).join(',\n'))
    before = ',\n'
  }
  await write(before === '[\n' ? '[]\n' : '\n]\n')
}

async function answer(command: LedgerCommand): Promise<void> {
  if (command.is === 'help') return write(`${USAGE}\n`)
  const { today } = await newsroomDay()
  if (command.is === 'due') return printDue(command.days, today)
  return (command.format === 'csv' ? printCsv : printJson)(ledgerPages(command.filter, today))
}

endWithReader()
try {
  await answer(readCommand(process.argv.slice(2)))
} catch (error) {
  printFailure(error)
  process.exitCode = 1
} finally {
  await disconnect()
}
