import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getEdition, getLastEvent } from '@/lib/audit/queries'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { publishClaim } from '@/lib/testing/publishing'
import { inTurnAt } from '@/lib/testing/waiting'
import { addReply, checkReply, withdrawReply } from './commands/replies'
import { mergeSpeakers } from './commands/speakers'
import { listPublicReplies, listReplies } from './queries/replies'
import { MOST_REPLIES } from './rules/replies'

const NOW = new Date('2025-10-22T09:00:00Z')
let people: People
let editor: Context
let reviewer: Context
beforeAll(async () => {
  people = await makePeople(NOW)
  editor = people.ben.ctx(NOW)
  reviewer = people.ada.ctx(NOW)
  await createFirstSettings(contextOf(systemActor('worker'), NOW), {
    newsroomName: 'The Test Desk',
    zone: 'Europe/Vienna',
  })
})
afterAll(disconnect)

let n = 0
async function speakerOf(kind: 'person' | 'unnamed' = 'person'): Promise<{ id: string; slug: string }> {
  const id = newId()
  const publisher = kind === 'unnamed' ? await db().publisher.findFirst() : null
  const data = { id, slug: `speaker-${++n}`, name: `Speaker ${n}`, kind, publisherId: publisher?.id, createdAt: NOW }
  return db().speaker.create({ data, select: { id: true, slug: true } })
}
const reply = { byName: 'The harbour office', receivedOn: '2025-10-20', body: 'We never promised that.\nNot once.' }

describe('a reply', () => {
  test('is added to a speaker by an editor, told in the log, and shown in its words', async () => {
    const { id: speakerId, slug } = await speakerOf()
    const { id } = await addReply(editor, { ...reply, speakerId, url: 'https://Harbour.example/reply#top' })
    expect(await listPublicReplies({ speakerSlug: slug })).toEqual([
      {
        ...{ id, byName: reply.byName, receivedOn: reply.receivedOn, text: reply.body },
        ...{ url: 'https://harbour.example/reply', withdrawn: null },
      },
    ])
    expect((await getLastEvent(db(), 'speaker', speakerId, 'speaker.reply_added'))?.payload).toEqual({
      ...{ replyId: id, byName: reply.byName, receivedOn: reply.receivedOn },
    })
    expect(await listReplies(reviewer, { speakerId })).toHaveLength(1)
  })

  test('to a published claim is news for readers; it is withdrawn once, with a reason that stands in its place', async () => {
    const { claimId } = await publishClaim({ writer: reviewer, approver: editor }, 'The mole of Norhaven has 5 lamps.')
    const { id } = await addReply(editor, { ...reply, claimId })
    const event = await db().auditEvent.findFirstOrThrow({ where: { entityId: claimId, type: 'claim.reply_added' } })
    expect(event.isPublic).toBe(true)
    await expect(withdrawReply(reviewer, { id, reason: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await withdrawReply(editor, { id, reason: 'It was not theirs.' })
    expect(await listPublicReplies({ claimId })).toMatchObject([
      { byName: reply.byName, text: null, url: null, withdrawn: { at: NOW, reason: 'It was not theirs.' } },
    ])
    expect(await listReplies(editor, { claimId })).toMatchObject([{ body: reply.body }])
    await expect(withdrawReply(editor, { id, reason: 'Again.' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  test('is added once, however often its form is sent, also at the same moment', async () => {
    const { id: speakerId } = await speakerOf()
    const given = { ...reply, speakerId, id: newId() }
    const results = await inTurnAt({ table: 'speaker', id: speakerId }, [
      () => addReply(editor, given),
      () => addReply(editor, given),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await addReply(editor, given)).toEqual({ id: given.id })
    expect(await listPublicReplies({ speakerId })).toHaveLength(1)
    const told = { entityId: speakerId, type: 'speaker.reply_added' }
    expect(await db().auditEvent.count({ where: told })).toBe(1)
    await expect(addReply(editor, { ...given, body: 'Other words.' })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
  })

  test('can be looked at before it is added, and then nothing is stored', async () => {
    const { id: speakerId } = await speakerOf()
    const shown = await checkReply(editor, { ...reply, speakerId, url: 'https://Harbour.example/reply#top' })
    expect(shown).toMatchObject({ body: reply.body, url: 'https://harbour.example/reply' })
    await expect(checkReply(reviewer, { ...reply, speakerId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(checkReply(editor, { ...reply, speakerId, receivedOn: '2025-10-23' })).rejects.toMatchObject({
      fields: { receivedOn: 'That day has not come yet.' },
    })
    expect(await listReplies(reviewer, { speakerId })).toEqual([])
  })

  test('is shown with all others of its page, and refused where that shows no more', async () => {
    const [from, into] = [await speakerOf(), await speakerOf()]
    const addedBy = { addedById: people.ben.id, addedAt: NOW }
    const others = Array.from({ length: MOST_REPLIES - 1 }, () => ({
      id: newId(),
      speakerId: from.id,
      ...reply,
      ...addedBy,
    }))
    await db().reply.createMany({ data: others })
    const { id } = await addReply(editor, { ...reply, speakerId: from.id })
    await expect(addReply(editor, { ...reply, speakerId: from.id })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await addReply(editor, { ...reply, speakerId: into.id })
    await mergeSpeakers(editor, { fromSpeakerId: from.id, intoSpeakerId: into.id })
    const shown = (await listPublicReplies({ speakerId: into.id })).map((one) => one.id)
    expect(shown).toHaveLength(MOST_REPLIES + 1)
    expect(shown).toContain(id)
    expect(await listReplies(editor, { speakerId: into.id })).toHaveLength(MOST_REPLIES + 1)
  })

  test('goes along when its speaker is merged into another', async () => {
    const [from, into] = [await speakerOf(), await speakerOf()]
    await addReply(editor, { ...reply, speakerId: from.id })
    await mergeSpeakers(editor, { fromSpeakerId: from.id, intoSpeakerId: into.id })
    expect(await listPublicReplies({ speakerId: into.id })).toHaveLength(1)
    await expect(addReply(editor, { ...reply, speakerId: from.id })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  test('goes along over several merges, and leaves the public pages of whom it ended with when it is withdrawn', async () => {
    const [first, second, last] = [await speakerOf(), await speakerOf(), await speakerOf()]
    const { id } = await addReply(editor, { ...reply, speakerId: first.id })
    const { claimId } = await publishClaim({ writer: reviewer, approver: editor }, 'The buoy of Norhaven has 3 bells.')
    await db().claim.update({ where: { id: claimId }, data: { speakerId: first.id } })
    await mergeSpeakers(editor, { fromSpeakerId: first.id, intoSpeakerId: second.id })
    await mergeSpeakers(editor, { fromSpeakerId: second.id, intoSpeakerId: last.id })
    expect(await listPublicReplies({ speakerSlug: last.slug })).toMatchObject([{ text: reply.body }])
    expect(await listReplies(reviewer, { speakerId: last.id })).toHaveLength(1)
    const { version } = await getEdition()
    await withdrawReply(editor, { id, reason: 'It was not theirs.' })
    expect((await getEdition()).version).not.toBe(version)
    expect(await listPublicReplies({ speakerId: last.id })).toMatchObject([{ text: null }])
  })

  test('to a claim goes along when its claim is merged, and that one on', async () => {
    const claims = await Promise.all(
      [
        'The quay of Norhaven has 7 steps.',
        'The lock of Norhaven has 2 gates.',
        'The dock of Norhaven has 4 cranes.',
      ].map((statement) => publishClaim({ writer: reviewer, approver: editor }, statement)),
    )
    const [first = '', second = '', last = ''] = claims.map(({ claimId }) => claimId)
    await addReply(editor, { ...reply, claimId: first })
    await db().claim.update({ where: { id: first }, data: { state: 'merged', mergedIntoId: second } })
    await db().claim.update({ where: { id: second }, data: { state: 'merged', mergedIntoId: last } })
    expect(await listPublicReplies({ claimId: last })).toHaveLength(1)
  })

  test('is refused to who may not, for what has no page, and where something is wrong with it', async () => {
    const { id: speakerId } = await speakerOf()
    const { claimId } = await makeClaim(reviewer, 'The pier of Norhaven is 90 metres long.')
    const unnamed = await speakerOf('unnamed')
    const refused = (ctx: Context, of: object, change: object = {}) => addReply(ctx, { ...reply, ...change, ...of })
    await expect(refused(reviewer, { speakerId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(refused(editor, { claimId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await expect(refused(editor, { speakerId: unnamed.id })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await expect(refused(editor, { speakerId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(refused(editor, { speakerId }, { receivedOn: '2025-10-23' })).rejects.toMatchObject({
      fields: { receivedOn: 'That day has not come yet.' },
    })
    for (const change of [{ body: 'x'.repeat(2001) }, { body: ' ' }, { url: 'javascript:x' }, { byName: '' }])
      await expect(refused(editor, { speakerId }, change)).rejects.toThrow()
    await expect(refused(editor, {})).rejects.toThrow()
    await expect(refused(editor, { speakerId, claimId })).rejects.toThrow()
    expect(await listReplies(editor, { speakerId })).toEqual([])
  })
})

describe('PostgreSQL', () => {
  test('holds that a reply stays as it was added and belongs to one page', async () => {
    const { id: speakerId } = await speakerOf()
    const { id } = await addReply(editor, { ...reply, speakerId })
    const set = (change: string) => asOwner(`UPDATE reply SET ${change} WHERE id = '${id}'`)
    await expect(set(`body = 'Other words'`)).rejects.toThrow(/stays as it was added/)
    await expect(set(`withdrawn_at = now()`)).rejects.toThrow(/reply_withdrawn_whole/)
    await expect(asOwner(`DELETE FROM reply WHERE id = '${id}'`)).rejects.toThrow(/refused/)
    await withdrawReply(editor, { id, reason: 'It was not theirs.' })
    await expect(set(`withdrawn_reason = 'Another'`)).rejects.toThrow(/only be withdrawn, once/)
    const insert = (columns: string, values: string) =>
      asOwner(`INSERT INTO reply (id, by_name, received_on, body, added_by_id, added_at${columns})
        VALUES ('${newId()}', 'x', '2025-10-20', 'x', '${people.ben.id}', now()${values})`)
    await expect(insert('', '')).rejects.toThrow(/reply_of_one/)
    await expect(insert(', speaker_id, url', `, '${speakerId}', 'javascript:x'`)).rejects.toThrow(/reply_web_address/)
  })
})
