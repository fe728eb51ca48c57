/** Command line of contract 1: NDJSON in, NDJSON out. Needs no database, no build, no generated client. */
import { extract } from '@/lib/extraction/rules'
import { type ExtractRequest, ExtractRequestSchema } from '@/lib/extraction/schema'
import { answerLines } from './ndjson'

function answer({ id, text, raw, publishedOn, publisher, country }: ExtractRequest) {
  const body = text
  void raw
  return { id, publishedOn, publisher, title: null, body, ...extract({ text: body, publishedOn, publisher, country }) }
}

await answerLines(ExtractRequestSchema, answer)
