import { parseArgs } from 'node:util'
import { readLedgerFilter } from '@/lib/publishing/rules/ledger-filter'
import type { LedgerFilter } from '@/lib/publishing/schema'
import { Failure } from './lib/failure.mjs'

export const USAGE = `npm run ledger -- due [--within 30d]
npm run ledger -- export [--format csv|json] [--view open|due_soon|overdue|resolved] [--speaker SLUG] [--publisher SLUG]
  [--voice own|unnamed|reported] [--topic SLUG] [--phrase SLUG] [--certainty high|middle|low|listed|none] [--resolution KIND]
  [--standing counted|unresolved|still_open|out] [--opened late] [--closes YYYY-MM[..YYYY-MM]] [--from YYYY-MM-DD] [--to YYYY-MM-DD]

due prints the open predictions whose window ends within so many days from today (30 unless told), soonest first, and before
them those in their days of grace; one a line: the last day of the window, how long that is, the address, who said it, what.
export prints the public ledger, or what the filters take of it, as CSV (unless told) or JSON: the text of the public files
/data/predictions.csv and .json, of one state of the database. SLUGs and filters are those of the ledger's addresses. Both take
--desk demo|newsroom|dev and work on the database at DATABASE_URL, else on the desk that was started last. End with status 1
when something was not understood; nothing is printed then.`

/** What was asked for. Nothing is read from the database before all of it is understood. */
export type LedgerCommand =
  | { is: 'help' }
  | { is: 'due'; days: number }
  | { is: 'export'; format: 'csv' | 'json'; filter: LedgerFilter }

const text = { type: 'string' } as const
const FILTERS = {
  ...{ view: text, speaker: text, publisher: text, voice: text, topic: text, phrase: text },
  ...{ certainty: text, resolution: text, standing: text, opened: text, closes: text, from: text, to: text },
} as const
const OPTIONS = { due: { within: text }, export: { format: text, ...FILTERS } } as const
const EVERY = { ...OPTIONS.due, ...OPTIONS.export, help: { type: 'boolean' } } as const

/** Reads the arguments. Throws a Failure that says in words what is not understood. */
export function readCommand(args: string[]): LedgerCommand {
  const { values, positionals } = parse(args)
  const { help, within = '30d', format = 'csv', ...asked } = values
  if (help) return { is: 'help' }
  const [command, ...others] = positionals
  if (command !== 'due' && command !== 'export')
    throw new Failure(command ? `There is no command “${command}”.` : 'No command was given.', USAGE)
  if (others.length > 0) throw new Failure(`“${others[0]}” is not understood.`, USAGE)
  for (const name of Object.keys(values))
    if (!Object.hasOwn(OPTIONS[command], name)) throw new Failure(`“${command}” has no option --${name}.`, USAGE)
  return command === 'due' ? { is: 'due', days: readDays(within) } : readExport(format, asked)
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: EVERY })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The options cannot be read.', USAGE)
  }
}

/** A hundred years. */
const MOST_DAYS = 36_500

function readDays(within: string): number {
  const days = Number(/^(\d{1,5})d$/.exec(within)?.[1] ?? Number.NaN)
  if (!(days <= MOST_DAYS)) throw new Failure(`“${within}” is not a number of days.`, 'Write it like 30d, for 30 days.')
  return days
}

function readExport(format: string, asked: Record<string, string | undefined>): LedgerCommand {
  if (format !== 'csv' && format !== 'json') throw new Failure(`There is no format “${format}”.`, 'Choose csv or json.')
  const { filter, problems } = readLedgerFilter(asked)
  for (const [name, why] of Object.entries(problems))
    throw new Failure(`--${name} ${asked[name] ?? ''} is not understood.`, why)
  return { is: 'export', format, filter }
}
