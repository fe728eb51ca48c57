/** Command line of contract 1: NDJSON in, NDJSON out. Needs no database, no build, no generated client. */
import { parseArgs } from 'node:util'
import { cleanText } from '@/lib/articles/rules/cleaning'
import { type ExplainedDocument, explain } from '@/lib/extraction/present/explain'
import { extract } from '@/lib/extraction/rules'
import { type ExtractRequest, ExtractRequestSchema } from '@/lib/extraction/schema'
import { Failure, printFailure } from './lib/failure.mjs'
import { answerLines, type Refused } from './ndjson'

const USAGE = `npm run --silent extract [-- --explain] < articles.ndjson

Reads one JSON document per line: {"id", "text", "publishedOn": "YYYY-MM-DD" or null, "raw": true or false}, and
optionally "publisher" and "country" (two letters). Writes one JSON document per line, in the same order.

--explain  writes text for people instead: each claim with what was read in it and the words that made each rule fire,
           and why the other sentences hold no claim
--help     writes this

A line that cannot be read is answered with its error; the run goes on and ends with status 1.`

function answer({ id, text, raw, publishedOn, publisher, country }: ExtractRequest): ExplainedDocument {
  const article = raw ? cleanText(text, { publishedOn }) : { title: null, body: text, publishedOn, publisher: null }
  const said = publishedOn ?? article.publishedOn
  const named = publisher ?? article.publisher
  const extraction = extract({ text: article.body, publishedOn: said, publisher: named, country })
  return { id, publishedOn: said, publisher: named, title: article.title, body: article.body, ...extraction }
}

/** Narrow and wide terminals alike stay readable; a file gets the width of a page. */
const textWidth = (): number => Math.min(120, Math.max(60, process.stdout.columns ?? 100))

const inWords = (output: ExplainedDocument | Refused): string =>
  'error' in output ? `=== ${output.id ?? '(no id)'} · not read: ${output.error}\n\n` : explain(output, textWidth())

function readArguments() {
  try {
    return parseArgs({ options: { explain: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } }).values
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : 'The options cannot be read.', USAGE)
  }
}

try {
  const options = readArguments()
  if (options.help) console.log(USAGE)
  else if (process.stdin.isTTY)
    throw new Failure('Nothing was given to read: the articles are expected on standard input.', USAGE)
  else await answerLines(ExtractRequestSchema, answer, options.explain ? inWords : undefined)
} catch (error) {
  printFailure(error)
  process.exitCode = 2
}
