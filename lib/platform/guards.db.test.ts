import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { resolveIn } from '@/lib/predictions/commands/resolving'
import { changeSettings, createFirstSettings } from '@/lib/settings/commands'
import { requireSettings } from '@/lib/settings/queries'
import { SettingInput } from '@/lib/settings/schema'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { openPrediction, type Pair, publishClaim, submitVerdictOn } from '@/lib/testing/publishing'
import { dropVerdict, startVerdict } from '@/lib/verdicts/commands/drafts'
import { makeClaim } from '../testing/claims'
import { db, disconnect, inTransaction } from './db'

let people: People
let pair: Pair
let ada: Context

beforeAll(async () => {
  people = await makePeople()
  ada = people.ada.ctx()
  pair = { writer: ada, approver: people.ben.ctx() }
  const setup = contextOf(systemActor('test'), new Date())
  await createFirstSettings(setup, { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
})
afterAll(disconnect)

describe('tables', () => {
  const REBUILT = [
    ...['_prisma_migrations', 'attempt_limit', 'search_entry', 'snapshot_reading', 'article_signature'],
    ...['prediction_keys', 'candidate_keys'],
    // Who is at work, and how much was done lately: made anew by every worker.
    ...['worker_process', 'job_count'],
    // Who looks at what at the moment.
    'presence',
    // Computed anew whenever it is not there.
    ...['track_record', 'ledger_member', 'ledger_member_state'],
  ]

  test('every one refuses to be emptied, but those that are made again from the rest', async () => {
    const { rows } = await asOwner(`SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`)
    const tables = rows.map(({ tablename }) => String(tablename)).filter((name) => !REBUILT.includes(name))
    expect(tables.length).toBeGreaterThan(30)
    for (const table of tables) {
      await expect(asOwner(`TRUNCATE "${table}" CASCADE`), table).rejects.toThrow(/TRUNCATE on \w+ is refused/)
    }
  })

  test('a comment is hidden, never deleted', async () => {
    const { claimId } = await makeClaim(ada, 'The pier of Norhaven is 90 metres long.')
    const id = newId()
    await asOwner(`INSERT INTO comment (id, subject_type, subject_id, author_id, body, created_at)
      VALUES ('${id}', 'claim', '${claimId}', '${people.ada.id}', 'Which pier?', now())`)
    await expect(asOwner(`DELETE FROM comment WHERE id = '${id}'`)).rejects.toThrow(/refused/)
  })

  test.each(['source', 'publisher', 'speaker', 'verdict'])('a %s is never deleted', async (table) => {
    const { claimId } = await makeClaim(ada, `The ${table} of Norhaven is 7 years old.`)
    await submitVerdictOn(ada, claimId)
    await expect(asOwner(`DELETE FROM ${table}`)).rejects.toThrow(/refused/)
  })
})

describe('the verdict in force', () => {
  const point = (claimId: string, verdictId: string) =>
    asOwner(`UPDATE claim SET current_verdict_id = '${verdictId}' WHERE id = '${claimId}'`)

  test('is a published one, and of this claim', async () => {
    const mine = await publishClaim(pair, 'The mole of Norhaven has 5 lamps.')
    const other = await publishClaim(pair, 'The mole of Norhaven has 6 lamps.')
    const { claimId } = await makeClaim(ada, 'The mole of Norhaven has 7 lamps.')
    const draft = await startVerdict(ada, { claimId })
    const { currentVerdictId } = await db().claim.findUniqueOrThrow({ where: { id: other.claimId } })
    await expect(point(claimId, draft.id)).rejects.toThrow(/not a published verdict/)
    await expect(point(mine.claimId, draft.id)).rejects.toThrow(/not a published verdict/)
    await expect(point(mine.claimId, currentVerdictId ?? '')).rejects.toThrow(/not a published verdict/)
  })
})

describe('a dropped draft', () => {
  test('stays as it was dropped, with who, when and why', async () => {
    const { claimId } = await makeClaim(ada, 'The crane of Norhaven lifts 40 tonnes.')
    const { id, revision } = await startVerdict(ada, { claimId })
    const drop = `UPDATE verdict SET state = 'dropped' WHERE id = '${id}'`
    await expect(asOwner(drop)).rejects.toThrow(/dropped_whole/)
    await dropVerdict(ada, { id, revision, reason: 'Begun twice.' })
    await expect(asOwner(`UPDATE verdict SET summary = 'x' WHERE id = '${id}'`)).rejects.toThrow(/immutable/)
    await expect(asOwner(`UPDATE verdict SET state = 'draft' WHERE id = '${id}'`)).rejects.toThrow(/immutable/)
    const next = await startVerdict(ada, { claimId })
    const twin = `INSERT INTO verdict (id, claim_id, ordinal, setting_id, author_id, created_at)
      SELECT '${newId()}', claim_id, 2, setting_id, author_id, now() FROM verdict WHERE id = '${next.id}'`
    await expect(asOwner(twin)).rejects.toThrow(/one_unpublished_per_claim/)
  })
})

describe('the resolution in force', () => {
  const point = (predictionId: string, to: string) =>
    asOwner(`UPDATE prediction SET current_resolution_id = ${to} WHERE id = '${predictionId}'`)
  const resolve = (predictionId: string, claimId: string) =>
    inTransaction((tx) =>
      resolveIn(
        tx,
        ada,
        { id: predictionId, claimId },
        {
          kind: 'void',
          outcomeId: null,
          reason: 'The ferry was sold.',
          authorId: people.ada.id,
          approverId: people.ben.id,
          soloSettingId: null,
        },
      ),
    )

  test('is the last one appended, and none only where nothing or a reopening came last', async () => {
    const { predictionId, claimId } = await openPrediction(pair, 'The ferry of Norhaven will carry 300 people.')
    const other = await openPrediction(pair, 'The ferry of Norhaven will carry 400 people.')
    const first = await resolve(predictionId, claimId)
    const second = await resolve(predictionId, claimId)
    const foreign = await resolve(other.predictionId, other.claimId)
    const refused = /last one appended/
    await expect(point(predictionId, 'NULL')).rejects.toThrow(refused)
    await expect(point(predictionId, `'${first}'`)).rejects.toThrow(refused)
    await expect(point(predictionId, `'${foreign}'`)).rejects.toThrow(refused)
    await asOwner(`INSERT INTO resolution (id, prediction_id, kind, reason, author_id, created_at)
      VALUES ('${newId()}', '${predictionId}', 'open', 'It was not sold.', '${people.ada.id}', now())`)
    await expect(point(predictionId, `'${second}'`)).rejects.toThrow(refused)
    await point(predictionId, 'NULL')
    expect((await db().prediction.findUniqueOrThrow({ where: { id: predictionId } })).currentResolutionId).toBeNull()
  })
})

describe('the one-person desk', () => {
  const switchSolo = async (isSolo: boolean): Promise<string> => {
    const { version, ...settings } = await requireSettings()
    await changeSettings(people.cleo.ctx(), { expectedVersion: version, ...SettingInput.parse(settings), isSolo })
    return (await requireSettings()).id
  }

  test('is one only while the settings in force say so', async () => {
    const { claimId } = await makeClaim(ada, 'The slip of Norhaven is 12 metres wide.')
    const { id } = await submitVerdictOn(ada, claimId)
    const soloSettingId = await switchSolo(true)
    await switchSolo(false)
    const publish = `UPDATE verdict SET state = 'published', published_at = now(), frozen = '{}',
      approver_id = '${people.ada.id}', solo_setting_id = '${soloSettingId}' WHERE id = '${id}'`
    await expect(asOwner(publish)).rejects.toThrow(/one-person desk/)
    const again = await switchSolo(true)
    await asOwner(publish.replace(soloSettingId, again))
    await switchSolo(false)
  })

  test('what it opened can still be resolved after it grew', async () => {
    await switchSolo(true)
    const ben = people.ben.ctx()
    const { predictionId, claimId } = await openPrediction(
      { writer: ben, approver: ben },
      'The ferry of Norhaven will carry 500 people.',
    )
    await switchSolo(false)
    await inTransaction((tx) =>
      resolveIn(
        tx,
        ben,
        { id: predictionId, claimId },
        {
          kind: 'void',
          outcomeId: null,
          reason: 'The ferry was sold.',
          authorId: people.ada.id,
          approverId: people.ben.id,
          soloSettingId: null,
        },
      ),
    )
    const row = await db().prediction.findUniqueOrThrow({ where: { id: predictionId } })
    expect([row.soloSettingId, row.currentResolutionId].every((id) => id !== null)).toBe(true)
  })
})

test.each(['version - 1', 'version', '1'])('the edition is never set to %s', async (version) => {
  await expect(asOwner(`UPDATE edition SET version = ${version}`)).rejects.toThrow(/only moves on/)
})
