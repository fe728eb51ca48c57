/** Command line of contract 3: NDJSON in, NDJSON out. Needs no database, no build, no generated client. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readPage } from '@/lib/articles/rules/pages/reading'
import { Failure, printFailure } from './lib/failure.mjs'
import { answerLines } from './ndjson'

const USAGE = `npm run --silent clean < pages.ndjson

Reads one JSON document per line: {"id", "html"} and optionally "url", where the page was found. Writes one JSON document
per line, in the same order: {"id", "title", "body", "publishedOn": "YYYY-MM-DD" or null, "publisher", "author", "cut":
[{"text", "reason"}]} and what else the page says of itself.

--help  writes this

A line that cannot be read is answered with its error; the run goes on and ends with status 1.`

const CleanRequest = z.object({ id: z.string(), html: z.string(), url: z.string().nullish() })

function answer({ id, html, url }: z.output<typeof CleanRequest>) {
  const reading = readPage({ html, url: url ?? null })
  if ('problem' in reading) throw new Error(reading.problem)
  return { id, ...reading }
}

try {
  const { help } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values
  if (help) console.log(USAGE)
  else if (process.stdin.isTTY)
    throw new Failure('Nothing was given to read: the pages are expected on standard input.', USAGE)
  else await answerLines(CleanRequest, answer)
} catch (error) {
  printFailure(error)
  process.exitCode = 2
}
