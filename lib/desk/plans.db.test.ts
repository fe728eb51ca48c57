import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contextOf } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { fillInbox } from '@/lib/testing/inbox'
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

  it('the words of statements have an index', async () => {
    const sql = Prisma.sql`SELECT id FROM claim WHERE to_tsvector('english', statement) @@ websearch_to_tsquery('english', 'quay')`
    expect(await served(sql)).toMatch(/claim_statement_words/)
  })
})
