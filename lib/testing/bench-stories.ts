import { parseArgs } from 'node:util'
import { nearSql } from '@/lib/articles/queries/stories'
import { shinglesOf, storyBands } from '@/lib/articles/rules/stories'
import { disconnect, pool } from '@/lib/platform/db'
import { copyOf, generatedArticle } from './stories'

// npm run bench:stories [-- --articles 100000] [--desk demo|newsroom|dev]
// Signs generated articles and looks copies of them up with the app's own SQL, in temporary tables: nothing is left behind.

const { values } = parseArgs({ options: { articles: { type: 'string', default: '100000' } } })
const articles = Number(values.articles)
const LOOKUPS = 1000
const BATCH = 500
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const signed = (paragraphs: readonly string[]): number[] => storyBands(shinglesOf(paragraphs.join('\n\n')))

const client = await pool().connect()
try {
  await client.query("SET temp_buffers = '512MB'")
  await client.query('CREATE TEMP TABLE snapshot (id uuid PRIMARY KEY, body text)')
  await client.query('CREATE TEMP TABLE article_signature (article_id uuid PRIMARY KEY, snapshot_id uuid, bands int[])')
  await client.query('CREATE INDEX ON article_signature USING gin (bands) WITH (fastupdate = off)')
  let signingMs = 0
  for (let from = 0; from < articles; from += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, articles - from) }, (_, i) => generatedArticle(from + i))
    const startedAt = performance.now()
    const bands = some.map((article) => `{${signed(article).join(',')}}`)
    signingMs += performance.now() - startedAt
    const ids = some.map((_, i) => id(from + i))
    const bodies = some.map((article) => article.join('\n\n'))
    await client.query('INSERT INTO snapshot SELECT * FROM unnest($1::uuid[], $2::text[])', [ids, bodies])
    await client.query(
      'INSERT INTO article_signature SELECT i, i, b::int[] FROM unnest($1::uuid[], $2::text[]) AS rows(i, b)',
      [ids, bands],
    )
  }
  await client.query('ANALYZE article_signature')
  const timesMs: number[] = []
  let found = 0
  for (let i = 0; i < LOOKUPS; i++) {
    const original = (i * 7919) % articles
    const copy = copyOf(generatedArticle(original), i, { cutTail: 0.3, added: 0.09, wordsChanged: 0.02 })
    const { text, values: parameters } = nearSql(id(articles + 1), signed(copy))
    const startedAt = performance.now()
    const { rows } = await client.query<{ articleId: string }>(text, [...parameters])
    timesMs.push(performance.now() - startedAt)
    if (rows.some(({ articleId }) => articleId === id(original))) found++
  }
  timesMs.sort((a, b) => a - b)
  const at = (share: number): string => (timesMs[Math.floor((timesMs.length - 1) * share)] ?? 0).toFixed(1)
  console.log(`${articles.toLocaleString('en')} articles, signing ${(signingMs / articles).toFixed(2)} ms each`)
  console.log(
    `look-up: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms; ${found} of ${LOOKUPS} edited copies found`,
  )
} finally {
  client.release()
  await disconnect()
}
