import { parseArgs } from 'node:util'
import { counted } from '@/lib/core/counts'
import { csvLine } from '@/lib/core/csv'
import { addDays, type Day, dayInZone } from '@/lib/core/days'
import { disconnect } from '@/lib/platform/db'
import { EXPORTED_COLUMNS, exportedRow, ledgerPages } from '@/lib/publishing/queries/ledger-export'
import type { LedgerRow } from '@/lib/publishing/queries/ledger-rows'
import { readLedgerFilter } from '@/lib/publishing/rules/ledger-filter'
import { requireSettings } from '@/lib/settings/queries'
import { Failure, printFailure } from './lib/failure.mjs'
import { endWithReader, write } from './output'

const USAGE = `npm run ledger -- due [--within 30d]
npm run ledger -- export [--format csv|json] [--view open|due_soon|overdue|resolved] [--speaker SLUG] [--publisher SLUG]
  [--voice own|unnamed|reported] [--topic SLUG] [--phrase SLUG] [--certainty high|middle|low|none] [--resolution KIND]
  [--standing counted|unresolved|still_open|out] [--from YYYY-MM-DD] [--to YYYY-MM-DD]

due prints the open predictions whose window ends within so many days from today (30 unless told), soonest first, one a line:
the last day, how long that is, the address, who said it, what. export prints the public ledger, or what the filters take of
it, as CSV (unless told) or as a JSON array; SLUGs and filters are those of the ledger's addresses. Both take
--desk demo|newsroom|dev and work on the database at DATABASE_URL, else on the desk that was started last. End with status 1
when something was not understood; nothing is printed then.`

const text = { type: 'string' } as const
const OPTIONS = {
  ...{ within: text, format: text, help: { type: 'boolean' as const } },
  ...{ view: text, speaker: text, publisher: text, voice: text, topic: text, phrase: text },
  ...{ certainty: text, resolution: text, standing: text, from: text, to: text },
} as const

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The options cannot be read.', USAGE)
  }
}

type Values = ReturnType<typeof readArguments>['values']

function refuseOthers(values: Values, known: readonly string[], command: string): void {
  for (const name of Object.keys(values))
    if (!known.includes(name)) throw new Failure(`\`${command}\` has no option --${name}.`, USAGE)
}

const MOST_DAYS = 36_500

async function printDue(values: Values, today: Day): Promise<void> {
  refuseOthers(values, ['within'], 'due')
  const given = values.within ?? '30d'
  const days = Number(/^(\d{1,5})d$/.exec(given)?.[1] ?? Number.NaN)
  if (!(days <= MOST_DAYS)) throw new Failure(`“${given}” is not a number of days.`, 'Write it like 30d, for 30 days.')
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

async function printExport(values: Values, today: Day): Promise<void> {
  const { format = 'csv', help: _help, ...asked } = values
  refuseOthers(
    asked,
    Object.keys(OPTIONS).filter((name) => name !== 'within' && name !== 'help'),
    'export',
  )
  if (format !== 'csv' && format !== 'json') throw new Failure(`There is no format “${format}”.`, 'Choose csv or json.')
  const { filter, problems } = readLedgerFilter(asked)
  for (const [name, why] of Object.entries(problems)) throw new Failure(`--${name} is not understood.`, why)
  await (format === 'csv' ? printCsv : printJson)(ledgerPages(filter, today))
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

endWithReader()
try {
  const { values, positionals } = readArguments()
  const [command, ...others] = positionals
  if (values.help) {
    await write(`${USAGE}\n`)
  } else {
    if (command !== 'due' && command !== 'export')
      throw new Failure(command ? `There is no command “${command}”.` : 'No command was given.', USAGE)
    if (others.length > 0) throw new Failure(`“${others[0]}” is not understood.`, USAGE)
    const { zone } = await requireSettings()
    await (command === 'due' ? printDue : printExport)(values, dayInZone(new Date(), zone))
  }
} catch (error) {
  printFailure(error)
  process.exitCode = 1
} finally {
  await disconnect()
}
