import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { recordEvent } from './commands'
import { defineEvents } from './events'
import { getEdition, verifyLedger } from './queries'

const events = defineEvents({
  'thing.noted': { entityType: 'thing', isPublic: false, payload: z.object({ words: z.string() }) },
  'thing.shown': { entityType: 'thing', isPublic: true, payload: z.object({ words: z.string() }) },
})
const AUDIT_TABLES = ['audit_event', 'audit_payload']
const ctx = () => contextOf(systemActor('test'), new Date())
const note = (entityId: string, words: string, type: keyof typeof events = 'thing.noted') =>
  inTransaction((tx) => recordEvent(tx, ctx(), events, { type, entityId, payload: { words } }))

afterAll(disconnect)

test('chains the events of an entity and verifies them', async () => {
  const [a, b] = [newId(), newId()]
  for (const words of ['one', 'two', 'three']) await note(a, words)
  await note(b, 'alone')
  expect(await verifyLedger()).toMatchObject({ broken: null })
  const chain = await db().auditEvent.findMany({ where: { entityId: a }, orderBy: { entitySeq: 'asc' } })
  expect(chain.map((e) => e.entitySeq)).toEqual([1, 2, 3])
  expect(chain[1]?.prevHash).toBe(chain[0]?.hash)
})

test('continues one chain when twenty write to it at once', async () => {
  const id = newId()
  await Promise.all(Array.from({ length: 20 }, (_, i) => note(id, `event ${i}`)))
  expect(await db().auditEvent.count({ where: { entityId: id } })).toBe(20)
  expect((await verifyLedger()).broken).toBeNull()
})

test('queues the dispatch of an event in its transaction, and not when that fails', async () => {
  const waiting = () => db().$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM graphile_worker.jobs`
  const [before] = await waiting()
  const failed = inTransaction(async (tx) => {
    await recordEvent(tx, ctx(), events, { type: 'thing.noted', entityId: newId(), payload: { words: 'lost' } })
    throw new Error('the rest of the command failed')
  })
  await expect(failed).rejects.toThrow('the rest of the command failed')
  expect((await waiting())[0]?.n).toBe(before?.n)
  await note(newId(), 'kept')
  expect(Number((await waiting())[0]?.n)).toBe(Number(before?.n) + 1)
})

test('moves the edition with a public event only', async () => {
  const before = await getEdition()
  await note(newId(), 'inside')
  expect(await getEdition()).toEqual(before)
  await note(newId(), 'outside', 'thing.shown')
  expect(Number((await getEdition()).version)).toBe(Number(before.version) + 1)
})

test('keeps an event of a public type inside where its caller says so, and lets none out', async () => {
  const before = await getEdition()
  const id = newId()
  const record = (type: keyof typeof events, isPublic: boolean) =>
    inTransaction((tx) => recordEvent(tx, ctx(), events, { type, entityId: id, payload: { words: 'quiet' }, isPublic }))
  await record('thing.shown', false)
  await record('thing.noted', true)
  expect(await getEdition()).toEqual(before)
  expect(await db().auditEvent.count({ where: { entityId: id, isPublic: true } })).toBe(0)
  expect((await verifyLedger()).broken).toBeNull()
})

test.each([
  'UPDATE audit_event SET type = $$x$$',
  'DELETE FROM audit_event',
  'TRUNCATE audit_event CASCADE',
  'UPDATE audit_payload SET payload = $${}$$',
  'DELETE FROM audit_payload',
  'TRUNCATE audit_payload',
  'DELETE FROM audit_head',
  'TRUNCATE audit_head',
])('PostgreSQL refuses %s, even to the owner', async (sql) => {
  await note(newId(), 'a row to attack')
  await expect(asOwner(sql)).rejects.toThrow(/immutable/)
})

test('PostgreSQL refuses an event that does not continue its chain', async () => {
  const id = newId()
  await note(id, 'first')
  const forged = `INSERT INTO audit_event (id, entity_type, entity_id, entity_seq, type, actor_name, request_id, occurred_at, is_public, payload_digest, prev_hash, hash)
    VALUES ('${newId()}', 'thing', '${id}', 7, 'thing.noted', 'x', 'x', now(), false, 'x', 'x', 'x')`
  await expect(asOwner(forged)).rejects.toThrow(/does not continue the chain/)
})

/** Each attack by somebody who can switch the triggers off, on the second of three events, and what must be said of it. */
const ATTACKS: [name: string, sql: (id: string) => string, problem: RegExp, seq: number | null][] = [
  [
    'a changed payload',
    (id) =>
      `UPDATE audit_payload SET payload = '{"words":"forged"}' WHERE event_id = (SELECT id FROM audit_event WHERE entity_id = '${id}' AND entity_seq = 2)`,
    /payload was changed/,
    2,
  ],
  [
    'a removed payload',
    (id) =>
      `DELETE FROM audit_payload WHERE event_id = (SELECT id FROM audit_event WHERE entity_id = '${id}' AND entity_seq = 2)`,
    /payload is missing/,
    2,
  ],
  [
    'a changed actor',
    (id) => `UPDATE audit_event SET actor_name = 'somebody else' WHERE entity_id = '${id}' AND entity_seq = 2`,
    /changed after/,
    2,
  ],
  [
    'a removed event in the middle',
    (id) =>
      `DELETE FROM audit_payload WHERE event_id = (SELECT id FROM audit_event WHERE entity_id = '${id}' AND entity_seq = 2); DELETE FROM audit_event WHERE entity_id = '${id}' AND entity_seq = 2`,
    /before it is missing/,
    3,
  ],
  [
    'a cut tail',
    (id) =>
      `DELETE FROM audit_payload WHERE event_id = (SELECT id FROM audit_event WHERE entity_id = '${id}' AND entity_seq = 3); DELETE FROM audit_event WHERE entity_id = '${id}' AND entity_seq = 3`,
    /after it are missing/,
    2,
  ],
  [
    'a whole history removed',
    (id) =>
      `DELETE FROM audit_payload WHERE event_id IN (SELECT id FROM audit_event WHERE entity_id = '${id}'); DELETE FROM audit_event WHERE entity_id = '${id}'`,
    /all its events are missing/,
    3,
  ],
]

test.each(ATTACKS)('names the first broken row after %s', async (_name, sql, problem, seq) => {
  const id = newId()
  for (const words of ['one', 'two', 'three']) await note(id, words)
  const rows = await asOwner(
    `SELECT (SELECT json_agg(e) FROM audit_event e WHERE entity_id = '${id}') AS events, (SELECT json_agg(p) FROM audit_payload p JOIN audit_event e ON e.id = p.event_id WHERE e.entity_id = '${id}') AS payloads`,
  )
  await asOwner(sql(id), { unguarded: AUDIT_TABLES })
  const { broken } = await verifyLedger()
  expect(broken).toMatchObject({ entityId: id, entitySeq: seq, problem: expect.stringMatching(problem) })
  await restore(id, rows.rows[0])
  expect((await verifyLedger()).broken).toBeNull()
})

/** Puts the attacked rows back, so that the next attack stands alone. */
async function restore(id: string, saved: { events: unknown; payloads: unknown }): Promise<void> {
  const json = (value: unknown) => JSON.stringify(value).replaceAll("'", "''")
  await asOwner(
    `DELETE FROM audit_payload WHERE event_id IN (SELECT id FROM audit_event WHERE entity_id = '${id}');
     DELETE FROM audit_event WHERE entity_id = '${id}';
     INSERT INTO audit_event SELECT * FROM json_populate_recordset(null::audit_event, '${json(saved.events)}');
     INSERT INTO audit_payload SELECT * FROM json_populate_recordset(null::audit_payload, '${json(saved.payloads)}')`,
    { unguarded: AUDIT_TABLES },
  )
}
