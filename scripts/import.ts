import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ZodError } from 'zod'
import { importArticle } from '@/lib/articles/commands/import'
import { decodeText } from '@/lib/articles/rules/importing'
import { MAX_FILE_BYTES } from '@/lib/articles/schema'
import { contextOf, systemActor } from '@/lib/core/context'
import { isDay } from '@/lib/core/days'
import { isAppError } from '@/lib/core/errors'
import { disconnect } from '@/lib/platform/db'
import { drainJobs } from '@/lib/worker/run'
import { type DeskName, migrateDesk, openDesk } from './lib/desk.mjs'
import { Failure, printFailure } from './lib/failure.mjs'

const USAGE = `npm run import -- FILE... [--publisher NAME] [--url ADDRESS] [--published-on YYYY-MM-DD] [--desk demo|newsroom|dev]

Imports text files; a folder means the .txt files in it. --url only with a single file. Without DATABASE_URL the desk on
the embedded database server is used (demo, unless --desk says otherwise). Ends with status 1 when a file was refused.`

type Options = {
  files: string[]
  publisher: string | null
  url: string | null
  publishedOn: string | null
  desk: DeskName
}
type Outcome = 'created' | 'newSnapshot' | 'unchanged' | 'refused'

const WORDS: Record<Outcome, string> = {
  created: 'imported',
  newSnapshot: 'new version',
  unchanged: 'unchanged',
  refused: 'refused',
}

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      publisher: { type: 'string' },
      url: { type: 'string' },
      'published-on': { type: 'string' },
      desk: { type: 'string', default: 'demo' },
    },
  })
  const publishedOn = values['published-on'] ?? null
  const files = positionals.flatMap(textFilesAt)
  if (files.length === 0) throw new Failure('No file to import was named.', USAGE)
  if (values.url && files.length > 1)
    throw new Failure('--url names one article, but several files were given.', 'Import them one by one.')
  if (publishedOn && !isDay(publishedOn)) throw new Failure(`${publishedOn} is not a day.`, 'Write it like 2025-10-22.')
  return {
    files,
    publisher: values.publisher ?? null,
    url: values.url ?? null,
    publishedOn,
    desk: deskNamed(values.desk),
  }
}

function deskNamed(name: string): DeskName {
  if (name === 'demo' || name === 'newsroom' || name === 'dev') return name
  throw new Failure(`There is no desk named ${name}.`, 'Choose demo, newsroom or dev.')
}

/** A file as it is; of a folder its .txt files by name. A name that is not there is reported as a refused file. */
function textFilesAt(name: string): string[] {
  if (!fs.existsSync(name) || !fs.statSync(name).isDirectory()) return [name]
  const entries = fs.readdirSync(name, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.txt$/i.test(entry.name))
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
    const decoded = decodeText(fs.readFileSync(file))
    if ('problem' in decoded) return { outcome: 'refused', words: decoded.problem }
    const ctx = contextOf(systemActor('import'), new Date())
    const { outcome, title } = await importArticle(ctx, { text: decoded.text, publisher, url, publishedOn })
    return { outcome, words: title }
  } catch (error) {
    const words = refusalOf(error)
    if (words === null) throw error
    return { outcome: 'refused', words }
  }
}

/** What is wrong with a file, for the person at the command line; null for what nobody expected. */
function refusalOf(error: unknown): string | null {
  if (error instanceof ZodError)
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(' ')
  if (isAppError(error))
    return (
      Object.entries(error.fields)
        .map(([field, text]) => `${field}: ${text}`)
        .join(' ') || error.text
    )
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'There is no such file.'
  if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EISDIR'))
    return 'It cannot be read.'
  return null
}

async function run(): Promise<number> {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  const options = readOptions()
  const desk = await openDesk(options.desk)
  Object.assign(process.env, desk.env)
  try {
    await migrateDesk(desk)
    return await importAll(options)
  } finally {
    await disconnect()
    await desk.release()
  }
}

async function importAll(options: Options): Promise<number> {
  const began = Date.now()
  const counts: Record<Outcome, number> = { created: 0, newSnapshot: 0, unchanged: 0, refused: 0 }
  for (const [i, file] of options.files.entries()) {
    const { outcome, words } = await importFile(file, options)
    counts[outcome]++
    console.log(`[${i + 1}/${options.files.length}] ${WORDS[outcome].padEnd(11)} ${file}: ${words}`)
  }
  if (counts.created + counts.newSnapshot > 0) {
    console.log('Extracting claims …')
    await drainJobs()
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(
    `${counts.created} imported, ${counts.newSnapshot} new versions, ${counts.unchanged} unchanged, ${counts.refused} refused in ${seconds} s`,
  )
  return counts.refused === 0 ? 0 : 1
}

run().then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    printFailure(error)
    process.exitCode = 1
  },
)
