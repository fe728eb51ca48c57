import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contextOf } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { fillInbox } from '@/lib/testing/inbox'
import { asOwner } from '@/lib/testing/owner'
import { claimPageSql, speakersSql } from './queries/claim-queue'
import { inboxPageSql, waitingSql } from './queries/inbox'
import { CLAIM_VIEWS, ClaimQueueQuery, InboxQuery } from './schema/queues'

const NOW = new Date('2025-11-20T09:00:00Z')

beforeAll(() => fillInbox(3000, { publishers: 150, now: NOW }), 60_000)
afterAll(disconnect)

async function plan(query: Prisma.Sql): Promise<string> {
  const rows = await db().$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${query}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
/** The tables of a test are so small that reading them whole is cheapest: forbidden, the plan shows what serves. */
const served = (sql: Prisma.Sql): Promise<string> =>
  db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
    const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${sql}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
const PUBLISHER = newId()
/** Claims with an occurrence each, past the commands: a few of one publisher and of one kind, most of them old. */
const fillClaims = () =>
  asOwner(
    `INSERT INTO publisher (id, slug, name, name_key, created_at)
       SELECT CASE WHEN n = 1 THEN '${PUBLISHER}'::uuid ELSE gen_random_uuid() END, 'quay-' || n, 'Quay ' || n, 'quay ' || n, now()
       FROM generate_series(1, 60) n;
     CREATE TEMP TABLE made AS
       SELECT n, ('01a20000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS claim_id, gen_random_uuid() AS article_id, gen_random_uuid() AS snapshot_id,
         (SELECT id FROM publisher WHERE slug = 'quay-' || CASE WHEN n % 1000 = 0 THEN 1 ELSE 2 + n % 59 END) AS publisher_id
       FROM generate_series(1, 6000) n;
     INSERT INTO article (id, publisher_id, title, fingerprint, published_on, imported_at)
       SELECT article_id, publisher_id, 'Berths ' || n, 'quay:' || n, '2025-10-02', now() FROM made;
     INSERT INTO snapshot (id, article_id, ordinal, raw, raw_hash, body, body_hash, is_bmp, cut, cleaner_version, created_at)
       SELECT snapshot_id, article_id, 1, 'x', encode(sha256('x'), 'hex'), 'x', encode(sha256('x'), 'hex'), true, '[]', 't', now() FROM made;
     INSERT INTO claim (id, slug, kind, statement, short_form, signature, created_at)
       SELECT claim_id, 'berths-' || n, (CASE WHEN n % 500 = 0 THEN 'event' ELSE 'statistic' END)::claim_kind,
         'Quay ' || n || ' has berths.', 'Quay ' || n, '{}', timestamptz '${NOW.toISOString()}' - n * interval '1 hour' FROM made;
     INSERT INTO occurrence (id, claim_id, article_id, snapshot_id, start, "end", quote, prefix, suffix, is_own_voice, rules, created_at)
       SELECT gen_random_uuid(), claim_id, article_id, snapshot_id, 0, 1, 'x', '', '', true, '{}', now() FROM made;
     ANALYZE claim, occurrence, article, publisher`,
  )
const page = (query: Record<string, string>, after?: { value: string; id: string }) =>
  plan(inboxPageSql(InboxQuery.parse(query), NOW, after, 51))

describe('the inbox, with 3,000 candidates that wait', () => {
  it('is read in its order, and no further than its page', async () => {
    const read = await page({})
    expect(read).toMatch(/Limit/)
    expect(read).toMatch(/Index Scan Backward using candidate_state_check_worthiness_id_idx/)
    expect(read).not.toMatch(/Sort|Seq Scan on candidate/)
  })

  it('begins its following page where the last one ended', async () => {
    const read = await page({}, { value: '0.5', id: newId() })
    expect(read).toMatch(/Index Cond: .*ROW\(\w*\.?check_worthiness, \w*\.?id\) < ROW/)
    expect(read).not.toMatch(/Sort|Seq Scan on candidate/)
  })

  it('reads one kind, and those above a worth, in their order', async () => {
    expect(await page({ kind: 'prediction' })).toMatch(/Index Scan Backward using candidate_(waiting_kind|state_check)/)
    expect(await page({ least: '90' })).toMatch(/Index Cond: .*check_worthiness >= /)
  })

  it.each([
    ['rare words', { words: 'containers norhaven 1,777' }, /Bitmap Index Scan on candidate_waiting_words/],
    ['an article', { article: newId() }, /candidate_article_id_state_idx/],
    ['a publisher', { publisher: newId() }, /candidate_article_id_state_idx/],
    ['a rare speaker', { speaker: 'nobody of this name' }, /Bitmap Index Scan on candidate_waiting_speaker/],
  ])('finds %s by their index', async (_what, query, index) => {
    const read = await page(query)
    expect(read).toMatch(index)
    expect(read).not.toMatch(/Seq Scan on candidate/)
  })

  it('finds the newest by their index', async () => {
    const sql = Prisma.sql`SELECT id FROM candidate WHERE state = 'new' AND created_at >= ${new Date(NOW.getTime() - 3_600_000)}`
    expect(await plan(sql)).toMatch(/candidate_waiting_since/)
  })

  it('counts no further than its bound', async () => {
    const read = await plan(Prisma.sql`SELECT count(*) FROM (SELECT 1 ${waitingSql({}, NOW)} LIMIT 1001) AS waiting`)
    expect(read).toMatch(/Aggregate[^\n]*\n\s+->\s+Limit/)
  })
})

describe('queues of claims', () => {
  const asked = {
    ctx: contextOf({ kind: 'user', id: newId(), name: 'Ben Okafor', roles: ['editor'] }, NOW),
    today: '2025-11-20',
    isSolo: false,
    speakers: [newId()],
  }

  it.each(CLAIM_VIEWS)('%s never walks over all claims, verdicts or predictions', async (view) => {
    const sql = claimPageSql(view, ClaimQueueQuery.parse({}), asked, { after: undefined, limit: 41 })
    expect(await served(sql)).not.toMatch(/Seq Scan on (claim|verdict|prediction)/)
  })

  it('a speaker is found by the index of names, and their claims by theirs', async () => {
    const claims = claimPageSql('all', { speaker: 'Nobody Known' }, asked, { after: undefined, limit: 41 })
    expect(await served(claims)).toMatch(/claim_speaker_id_idx/)
    expect(await served(speakersSql('Nobody Known'))).toMatch(/speaker_alias_words/)
  })

  describe('with 6,000 claims of 60 publishers', () => {
    beforeAll(fillClaims, 60_000)
    const all = (query: Record<string, string>) =>
      plan(claimPageSql('all', ClaimQueueQuery.parse(query), asked, { after: undefined, limit: 41 }))

    it.each([
      ['one kind', { kind: 'event' }, /claim_kind_id_idx/],
      ['a day', { age: 'day' }, /claim_created_at_id_idx/],
      ['a publisher', { publisher: PUBLISHER }, /article_publisher_id_id_idx/],
    ])('%s is found by its index', async (_what, query, index) => {
      const read = await all(query)
      expect(read).toMatch(index)
      expect(read).not.toMatch(/Seq Scan on (claim|occurrence|article)/)
    })

    it('all of them are read in their order, no further than a page', async () => {
      expect(await all({})).toMatch(/Limit[\s\S]*Index Scan Backward using claim_pkey/)
    })
  })

  it('the words of statements have an index', async () => {
    const sql = Prisma.sql`SELECT id FROM claim WHERE to_tsvector('english', statement) @@ websearch_to_tsquery('english', 'quay')`
    expect(await served(sql)).toMatch(/claim_statement_words/)
  })
})
