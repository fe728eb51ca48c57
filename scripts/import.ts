import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ZodError } from 'zod'
import { importDocument } from '@/lib/articles/commands/documents'
import { MAX_FILE_BYTES } from '@/lib/articles/rules/limits'
import { contextOf, systemActor } from '@/lib/core/context'
import { isDay } from '@/lib/core/days'
import { isAppError } from '@/lib/core/errors'
import { disconnect } from '@/lib/platform/db'
import { drainJobs } from '@/lib/worker/run'
import { importTable, isTable, resumeTable } from './import-table'
import { Failure, printFailure } from './lib/failure.mjs'

const USAGE = `npm run import -- FILE... [--publisher NAME] [--url ADDRESS] [--published-on YYYY-MM-DD] [--desk demo|newsroom|dev]
npm run import -- TABLE.csv|TABLE.jsonl... [--dry-run]
npm run import -- --resume

Imports .txt, .md, .html, .pdf, .docx and .eml files, told by their content; a folder means the files in it with these endings. --url only with a single file.
A table holds many articles, one a row (columns text or html, url, title, publisher, byline, publishedOn); --dry-run tells
what would become of each, --resume goes on with a table that did not end. Works on the database at DATABASE_URL, else on the desk that was started last. Ends with status 1 when a file was refused.`

type Options = {
  files: string[]
  publisher: string | null
  url: string | null
  publishedOn: string | null
  isDryRun: boolean
}
type Outcome = 'created' | 'newSnapshot' | 'unchanged' | 'refused'

const WORDS: Record<Outcome, string> = {
  created: 'imported',
  newSnapshot: 'new version',
  unchanged: 'unchanged',
  refused: 'refused',
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ publisher: { type: 'string' }, url: { type: 'string' }, 'published-on': { type: 'string' } },
        ...{ 'dry-run': { type: 'boolean' }, resume: { type: 'boolean' } },
      },
    })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The options cannot be read.', USAGE)
  }
}

function readOptions({ values, positionals }: ReturnType<typeof readArguments>): Options {
  const publishedOn = values['published-on'] ?? null
  const files = positionals.flatMap(filesAt)
  if (files.length === 0) throw new Failure('No file to import was named.', USAGE)
  if (values.url && files.length > 1)
    throw new Failure('--url names one article, but several files were given.', 'Import them one by one.')
  if (values['dry-run'] && !files.every(isTable))
    throw new Failure('--dry-run is for tables (.csv, .jsonl).', 'Leave it out, or name tables only.')
  if (publishedOn && !isDay(publishedOn)) throw new Failure(`${publishedOn} is not a day.`, 'Write it like 2025-10-22.')
  return {
    files,
    publisher: values.publisher ?? null,
    url: values.url ?? null,
    publishedOn,
    isDryRun: values['dry-run'] ?? false,
  }
}

const KNOWN = /\.(?:txt|md|markdown|html?|xhtml|pdf|docx|eml|csv|tsv|jsonl|ndjson)$/i

/** A file as it is; of a folder its files by name. A name that is not there is reported as a refused file. */
function filesAt(given: string): string[] {
  // npm runs this in the repository; names are meant from where the person stood.
  const name = path.resolve(process.env.INIT_CWD ?? '.', given)
  if (!fs.existsSync(name) || !fs.statSync(name).isDirectory()) return [name]
  const entries = fs.readdirSync(name, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && KNOWN.test(entry.name))
    .map((entry) => path.join(name, entry.name))
    .sort()
}

async function importFile(
  file: string,
  { publisher, url, publishedOn }: Options,
): Promise<{ outcome: Outcome; words: string }> {
  try {
    const { size } = fs.statSync(file)
    if (size > MAX_FILE_BYTES)
      return { outcome: 'refused', words: `It is larger than ${MAX_FILE_BYTES / 1_000_000} MB.` }
    const bytes = new Uint8Array(fs.readFileSync(file))
    const ctx = contextOf(systemActor('import'), new Date())
    const given = { publisher, url, publishedOn }
    const { outcome, title } = await importDocument(ctx, { bytes, name: path.basename(file), ...given })
    return { outcome, words: title }
  } catch (error) {
    const words = refusalOf(error)
    if (words === null) throw error
    return { outcome: 'refused', words }
  }
}

/** What is said of the file or its text needs no name of a field. */
const labelled = (field: string, words: string): string =>
  field === 'file' || field === 'text' ? words : `${field}: ${words}`

/** What is wrong with a file, for the person at the command line; null for what nobody expected. */
function refusalOf(error: unknown): string | null {
  if (error instanceof ZodError)
    return error.issues.map(({ path: field, message }) => labelled(field.join('.'), message)).join(' ')
  if (isAppError(error))
    return (
      Object.entries(error.fields)
        .map(([field, text]) => labelled(field, text))
        .join(' ') || error.text
    )
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'There is no such file.'
  if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EISDIR'))
    return 'It cannot be read.'
  return null
}

async function importAll(options: Options): Promise<number> {
  const began = Date.now()
  const counts: Record<Outcome, number> = { created: 0, newSnapshot: 0, unchanged: 0, refused: 0 }
  for (const [i, file] of options.files.entries()) {
    const { outcome, words } = await importFile(file, options)
    counts[outcome]++
    console.log(`[${i + 1}/${options.files.length}] ${WORDS[outcome].padEnd(11)} ${file}: ${words}`)
  }
  // Also when nothing was new: a run that was cut short may have left its extraction waiting.
  if (counts.created + counts.newSnapshot > 0) console.log('Extracting claims …')
  await drainJobs()
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(
    `${counts.created} imported, ${counts.newSnapshot} new versions, ${counts.unchanged} unchanged, ${counts.refused} refused in ${seconds} s`,
  )
  return counts.refused === 0 ? 0 : 1
}

async function importTables(files: readonly string[], isDryRun: boolean): Promise<number> {
  let status = 0
  for (const file of files) {
    try {
      if (!(await importTable(file, { isDryRun }))) status = 1
    } catch (error) {
      const words = refusalOf(error)
      if (words === null) throw error
      console.log(`${file}: ${words}`)
      status = 1
    }
  }
  return status
}

async function main(): Promise<number> {
  const given = readArguments()
  if (given.values.resume) return (await resumeTable()) ? 0 : 1
  const options = readOptions(given)
  const tables = options.files.filter(isTable)
  const others = options.files.filter((file) => !isTable(file))
  const status = await importTables(tables, options.isDryRun)
  return others.length > 0 ? Math.max(status, await importAll({ ...options, files: others })) : status
}

try {
  process.exitCode = await main()
} catch (error) {
  printFailure(error)
  process.exitCode = 1
} finally {
  await disconnect()
}
