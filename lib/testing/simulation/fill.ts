import pg from 'pg'
import { contextOf, systemActor } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { makePeople, type People } from '../people'
import { instantOf, toDay } from './chance'
import type { Desk, Row, Rows } from './desk'
import { drawNewsroom, FOUNDED_DAYS_AGO, type Newsroom, type NewsroomSize } from './newsroom'
import { outcomeRows } from './outcome-rows'
import { articleRows, predictionRows, worldRows } from './rows'

const BATCH = 2000
/** Made by scripts/lib/test-databases.mjs for one run, and dropped at its end. */
const THROW_AWAY = /^borneout_test_[a-z0-9]+_[a-z0-9]+$/

/**
 * Fills the empty database of a test run with a simulated newsroom, all guards of PostgreSQL switched on: for measuring, and
 * for tests of statistics whose truth is known. Written past the commands, so without events. Throws on any other database.
 */
export async function fillNewsroom(size: NewsroomSize): Promise<{ newsroom: Newsroom; people: People }> {
  const owner = new pg.Client({ connectionString: process.env.MIGRATE_URL })
  await owner.connect()
  try {
    await refuseRealDesk(owner)
    const { desk, people } = await openDesk(size.today)
    const newsroom = drawNewsroom(size)
    const places = articleRows(newsroom, desk)
    const { approval = [], ...outcomes } = outcomeRows(newsroom, desk)
    const { occurrence = [], ...articles } = places
    await owner.query('BEGIN')
    for (const rows of [worldRows(newsroom), articles, predictionRows(newsroom, desk), { occurrence }])
      await insert(owner, rows)
    await owner.query('UPDATE article SET current_snapshot_id = s.id FROM snapshot s WHERE s.article_id = article.id')
    await insert(owner, outcomes)
    await approve(owner, approval)
    await owner.query(PUT_IN_FORCE)
    await owner.query('UPDATE edition SET version = version + 1')
    await owner.query('COMMIT')
    await owner.query('VACUUM ANALYZE')
    return { newsroom, people }
  } finally {
    await owner.end()
  }
}

async function refuseRealDesk(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; used: boolean }>(
    'SELECT current_database() AS name, EXISTS (SELECT 1 FROM article) OR EXISTS (SELECT 1 FROM app_user) AS used',
  )
  const { name = '', used = true } = rows[0] ?? {}
  if (!THROW_AWAY.test(name) || used)
    throw new Error(`A simulated newsroom goes into the empty database of a test run only, and "${name}" is none.`)
}

async function openDesk(today: number): Promise<{ desk: Desk; people: People }> {
  const now = instantOf(today - FOUNDED_DAYS_AGO)
  const ctx = contextOf(systemActor('simulation'), now)
  await createFirstSettings(ctx, { newsroomName: 'Simulated desk', zone: 'Europe/Vienna' })
  const people = await makePeople(now)
  const setting = await db().setting.findFirstOrThrow()
  const source = await db().source.create({
    data: {
      ...{ id: setting.id, url: 'https://records.example/openings', title: 'Record of openings' },
      ...{ retrievedOn: toDay(today - FOUNDED_DAYS_AGO), createdById: people.ada.id, createdAt: now },
    },
  })
  const desk = { authorId: people.ada.id, approverId: people.ben.id, settingId: setting.id, sourceId: source.id }
  return { desk, people }
}

/** Rows go in table by table, in the order given, by the columns of each table's first row. */
async function insert(owner: pg.Client, rows: Rows): Promise<void> {
  for (const [table, all] of Object.entries(rows)) {
    const columns = Object.keys(all[0] ?? {}).map((column) => `"${column}"`)
    const sql = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1::json)`
    for (const some of batchesOf(all)) await owner.query(sql, [JSON.stringify(some)])
  }
}

function* batchesOf(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH)
}

/** As people do it: a draft with its parts is submitted and approved; a wrong one is undone after that. */
async function approve(owner: pg.Client, approvals: readonly Row[]): Promise<void> {
  for (const some of batchesOf(approvals)) {
    await owner.query(
      `UPDATE outcome o SET state = 'approved', submitted_by_id = a.submitted_by_id, submitted_at = a.submitted_at,
         submitted_revision = o.revision, approver_id = a.approver_id, approved_at = a.approved_at
       FROM json_populate_recordset(null::outcome, $1::json) a WHERE a.id = o.id`,
      [JSON.stringify(some)],
    )
  }
  const undone = approvals.filter((row) => row.undone_at !== null)
  await owner.query(
    `UPDATE outcome o SET state = 'undone', undone_at = a.undone_at, undone_by_id = a.undone_by_id,
       undone_reason = a.undone_reason FROM json_populate_recordset(null::outcome, $1::json) a WHERE a.id = o.id`,
    [JSON.stringify(undone)],
  )
}

const PUT_IN_FORCE = `
  UPDATE prediction SET current_resolution_id = r.id
  FROM (SELECT DISTINCT ON (prediction_id) prediction_id, id, kind FROM resolution ORDER BY prediction_id, id DESC) r
  WHERE r.prediction_id = prediction.id AND r.kind <> 'open'`
