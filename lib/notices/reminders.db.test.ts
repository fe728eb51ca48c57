import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { addDays, type Day } from '@/lib/core/days'
import { makeNotices } from '@/lib/notices/commands/making'
import { remindOfPredictions } from '@/lib/notices/commands/reminding'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { undoOutcome } from '@/lib/predictions/commands/outcome-approval'
import { DUE_SOON_DAYS, watchStateOf } from '@/lib/predictions/rules/watch'
import { asOwner } from '@/lib/testing/owner'
import { makePerson, NOON } from '@/lib/testing/predictions'
import { editor, type Made, opened, openRecordDesk, resolved, reviewer, TODAY } from '@/lib/testing/records'
import { waitingForLocks } from '@/lib/testing/waiting'
import { remindableSql } from './queries/reminders'
import { REMINDER_KINDS } from './schema'

/** The newsroom's day is Vienna's; all was opened on 1 Jun 2026. */
const on = (day: Day, time = '09:00') => contextOf(systemActor('worker'), new Date(`${day}T${time}:00Z`))
const LAST_DAY = '2026-09-30'
const until = (to: Day, graceDays = 0) => opened({}, { window: { from: '2026-07-01', to }, graceDays })

beforeAll(async () => {
  // before the newsroom is set up
  await remindOfPredictions(on(TODAY))
  await openRecordDesk()
  await db().user.updateMany({ data: { passwordHash: 'they work here' } })
})
beforeEach(async () => {
  await asOwner('DELETE FROM reminder', { unguarded: ['reminder'] })
  await db().notice.deleteMany()
  // What earlier tests opened is looked at by none of the following.
  await db().claim.updateMany({ data: { state: 'hidden', hiddenReason: 'Of an earlier test.' } })
})
afterAll(disconnect)

const kindsOf = async ({ id }: Made) =>
  (await db().reminder.findMany({ where: { predictionId: id }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)
const noticesOf = async (who: { actor: { id: string } }, { claimId }: Made) =>
  (await db().notice.findMany({ where: { userId: who.actor.id, subjectId: claimId }, orderBy: { id: 'asc' } })).map(
    ({ kind, words, readAt }) => ({ kind, words, isRead: readAt !== null }),
  )

test('who wrote it and who opened it hear once that it is due soon, due, overdue; the newest stands for the others', async () => {
  const made = await until(LAST_DAY, 14)
  for (let day = '2026-08-25'; day <= '2026-10-20'; day = addDays(day, 1)) await remindOfPredictions(on(day))
  expect(await kindsOf(made)).toEqual(['due_soon', 'due', 'overdue'])
  const all = [
    { kind: 'due_soon', words: 'Due in 30 days', isRead: true },
    { kind: 'due', words: 'Due today', isRead: true },
    { kind: 'overdue', words: 'Overdue since 15 Oct 2026', isRead: false },
  ]
  expect(await noticesOf(reviewer, made)).toEqual(all)
  expect(await noticesOf(editor, made)).toEqual(all)
})

test('who takes care of its claim hears of it too, once though they wrote it', async () => {
  const made = await until(LAST_DAY)
  const carer = await makePerson('Cara', ['reviewer'])
  await db().user.update({ where: { id: carer.actor.id }, data: { passwordHash: 'she works here' } })
  await db().claim.update({ where: { id: made.claimId }, data: { assigneeId: carer.actor.id } })
  await remindOfPredictions(on(LAST_DAY))
  expect(await noticesOf(carer, made)).toHaveLength(1)
  const own = await until(LAST_DAY)
  await db().claim.update({ where: { id: own.claimId }, data: { assigneeId: reviewer.actor.id } })
  await remindOfPredictions(on(LAST_DAY))
  expect(await noticesOf(reviewer, own)).toHaveLength(1)
})

test('after 60 days without a worker only where it stands now is told', async () => {
  const [long, short, coming] = [await until('2026-07-20'), await until('2026-07-31', 90), await until('2026-10-05')]
  await remindOfPredictions(on('2026-06-15'))
  expect(await db().reminder.count()).toBe(0)
  await remindOfPredictions(on('2026-09-10'))
  expect(await kindsOf(long)).toEqual(['overdue'])
  expect(await kindsOf(short)).toEqual(['due'])
  expect(await kindsOf(coming)).toEqual(['due_soon'])
  expect(await noticesOf(reviewer, short)).toEqual([
    { kind: 'due', words: 'In grace until 29 Oct 2026', isRead: false },
  ])
})

test('two workers at once, and each of them twice, remind once', async () => {
  const many = await Promise.all(Array.from({ length: 12 }, () => until(LAST_DAY)))
  await Promise.all(Array.from({ length: 6 }, () => remindOfPredictions(on(LAST_DAY))))
  await remindOfPredictions(on(LAST_DAY))
  expect(await db().reminder.count()).toBe(many.length)
  for (const made of many) expect(await noticesOf(reviewer, made)).toHaveLength(1)
})

test('a worker that dies between two notices leaves none of them, and the next one gives each once', async () => {
  const many = [await until(LAST_DAY), await until(LAST_DAY), await until(LAST_DAY)]
  await asOwner(`CREATE FUNCTION die_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`)
  await asOwner(`CREATE TRIGGER die_here BEFORE INSERT ON notice FOR EACH ROW
    WHEN (NEW.subject_id = '${many[1]?.claimId}') EXECUTE FUNCTION die_here()`)
  await expect(remindOfPredictions(on(LAST_DAY))).rejects.toThrow()
  expect([await db().reminder.count(), await db().notice.count()]).toEqual([0, 0])
  await asOwner('DROP FUNCTION die_here CASCADE')
  await remindOfPredictions(on(LAST_DAY))
  for (const made of many) {
    expect(await kindsOf(made)).toEqual(['due'])
    expect(await noticesOf(editor, made)).toHaveLength(1)
  }
})

test('what is resolved is due no more, also for those who were reminded and have not looked yet', async () => {
  const made = await opened({})
  await remindOfPredictions(on('2026-06-02'))
  expect(await noticesOf(reviewer, made)).toMatchObject([{ kind: 'overdue', isRead: false }])
  await db().notice.updateMany({ data: { createdAt: new Date(NOON.getTime() - 1) } })
  await resolved([made], '2025-10-01')
  const event = await db().auditEvent.findFirstOrThrow({ where: { type: 'prediction.resolved', entityId: made.id } })
  await makeNotices(on(TODAY), event.id)
  expect((await noticesOf(reviewer, made)).find(({ kind }) => kind === 'overdue')).toMatchObject({ isRead: true })
})

test('after its resolution was undone it is told once more that it is overdue, and nothing else', async () => {
  const made = await opened({})
  await remindOfPredictions(on('2026-06-02'))
  const undo = async (day: Day) => {
    const outcomeId = await resolved([made], '2025-10-01')
    await remindOfPredictions(on(day))
    await undoOutcome({ ...editor, now: new Date(`${day}T10:00:00Z`) }, { id: outcomeId, reason: 'Another bridge.' })
  }
  await undo('2026-06-05')
  await remindOfPredictions(on('2026-06-05', '12:00'))
  expect(await kindsOf(made)).toEqual(['overdue'])
  for (const day of ['2026-06-06', '2026-06-07', '2026-06-08']) await remindOfPredictions(on(day))
  expect(await kindsOf(made)).toEqual(['overdue', 'overdue'])
  await undo('2026-06-09')
  for (const day of ['2026-06-10', '2026-06-11']) await remindOfPredictions(on(day))
  expect(await kindsOf(made)).toEqual(['overdue', 'overdue', 'overdue'])

  const early = await until(LAST_DAY)
  await remindOfPredictions(on('2026-09-10'))
  const outcomeId = await resolved([early], '2026-05-20')
  await undoOutcome({ ...editor, now: new Date('2026-09-11T10:00:00Z') }, { id: outcomeId, reason: 'Another bridge.' })
  await remindOfPredictions(on('2026-09-12'))
  expect(await kindsOf(early)).toEqual(['due_soon'])
})

test('what is resolved between being found and being locked is not reminded of', async () => {
  const made = await until(LAST_DAY)
  const body = (await asOwner(`SELECT pg_get_functiondef('prediction_closes_on'::regproc) AS sql`)).rows[0].sql
  // who looks for what is due waits in the middle of looking, until this lock is free; nobody else does
  await asOwner(`CREATE OR REPLACE FUNCTION prediction_closes_on(due_to text, grace_days integer) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$ BEGIN
      IF current_query() LIKE '%::reminder_kind%' THEN PERFORM pg_advisory_xact_lock_shared(42); END IF;
      RETURN make_date(left(due_to, 4)::int, substr(due_to, 6, 2)::int, right(due_to, 2)::int) + grace_days; END $$`)
  let reminding: Promise<void> | undefined
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(42)`
      reminding = remindOfPredictions(on(LAST_DAY))
      await waitingForLocks(1)
      await resolved([made], '2026-05-20')
    },
    { timeout: 20_000 },
  )
  await reminding
  await asOwner(body)
  expect(await kindsOf(made)).toEqual([])
  expect(await noticesOf(reviewer, made)).toEqual([])
})

test('nobody is reminded on the day on which it was opened, in the newsroom’s zone', async () => {
  const made = await opened({})
  await remindOfPredictions(on(TODAY, '21:30'))
  expect(await kindsOf(made)).toEqual([])
  await remindOfPredictions(on(TODAY, '22:30'))
  expect(await kindsOf(made)).toEqual(['overdue'])
})

test('where nobody of those whom it concerns works here any more, the editors are told', async () => {
  const made = await until(LAST_DAY)
  const other = await makePerson('Odile', ['editor'])
  await db().user.update({ where: { id: other.actor.id }, data: { passwordHash: 'she works here' } })
  const gone = { id: { in: [reviewer.actor.id, editor.actor.id].flatMap((id) => id ?? []) } }
  await db().user.updateMany({ where: gone, data: { disabledAt: NOON } })
  await remindOfPredictions(on(LAST_DAY))
  await db().user.updateMany({ where: gone, data: { disabledAt: null } })
  expect(await noticesOf(other, made)).toMatchObject([{ kind: 'due' }])
  expect(await noticesOf(reviewer, made)).toEqual([])
})

test('it stands where the rules say', async () => {
  const made = await until(LAST_DAY, 5)
  for (let day = addDays(LAST_DAY, -DUE_SOON_DAYS - 2); day < addDays(LAST_DAY, 8); day = addDays(day, 1)) {
    const state = watchStateOf({ dueTo: LAST_DAY, graceDays: 5 }, day)
    const found = await inTransaction((tx) =>
      tx.$queryRaw<{ id: string; kind: string }[]>(remindableSql(day, 'UTC', { limit: 10 })),
    )
    expect(found.find(({ id }) => id === made.id)?.kind ?? 'waiting').toBe(state)
  }
  expect(REMINDER_KINDS).toHaveLength(3)
})

test('it is said once more after an undoing of its own alone', async () => {
  const [made, other] = [await opened({}), await opened({})]
  const outcomeId = await resolved([other], '2025-10-01')
  await undoOutcome(editor, { id: outcomeId, reason: 'Another bridge.' })
  const [came, undo] = await db().resolution.findMany({ where: { predictionId: other.id }, orderBy: { id: 'asc' } })
  const insert = (predictionId: string, undoId = '') =>
    asOwner(`INSERT INTO reminder (id, prediction_id, kind, undo_id, made_at)
      VALUES (gen_random_uuid(), '${predictionId}', 'overdue', '${undoId}', now())`)
  await expect(insert(made.id, undo?.id)).rejects.toThrow(/undid nothing/)
  await expect(insert(other.id, came?.id)).rejects.toThrow(/undid nothing/)
  expect((await insert(other.id, undo?.id)).rowCount).toBe(1)
})

test('a reminder is never changed or taken back, and only a process gives it', async () => {
  const made = await until(LAST_DAY)
  await remindOfPredictions(on(LAST_DAY))
  await expect(asOwner(`UPDATE reminder SET kind = 'overdue' WHERE prediction_id = '${made.id}'`)).rejects.toThrow(
    /refused/,
  )
  await expect(asOwner('DELETE FROM reminder')).rejects.toThrow(/refused/)
  await expect(remindOfPredictions(editor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
