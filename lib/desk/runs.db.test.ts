import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAuditEvents, verifyLedger } from '@/lib/audit/queries'
import { failRun, startRun } from '@/lib/jobs/commands/runs'
import { requireRunProgress } from '@/lib/jobs/queries/runs'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { cancelRun, resumeRun } from './commands/runs'

const NOW = new Date('2026-11-22T09:00:00Z')
let people: People
const cleo = () => people.cleo.ctx(NOW)

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

const start = () =>
  inTransaction((tx) => startRun(tx, cleo(), { kind: 'import_things', label: 'things.csv', total: 9 }))
const told = async (runId: string) =>
  (await listAuditEvents(cleo(), { limit: 20 })).filter(({ entityId }) => entityId === runId).map(({ type }) => type)

test('who cancels a run and who resumes it is on record, once each however often it is pressed', async () => {
  const runId = await start()
  await cancelRun(cleo(), { runId })
  await resumeRun(cleo(), { runId })
  await resumeRun(cleo(), { runId })
  expect(await told(runId)).toEqual(['run.resumed', 'run.cancelled'])
  expect((await listAuditEvents(cleo(), { type: 'run.cancelled', limit: 1 }))[0]).toMatchObject({
    actorName: 'Cleo Brandt',
    payload: { kind: 'import_things', label: 'things.csv', done: 0, refused: 0 },
  })
  expect(await requireRunProgress(cleo(), runId)).toMatchObject({ state: 'running' })
  expect(await verifyLedger()).toMatchObject({ broken: null })
})

test('what is refused is not on record', async () => {
  const runId = await start()
  await failRun(db(), runId, 'The file is gone.')
  await expect(cancelRun(cleo(), { runId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  await expect(resumeRun(people.dora.ctx(NOW), { runId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await told(runId)).toEqual([])
})
