import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET } from '@/app/calendar/[file]/route'
import { mergePublishers } from '@/lib/articles/commands/publishers'
import { editSpeaker, mergeSpeakers, undoSpeakerMerge } from '@/lib/claims/commands/speakers'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { addDays } from '@/lib/core/days'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { addClarification } from '@/lib/predictions/commands/opening'
import { undoOutcome } from '@/lib/predictions/commands/outcome-approval'
import { asOwner } from '@/lib/testing/owner'
import { makePerson, makePublisher, makeSpeaker, NOON } from '@/lib/testing/predictions'
import {
  editor,
  INSIDE,
  type Made,
  opened,
  openRecordDesk,
  type Person,
  resolved,
  reviewer,
  TODAY,
} from '@/lib/testing/records'
import { makeCalendar, renewCalendar, revokeCalendar } from './commands/calendars'
import { calendarSql, listCalendarsOf, listOwnCalendars, readCalendar } from './queries/calendars'
import { MOST_CALENDARS } from './rules/calendars'

beforeAll(openRecordDesk)
beforeEach(async () => {
  await db().user.updateMany({ data: { passwordHash: 'they work here', disabledAt: null } })
  await db().claim.updateMany({ data: { state: 'hidden', hiddenReason: 'Of an earlier test.' } })
})
afterAll(disconnect)

const someone = contextOf(ANONYMOUS, NOON)
const until = (to: string, change: Parameters<typeof opened>[0] = {}, graceDays = 0) =>
  opened(change, { window: { from: '2025-07-01', to }, graceDays })
/** Which predictions a calendar holds, by their last days. */
const held = async (secret: string) =>
  (await readCalendar(someone, secret)).entries.map(({ id, window }) => [id, window.to] as const)
const entryOf = async (secret: string, { id }: Made) =>
  (await readCalendar(someone, secret)).entries.find((entry) => entry.id === id)
const NOT_FOUND = { code: 'NOT_FOUND' }
/** By the clock of the server, as calendar programs do. */
const get = (file: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/calendar/${file}`, { headers }), { params: Promise.resolve({ file }) })

describe('a calendar', () => {
  test('holds what is open, with or without a rest of its days, and nothing that is resolved', async () => {
    const [coming, late, done] = [await until('2026-08-31'), await until('2026-01-31'), await until('2025-12-31')]
    const { secret } = await makeCalendar(reviewer, { name: 'All' })
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(await held(secret)).toEqual([
      [done.id, '2025-12-31'],
      [late.id, '2026-01-31'],
      [coming.id, '2026-08-31'],
    ])
    const outcomeId = await resolved([done], INSIDE)
    expect((await held(secret)).map(([id]) => id)).toEqual([late.id, coming.id])
    await undoOutcome(editor, { id: outcomeId, reason: 'Another bridge.' })
    expect((await held(secret)).map(([id]) => id)).toEqual([done.id, late.id, coming.id])
  })

  test('is narrowed as lists are: by speaker, publisher, topic, words and whose', async () => {
    const [publisherId, speakerId] = [await makePublisher('Norhaven Post'), await makeSpeaker('Ilsa Brandt')]
    await db().speakerAlias.create({
      data: { id: newId(), speakerId, alias: 'Ilsa Brandt', aliasKey: 'ilsa brandt', createdAt: NOON },
    })
    const hers = await until('2026-08-31', { publisherId, speakerId, statement: 'The ferry will run at night' })
    await until('2026-08-31')
    const carer = await makePerson('Cara', ['reviewer'])
    await db().user.update({ where: { id: carer.actor.id }, data: { passwordHash: 'she works here' } })
    await db().claim.update({ where: { id: hers.claimId }, data: { assigneeId: carer.actor.id } })
    const topic = await db().topic.create({ data: { id: newId(), slug: 'ferries', name: 'Ferries', createdAt: NOON } })
    await db().claimTopic.create({ data: { claimId: hers.claimId, topicId: topic.id } })
    const filters = [
      [{ speaker: 'brandt' }, 'brandt'],
      [{ publisher: publisherId }, 'Norhaven Post'],
      [{ topic: 'ferries' }, 'Ferries'],
      [{ words: 'night ferry' }, '“night ferry”'],
      [{ whose: 'mine' }, 'mine'],
    ] as const
    for (const [filter, words] of filters) {
      const { secret, calendarId } = await makeCalendar(carer, { name: words, ...filter })
      expect(await held(secret), words).toEqual([[hers.id, '2026-08-31']])
      expect((await listOwnCalendars(carer)).find(({ id }) => id === calendarId)?.narrowedTo).toBe(words)
    }
    await expect(makeCalendar(carer, { name: 'Wider', speaker: 'x'.repeat(121) })).rejects.toThrow(/at most 120/)
    await expect(makeCalendar(carer, { name: 'Wider', publisher: 'y' })).rejects.toMatchObject({ name: 'ZodError' })
  })

  test('counts up with every change of what it tells, never down, and keeps its ids', async () => {
    const made = await until('2026-08-31')
    const { secret } = await makeCalendar(reviewer, { name: 'All' })
    const before = await entryOf(secret, made)
    const later = new Date(NOON.getTime() + 60_000)
    await addClarification({ ...editor, now: later }, { predictionId: made.id, text: 'Open to all traffic.' })
    const after = await entryOf(secret, made)
    expect(after?.id).toBe(before?.id)
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 60)
    expect([before?.changedAt, after?.changedAt]).toEqual([NOON, later])
  })

  test('never counts down when its speaker is edited, merged on, and had back', async () => {
    const [first, second, third] = [
      await makeSpeaker('Ilsa B'),
      await makeSpeaker('Ilsa Br'),
      await makeSpeaker('Ilsa Bra'),
    ]
    const made = await until('2026-08-31', { speakerId: first })
    const others = await until('2026-08-31', { speakerId: second })
    const { secret } = await makeCalendar(reviewer, { name: 'All' })
    let minute = 0
    const by = (): Person => ({ ...editor, now: new Date(NOON.getTime() + ++minute * 60_000) })
    const told = async (one: Made) => (await entryOf(secret, one))?.sequence ?? 0
    let [last, lastOfOther] = [await told(made), await told(others)]
    const steps = [
      () => editSpeaker(by(), { id: first, revision: 1, name: 'Ilsa Brandt', kind: 'person' }),
      () => mergeSpeakers(by(), { fromSpeakerId: first, intoSpeakerId: second }),
      () => mergeSpeakers(by(), { fromSpeakerId: second, intoSpeakerId: third }),
      () => undoSpeakerMerge(by(), { speakerId: second }),
      () => undoSpeakerMerge(by(), { speakerId: first }),
    ]
    for (const [i, step] of steps.entries()) {
      await step()
      const now = await told(made)
      expect(now, `step ${i}`).toBeGreaterThanOrEqual(last)
      expect(await told(others), `step ${i}, of another one`).toBeGreaterThanOrEqual(lastOfOther)
      ;[last, lastOfOther] = [now, await told(others)]
    }
  })

  test('stands where no history was kept, as of the day on which it was opened', async () => {
    const made = await until('2026-08-31')
    await asOwner(`DELETE FROM audit_head WHERE entity_id IN ('${made.id}', '${made.claimId}')`, {
      unguarded: ['audit_head'],
    })
    const { secret } = await makeCalendar(reviewer, { name: 'All' })
    expect((await get(`${secret}.ics`)).status).toBe(200)
    expect((await entryOf(secret, made))?.changedAt).toEqual(NOON)
  })

  test('of a publisher that was merged holds what that one’s articles hold now', async () => {
    const [small, whole] = [await makePublisher('The Norhaven Mail'), await makePublisher('The Norhaven Times')]
    const { secret } = await makeCalendar(reviewer, { name: 'Mail', publisher: small })
    const made = await until('2026-08-31', { publisherId: small })
    await mergePublishers(editor, { publisherId: small, intoId: whole, reason: 'One paper.' })
    expect((await held(secret)).map(([id]) => id)).toEqual([made.id])
  })

  test('whose filter cannot be read any more holds nothing, and its owner is told', async () => {
    await until('2026-08-31')
    const { secret, calendarId } = await makeCalendar(reviewer, { name: 'Ferries', topic: 'ferries' })
    for (const query of ['topic=No+Slug', 'colour=red', 'publisher=x']) {
      await asOwner(`UPDATE calendar SET query = '${query}' WHERE id = '${calendarId}'`, { unguarded: ['calendar'] })
      await expect(readCalendar(someone, secret)).rejects.toMatchObject(NOT_FOUND)
      expect((await listOwnCalendars(reviewer)).find(({ id }) => id === calendarId)?.isBroken).toBe(true)
    }
  })

  test('is read along the index of what closes when', async () => {
    const sql = calendarSql({}, { ctx: reviewer, today: TODAY, speakers: [] })
    const read = await db().$transaction(async (tx) => {
      for (const way of ['seqscan', 'hashjoin', 'bitmapscan', 'sort'])
        await tx.$executeRawUnsafe(`SET LOCAL enable_${way} = off`)
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${sql}`)
    })
    const plan = read.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan.match(/Index Scan (Backward )?using prediction_open_closes/g)).toHaveLength(2)
    expect(plan).not.toMatch(/Seq Scan on (prediction|claim)|Sort/)
  })
})

describe('its address', () => {
  const made = async (by: Person = reviewer) => (await makeCalendar(by, { name: 'All' })).secret

  test('is stored nowhere, answers what it holds, and a program that knows it is told so', async () => {
    await until(addDays(TODAY, 400))
    const secret = await made()
    const stored = await asOwner(`SELECT c::text FROM calendar c UNION ALL SELECT p::text FROM audit_payload p`)
    expect(JSON.stringify(stored.rows)).not.toContain(secret)
    const answer = await get(`${secret}.ics`)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' },
      'x-robots-tag': 'noindex',
    })
    const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent')
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual([addDays(TODAY, 400)])
    const etag = answer.headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`])
      expect((await get(`${secret}.ics`, { 'If-None-Match': known })).status).toBe(304)
    expect((await get(`${secret}.ics`, { 'If-None-Match': '"other"' })).status).toBe(200)
    await until(addDays(TODAY, 500))
    expect((await get(`${secret}.ics`, { 'If-None-Match': etag })).status).toBe(200)
  })

  test('answers nothing once it was revoked or renewed, its owner is disabled or has no role any more', async () => {
    const { secret, calendarId } = await makeCalendar(editor, { name: 'All' })
    const next = await renewCalendar(editor, { calendarId })
    expect(next.secret).not.toBe(secret)
    await expect(readCalendar(someone, secret)).rejects.toMatchObject(NOT_FOUND)
    expect(await held(next.secret)).toEqual([])
    await db().user.update({ where: { id: editor.actor.id }, data: { disabledAt: NOON } })
    expect((await get(`${next.secret}.ics`)).status).toBe(404)
    await db().user.update({ where: { id: editor.actor.id }, data: { disabledAt: null, roles: [] } })
    expect((await get(`${next.secret}.ics`)).status).toBe(404)
    await db().user.update({ where: { id: editor.actor.id }, data: { roles: ['editor'] } })
    expect((await get(`${next.secret}.ics`)).status).toBe(200)
    await revokeCalendar(editor, { calendarId })
    expect((await get(`${next.secret}.ics`)).status).toBe(404)
    expect((await listOwnCalendars(editor)).map(({ id }) => id)).not.toContain(calendarId)
    await expect(renewCalendar(editor, { calendarId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await expect(asOwner(`UPDATE calendar SET revoked_at = NULL WHERE id = '${calendarId}'`)).rejects.toThrow(/revoked/)
  })

  test.each([
    '',
    'x',
    `${'a'.repeat(43)}`,
    `${'a'.repeat(44)}.ics`,
    `${'a'.repeat(43)}.ics`,
    '../x.ics',
    '%.ics',
    "' OR 1=1.ics",
  ])('nothing stands at %j, and it is told as for one that was revoked', async (file) => {
    const answer = await get(file)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  test('is its owner’s: nobody else renews, revokes or lists it, and readers make none', async () => {
    const { calendarId } = await makeCalendar(reviewer, { name: 'Mine' })
    await expect(renewCalendar(editor, { calendarId })).rejects.toMatchObject(NOT_FOUND)
    await expect(revokeCalendar(editor, { calendarId })).rejects.toMatchObject(NOT_FOUND)
    expect((await listOwnCalendars(editor)).map(({ id }) => id)).not.toContain(calendarId)
    await expect(makeCalendar(someone, { name: 'Readers’' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(listOwnCalendars(someone)).rejects.toMatchObject(NOT_FOUND)
  })

  test('is shut by an admin too, also that of somebody who left; nobody else sees whose there are', async () => {
    const admin = await makePerson('Alma', ['admin'])
    const { calendarId, secret } = await makeCalendar(reviewer, { name: 'It got about' })
    await db().user.update({ where: { id: reviewer.actor.id }, data: { disabledAt: NOON } })
    expect((await listCalendarsOf(admin, reviewer.actor.id)).map(({ id }) => id)).toContain(calendarId)
    await expect(listCalendarsOf(editor, reviewer.actor.id)).rejects.toMatchObject(NOT_FOUND)
    await expect(renewCalendar(admin, { calendarId })).rejects.toMatchObject(NOT_FOUND)
    await revokeCalendar(admin, { calendarId })
    await db().user.update({ where: { id: reviewer.actor.id }, data: { disabledAt: null } })
    expect((await get(`${secret}.ics`)).status).toBe(404)
    const { actorId } = await db().auditEvent.findFirstOrThrow({
      where: { entityId: calendarId, type: 'calendar.revoked' },
    })
    expect(actorId).toBe(admin.actor.id)
  })

  test.each([
    `owner_id = (SELECT id FROM app_user WHERE name = 'Edda')`,
    `query = ''`,
    `name = 'Another'`,
    `created_at = created_at - interval '1 day'`,
  ])('stays what it was given for: SET %s is refused', async (change) => {
    const { calendarId } = await makeCalendar(reviewer, { name: 'Kept', speaker: 'Brandt' })
    await expect(asOwner(`UPDATE calendar SET ${change} WHERE id = '${calendarId}'`)).rejects.toThrow(
      /holds what it was/,
    )
  })

  test('is on record, without its secret', async () => {
    const { calendarId } = await makeCalendar(reviewer, { name: 'Ferries', speaker: 'Brandt' })
    await renewCalendar(reviewer, { calendarId })
    await revokeCalendar(reviewer, { calendarId })
    const events = await db().auditEvent.findMany({
      where: { entityType: 'calendar', entityId: calendarId },
      orderBy: { entitySeq: 'asc' },
      include: { payload: true },
    })
    expect(events.map(({ type, payload }) => [type, payload?.payload])).toEqual([
      ['calendar.made', { name: 'Ferries', query: 'speaker=Brandt' }],
      ['calendar.renewed', { name: 'Ferries' }],
      ['calendar.revoked', { name: 'Ferries' }],
    ])
  })

  test('one has so many at most', async () => {
    const cara = await makePerson('Cara', ['reviewer'])
    for (let i = 0; i < MOST_CALENDARS; i++) await made(cara)
    await expect(made(cara)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })
})
