/** Command line of contract 1: NDJSON in, NDJSON out. Needs no database, no build, no generated client. */
import { cleanText } from '@/lib/articles/rules/cleaning'
import { extract } from '@/lib/extraction/rules'
import { type ExtractRequest, ExtractRequestSchema } from '@/lib/extraction/schema'
import { answerLines } from './ndjson'

function answer({ id, text, raw, publishedOn, publisher, country }: ExtractRequest) {
  const article = raw ? cleanText(text, { publishedOn }) : { title: null, body: text, publishedOn, publisher: null }
  const said = publishedOn ?? article.publishedOn
  const named = publisher ?? article.publisher
  const extraction = extract({ text: article.body, publishedOn: said, publisher: named, country })
  return { id, publishedOn: said, publisher: named, title: article.title, body: article.body, ...extraction }
}

await answerLines(ExtractRequestSchema, answer)
